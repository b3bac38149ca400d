package org.rongyi.rules.column;

/// The kernel in plain Java. Loops are written so that the compiler may turn them into vectors by itself.
final class PlainKernel extends Kernel {

    @Override
    String name() {
        return "plain";
    }

    @Override
    void codesIn(byte[] codes, int at, int low, int high, long[] planes, int to, boolean more) {
        int width = high - low;
        for (int w = 0; w < Block.WORDS; w++) {
            long word = 0;
            int first = at + (w << 6);
            for (int i = 63; i >= 0; i--) {
                word = word << 1 | (width - ((codes[first + i] & 0xFF) - low & 0xFF) >>> 31 ^ 1);
            }
            planes[to + w] = more ? planes[to + w] | word : word;
        }
    }

    @Override
    void codesIn(short[] codes, int at, int low, int high, long[] planes, int to, boolean more) {
        int width = high - low;
        for (int w = 0; w < Block.WORDS; w++) {
            long word = 0;
            int first = at + (w << 6);
            for (int i = 63; i >= 0; i--) {
                word = word << 1 | (width - ((codes[first + i] & 0xFFFF) - low & 0xFFFF) >>> 31 ^ 1);
            }
            planes[to + w] = more ? planes[to + w] | word : word;
        }
    }

    @Override
    boolean codesIn(short[] codes, int at, int low, int high, int edge, long[] planes, int to, int beside) {
        codesIn(codes, at, low, high, planes, to, false);
        codesIn(codes, at, edge, edge, planes, beside, false);
        long found = 0;
        for (int w = 0; w < Block.WORDS; w++) {
            found |= planes[beside + w];
        }
        return found != 0;
    }

    @Override
    void codesIn(int[] codes, int at, int low, int high, long[] planes, int to, boolean more) {
        for (int w = 0; w < Block.WORDS; w++) {
            long word = 0;
            int first = at + (w << 6);
            for (int i = 63; i >= 0; i--) {
                int code = codes[first + i];
                word = word << 1 | (code >= low && code <= high ? 1 : 0);
            }
            planes[to + w] = more ? planes[to + w] | word : word;
        }
    }

    @Override
    void valuesIn(long[] values, long low, long high, long[] planes, int to) {
        for (int w = 0; w < Block.WORDS; w++) {
            long word = 0;
            for (int i = (w << 6) + 63; i >= w << 6; i--) {
                word = word << 1 | (values[i] >= low && values[i] <= high ? 1 : 0);
            }
            planes[to + w] = word;
        }
    }

    @Override
    void compareWithZero(double[] values, double[] errors, long[] planes, int above, int unsure) {
        for (int w = 0; w < Block.WORDS; w++) {
            long greater = 0;
            long near = 0;
            for (int i = (w << 6) + 63; i >= w << 6; i--) {
                boolean more = values[i] > errors[i];
                boolean less = values[i] < -errors[i];
                greater = greater << 1 | (more ? 1 : 0);
                near = near << 1 | (more || less ? 0 : 1);
            }
            planes[above + w] = greater;
            planes[unsure + w] = near;
        }
    }

    @Override
    void compareWith(
            double[] values, double[] errors, double constant, double error, long[] planes, int above, int unsure) {
        for (int w = 0; w < Block.WORDS; w++) {
            long greater = 0;
            long open = 0;
            for (int i = 63; i >= 0; i--) {
                double value = values[(w << 6) + i] - constant;
                double within = Approximation.error(errors[(w << 6) + i], error, value);
                greater = greater << 1 | (value > within ? 1 : 0);
                open = open << 1 | (value > within || -value > within ? 0 : 1);
            }
            planes[above + w] = greater;
            planes[unsure + w] = open;
        }
    }

    @Override
    void quotients(double[] a, double[] aErrors, double[] b, double[] bErrors, double[] quotients, double[] errors) {
        for (int i = 0; i < Block.ROWS; i++) {
            double quotient = a[i] / b[i];
            double least = Math.abs(b[i]) - bErrors[i];
            double error = (aErrors[i] + Math.abs(quotient) * bErrors[i]) / least * Approximation.SLACK
                    + (a[i] == 0 ? 0 : Approximation.tiny(quotient))
                    + NumberVector.rounding(quotient);
            quotients[i] = quotient;
            errors[i] = least > 0 ? error : Double.POSITIVE_INFINITY;
        }
    }

    @Override
    void choose(long[] bits, long[] yes, long yesFactor, long[] no, long noFactor, long[] into) {
        for (int i = 0; i < Block.ROWS; i++) {
            into[i] = Bits.get(bits, i) ? yes[i] * yesFactor : no[i] * noFactor;
        }
    }

    @Override
    boolean and(long[] planes, int a, int b, int to) {
        long any = 0;
        for (int w = 0; w < Block.WORDS; w++) {
            long word = planes[a + w] & planes[b + w];
            planes[to + w] = word;
            any |= word;
        }
        return any != 0;
    }

    @Override
    void or(long[] planes, int a, int to) {
        for (int w = 0; w < Block.WORDS; w++) {
            planes[to + w] |= planes[a + w];
        }
    }

    @Override
    void anyOf(long[] planes, int[] parts, int[] maybe, int[] sure, int may, int yes) {
        for (int w = 0; w < Block.WORDS; w++) {
            long any = 0;
            long hold = 0;
            for (int part : parts) {
                long word = planes[maybe[part] + w];
                any |= word;
                hold |= word & planes[sure[part] + w];
            }
            planes[may + w] = any;
            if (yes != BlockMatcher.ALL) {
                planes[yes + w] = hold;
            }
        }
    }

    @Override
    void not(long[] planes, int a, int to) {
        for (int w = 0; w < Block.WORDS; w++) {
            planes[to + w] = ~planes[a + w];
        }
    }

    @Override
    int count(long[] planes, int a) {
        int count = 0;
        for (int w = 0; w < Block.WORDS; w++) {
            count += Long.bitCount(planes[a + w]);
        }
        return count;
    }

    @Override
    int places(long[] planes, int a, byte[] into, int at) {
        int next = at;
        for (int w = 0; w < Block.WORDS; w++) {
            for (long open = planes[a + w]; open != 0; open &= open - 1) {
                Gathering.SHORT.set(into, next, (short) ((w << 6) + Long.numberOfTrailingZeros(open)));
                next += 2;
            }
        }
        return next;
    }

    @Override
    long end(long[] planes, int open, int[] program, int from, int known, int to, int[] maybe, int[] sure, int out) {
        long[] left = new long[Block.WORDS];
        System.arraycopy(planes, open, left, 0, Block.WORDS);
        for (int i = from; i < known; i++) {
            int place = maybe[program[i]];
            if (place < 0) {
                return ~i;
            }
            if (!narrow(left, planes, place)) {
                return 0;
            }
        }
        long count = count(left, 0);
        if (out >= 0) {
            System.arraycopy(left, 0, planes, out + Block.WORDS, Block.WORDS);
        }
        for (int i = known; i < to; i++) {
            narrow(left, planes, sure[program[i]]);
        }
        if (out >= 0) {
            for (int w = 0; w < Block.WORDS; w++) {
                planes[out + w] = left[w];
                planes[out + Block.WORDS + w] &= ~left[w];
            }
        }
        return count << 32 | count(left, 0);
    }

    private static boolean narrow(long[] left, long[] planes, int place) {
        long any = 0;
        for (int w = 0; w < Block.WORDS; w++) {
            left[w] &= planes[place + w];
            any |= left[w];
        }
        return any != 0;
    }
}
