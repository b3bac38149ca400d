package org.rongyi.rules.column;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Does the same work on several threads. Whoever is interrupted meanwhile needs no answer: the work stops.
final class Threads {

    private Threads() {}

    /// Long work asks now and then whether it is still wanted.
    ///
    /// @throws CancellationException when it is not
    static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted: nobody waits for the answer");
        }
    }

    /// What each thread gives. One thread is the caller's own.
    ///
    /// @throws CancellationException when the caller was interrupted meanwhile
    static <T> List<T> run(int threads, Supplier<T> work) {
        if (threads <= 1) {
            return List.of(work.get());
        }
        List<Future<T>> futures = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(work::get));
            }
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof CancellationException stopped) {
                    throw stopped;
                }
                throw new IllegalStateException("a thread failed", failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while threads worked", interrupted);
            }
        }
        return results;
    }
}
