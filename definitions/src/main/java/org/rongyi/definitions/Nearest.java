package org.rongyi.definitions;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.rongyi.rules.Edits;

/// The word that was maybe meant: the nearest by edits, if it is near enough to be worth saying.
public final class Nearest {
    private static final int LONGEST_COMPARED = 60;
    private static final int SHORTEST_WITH_STEM = 6;

    private Nearest() {}

    public static Optional<String> to(String word, Collection<String> candidates) {
        if (word.isEmpty() || word.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        var lower = word.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, word.length() / 3);
        return candidates.stream()
                .min(Comparator.<String>comparingInt(
                                candidate -> score(lower, candidate.toLowerCase(Locale.ROOT), allowed))
                        .thenComparingInt(candidate -> Math.abs(candidate.length() - word.length())))
                .filter(candidate -> score(lower, candidate.toLowerCase(Locale.ROOT), allowed) <= allowed);
    }

    /// "Maybe …" for a message, or nothing.
    public static Optional<String> advice(String word, Collection<String> candidates) {
        return to(word, candidates).map(candidate -> "Maybe " + candidate);
    }

    private static int score(String word, String candidate, int allowed) {
        if (contained(word, candidate)) {
            return 0;
        }
        if (abbreviates(word, candidate) || hasStemOf(word, candidate)) {
            return 1;
        }
        return Math.abs(candidate.length() - word.length()) > allowed
                ? Integer.MAX_VALUE
                : Edits.typed(word, candidate);
    }

    /// "微型" is meant by "微型企业", "高新技术企业" by "高新技术".
    private static boolean contained(String word, String candidate) {
        return word.equals(candidate)
                || (word.length() > 1 && candidate.startsWith(word))
                || (candidate.length() > 1 && word.startsWith(candidate));
    }

    /// Chinese shortens by leaving characters out: 个体户 for 个体工商户, 有限公司 for 有限责任公司.
    private static boolean abbreviates(String word, String candidate) {
        if (word.length() < 2 || !word.codePoints().allMatch(Character::isIdeographic)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < candidate.length() && at < word.length(); i++) {
            at += candidate.charAt(i) == word.charAt(at) ? 1 : 0;
        }
        return at == word.length();
    }

    /// A singular for its plural: --policy for --policies.
    private static boolean hasStemOf(String word, String candidate) {
        return word.length() >= SHORTEST_WITH_STEM && candidate.startsWith(word.substring(0, word.length() - 1));
    }
}
