package org.rongyi.rules.column;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Looks codes up in a table of bits that two vectors of 512 bits hold.
final class VectorLookup {
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_256;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_512;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_512;
    private static final int S = SHORTS.length();
    private static final int L = LONGS.length();

    private VectorLookup() {}

    /// Whether the table is small enough, and vectors are that wide.
    static boolean takes(Object codes, long[] table) {
        return VectorKernel.bits() == 512 && table.length <= 2 * L && !(codes instanceof int[]);
    }

    static void codesAmong(Object codes, int at, long[] table, long[] planes, int to) {
        ShortVector low = part(table, 0);
        ShortVector high = part(table, L);
        if (codes instanceof short[] shorts) {
            for (int w = 0; w < Block.WORDS; w++) {
                int first = at + (w << 6);
                long word = among(ShortVector.fromArray(SHORTS, shorts, first), low, high);
                planes[to + w] = word | among(ShortVector.fromArray(SHORTS, shorts, first + S), low, high) << S;
            }
        } else {
            byte[] bytes = (byte[]) codes;
            for (int w = 0; w < Block.WORDS; w++) {
                int first = at + (w << 6);
                long word = among(wide(bytes, first), low, high);
                planes[to + w] = word | among(wide(bytes, first + S), low, high) << S;
            }
        }
    }

    private static ShortVector part(long[] table, int from) {
        VectorMask<Long> there = LONGS.indexInRange(from, table.length);
        return LongVector.fromArray(LONGS, table, from, there).reinterpretAsShorts();
    }

    private static ShortVector wide(byte[] codes, int at) {
        return (ShortVector)
                ByteVector.fromArray(BYTES, codes, at).convertShape(VectorOperators.ZERO_EXTEND_B2S, SHORTS, 0);
    }

    /// A lane of the table holds 16 of its bits.
    private static long among(ShortVector codes, ShortVector low, ShortVector high) {
        return codes.lanewise(VectorOperators.LSHR, 4)
                .selectFrom(low, high)
                .lanewise(VectorOperators.LSHR, codes)
                .and((short) 1)
                .compare(VectorOperators.NE, (short) 0)
                .toLong();
    }
}
