package org.rongyi.city.appeals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a call, in its language.
public final class CallView {
    private CallView() {}

    /// What the caller is told: number, code, who has it and until when.
    public record Taken(String number, String code, String state, String unit, String due) {}

    public record Caller(String name, String open, String year, List<SeatRow> latest) {}

    /// @param route where the law sends it; null: nowhere else
    /// @param unit the department of the chosen category; empty: none is chosen
    public record Hints(
            List<String> categories,
            @Nullable String route,
            List<SeatRow> alike,
            List<String> answers,
            String unit,
            String days) {}
}
