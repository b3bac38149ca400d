package org.rongyi.city.policies.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Lets a few questions at a time ask the lab, of one person never more than one: each takes all processors. Of a
/// person who asks on meanwhile only the newest question waits, in the place of the one before it.
///
/// A question that has begun is stopped once the same person has asked another one and it does not come to
/// its end soon; and when it takes so long that others wait in vain, as that of somebody may who has gone.
@Component
class LabTurns {
    private final int atOnce;
    private final Duration longest;
    private final Duration grace;
    private final Duration longestAnswer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, Object> waiting = new LinkedHashMap<>();
    private final Map<String, Asking> asking = new HashMap<>();

    /// @param atOnce how many questions are answered at the same time
    /// @param longest how long one waits for its turn
    /// @param grace how long one that has begun goes on beside a newer one of the same person
    /// @param longestAnswer how long it goes on while others wait
    LabTurns(
            @Value("${rongyi.lab.at-once:2}") int atOnce,
            @Value("${rongyi.lab.wait:10s}") Duration longest,
            @Value("${rongyi.lab.grace:400ms}") Duration grace,
            @Value("${rongyi.lab.longest-answer:8s}") Duration longestAnswer) {
        this.atOnce = atOnce;
        this.longest = longest;
        this.grace = grace;
        this.longestAnswer = longestAnswer;
    }

    sealed interface Turn<T> {
        record Answered<T>(T answer) implements Turn<T> {}

        /// The same person has asked something else meanwhile.
        record Replaced<T>() implements Turn<T> {}

        /// The turn of others lasted too long.
        record Busy<T>() implements Turn<T> {}

        /// It took so long that it gave way to others.
        record GaveWay<T>() implements Turn<T> {}
    }

    /// How waiting ended.
    private enum End {
        TURN,
        REPLACED,
        BUSY
    }

    /// A question that is being answered.
    private static final class Asking {
        private final Thread thread = Thread.currentThread();
        private final long since = System.nanoTime();
        private boolean replaced;

        /// Stops it when it has had its time; otherwise how long it still has.
        long stopAfter(Duration time, boolean newer) {
            long left = time.toNanos() - (System.nanoTime() - since);
            if (left > 0) {
                return left;
            }
            replaced |= newer;
            thread.interrupt();
            return Long.MAX_VALUE;
        }
    }

    <T> Turn<T> ask(String account, Supplier<T> question) {
        return switch (await(account)) {
            case REPLACED -> new Turn.Replaced<>();
            case BUSY -> new Turn.Busy<>();
            case TURN -> answer(account, question);
        };
    }

    private <T> Turn<T> answer(String account, Supplier<T> question) {
        try {
            return new Turn.Answered<>(question.get());
        } catch (CancellationException stopped) {
            return done(account) ? new Turn.Replaced<>() : new Turn.GaveWay<>();
        } finally {
            done(account);
        }
    }

    private End await(String account) {
        Object mine = new Object();
        long left = longest.toNanos();
        lock.lock();
        try {
            waiting.put(account, mine);
            moved.signalAll();
            while (waiting.get(account) == mine && !isTurn(account)) {
                if (left <= 0) {
                    return End.BUSY;
                }
                long some = Math.min(left, stopWhoTakesTooLong(account));
                left -= some - moved.awaitNanos(some);
            }
            if (waiting.get(account) != mine) {
                return End.REPLACED;
            }
            asking.put(account, new Asking());
            return End.TURN;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return End.BUSY;
        } finally {
            waiting.remove(account, mine);
            moved.signalAll();
            lock.unlock();
        }
    }

    /// @return nanoseconds after which it is worth another look
    private long stopWhoTakesTooLong(String account) {
        long look = Long.MAX_VALUE;
        for (Map.Entry<String, Asking> each : asking.entrySet()) {
            boolean same = each.getKey().equals(account);
            look = Math.min(look, each.getValue().stopAfter(same ? grace : longestAnswer, same));
        }
        return look;
    }

    /// Who waits longest comes first, of those who are not being answered already.
    private boolean isTurn(String account) {
        return asking.size() < atOnce
                && waiting.keySet().stream()
                        .filter(each -> !asking.containsKey(each))
                        .findFirst()
                        .filter(account::equals)
                        .isPresent();
    }

    /// @return whether it was stopped for a newer question of the same person
    private boolean done(String account) {
        lock.lock();
        try {
            Asking question = asking.get(account);
            if (question == null || question.thread != Thread.currentThread()) {
                return false;
            }
            asking.remove(account);
            moved.signalAll();
            Thread.interrupted(); // nobody interrupts from here on; what came too late must not reach the page
            return question.replaced;
        } finally {
            lock.unlock();
        }
    }

    /// How many people wait.
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
