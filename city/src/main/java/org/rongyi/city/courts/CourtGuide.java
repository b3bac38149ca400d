package org.rongyi.city.courts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.definitions.Words;

/// What a city says of its courts' platform in `courts.yaml`. A city without the file hands nothing over.
///
/// @param address where firms go themselves; empty where there is no platform
/// @param consent what a firm agrees to, word for word
public record CourtGuide(
        Words name,
        String address,
        String telephone,
        Words consent,
        List<Named> matters,
        List<Named> steps,
        List<Paper> papers,
        List<Term> terms) {
    static final CourtGuide NONE =
            new CourtGuide(Words.same(""), "", "", Words.same(""), List.of(), List.of(), List.of(), List.of());

    public boolean exists() {
        return !matters.isEmpty();
    }

    public record Named(String id, Words name) {}

    /// @param needed without it nothing is handed over
    public record Paper(String id, Words name, Words hint, boolean needed) {}

    /// How long the law gives.
    ///
    /// @param days all days count; 0: months do
    /// @param from what it counts from, for the reader
    /// @param fromHandOver it counts from the day of the hand-over, so that its end is known
    /// @param verify what still has to be looked up; empty: nothing
    public record Term(Words name, int days, int months, Words from, boolean fromHandOver, Words basis, Words verify) {
        /// Its last day.
        public LocalDate end(LocalDate handedOver) {
            return handedOver.plusMonths(months).plusDays(days);
        }
    }

    public Words matter(String id) {
        return name(matters, id);
    }

    public Words step(String id) {
        return name(steps, id);
    }

    private static Words name(List<Named> some, String id) {
        return some.stream()
                .filter(each -> each.id().equals(id))
                .map(Named::name)
                .findFirst()
                .orElse(Words.same(id));
    }

    public Optional<Paper> paper(String id) {
        return papers.stream().filter(paper -> paper.id().equals(id)).findFirst();
    }
}
