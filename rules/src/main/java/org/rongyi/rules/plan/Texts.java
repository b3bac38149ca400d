package org.rongyi.rules.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Text functions of FEEL. Characters are Unicode code points, counted from 1.
final class Texts {

    private Texts() {}

    /// Null for a start of 0, or one outside the text; a negative start counts from the end.
    static @Nullable String substring(String text, BigDecimal start, @Nullable BigDecimal length) {
        int count = text.codePointCount(0, text.length());
        long from = start.longValue();
        if (from == 0 || Math.abs(from) > count || (length != null && length.longValue() < 1)) {
            return null;
        }
        long first = from > 0 ? from - 1 : count + from;
        long last = length == null ? count : Math.min(count, first + length.longValue());
        int begin = text.offsetByCodePoints(0, (int) first);
        return text.substring(begin, text.offsetByCodePoints(begin, (int) (last - first)));
    }

    static String before(String text, String match) {
        int at = text.indexOf(match);
        return at < 0 ? "" : text.substring(0, at);
    }

    static String after(String text, String match) {
        int at = text.indexOf(match);
        return at < 0 ? "" : text.substring(at + match.length());
    }
}
