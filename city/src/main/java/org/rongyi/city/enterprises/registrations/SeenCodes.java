package org.rongyi.city.enterprises.registrations;

import java.util.HashMap;
import java.util.Map;
import org.rongyi.city.vocabulary.CreditCode;

/// Which credit codes a file has held so far, and in which line: some 24 bytes each, so that a file of millions of
/// rows can be checked for duplicates.
final class SeenCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int BITS_OF_SUBJECT = 40;

    private final Map<String, Long> prefixes = new HashMap<>();
    private long[] codes = new long[1 << 12];
    private int[] lines = new int[1 << 12];
    private int size;

    /// The line in which the code stood first; 0 when it has not been seen, and then it has been now.
    int firstLine(CreditCode code, int line) {
        if (size * 2 > codes.length) {
            grow();
        }
        int at = slot(codes, lines, key(code));
        if (lines[at] != 0) {
            return lines[at];
        }
        codes[at] = key(code);
        lines[at] = line;
        size++;
        return 0;
    }

    /// Exact: the two check characters follow from the rest, so a number for the first eight characters and the
    /// eight of the subject tell codes apart.
    private long key(CreditCode code) {
        long subject = 0;
        for (int i = 8; i < 16; i++) {
            subject = subject * 31 + ALPHABET.indexOf(code.value().charAt(i));
        }
        long prefix = prefixes.computeIfAbsent(code.value().substring(0, 8), _ -> (long) prefixes.size());
        return prefix << BITS_OF_SUBJECT | subject;
    }

    private static int slot(long[] codes, int[] lines, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & codes.length - 1;
        while (lines[at] != 0 && codes[at] != key) {
            at = at + 1 & codes.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldCodes = codes;
        int[] oldLines = lines;
        codes = new long[oldCodes.length * 2];
        lines = new int[oldLines.length * 2];
        for (int i = 0; i < oldCodes.length; i++) {
            if (oldLines[i] != 0) {
                int at = slot(codes, lines, oldCodes[i]);
                codes[at] = oldCodes[i];
                lines[at] = oldLines[i];
            }
        }
    }
}
