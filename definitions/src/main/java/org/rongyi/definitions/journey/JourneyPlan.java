package org.rongyi.definitions.journey;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.ServiceItem;

/// What follows from a journey for one applicant, as far as it is known.
///
/// @param parts every item of the journey and whether it applies, in the order of the file
/// @param questions elements to ask for next, the one that settles most first; empty when all is settled
/// @param form every element that the applying items need, each once
/// @param papers every material and licence that they need, each once
/// @param steps the applying items, each after those whose results it needs
/// @param workingDays the longest chain; what runs beside it is done by then
/// @param oneByOneDays the same items one after another
public record JourneyPlan(
        JourneyDefinition journey,
        List<Decided> parts,
        List<Question> questions,
        List<Field> form,
        List<Paper> papers,
        List<Step> steps,
        int workingDays,
        int oneByOneDays) {

    /// Whether an item of the journey applies.
    public enum Verdict {
        APPLIES,
        /// The applicant has the permit that it would bring.
        HELD,
        /// Its condition fails.
        NOT_NEEDED,
        /// Hangs on what is not known.
        OPEN,
        /// The applicant left it out.
        LEFT_OUT
    }

    /// @param missing what the verdict hangs on
    /// @param situations those that hold
    public record Decided(
            ServiceItem item,
            JourneyDefinition.Part part,
            Verdict verdict,
            SortedSet<String> missing,
            List<ServiceItem.Situation> situations) {}

    /// @param items ids of the items about which the answer says something
    public record Question(String element, List<String> items) {}

    /// Where a value of the form comes from.
    public enum Origin {
        KNOWN,
        ASKED,
        /// Another item yields it before it is needed.
        YIELDED,
        /// Nobody can answer it, and the item that yields it does not apply.
        LACKING
    }

    /// @param from the items that yield it
    /// @param neededBy the items that need it
    public record Field(String element, Origin origin, Set<String> from, List<String> neededBy) {}

    /// What the applicant has to do about a paper.
    public enum Handling {
        HAND_IN,
        /// Hand it in or promise to bring it later.
        PROMISE,
        /// An e-licence at hand proves it.
        LICENCE_HELD,
        /// Another item issues it before it is needed.
        ISSUED_BEFORE,
        /// A department has the data.
        SHARED
    }

    /// @param id id of a material, or of a licence that is asked for itself
    /// @param by what makes it needless: id of the licence or department; null where it is handed in
    public record Paper(
            String id,
            boolean licence,
            Handling handling,
            @Nullable String by,
            List<String> neededBy) {
        public boolean handedIn() {
            return handling == Handling.HAND_IN || handling == Handling.PROMISE;
        }
    }

    /// @param after ids of the items whose results it needs
    /// @param stage 1 for those that start at once, then one more than the latest before it
    /// @param start working days that have passed when it can start
    /// @param days working days that it takes; null: nobody has published them, counted as none
    /// @param critical whether the whole takes longer when this does
    public record Step(
            ServiceItem item,
            Set<String> after,
            int stage,
            int start,
            @Nullable Integer days,
            boolean critical) {
        public int end() {
            return start + (days == null ? 0 : days);
        }
    }

    /// Whether the days are all that it takes: no answer can add an item or another situation, and every item has a
    /// time.
    public boolean certain() {
        return questions.isEmpty()
                && with(Verdict.OPEN).isEmpty()
                && withoutLimit().isEmpty();
    }

    public List<Decided> with(Verdict verdict) {
        return parts.stream().filter(part -> part.verdict() == verdict).toList();
    }

    public List<Field> with(Origin origin) {
        return form.stream().filter(field -> field.origin() == origin).toList();
    }

    public Optional<Field> field(String element) {
        return form.stream().filter(field -> field.element().equals(element)).findFirst();
    }

    public Optional<Step> step(String item) {
        return steps.stream().filter(step -> step.item().id().equals(item)).findFirst();
    }

    /// The applying items whose days nobody has published.
    public List<ServiceItem> withoutLimit() {
        return steps.stream()
                .filter(step -> step.days() == null)
                .map(Step::item)
                .toList();
    }
}
