package org.rongyi.city.courts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A hand-over in the language of the page.
///
/// @param says what stands now, and what the firm can do
/// @param address of the case on the platform; empty: none was named
/// @param missing papers without which nothing is handed over
public record CourtView(
        long id,
        String title,
        String state,
        boolean draft,
        String says,
        String matter,
        String step,
        String opponent,
        String claim,
        @Nullable String amount,
        @Nullable String consented,
        @Nullable String reference,
        String address,
        List<FileLine> files,
        List<String> missing,
        List<TermLine> terms,
        List<StageLine> stages) {
    public record FileLine(long id, String paper, String name, String size) {}

    /// @param end its last day; null where only the court knows when it began
    public record TermLine(
            String name,
            String length,
            String from,
            @Nullable String end,
            String basis,
            String verify) {}

    public record StageLine(
            String name, String since, @Nullable String meets, String seen) {}

    public record Row(long id, String title, String state, String when) {}

    public record Guide(String name, String address, String telephone, String consent, List<TermLine> terms) {}
}
