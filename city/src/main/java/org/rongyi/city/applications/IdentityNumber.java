package org.rongyi.city.applications;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The number of an identity card (GB 11643-1999): area, day of birth, order, check character.
final class IdentityNumber {
    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdentityNumber() {}

    /// What is wrong with it, in Chinese; null: nothing.
    static @Nullable String faultIn(String number, LocalDate today) {
        String plain = number.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(plain).matches()) {
            return "要 18 位";
        }
        try {
            if (LocalDate.parse(plain.substring(6, 14), DAY).isAfter(today)) {
                return "里的出生日期还没有到";
            }
        } catch (DateTimeException noDay) {
            return "里的出生日期不存在";
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (plain.charAt(i) - '0');
        }
        return plain.charAt(17) == CHECKS.charAt(sum % 11) ? null : "末位校验码不对";
    }
}
