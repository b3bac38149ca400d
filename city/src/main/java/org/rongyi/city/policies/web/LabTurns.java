package org.rongyi.city.policies.web;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Lets a few questions at a time ask the lab, of one person never more than one: each takes all processors. Of a
/// person who asks on meanwhile only the newest question waits, in the place of the one before it.
@Component
class LabTurns {
    private final int atOnce;
    private final Duration longest;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, Object> waiting = new LinkedHashMap<>();
    private final Set<String> asking = new HashSet<>();

    /// @param atOnce how many questions are answered at the same time
    /// @param longest how long one waits for its turn
    LabTurns(@Value("${rongyi.lab.at-once:2}") int atOnce, @Value("${rongyi.lab.wait:10s}") Duration longest) {
        this.atOnce = atOnce;
        this.longest = longest;
    }

    sealed interface Turn<T> {
        record Answered<T>(T answer) implements Turn<T> {}

        /// The same person has asked something else meanwhile.
        record Replaced<T>() implements Turn<T> {}

        /// The turn of others lasted too long.
        record Busy<T>() implements Turn<T> {}
    }

    /// How waiting ended.
    private enum End {
        TURN,
        REPLACED,
        BUSY
    }

    <T> Turn<T> ask(String account, Supplier<T> question) {
        return switch (await(account)) {
            case REPLACED -> new Turn.Replaced<>();
            case BUSY -> new Turn.Busy<>();
            case TURN -> {
                try {
                    yield new Turn.Answered<>(question.get());
                } finally {
                    done(account);
                }
            }
        };
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
                left = moved.awaitNanos(left);
            }
            if (waiting.get(account) != mine) {
                return End.REPLACED;
            }
            asking.add(account);
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

    /// Who waits longest comes first, of those who are not being answered already.
    private boolean isTurn(String account) {
        return asking.size() < atOnce
                && waiting.keySet().stream()
                        .filter(each -> !asking.contains(each))
                        .findFirst()
                        .filter(account::equals)
                        .isPresent();
    }

    private void done(String account) {
        lock.lock();
        try {
            asking.remove(account);
            moved.signalAll();
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
