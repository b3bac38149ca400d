package org.rongyi.city.vocabulary;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that looks for work: at once when there is news, and now and then for the work of other processes.
public final class Watch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final String name;
    private final Supplier<Duration> look;
    private final @Nullable Duration afterFault;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    /// @param look does what there is to do, and says how long to rest
    public Watch(String name, Supplier<Duration> look) {
        this(name, look, null);
    }

    /// @param afterFault how long it rests when a fault ended a look, before it begins again; null when it ends with it
    public Watch(String name, Supplier<Duration> look, @Nullable Duration afterFault) {
        this.name = name;
        this.look = look;
        this.afterFault = afterFault;
    }

    /// Begins; a second time changes nothing.
    public synchronized void open() {
        if (thread == null && !closed) {
            begin(Duration.ZERO);
        }
    }

    private void begin(Duration rest) {
        thread = Thread.ofPlatform()
                .name(name)
                .daemon()
                .uncaughtExceptionHandler((_, fault) -> fell(fault))
                .start(() -> {
                    rest(rest);
                    run();
                });
    }

    private synchronized void fell(Throwable fault) {
        if (afterFault == null || closed) {
            LOG.error("({}) goes on only when the city is opened again.", name, fault);
        } else {
            LOG.error("({}) begins again in {}", name, afterFault, fault);
            begin(afterFault);
        }
    }

    /// There may be something to do.
    public void news() {
        news.release();
    }

    /// Whether it shall end: long work asks now and then.
    public boolean closed() {
        return closed;
    }

    /// Whether a fault has ended it.
    public boolean ended() {
        Thread running = thread;
        return running != null && !running.isAlive();
    }

    private void run() {
        while (!closed) {
            rest(look.get());
        }
    }

    private void rest(Duration pause) {
        try {
            if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException hurry) {
            closed = true;
        }
    }

    /// Lets what is being done come to its end, before the database goes.
    @Override
    public void close() {
        closed = true;
        news.release();
        Thread running = thread;
        try {
            if (running != null && !running.join(PATIENCE)) {
                LOG.warn("({}) does not end.", name);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
