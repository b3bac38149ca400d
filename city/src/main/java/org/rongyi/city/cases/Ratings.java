package org.rongyi.city.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;

/// What applicants say about how their cases were handled: once, after the end, and nobody changes it. A bad one
/// becomes
/// an errand of the department: somebody asks what went wrong, by a date.
public interface Ratings {
    int MOST_STARS = 5;
    int LONGEST_WORDS = 500;

    Rating rate(long caseId, int stars, String words, Acting by);

    Optional<Given> of(long caseId);

    /// Over all cases of a title, such as the name of a service item.
    Score score(String title);

    /// What was rated from this day on, the most rated titles first.
    List<OfTitle> since(LocalDate day);

    /// @param bad ratings of so few stars that the department has to ask what went wrong
    record OfTitle(String title, int ratings, BigDecimal average, int bad) {}

    /// @param words empty when the applicant said nothing
    record Given(int stars, String words, Instant at) {}

    /// @param average null while nobody has rated
    record Score(int ratings, @Nullable BigDecimal average) {}

    /// What became of a rating.
    sealed interface Rating {
        record Rated(Given given) implements Rating {}

        /// Only the applicant rates.
        record NotYours() implements Rating {}

        record NotClosed() implements Rating {}

        record RatedBefore(Given given) implements Rating {}
    }
}
