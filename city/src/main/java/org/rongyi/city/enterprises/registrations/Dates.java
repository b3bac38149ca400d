package org.rongyi.city.enterprises.registrations;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads days as registration files write them: `2014-08-01`, `2014/8/1`, `2014.8.1`, `2014年8月1日`, `20140801`, each
/// perhaps with a time behind it.
final class Dates {
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))(?:[T\\s]+[\\d:.]+Z?)?");

    private Dates() {}

    /// Null when it is no day.
    static @Nullable LocalDate read(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return null;
        }
        boolean separated = day.group(2) != null;
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(1)),
                    Integer.parseInt(day.group(separated ? 2 : 4)),
                    Integer.parseInt(day.group(separated ? 3 : 5)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
