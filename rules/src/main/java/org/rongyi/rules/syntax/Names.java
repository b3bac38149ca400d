package org.rongyi.rules.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The names of elements and functions. Those that are more than one plain word (`starts with`, `R&D expense`) the
/// scanner takes as one.
public final class Names {

    private final Map<Character, List<String>> byFirst = new HashMap<>();
    private final List<String> all;

    /// All names that a rule may use.
    public Names(Collection<String> names) {
        all = List.copyOf(names);
        for (String name : names) {
            if (!name.isEmpty() && !isWord(name)) {
                byFirst.computeIfAbsent(name.charAt(0), c -> new ArrayList<>()).add(name);
            }
        }
        byFirst.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(String::length).reversed()));
    }

    /// Every name, for advice.
    List<String> all() {
        return all;
    }

    /// The end of the longest name that starts at the offset, or -1. A blank in a name stands for any run of blanks.
    int endOfNameAt(String text, int start) {
        int longest = -1;
        for (String name : byFirst.getOrDefault(text.charAt(start), List.of())) {
            longest = Math.max(longest, matchEnd(text, start, name));
        }
        return longest;
    }

    private static int matchEnd(String text, int start, String name) {
        int at = start;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (at >= text.length() || (text.charAt(at) != c && !(c == ' ' && isBlank(text.charAt(at))))) {
                return -1;
            }
            at++;
            while (c == ' ' && at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
        }
        boolean cutsWord = at < text.length() && isPart(text.charAt(at)) && isPart(text.charAt(at - 1));
        return cutsWord ? -1 : at;
    }

    static boolean isWord(String name) {
        return isStart(name.charAt(0)) && name.chars().allMatch(c -> isPart((char) c));
    }

    static boolean isStart(char c) {
        return (Character.isLetter(c) && !isFullWidth(c)) || c == '_';
    }

    static boolean isPart(char c) {
        return (Character.isLetterOrDigit(c) && !isFullWidth(c)) || c == '_';
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0';
    }

    /// Full-width Latin letters and digits look right and match nothing, so they are no letters here.
    private static boolean isFullWidth(char c) {
        return c >= '\uff01' && c <= '\uff5e';
    }
}
