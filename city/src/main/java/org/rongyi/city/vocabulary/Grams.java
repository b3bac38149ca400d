package org.rongyi.city.vocabulary;

import java.util.Arrays;

/// A text as its pairs of neighbouring signs. Chinese has no spaces, and most of its words have two signs: an
/// index of pairs finds 检查 within any text, which an index of threes cannot.
public final class Grams {
    private static final int SIGN_BITS = 16;

    private Grams() {}

    /// Each pair once, as a number; none for a text of fewer than two signs.
    public static int[] of(String text) {
        String plain = plain(text);
        int[] grams = new int[Math.max(0, plain.length() - 1)];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = plain.charAt(i) << SIGN_BITS | plain.charAt(i + 1);
        }
        return Arrays.stream(grams).distinct().toArray();
    }

    /// What is searched in and for: letters and digits, without what people put between them.
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
