package org.rongyi.definitions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongyi.rules.Element;

/// Finds the texts that a rule compares with one coded element: `主体类型 = "个体工商户"`, `行业代码 in ("C39", …)`,
/// `list contains(资质称号, "…")`, `some x in 资质称号 satisfies x in (…)`, `starts with(行业代码, "C39")`. A misspelt
/// code makes a rule that quietly never holds; that is what this look is for.
final class CodeLiterals {
    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*+)\"";
    private static final Pattern TEXT_PATTERN = Pattern.compile(TEXT);

    /// @param start offset of the opening quote in the rule
    /// @param prefix whether only the beginning of a code is compared
    record Literal(String text, int start, boolean prefix) {}

    private CodeLiterals() {}

    static List<Literal> of(String rule, Element element) {
        var found = new LinkedHashSet<Literal>();
        for (var name : new LinkedHashSet<>(List.of(element.id(), element.zh(), element.en()))) {
            if (!rule.contains(name)) {
                continue; // seen much faster than by seven patterns
            }
            collect(rule, name, found);
            var variable = Pattern.compile(
                            "(?:some|every)\\s+([\\p{L}_][\\p{L}\\p{N}_]*)\\s+in\\s+" + word(name) + "\\s+satisfies")
                    .matcher(rule);
            while (variable.find()) {
                collect(rule, variable.group(1), found);
            }
        }
        return new ArrayList<>(found);
    }

    private static void collect(String rule, String name, Set<Literal> found) {
        var word = word(name);
        var compared = word + "\\s*(?:!=|=)\\s*" + TEXT;
        var reversed = TEXT + "\\s*(?:!=|=)\\s*" + word;
        var contained = "list contains\\s*\\(\\s*" + word + "\\s*,\\s*" + TEXT + "\\s*\\)";
        for (var pattern : List.of(compared, reversed, contained)) {
            collect(Pattern.compile(pattern).matcher(rule), false, found);
        }
        collect(
                Pattern.compile("starts with\\s*\\(\\s*" + word + "\\s*,\\s*" + TEXT)
                        .matcher(rule),
                true,
                found);
        var list = Pattern.compile(word + "\\s+in\\s*(?:[(\\[]([^)\\]]*+)[)\\]]|(?=\"))")
                .matcher(rule);
        while (list.find()) {
            collectList(rule, list, found);
        }
    }

    private static void collect(Matcher matcher, boolean prefix, Set<Literal> found) {
        while (matcher.find()) {
            found.add(new Literal(matcher.group(1), matcher.start(1) - 1, prefix));
        }
    }

    private static void collectList(String rule, Matcher list, Set<Literal> found) {
        int from = list.group(1) == null ? list.end() : list.start(1);
        int to = list.group(1) == null ? rule.length() : list.end(1);
        var text = TEXT_PATTERN.matcher(rule).region(from, to);
        while (text.find()) {
            found.add(new Literal(text.group(1), text.start(), false));
            if (list.group(1) == null) {
                return;
            }
        }
    }

    private static String word(String name) {
        return "(?<![\\p{L}\\p{N}_\"])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_\"])";
    }
}
