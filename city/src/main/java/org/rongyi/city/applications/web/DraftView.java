package org.rongyi.city.applications.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// A draft in the language of the page.
///
/// @param firm for whom; null while somebody founds a firm
/// @param assisted who types it at a window, with whose consent; null where the applicant does it alone
/// @param filled how many values of the form are there
/// @param ready how many of them nobody had to type
/// @param total "7 个工作日", with "at least" while an answer or a time is missing
/// @param done the day on which all is done when handed in today; null while that is uncertain, and where the
///     calendar does not reach
public record DraftView(
        long id,
        Words journey,
        @Nullable String firm,
        @Nullable String assisted,
        List<Step> steps,
        List<Item> items,
        List<Item> open,
        int fields,
        int filled,
        int ready,
        String total,
        @Nullable String done) {

    /// One step of preparing.
    ///
    /// @param left how much is still to do, in words; empty when nothing is
    public record Step(String key, String title, String says, String left, String href) {}

    /// @param optional whether it can be left out, or is
    public record Item(
            String id,
            String name,
            String department,
            @Nullable String why,
            boolean optional,
            boolean leftOut) {}

    /// Where to go on: the first step with something left.
    public Step next() {
        return steps.stream().filter(step -> !step.left().isEmpty()).findFirst().orElse(steps.getLast());
    }
}
