package org.rongyi.match;

/// Keys seen so far, as 64-bit hashes: four million keys take 64 MB instead of half a gigabyte. Two different keys
/// among them have equal hashes once in a million files.
final class Keys {
    private static final int FIRST_SIZE = 1 << 12;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[FIRST_SIZE];
    private int count;

    /// False if the key was there already.
    boolean add(String key) {
        if (count * 2 > slots.length) {
            grow();
        }
        return put(slots, hash(key));
    }

    private boolean put(long[] into, long hash) {
        int slot = (int) (hash >>> 32) & (into.length - 1);
        while (into[slot] != 0) {
            if (into[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & (into.length - 1);
        }
        into[slot] = hash;
        count++;
        return true;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        count = 0;
        for (long hash : slots) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        slots = larger;
    }

    /// Never 0, which marks an empty slot.
    private static long hash(String key) {
        long hash = key.length() + 1;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        hash *= MULTIPLIER;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
