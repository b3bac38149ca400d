package org.rongyi.city.appeals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.AppealCatalogue.LegalRoute;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;

/// A call to the hotline, from its first word to its number: what a seat needs to know while somebody speaks, and what
/// becomes of it.
public interface Calls {
    /// What the words tell, for the seat who listens.
    Hints hints(String words, Acting seat);

    /// How what is alike was answered before, as this reader may know it: a seat of all that was not said in
    /// confidence, anybody else only of the cases that they may open themselves.
    List<String> answers(String words, Acting reader);

    /// What is known of a firm that calls: nothing but what it brought up.
    Caller caller(CreditCode firm);

    /// Takes what was said, and answers it at once or merges it, all in one: what cannot be done leaves nothing behind.
    ///
    /// @param what with the category that the seat chose
    Taken take(NewAppeal what, End end, Acting seat);

    /// What this seat took under this key. A number is read aloud, and opens nothing here.
    Optional<Appeal> taken(String key, Acting seat);

    /// @param categories those that fit best, the best first
    /// @param route where the law sends it; null: nowhere else
    /// @param alike appeals that probably report the same and still are to be answered, the nearest first
    /// @param answers how such appeals were answered before
    record Hints(
            List<Seats.Suggested> categories,
            @Nullable LegalRoute route,
            List<AppealTopics.Alike> alike,
            List<String> answers) {}

    /// @param open still to be answered
    /// @param year brought up within a year
    /// @param latest the last one first
    record Caller(int open, int year, List<Appeals.Line> latest) {}

    sealed interface End {
        /// To the department of its category.
        record Dispatch() implements End {}

        /// The seat told it.
        record Answer(String words) implements End {}

        /// It goes on in another one.
        record Merge(String number) implements End {}
    }

    sealed interface Taken {
        /// @param key under which the seat finds it again
        record Done(Appeal appeal, String key) implements Taken {}

        record Elsewhere(LegalRoute route) implements Taken {}

        record Refused(Handling why) implements Taken {}
    }
}
