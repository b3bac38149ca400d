package org.rongyi.city.cases;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/// Texts for statements. That there is none is told as a text, too: the driver would take it for another type
/// otherwise, and the database would read the same statement anew whenever it changes.
final class Texts {
    private static final SqlParameterValue NONE = new SqlParameterValue(Types.VARCHAR, null);

    private Texts() {}

    static Object orNull(@Nullable String text) {
        return text == null ? NONE : text;
    }
}
