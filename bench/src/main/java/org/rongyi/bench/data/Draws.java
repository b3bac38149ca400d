package org.rongyi.bench.data;

import org.rongyi.definitions.invented.Draw;

/// The chance of each enterprise and policy.
final class Draws {
    private Draws() {}

    static Draw of(long seed, long number) {
        return new Draw((seed + 1) * Draw.GOLDEN_RATIO ^ number * 0xD1342543DE82EF95L);
    }
}
