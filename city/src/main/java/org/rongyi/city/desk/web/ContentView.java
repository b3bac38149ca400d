package org.rongyi.city.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was handed in, in the language of the page.
///
/// @param item its name, which in Chinese is the title of the case
/// @param version 1, and one more for each correction
/// @param findings what rules found before it was handed in
public record ContentView(
        String item,
        String application,
        String journey,
        String person,
        String at,
        int version,
        List<ValueLine> values,
        List<PaperLine> papers,
        List<FindingLine> findings) {

    /// @param reported what a department has on record, where the applicant says something else
    /// @param before what stood there before the last correction
    public record ValueLine(
            String name,
            String value,
            String source,
            boolean missing,
            @Nullable String reported,
            @Nullable String before) {}

    /// @param cut the file does not end as such a file ends
    public record PaperLine(
            String name,
            String given,
            boolean exempt,
            @Nullable String file,
            @Nullable String href,
            boolean cut) {}

    public record FindingLine(String reason, String basis, String mend) {}
}
