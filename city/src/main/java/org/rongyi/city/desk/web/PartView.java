package org.rongyi.city.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What other departments were asked about an appeal, in the language of the page.
///
/// @param mayAsk the reader may ask another one now
public record PartView(List<Line> lines, boolean mayAsk) {
    /// @param due until when; null once it is answered
    /// @param back the reader may take it back
    public record Line(
            long id,
            String number,
            String unit,
            String question,
            String state,
            String tag,
            @Nullable String due,
            List<String> answer,
            boolean back) {}

    /// Before whoever was asked: the question and what is needed for it.
    ///
    /// @param words empty where it was said in confidence
    public record Asked(String lead, String appeal, String question, String category, String words, String place) {}

    public boolean shown() {
        return mayAsk || !lines.isEmpty();
    }
}
