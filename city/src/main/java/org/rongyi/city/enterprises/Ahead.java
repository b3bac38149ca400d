package org.rongyi.city.enterprises;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for what another thread does ahead.
final class Ahead {
    private Ahead() {}

    /// What it did; what it threw is thrown here.
    static <T> T get(Future<T> ahead, String meanwhile) {
        try {
            return ahead.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + meanwhile, hurry);
        }
    }
}
