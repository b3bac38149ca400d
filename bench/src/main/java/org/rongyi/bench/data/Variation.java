package org.rongyi.bench.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.invented.Draw;

/// Rewrites a rule with another threshold, another term, other industries or another title. The number of forms that a
/// rule can take is limited and a few of them are the usual ones, as thresholds are in real policies.
final class Variation {
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern THRESHOLD =
            Pattern.compile("((?:<=|>=|<|>|\\bthen|\\belse)\\s*)(\\d+(?:\\.\\d+)?)(?![\\d.])");
    private static final Pattern TERM = Pattern.compile("duration\\(\"P(\\d+)([YM])\"\\)");
    private static final Pattern SECTION = Pattern.compile("行业门类 (?:in \\([^)]*\\)|= \"[A-T]\")");
    private static final Pattern HELD_TITLE = Pattern.compile("list contains\\(资质称号, \"[^\"]*\"\\)");
    private static final List<String> FACTORS = List.of(
            "1", "0.5", "2", "0.8", "1.5", "0.6", "3", "0.75", "1.2", "0.4", "2.5", "0.3", "5", "0.7", "1.25", "4",
            "0.2", "0.9", "1.1", "0.25", "6", "8", "0.1", "10", "1.8");
    private static final List<Integer> FROM_NOTHING = List.of(0, 10, 50, 20, 100, 30, 200, 5, 500, 80, 300, 1000);
    private static final int SMALL = 10;
    private static final int STEPS = 9;
    private static final int SECTION_LISTS = 40;
    private static final int MOST_YEARS = 10;
    private static final int QUARTERS = 12;
    private static final int MONTHS_OF_A_QUARTER = 3;

    private final List<String> sections;
    private final List<String> titles;

    Variation(Definitions definitions, long seed) {
        var industry = definitions.classification("industry").orElseThrow();
        var all =
                industry.children(null).stream().map(Classification.Entry::code).toList();
        this.sections = sectionLists(all, seed);
        this.titles = definitions.classification("qualifications").orElseThrow().entries().stream()
                .map(Classification.Entry::code)
                .toList();
    }

    /// Lists of sections such as `("B", "C", "D")`.
    private static List<String> sectionLists(List<String> all, long seed) {
        var draw = Draws.of(seed, -1);
        return IntStream.range(0, SECTION_LISTS)
                .mapToObj(list -> {
                    int from = draw.below(all.size());
                    int to = Math.min(all.size(), from + 1 + draw.below(5));
                    return "(\"" + String.join("\", \"", all.subList(from, to)) + "\")";
                })
                .distinct()
                .toList();
    }

    String of(String rule, Draw draw) {
        var text = replaced(SECTION, rule, match -> "行业门类 in " + draw.usual(sections));
        text = replaced(HELD_TITLE, text, match -> "list contains(资质称号, \"%s\")".formatted(draw.usual(titles)));
        text = replaced(TERM, text, match -> term(match.group(2), draw));
        return thresholds(text, draw);
    }

    private static String term(String unit, Draw draw) {
        int number = unit.equals("Y")
                ? 1 + (int) (MOST_YEARS * draw.unit() * draw.unit())
                : MONTHS_OF_A_QUARTER * (1 + draw.below(QUARTERS));
        return "duration(\"P%d%s\")".formatted(number, unit);
    }

    /// Only numbers that something is compared with, and none inside a text.
    private static String thresholds(String rule, Draw draw) {
        var parts = new ArrayList<String>();
        var texts = TEXT.matcher(rule);
        int from = 0;
        while (texts.find()) {
            parts.add(replaced(THRESHOLD, rule.substring(from, texts.start()), match -> threshold(match, draw)));
            parts.add(texts.group());
            from = texts.end();
        }
        parts.add(replaced(THRESHOLD, rule.substring(from), match -> threshold(match, draw)));
        return String.join("", parts);
    }

    private static String threshold(MatchResultOf match, Draw draw) {
        var number = new BigDecimal(match.group(2));
        return match.group(1) + another(number, draw).toPlainString();
    }

    private static BigDecimal another(BigDecimal number, Draw draw) {
        if (number.signum() == 0) {
            return BigDecimal.valueOf(draw.usual(FROM_NOTHING));
        }
        if (number.scale() <= 0 && number.compareTo(BigDecimal.valueOf(SMALL)) < 0) {
            return number.add(BigDecimal.valueOf((long) (STEPS * draw.unit() * draw.unit())));
        }
        var factor = new BigDecimal(draw.usual(FACTORS));
        var scaled = number.multiply(factor).round(new MathContext(2, RoundingMode.HALF_UP));
        return number.scale() <= 0 ? scaled.setScale(0, RoundingMode.UP) : scaled.stripTrailingZeros();
    }

    private interface MatchResultOf {
        String group(int number);
    }

    private interface Rewriting {
        String of(MatchResultOf match);
    }

    private static String replaced(Pattern pattern, String text, Rewriting rewriting) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(rewriting.of(match::group)));
    }
}
