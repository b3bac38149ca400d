package org.rongyi.city.utilities.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.SummaryRow;

/// The record of a survey as a crew has it on its phone, in the language of the page.
///
/// @param draft names what the phone keeps until it is sent: of whom, and of which visit
/// @param hash of the record that is shown, which a signature names
/// @param missing names of what is to be filled in before anybody can sign; empty: nothing is
/// @param waiting names of the crews that have not signed this record; empty: all have
/// @param record what stands in it, to be read
public record SurveyView(
        long visit,
        String draft,
        String hash,
        String firm,
        String when,
        String where,
        String contact,
        String phone,
        List<SummaryRow> wanted,
        List<Section> sections,
        ConnectionView.@Nullable RecordView record,
        List<Crew> crews,
        Stage stage,
        String missing,
        String waiting) {
    /// What the crew can do now.
    public enum Stage {
        /// The day has not come: it can be filled in, and not signed.
        EARLY,
        MISSING,
        TO_SIGN,
        /// Others have not.
        SIGNED,
        /// Somebody said that the crew is not there.
        AWAY,
        CLOSED,
        /// Moved, or nobody comes any more.
        OFF
    }

    /// @param folded another crew's: there, and not in the way
    /// @param says how much of it is filled in
    public record Section(String id, String title, boolean folded, String says, List<Field> fields) {}

    /// @param id `site.measure` or `utility.measure`
    /// @param value as it stands in the record
    public record Field(String id, String label, @Nullable String unit, boolean number, String value) {}

    /// @param absent the others go on without it
    /// @param canMiss it may be said now that it is not there
    public record Crew(
            String utility, String name, String state, String says, String tag, boolean absent, boolean canMiss) {}

    /// In the list.
    public record Job(String href, String when, String where, String says) {}

    /// @param late the day has passed, and not all have signed
    public record Day(String title, boolean late, List<Job> jobs) {}
}
