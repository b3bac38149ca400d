package org.rongyi.texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The latest texts, held in memory to find those that say nearly the same as another. Safe for many threads.
/// When it is full, what was put in first leaves: a report of two years ago is no duplicate of today's.
public final class NearTexts {
    /// From here on two texts probably report the same matter; a person decides. Of the 295,000 pairs among
    /// the shipped examples, which all report different matters, none reaches it; a matter told in other
    /// words lies above.
    public static final double LIKELY_SAME = 0.8;

    private final int most;
    private final Map<String, Small> texts = new LinkedHashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /// @param most how many texts are held; each takes about 700 bytes
    public NearTexts(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one text is held, not " + most);
        }
        this.most = most;
    }

    /// A key that is there already gets the new meaning, and counts as the latest.
    public void put(String key, Meaning meaning) {
        var small = Small.of(meaning);
        lock.writeLock().lock();
        try {
            texts.remove(key);
            texts.put(key, small);
            if (texts.size() > most) {
                texts.remove(texts.keySet().iterator().next());
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void remove(String key) {
        lock.writeLock().lock();
        try {
            texts.remove(key);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int size() {
        lock.readLock().lock();
        try {
            return texts.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Those nearest by meaning, the nearest first.
    ///
    /// @param least the least likeness that counts, such as [#LIKELY_SAME]
    public List<Near> similar(Meaning meaning, int count, double least) {
        var small = Small.of(meaning);
        var near = new ArrayList<Near>();
        lock.readLock().lock();
        try {
            texts.forEach((key, other) -> {
                double likeness = small.likeness(other);
                if (likeness >= least) {
                    near.add(new Near(key, likeness));
                }
            });
        } finally {
            lock.readLock().unlock();
        }
        return near.stream()
                .sorted(Comparator.comparingDouble(Near::likeness).reversed().thenComparing(Near::key))
                .limit(count)
                .toList();
    }

    /// A meaning in a quarter of the room: eight bits a number change a likeness by less than 0.01.
    private record Small(byte[] numbers, float scale) {
        static Small of(Meaning meaning) {
            var direction = meaning.direction();
            float greatest = 0;
            for (float value : direction) {
                greatest = Math.max(greatest, Math.abs(value));
            }
            float step = greatest == 0 ? 1 : greatest / Byte.MAX_VALUE;
            var numbers = new byte[direction.length];
            long squares = 0;
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (byte) Math.round(direction[i] / step);
                squares += (long) numbers[i] * numbers[i];
            }
            return new Small(numbers, squares == 0 ? 0 : (float) (1 / Math.sqrt(squares)));
        }

        double likeness(Small other) {
            int sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                sum += numbers[i] * other.numbers[i];
            }
            return Math.min(1, (double) sum * scale * other.scale);
        }
    }
}
