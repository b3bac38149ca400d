package org.rongyi.rules.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.Container;

/// Both kernels leave the same bits.
class KernelTest {

    private static final int PLANES = 24;

    private final SplittableRandom random = new SplittableRandom(3);
    private final Kernel plain = new PlainKernel();
    private final Kernel vector = new VectorKernel();

    @Test
    void testsRunWithTheVectorModuleSoThatBothAreTried() {
        assertThat(Kernel.best().name()).startsWith(VectorKernel.bits() >= 256 ? "vectors of" : "plain");
    }

    @Test
    void codesInRanges() {
        byte[] bytes = new byte[Block.ROWS * 2];
        random.nextBytes(bytes);
        short[] shorts = new short[bytes.length];
        int[] ints = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            shorts[i] = (short) random.nextInt(1 << 16);
            ints[i] = random.nextInt(1 << 20);
        }
        for (int turn = 0; turn < 300; turn++) {
            Object codes = turn % 3 == 0 ? bytes : turn % 3 == 1 ? shorts : ints;
            int most = turn % 3 == 0 ? 300 : turn % 3 == 1 ? 70_000 : 1 << 20;
            int low = random.nextInt(most);
            int high = turn % 5 == 0 ? Integer.MAX_VALUE : low + random.nextInt(most);
            boolean more = turn % 2 == 0;
            long[] expected = planes();
            long[] actual = expected.clone();
            plain.codesIn(codes, Block.ROWS, low, high, expected, 64, more);
            vector.codesIn(codes, Block.ROWS, low, high, actual, 64, more);
            assertThat(actual).as("from %d to %d", low, high).isEqualTo(expected);
            for (int i = 0; i < Block.ROWS && !more; i++) {
                int code = Codes.get(codes, Block.ROWS + i);
                assertThat(Bits.get(Arrays.copyOfRange(actual, 64, 96), i)).isEqualTo(code >= low && code <= high);
            }
        }
    }

    @Test
    void codesInARangeAndOneBesideIt() {
        short[] codes = new short[Block.ROWS * 2];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (short) random.nextInt(1 << 16);
        }
        for (int turn = 0; turn < 100; turn++) {
            int low = random.nextInt(1 << 16);
            int high = low + random.nextInt((1 << 16) - low);
            int edge = turn % 2 == 0 ? codes[Block.ROWS + turn] & 0xFFFF : low;
            long[] expected = planes();
            long[] actual = expected.clone();
            boolean found = plain.codesIn(codes, Block.ROWS, low, high, edge, expected, 64, 128);
            assertThat(vector.codesIn(codes, Block.ROWS, low, high, edge, actual, 64, 128))
                    .isEqualTo(found);
            assertThat(found || turn % 2 != 0).isTrue();
            assertThat(actual).isEqualTo(expected);
            for (int i = 0; i < Block.ROWS; i++) {
                int code = codes[Block.ROWS + i] & 0xFFFF;
                assertThat(Bits.get(Arrays.copyOfRange(actual, 64, 96), i)).isEqualTo(code >= low && code <= high);
            }
        }
    }

    @Test
    void codesAmongOthers() {
        for (int words : new int[] {1, 3, 4, 8, 9, 16, 17, 40}) {
            long[] table = random.longs(words).toArray();
            byte[] bytes = new byte[Block.ROWS * 2];
            short[] shorts = new short[bytes.length];
            int[] ints = new int[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                ints[i] = random.nextInt(64 * words);
                shorts[i] = (short) ints[i];
                bytes[i] = (byte) random.nextInt(Math.min(256, 64 * words));
            }
            for (Object codes : new Object[] {bytes, shorts, ints}) {
                long[] expected = planes();
                long[] actual = expected.clone();
                plain.codesAmong(codes, Block.ROWS, table, expected, 64);
                vector.codesAmong(codes, Block.ROWS, table, actual, 64);
                assertThat(actual).isEqualTo(expected);
                for (int i = 0; i < Block.ROWS; i++) {
                    int code = Codes.get(codes, Block.ROWS + i);
                    assertThat(Bits.get(Arrays.copyOfRange(actual, 64, 96), i)).isEqualTo(Bits.get(table, code));
                }
            }
        }
    }

    @Test
    void quotientsAndTheirErrors() {
        double[][] given = new double[4][Block.ROWS];
        double[] some = {0, -0.0, 1, -7.25, 1e300, 1e-300, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN};
        for (double[] values : given) {
            for (int i = 0; i < Block.ROWS; i++) {
                double value = random.nextInt(3) == 0 ? some[random.nextInt(some.length)] : random.nextDouble(-9, 9);
                values[i] = values == given[1] || values == given[3] ? Math.abs(value) * 0x1p-40 : value;
            }
        }
        double[][] expected = new double[2][Block.ROWS];
        double[][] actual = new double[2][Block.ROWS];
        plain.quotients(given[0], given[1], given[2], given[3], expected[0], expected[1]);
        vector.quotients(given[0], given[1], given[2], given[3], actual[0], actual[1]);
        for (int i = 0; i < actual.length; i++) {
            assertThat(Arrays.equals(actual[i], expected[i])).isTrue(); // NaN is itself here
        }
    }

    @Test
    void oneOfTwoValues() {
        long[] bits = random.longs(Block.WORDS).toArray();
        long[] yes = random.longs(Block.ROWS).toArray();
        long[] no = random.longs(Block.ROWS).toArray();
        long[] expected = new long[Block.ROWS];
        long[] actual = new long[Block.ROWS];
        plain.choose(bits, yes, 1, no, 100, expected);
        vector.choose(bits, yes, 1, no, 100, actual);
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void valuesInRangesAndNearZero() {
        long[] values = new long[Block.ROWS];
        double[] near = new double[Block.ROWS];
        double[] errors = new double[Block.ROWS];
        for (int i = 0; i < Block.ROWS; i++) {
            values[i] = random.nextInt(5) == 0 ? Long.MAX_VALUE : random.nextLong(-50, 50);
            near[i] = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(-5, 5);
            errors[i] = random.nextInt(9) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(0, 5);
        }
        for (int turn = 0; turn < 50; turn++) {
            long[] expected = planes();
            long[] actual = expected.clone();
            long low = random.nextLong(-60, 60);
            long high = turn % 4 == 0 ? Long.MAX_VALUE : random.nextLong(-60, 60);
            plain.valuesIn(values, low, high, expected, 32);
            vector.valuesIn(values, low, high, actual, 32);
            plain.compareWithZero(near, errors, expected, 64, 96);
            vector.compareWithZero(near, errors, actual, 64, 96);
            plain.compareWith(near, errors, low, turn % 3, expected, 128, 160);
            vector.compareWith(near, errors, low, turn % 3, actual, 128, 160);
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Test
    void junctionsAndCounts() {
        for (int turn = 0; turn < 100; turn++) {
            long[] expected = planes();
            long[] actual = expected.clone();
            int a = place();
            int b = place();
            int to = place();
            assertThat(vector.and(actual, a, b, to)).isEqualTo(plain.and(expected, a, b, to));
            plain.or(expected, b, to);
            vector.or(actual, b, to);
            plain.not(expected, to, a);
            vector.not(actual, to, a);
            int[] maybe = {place(), place(), place(), place()};
            int[] sure = {place(), place(), place(), place()};
            int yes = turn % 2 == 0 ? BlockMatcher.ALL : 22 * Block.WORDS;
            plain.anyOf(expected, new int[] {1, 3, 0}, maybe, sure, 23 * Block.WORDS, yes);
            vector.anyOf(actual, new int[] {1, 3, 0}, maybe, sure, 23 * Block.WORDS, yes);
            assertThat(actual).isEqualTo(expected);
            assertThat(vector.count(actual, b)).isEqualTo(plain.count(expected, b));
        }
    }

    @Test
    void placesOfFewBits() {
        for (int turn = 0; turn < 50; turn++) {
            long[] planes = planes();
            Arrays.fill(planes, 0);
            for (int i = 0; i < turn % Gathering.FEW; i++) {
                Bits.set(planes, random.nextInt(planes.length << 6));
            }
            int place = place();
            byte[] expected = new byte[10 + 2 * Gathering.FEW];
            byte[] actual = expected.clone();
            int end = plain.places(planes, place, expected, 10);
            assertThat(end).isEqualTo(10 + 2 * plain.count(planes, place));
            assertThat(vector.places(planes, place, actual, 10)).isEqualTo(end);
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Test
    void squeezedPlanes() {
        for (int turn = 0; turn < 50; turn++) {
            long[] planes = planes();
            for (int i = 0; i < turn * 30; i++) {
                planes[random.nextInt(planes.length)] &= random.nextLong() & random.nextLong() & 0xFF00_00FFL;
            }
            int place = place();
            byte[] expected = new byte[10 + Kernel.SQUEEZED];
            byte[] actual = expected.clone();
            int end = plain.squeeze(planes, place, expected, 10);
            assertThat(vector.squeeze(planes, place, actual, 10)).isEqualTo(end);
            assertThat(Arrays.copyOf(actual, end)).isEqualTo(Arrays.copyOf(expected, end));
        }
    }

    @Test
    void whatIsGatheredIsHadBack() {
        for (Kernel kernel : List.of(plain, vector)) {
            Gathering gathering = new Gathering(kernel, 3);
            for (int chunk = 0; chunk < 40; chunk++) {
                long[][] expected = new long[6][Block.CHUNK / 64];
                for (int block = 0; block < Block.PER_CHUNK; block++) {
                    for (int rule = 0; rule < 3; rule++) {
                        gather(gathering, chunk, block, rule, expected);
                    }
                }
                Gathered gathered = gathering.finish();
                for (int half = 0; half < 6; half++) {
                    assertHad(gathered, half, expected[half]);
                }
            }
        }
    }

    /// Nothing, everything, a few rows, runs, or any, by chance.
    private void gather(Gathering gathering, int chunk, int block, int rule, long[][] expected) {
        long[] planes = new long[BlockMatcher.RESULT + 2 * Block.WORDS];
        for (int w = 0; w < Block.WORDS; w++) {
            long some = random.nextLong();
            long hold = switch ((chunk + block / 5) % 7) {
                case 0 -> 0;
                case 1 -> -1L;
                case 2 -> w == 9 ? some & 0xF0F : 0;
                case 3 -> w < 20 ? -1L : w == 20 ? 7 : 0;
                case 4 -> some & random.nextLong() & random.nextLong();
                case 5 -> w % 5 == 0 ? some : 0;
                default -> some;
            };
            planes[BlockMatcher.RESULT + w] = hold;
            planes[BlockMatcher.RESULT + Block.WORDS + w] = rule == 1 ? 0 : ~hold;
        }
        int hold = plain.count(planes, BlockMatcher.RESULT);
        int open = plain.count(planes, BlockMatcher.RESULT + Block.WORDS);
        gathering.add(rule, block, planes, hold, open);
        System.arraycopy(planes, BlockMatcher.RESULT, expected[rule], block * Block.WORDS, Block.WORDS);
        System.arraycopy(
                planes, BlockMatcher.RESULT + Block.WORDS, expected[3 + rule], block * Block.WORDS, Block.WORDS);
    }

    private static void assertHad(Gathered gathered, int half, long[] expected) {
        BitSet bits = BitSet.valueOf(expected);
        assertThat(gathered.count(half)).isEqualTo(bits.cardinality());
        Container container = gathered.container(half);
        assertThat(container == null ? 0 : container.getCardinality()).isEqualTo(bits.cardinality());
        for (int row = 0; row < Block.CHUNK; row += 7) {
            assertThat(gathered.contains(half, row)).isEqualTo(bits.get(row));
            assertThat(container != null && container.contains((char) row)).isEqualTo(bits.get(row));
        }
    }

    @Test
    void theEndOfARule() {
        int ended = 0;
        for (int turn = 0; turn < 300; turn++) {
            long[] expected = planes();
            for (int i = 0; i < turn % 7 * 100; i++) {
                expected[random.nextInt(expected.length)] = 0;
            }
            long[] actual = expected.clone();
            int[] program = {0, 1, 2, 3, 1, 2, 4};
            int[] maybe = {place(), place(), place(), turn % 10 == 0 ? -1 : place(), place()};
            int[] sure = {place(), place(), place(), place(), place()};
            int out = turn % 3 == 0 ? -1 : 22 * Block.WORDS;
            int open = place();
            int from = random.nextInt(4);
            long plainly = plain.end(expected, open, program, from, 4, 7, maybe, sure, out);
            long counts = vector.end(actual, open, program, from, 4, 7, maybe, sure, out);
            assertThat(counts).isEqualTo(plainly);
            if (counts > 0) {
                assertThat(actual).isEqualTo(expected);
                ended++;
            }
        }
        assertThat(ended).isGreaterThan(50);
    }

    /// Of the planes the first is empty and the second full; the last two are free for results.
    private long[] planes() {
        long[] planes = new long[PLANES * Block.WORDS];
        for (int i = Block.WORDS; i < planes.length; i++) {
            planes[i] = i < 2 * Block.WORDS ? -1L : random.nextLong() | random.nextLong();
        }
        return planes;
    }

    private int place() {
        return random.nextInt(PLANES - 2) * Block.WORDS;
    }
}
