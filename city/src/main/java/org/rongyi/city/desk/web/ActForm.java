package org.rongyi.city.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Option;

/// The form of an act: what it asks for, in the language of the page.
///
/// @param href where it is sent
/// @param follows what happens then
/// @param faultLines lines for what the applicant has to correct; 0: the reason is one text
/// @param choice one of a list; null: nothing to choose
public record ActForm(
        String title,
        String href,
        String button,
        int seen,
        List<String> follows,
        int faultLines,
        Ask reason,
        Ask basis,
        Ask proof,
        @Nullable Choice choice) {
    public static final String CHOICE = "choice";
    public static final String REASON = "reason";
    public static final String BASIS = "basis";
    public static final String PROOF = "proof";

    public enum Ask {
        NO,
        MAY,
        MUST;

        public boolean asked() {
            return this != NO;
        }
    }

    /// @param radios a short list; otherwise a long one
    public record Choice(String legend, List<Option> options, boolean radios) {}

    /// The field of a fault line, from 1.
    public static String fault(int line) {
        return "fault-" + line;
    }
}
