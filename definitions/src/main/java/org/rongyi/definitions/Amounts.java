package org.rongyi.definitions;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads amounts of registered capital, such as `2,000(万元人民币)`, `1000万元` or `50` with its unit beside it.
///
/// A 万 without a currency is 万元人民币: other currencies are always named in the register. Another currency is
/// never converted, because there is no rate that would be right on every day.
public final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("(-?[\\d,]*\\.?\\d+)(亿|千万|百万|万|千)?(.*)");
    private static final Pattern BESIDE = Pattern.compile("[\\s()\\[\\]]");
    private static final Pattern YUAN = Pattern.compile("元?(人民币|rmb|cny)?元?整?");
    private static final Map<String, BigDecimal> IN_WAN = Map.of(
            "亿", new BigDecimal("10000"),
            "千万", new BigDecimal("1000"),
            "百万", new BigDecimal("100"),
            "万", BigDecimal.ONE,
            "千", new BigDecimal("0.1"),
            "", new BigDecimal("0.0001"));

    /// More than ten thousand times a hundred million yuan is a slip of the unit.
    private static final BigDecimal MOST_WAN = new BigDecimal("100000000");

    private Amounts() {}

    public sealed interface Reading {
        record Wan(BigDecimal amountWan) implements Reading {}

        record Fault(String zh, String en) implements Reading {}
    }

    /// @param unit from a column of its own or from the header; null when there is none
    public static Reading read(String text, @Nullable String unit) {
        String plain = plain(text);
        Matcher matcher = AMOUNT.matcher(plain);
        if (!matcher.matches()) {
            return new Reading.Fault("不是金额", "is no amount");
        }
        String multiple = matcher.group(2) == null ? "" : matcher.group(2);
        String rest = matcher.group(3);
        if (multiple.isEmpty() && rest.isEmpty()) {
            if (unit == null || unit.isBlank()) {
                return new Reading.Fault("没有单位，分不清元和万元", "has no unit: yuan or 10,000 yuan cannot be told apart");
            }
            return read(plain + unit, null);
        }
        if (!YUAN.matcher(rest).matches()) {
            return new Reading.Fault("币种或单位不是人民币，不自动换算", "is not in yuan; other currencies are never converted");
        }
        BigDecimal wan = new BigDecimal(matcher.group(1).replace(",", "")).multiply(IN_WAN.get(multiple));
        if (wan.signum() < 0 || wan.compareTo(MOST_WAN) > 0) {
            return new Reading.Fault("金额超出可能的范围", "lies beyond what is possible");
        }
        BigDecimal plainWan = wan.stripTrailingZeros();
        return new Reading.Wan(plainWan.scale() < 0 ? plainWan.setScale(0) : plainWan);
    }

    private static String plain(String text) {
        return BESIDE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
