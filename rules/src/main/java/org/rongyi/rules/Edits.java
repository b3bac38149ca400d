package org.rongyi.rules;

import java.util.Arrays;

/// How far two short texts are apart: the fewest edits that make one of the other.
public final class Edits {
    private Edits() {}

    /// Characters put in, left out or replaced, and neighbours swapped, as fingers do.
    public static int typed(String one, String other) {
        return apart(one, other, true);
    }

    /// Characters put in, left out or replaced, as a reader of pictures does.
    public static int read(String one, String other) {
        return apart(one, other, false);
    }

    private static int apart(String a, String b, boolean swaps) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(last[j - 1] + change, 1 + Math.min(last[j], now[j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swaps && swapped) {
                    now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = now;
        }
        return last[b.length()];
    }
}
