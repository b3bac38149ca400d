package org.rongyi.city.enterprises;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Row;

/// What the register takes over from a portrait.
final class RegisterEntry {
    static final String NAME = "entityName";
    static final String TYPE = "entityType";
    static final String AREA = "operatingAreaCode";
    static final String INDUSTRY = "industryCode";
    static final String ESTABLISHED = "establishedOn";

    /// A new fact of one of these changes the entry.
    static final Set<String> ELEMENTS = Set.of(NAME, TYPE, AREA, INDUSTRY, ESTABLISHED);

    private RegisterEntry() {}

    /// @throws IllegalArgumentException when there is no name
    static Enterprise of(CreditCode firm, Row facts) {
        String name = (String) facts.value(NAME);
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(
                    "firm (" + firm + ") has no name (" + NAME + "): the register cannot enter it");
        }
        return new Enterprise(
                firm,
                name,
                (String) facts.value(TYPE),
                area((String) facts.value(AREA)),
                (String) facts.value(INDUSTRY),
                (LocalDate) facts.value(ESTABLISHED));
    }

    /// A contested name is still the name the firm is found by.
    static Enterprise of(Portrait portrait) {
        return of(portrait.firm(), element -> {
            Portrait.Fact name = portrait.facts().get(NAME);
            return element.equals(NAME) && name != null ? name.value() : portrait.value(element);
        });
    }

    static @Nullable AreaCode area(@Nullable String code) {
        return code != null && AreaCode.isValid(code) ? new AreaCode(code) : null;
    }
}
