package org.rongyi.texts;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// One model for many threads: opened by whoever asks first, closed when nobody is looking at a text any
/// more.
final class SharedModel implements AutoCloseable {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable MeaningModel model;
    private boolean closed;

    /// @throws MeaningsUnavailable if this machine cannot run the model, or it was closed
    Meaning meaning(Writing writing) {
        open();
        lock.readLock().lock();
        try {
            if (model == null) {
                throw new MeaningsUnavailable("the model of meanings was closed", null);
            }
            return model.of(writing);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void open() {
        lock.readLock().lock();
        try {
            if (model != null || closed) {
                return;
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            if (model == null && !closed) {
                model = MeaningModel.open();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            if (model != null) {
                model.close();
                model = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
