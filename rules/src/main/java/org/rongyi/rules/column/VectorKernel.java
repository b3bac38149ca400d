package org.rongyi.rules.column;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The kernel on explicit vectors, as wide as the processor's. Only loaded where the module
/// `jdk.incubator.vector` is.
final class VectorKernel extends Kernel {

    private static final VectorShape SHAPE = LongVector.SPECIES_PREFERRED.vectorBitSize() > 512
            ? VectorShape.S_512_BIT
            : LongVector.SPECIES_PREFERRED.vectorShape();
    private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, SHAPE);
    private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, SHAPE);
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SHAPE);
    private static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, SHAPE);
    private static final int B = BYTES.length();
    private static final int S = SHORTS.length();
    private static final int I = INTS.length();
    private static final int L = LONGS.length();

    /// Words that one turn holds in four vectors.
    private static final int TURN = 4 * L;

    static int bits() {
        return SHAPE.vectorBitSize();
    }

    @Override
    String name() {
        return "vectors of %d bits".formatted(bits());
    }

    @Override
    void codesIn(byte[] codes, int at, int low, int high, long[] planes, int to, boolean more) {
        byte base = (byte) low;
        byte width = (byte) (high - low);
        for (int w = 0; w < Block.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += B) {
                word |= ByteVector.fromArray(BYTES, codes, at + (w << 6) + i)
                                .sub(base)
                                .compare(VectorOperators.ULE, width)
                                .toLong()
                        << i;
            }
            planes[to + w] = more ? planes[to + w] | word : word;
        }
    }

    @Override
    void codesIn(short[] codes, int at, int low, int high, long[] planes, int to, boolean more) {
        short base = (short) low;
        short width = (short) (high - low);
        for (int w = 0; w < Block.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += S) {
                word |= ShortVector.fromArray(SHORTS, codes, at + (w << 6) + i)
                                .sub(base)
                                .compare(VectorOperators.ULE, width)
                                .toLong()
                        << i;
            }
            planes[to + w] = more ? planes[to + w] | word : word;
        }
    }

    @Override
    boolean codesIn(short[] codes, int at, int low, int high, int edge, long[] planes, int to, int beside) {
        short base = (short) low;
        short width = (short) (high - low);
        short asked = (short) edge;
        long found = 0;
        for (int w = 0; w < Block.WORDS; w++) {
            long word = 0;
            long edges = 0;
            for (int i = 0; i < 64; i += S) {
                ShortVector part = ShortVector.fromArray(SHORTS, codes, at + (w << 6) + i);
                word |= part.sub(base).compare(VectorOperators.ULE, width).toLong() << i;
                edges |= part.compare(VectorOperators.EQ, asked).toLong() << i;
            }
            planes[to + w] = word;
            planes[beside + w] = edges;
            found |= edges;
        }
        return found != 0;
    }

    @Override
    void codesIn(int[] codes, int at, int low, int high, long[] planes, int to, boolean more) {
        for (int w = 0; w < Block.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += I) {
                word |= IntVector.fromArray(INTS, codes, at + (w << 6) + i)
                                .sub(low)
                                .compare(VectorOperators.ULE, high - low)
                                .toLong()
                        << i;
            }
            planes[to + w] = more ? planes[to + w] | word : word;
        }
    }

    @Override
    void valuesIn(long[] values, long low, long high, long[] planes, int to) {
        for (int w = 0; w < Block.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += L) {
                LongVector part = LongVector.fromArray(LONGS, values, (w << 6) + i);
                word |= part.compare(VectorOperators.GE, low)
                                .and(part.compare(VectorOperators.LE, high))
                                .toLong()
                        << i;
            }
            planes[to + w] = word;
        }
    }

    @Override
    void compareWithZero(double[] values, double[] errors, long[] planes, int above, int unsure) {
        for (int w = 0; w < Block.WORDS; w++) {
            long greater = 0;
            long surely = 0;
            for (int i = 0; i < 64; i += L) {
                DoubleVector value = DoubleVector.fromArray(DOUBLES, values, (w << 6) + i);
                DoubleVector error = DoubleVector.fromArray(DOUBLES, errors, (w << 6) + i);
                VectorMask<Double> more = value.compare(VectorOperators.GT, error);
                VectorMask<Double> less = value.neg().compare(VectorOperators.GT, error);
                greater |= more.toLong() << i;
                surely |= more.or(less).toLong() << i;
            }
            planes[above + w] = greater;
            planes[unsure + w] = ~surely;
        }
    }

    @Override
    void compareWith(
            double[] values, double[] errors, double constant, double error, long[] planes, int above, int unsure) {
        for (int w = 0; w < Block.WORDS; w++) {
            long greater = 0;
            long surely = 0;
            for (int i = 0; i < 64; i += L) {
                DoubleVector value =
                        DoubleVector.fromArray(DOUBLES, values, (w << 6) + i).sub(constant);
                DoubleVector within = DoubleVector.fromArray(DOUBLES, errors, (w << 6) + i)
                        .add(error)
                        .mul(Approximation.SLACK)
                        .add(value.abs().mul(NumberVector.ROUNDING));
                VectorMask<Double> more = value.compare(VectorOperators.GT, within);
                VectorMask<Double> less = value.neg().compare(VectorOperators.GT, within);
                greater |= more.toLong() << i;
                surely |= more.or(less).toLong() << i;
            }
            planes[above + w] = greater;
            planes[unsure + w] = ~surely;
        }
    }

    @Override
    void quotients(double[] a, double[] aErrors, double[] b, double[] bErrors, double[] quotients, double[] errors) {
        for (int i = 0; i < Block.ROWS; i += L) {
            DoubleVector dividend = DoubleVector.fromArray(DOUBLES, a, i);
            DoubleVector divisor = DoubleVector.fromArray(DOUBLES, b, i);
            DoubleVector within = DoubleVector.fromArray(DOUBLES, bErrors, i);
            DoubleVector quotient = dividend.div(divisor);
            DoubleVector size = quotient.abs();
            DoubleVector least = divisor.abs().sub(within);
            VectorMask<Double> tiny = size.compare(VectorOperators.LT, Double.MIN_NORMAL)
                    .andNot(dividend.compare(VectorOperators.EQ, 0.0));
            DoubleVector error = DoubleVector.fromArray(DOUBLES, aErrors, i)
                    .add(size.mul(within))
                    .div(least)
                    .mul(Approximation.SLACK)
                    .add(DoubleVector.zero(DOUBLES).blend(Double.MIN_NORMAL, tiny))
                    .add(size.mul(NumberVector.ROUNDING));
            quotient.intoArray(quotients, i);
            DoubleVector.broadcast(DOUBLES, Double.POSITIVE_INFINITY)
                    .blend(error, least.compare(VectorOperators.GT, 0.0))
                    .intoArray(errors, i);
        }
    }

    @Override
    void codesAmong(Object codes, int at, long[] table, long[] planes, int to) {
        if (VectorLookup.takes(codes, table)) {
            VectorLookup.codesAmong(codes, at, table, planes, to);
        } else {
            super.codesAmong(codes, at, table, planes, to);
        }
    }

    @Override
    void choose(long[] bits, long[] yes, long yesFactor, long[] no, long noFactor, long[] into) {
        for (int i = 0; i < Block.ROWS; i += L) {
            VectorMask<Long> set = VectorMask.fromLong(LONGS, bits[i >>> 6] >>> i);
            LongVector.fromArray(LONGS, no, i)
                    .mul(noFactor)
                    .blend(LongVector.fromArray(LONGS, yes, i).mul(yesFactor), set)
                    .intoArray(into, i);
        }
    }

    @Override
    boolean and(long[] planes, int a, int b, int to) {
        LongVector any = LongVector.zero(LONGS);
        for (int w = 0; w < Block.WORDS; w += L) {
            LongVector word = load(planes, a + w).and(load(planes, b + w));
            word.intoArray(planes, to + w);
            any = any.or(word);
        }
        return isSet(any);
    }

    @Override
    void or(long[] planes, int a, int to) {
        for (int w = 0; w < Block.WORDS; w += L) {
            load(planes, to + w).or(load(planes, a + w)).intoArray(planes, to + w);
        }
    }

    @Override
    void anyOf(long[] planes, int[] parts, int[] maybe, int[] sure, int may, int yes) {
        for (int w = 0; w < Block.WORDS; w += 2 * L) {
            LongVector a = LongVector.zero(LONGS);
            LongVector b = a;
            LongVector p = a;
            LongVector q = a;
            for (int part : parts) {
                int m = maybe[part] + w;
                int s = sure[part] + w;
                LongVector first = load(planes, m);
                LongVector second = load(planes, m + L);
                a = a.or(first);
                b = b.or(second);
                p = p.or(first.and(load(planes, s)));
                q = q.or(second.and(load(planes, s + L)));
            }
            a.intoArray(planes, may + w);
            b.intoArray(planes, may + w + L);
            if (yes != BlockMatcher.ALL) {
                p.intoArray(planes, yes + w);
                q.intoArray(planes, yes + w + L);
            }
        }
    }

    @Override
    void not(long[] planes, int a, int to) {
        for (int w = 0; w < Block.WORDS; w += L) {
            load(planes, a + w).not().intoArray(planes, to + w);
        }
    }

    @Override
    int count(long[] planes, int a) {
        LongVector sum = LongVector.zero(LONGS);
        for (int w = 0; w < Block.WORDS; w += L) {
            sum = sum.add(bitCount(load(planes, a + w)));
        }
        return (int) sum.reduceLanes(VectorOperators.ADD);
    }

    @Override
    int places(long[] planes, int a, byte[] into, int at) {
        long filled = 0;
        for (int w = 0; w < Block.WORDS; w += L) {
            filled |= load(planes, a + w).compare(VectorOperators.NE, 0L).toLong() << w;
        }
        int next = at;
        for (; filled != 0; filled &= filled - 1) {
            int w = Long.numberOfTrailingZeros(filled);
            for (long open = planes[a + w]; open != 0; open &= open - 1) {
                Gathering.SHORT.set(into, next, (short) ((w << 6) + Long.numberOfTrailingZeros(open)));
                next += 2;
            }
        }
        return next;
    }

    @Override
    int squeeze(long[] planes, int a, byte[] into, int at) {
        if (B < 64) { // narrower processors press no bytes together
            return super.squeeze(planes, a, into, at);
        }
        int next = at + SQUEEZED_MASKS;
        for (int w = 0; w < Block.WORDS; w += L) {
            ByteVector bytes = load(planes, a + w).reinterpretAsBytes();
            VectorMask<Byte> filled = bytes.compare(VectorOperators.NE, (byte) 0);
            long mask = filled.toLong();
            Gathering.LONG.set(into, at + w, mask);
            bytes.compress(filled).intoArray(into, next);
            next += Long.bitCount(mask);
        }
        return next;
    }

    @Override
    long end(long[] planes, int open, int[] program, int from, int known, int to, int[] maybe, int[] sure, int out) {
        long counts = 0;
        for (int v = 0; v < Block.WORDS; v += TURN) {
            LongVector a = load(planes, open + v);
            LongVector b = load(planes, open + v + L);
            LongVector c = load(planes, open + v + 2 * L);
            LongVector d = load(planes, open + v + 3 * L);
            boolean alive = true;
            for (int i = from; alive && i < known; i++) {
                int place = maybe[program[i]] + v;
                if (place < v) {
                    return ~i;
                }
                a = a.and(load(planes, place));
                b = b.and(load(planes, place + L));
                c = c.and(load(planes, place + 2 * L));
                d = d.and(load(planes, place + 3 * L));
                alive = isSet(a.or(b).or(c.or(d)));
            }
            if (!alive) {
                if (out >= 0 && TURN < Block.WORDS) {
                    clear(planes, out + v);
                }
                continue;
            }
            LongVector p = a;
            LongVector q = b;
            LongVector r = c;
            LongVector s = d;
            for (int i = known; i < to; i++) {
                int place = sure[program[i]] + v;
                p = p.and(load(planes, place));
                q = q.and(load(planes, place + L));
                r = r.and(load(planes, place + 2 * L));
                s = s.and(load(planes, place + 3 * L));
            }
            LongVector may = bitCount(a).add(bitCount(b)).add(bitCount(c).add(bitCount(d)));
            LongVector hold = bitCount(p).add(bitCount(q)).add(bitCount(r).add(bitCount(s)));
            counts += may.lanewise(VectorOperators.LSHL, 32).add(hold).reduceLanes(VectorOperators.ADD);
            if (out >= 0) {
                p.intoArray(planes, out + v);
                q.intoArray(planes, out + v + L);
                r.intoArray(planes, out + v + 2 * L);
                s.intoArray(planes, out + v + 3 * L);
                int unknown = out + Block.WORDS + v;
                a.intoArray(planes, unknown);
                b.intoArray(planes, unknown + L);
                c.intoArray(planes, unknown + 2 * L);
                d.intoArray(planes, unknown + 3 * L);
            }
        }
        if (out >= 0 && counts != 0) {
            leaveUnknown(planes, out);
        }
        return counts;
    }

    /// Takes the rows that hold away from those that may. On its own, because vectors of a longer method are boxed.
    private static void leaveUnknown(long[] planes, int out) {
        for (int w = 0; w < Block.WORDS; w += L) {
            LongVector hold = load(planes, out + w);
            load(planes, out + Block.WORDS + w).and(hold.not()).intoArray(planes, out + Block.WORDS + w);
        }
    }

    private static void clear(long[] planes, int out) {
        LongVector zero = LongVector.zero(LONGS);
        for (int w = 0; w < TURN; w += L) {
            zero.intoArray(planes, out + w);
            zero.intoArray(planes, out + Block.WORDS + w);
        }
    }

    private static LongVector load(long[] planes, int place) {
        return LongVector.fromArray(LONGS, planes, place);
    }

    private static LongVector bitCount(LongVector words) {
        return words.lanewise(VectorOperators.BIT_COUNT);
    }

    private static boolean isSet(LongVector words) {
        return words.compare(VectorOperators.NE, 0L).anyTrue();
    }
}
