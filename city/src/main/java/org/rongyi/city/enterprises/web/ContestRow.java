package org.rongyi.city.enterprises.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Contest;

/// A contest as the pages show it.
///
/// @param due the day by which it must be answered, with how far away it is; null when it has been answered
/// @param answer what the department said; null while it is open
public record ContestRow(
        long id,
        String firm,
        String creditCode,
        String element,
        String elementName,
        String department,
        String contested,
        @Nullable String claimed,
        String reason,
        String asOf,
        String opened,
        @Nullable String due,
        @Nullable String left,
        boolean late,
        Contest.State state,
        String stateWords,
        @Nullable String answer,
        @Nullable String answered) {
    public boolean open() {
        return state == Contest.State.OPEN;
    }

    public String stateStyle() {
        return switch (state) {
            case OPEN -> late ? "govuk-tag--action" : "govuk-tag--going";
            case UPHELD -> "govuk-tag--going";
            case REJECTED -> "govuk-tag--quiet";
        };
    }
}
