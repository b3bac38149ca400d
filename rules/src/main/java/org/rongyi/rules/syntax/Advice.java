package org.rongyi.rules.syntax;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people write from habit of other languages or of Chinese typing, and what they mean.
final class Advice {

    /// Signs that the rule language has not.
    record Foreign(int length, String advice) {}

    /// A foreign sign and ours; longer signs first, so that `===` is not read as `==`.
    private static final String SAME = """
            === =
            !== !=
            <=> =
            == =
            => >=
            =< <=
            <> !=
            =! !=
            && and
            || or
            ≥ >=
            ≤ <=
            ≠ !=
            × *
            ÷ /
            ， ,
            、 ,
            （ (
            ） )
            【 [
            】 ]
            ［ [
            ］ ]
            ＝ =
            ＞＝ >=
            ＜＝ <=
            ＞ >
            ＜ <
            ＋ +
            － -
            — -
            – -
            − -
            ＊ *
            ／ /
            “ "
            ” "
            「 "
            」 "
            《 "
            》 "
            ＂ "
            ． .
            ： :
            … ..
            ～ ..
            """;

    private static final Map<String, String> SIGNS = new LinkedHashMap<>();

    static {
        SAME.lines().map(line -> line.split(" ")).forEach(pair -> SIGNS.put(pair[0], "Maybe “%s”.".formatted(pair[1])));
        SIGNS.put("。", "Maybe leave it out: a rule ends without a full stop.");
        SIGNS.put("；", "Maybe join the parts with “and”; a rule is one expression.");
        SIGNS.put(";", "Maybe join the parts with “and”; a rule is one expression.");
        SIGNS.put("‘", "Maybe put texts in double quotes: \"…\".");
        SIGNS.put("’", "Maybe put texts in double quotes: \"…\".");
        SIGNS.put("'", "Maybe put texts in double quotes: \"…\".");
        SIGNS.put("&", "Maybe “and”.");
        SIGNS.put("|", "Maybe “or”.");
        SIGNS.put("！", "Maybe “not(…)” or “!=”.");
        SIGNS.put("%", "Maybe divide by 100: 3 % is 0.03.");
        SIGNS.put("％", "Maybe divide by 100: 3 % is 0.03.");
        SIGNS.put("^", "Maybe “**”.");
        SIGNS.put("{", "Maybe a list in brackets: [ … ].");
        SIGNS.put("}", "Maybe a list in brackets: [ … ].");
        SIGNS.put("?", "Maybe “if … then … else …”.");
        SIGNS.put("@", "Maybe a date: @\"2026-01-31\".");
        SIGNS.put("¥", "Maybe leave it out: numbers are in the element's unit.");
        SIGNS.put("￥", "Maybe leave it out: numbers are in the element's unit.");
    }

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("且", "and"),
            Map.entry("并且", "and"),
            Map.entry("和", "and"),
            Map.entry("以及", "and"),
            Map.entry("或", "or"),
            Map.entry("或者", "or"),
            Map.entry("非", "not(…)"),
            Map.entry("不是", "!="),
            Map.entry("等于", "="),
            Map.entry("大于", ">"),
            Map.entry("小于", "<"),
            Map.entry("不小于", ">="),
            Map.entry("不低于", ">="),
            Map.entry("不大于", "<="),
            Map.entry("不超过", "<="),
            Map.entry("属于", "in"),
            Map.entry("如果", "if"),
            Map.entry("是", "="),
            Map.entry("真", "true"),
            Map.entry("假", "false"),
            Map.entry("空", "null"),
            Map.entry("is", "="),
            Map.entry("elseif", "else if"),
            Map.entry("nil", "null"),
            Map.entry("None", "null"),
            Map.entry("for", "some x in … satisfies …"),
            Map.entry("today", "asOf"),
            Map.entry("now", "asOf"));

    private static final Map<String, String> UNITS =
            Map.of("万", "0000", "千", "000", "百", "00", "亿", "00000000", "k", "000", "K", "000");

    private Advice() {}

    /// The foreign sign that stands at an offset, or null.
    static @Nullable Foreign foreignAt(String text, int at) {
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            if (text.startsWith(sign.getKey(), at)) {
                return new Foreign(sign.getKey().length(), sign.getValue());
            }
        }
        char c = text.charAt(at);
        if (c == '!' && !text.startsWith("!=", at)) {
            return new Foreign(1, "Maybe “not(…)” or “!=”.");
        }
        if (c >= '！' && c <= '～') {
            return new Foreign(1, "Maybe “%s”, typed with half-width characters.".formatted((char) (c - 0xfee0)));
        }
        return null;
    }

    /// What a word may mean that is an operator elsewhere, or null.
    static @Nullable String forWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (!lower.equals(word) && Scanner.KEYWORDS.contains(lower)) {
            return "Maybe “%s”, in small letters.".formatted(lower);
        }
        String meant = WORDS.get(word);
        return meant == null ? null : "Maybe “%s”.".formatted(meant);
    }

    static String afterNumber(String unit) {
        String zeros = UNITS.get(unit.substring(0, 1));
        return zeros == null
                ? "Maybe leave the letters out: numbers are in the element's unit."
                : "Maybe write the number out (%s is %s) in the element's unit."
                        .formatted("1" + unit.charAt(0), "1" + zeros);
    }
}
