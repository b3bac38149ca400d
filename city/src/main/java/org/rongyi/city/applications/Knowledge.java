package org.rongyi.city.applications;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.rules.Row;

/// What is known when an application is worked on: what the person said, then the portrait of the firm.
///
/// @param portrait null where the application is about a firm that does not exist yet
public record Knowledge(Map<String, Object> said, @Nullable Portrait portrait) implements Row {
    static final String CREDIT_CODE = "creditCode";

    @Override
    public @Nullable Object value(String elementId) {
        Object answer = said.get(elementId);
        return answer == null ? onRecord(elementId) : answer;
    }

    /// What the departments or the firm itself have on record.
    public @Nullable Object onRecord(String elementId) {
        if (portrait == null) {
            return null;
        }
        Object value = portrait.value(elementId);
        return value == null && elementId.equals(CREDIT_CODE) ? portrait.firm().value() : value;
    }

    public Optional<Portrait.Fact> fact(String elementId) {
        return Optional.ofNullable(portrait).flatMap(known -> known.fact(elementId));
    }
}
