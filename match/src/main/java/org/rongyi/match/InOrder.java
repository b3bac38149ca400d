package org.rongyi.match;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Work done on several threads whose results are taken in the order in which it was given. Only a few pieces are under
/// way at a time, so that a file of any size fits.
final class InOrder<T> implements AutoCloseable {
    private final ExecutorService threads;
    private final int most;
    private final Taker<T> taker;
    private final ArrayDeque<Future<T>> underWay = new ArrayDeque<>();

    /// Takes results on the thread that gives the work.
    interface Taker<T> {
        /// False: nothing more is wanted.
        boolean take(T result) throws IOException;
    }

    InOrder(int threads, Taker<T> taker) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.most = threads + 1;
        this.taker = taker;
    }

    /// Waits for the oldest piece when there are enough.
    ///
    /// @return false: nothing more is wanted
    boolean give(Callable<T> piece) throws IOException {
        underWay.add(threads.submit(piece));
        return underWay.size() < most || takeOldest();
    }

    /// Takes what is still under way.
    ///
    /// @return false: not all of it was wanted
    boolean finish() throws IOException {
        boolean wanted = true;
        while (wanted && !underWay.isEmpty()) {
            wanted = takeOldest();
        }
        return wanted;
    }

    private boolean takeOldest() throws IOException {
        try {
            return taker.take(underWay.remove().get());
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
