package org.rongyi.texts.pages;

import java.io.InterruptedIOException;

/// Long work asks here now and then whether anybody still waits for it.
final class Hurry {
    private Hurry() {}

    /// Leaves the mark of the interruption, so that each part of the work ends.
    static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("nobody waits for it any longer");
        }
    }
}
