package org.rongyi.city.portal.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rongyi.rules.Edits;

/// What someone typed into the search field, cut into words: Chinese by characters, everything else by spaces. Widths
/// and capitals do not count, and words that say nothing ("怎么", "how") are left out unless nothing else was typed.
record SearchText(List<String> words) {
    private static final int LONGEST = 100;
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final Pattern CHINESE_FILLERS = Pattern.compile(
            "有没有|能不能|可不可以|怎么办|怎么样|怎么|怎样|如何|什么|哪些|哪里|多少|可以|能够|需要" + "|申请|办理|我们|手续|流程|一[家个间名位些张]|[我要想请问吗呢的了么吧]");
    private static final Set<String> ENGLISH_FILLERS = Set.of(
            "a", "an", "and", "are", "at", "can", "do", "does", "for", "get", "how", "i", "in", "is", "it", "me", "my",
            "of", "on", "or", "our", "the", "there", "to", "we", "what", "where", "which", "with");

    static SearchText of(String typed) {
        String plain = plain(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        List<String> telling = words(CHINESE_FILLERS.matcher(plain).replaceAll(" ")).stream()
                .filter(word -> !ENGLISH_FILLERS.contains(word))
                .toList();
        boolean longer = telling.stream().anyMatch(word -> word.length() > 1 || !isChinese(word));
        if (longer) {
            // 我要开一家面馆: beside a word, one character says nothing.
            telling = telling.stream()
                    .filter(word -> word.length() > 1 || !isChinese(word))
                    .toList();
        }
        return new SearchText(telling.isEmpty() ? words(plain) : telling);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static boolean isChinese(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }

    static List<String> words(String plain) {
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(plain).results().forEach(found -> words.add(found.group()));
        return new ArrayList<>(words);
    }

    /// 稳岗返还 → 稳岗, 岗返, 返还.
    static List<String> pairs(String chinese) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 2 <= chinese.length(); i++) {
            pairs.add(chinese.substring(i, i + 2));
        }
        return pairs;
    }

    /// How many characters of one word stand in the other in the same order: a wrong character in a name costs one.
    static int inOrder(String word, String text) {
        int[] before = new int[text.length() + 1];
        for (int i = 0; i < word.length(); i++) {
            int[] now = new int[text.length() + 1];
            for (int j = 0; j < text.length(); j++) {
                now[j + 1] = word.charAt(i) == text.charAt(j) ? before[j] + 1 : Math.max(before[j + 1], now[j]);
            }
            before = now;
        }
        return before[text.length()];
    }

    /// Whether the text has the word with exactly one wrong character: 稳刚返还 for 稳岗返还.
    static boolean oneWrong(String word, String text) {
        for (int from = 0; from + word.length() <= text.length(); from++) {
            int wrong = 0;
            for (int i = 0; i < word.length() && wrong < 2; i++) {
                wrong += word.charAt(i) == text.charAt(from + i) ? 0 : 1;
            }
            if (wrong == 1) {
                return true;
            }
        }
        return false;
    }

    /// Whether two words differ by so few letters that one is probably the other, misspelt.
    static boolean nearlySame(String typed, String word) {
        int allowed = typed.length() >= 8 ? 2 : typed.length() >= 4 ? 1 : 0;
        return allowed > 0
                && Math.abs(typed.length() - word.length()) <= allowed
                && Edits.typed(typed, word) <= allowed;
    }
}
