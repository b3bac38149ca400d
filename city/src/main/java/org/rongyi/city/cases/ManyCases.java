package org.rongyi.city.cases;

import java.util.List;
import java.util.function.Function;
import org.rongyi.city.identity.Acting;

/// Makes cases by the hundred thousand, past the software, in a database that has none: for measurements of
/// other rooms.
public interface ManyCases {
    boolean empty();

    /// Closed cases, as they lie there years later.
    void fill(int number);

    /// Does at once what the database does by itself in the hours after so much was written, so that it does not do so
    /// while something is measured.
    void settle();

    /// Open cases, each with a clock that runs out in so many seconds, all in the same minute.
    ///
    /// @param kind id of the kind that one case was opened under before
    void running(int number, String kind, String clock, int seconds);

    /// So many officers of a department work at the same time, each on one case after the other.
    ///
    /// @param one what an officer does with a case, from its beginning to its end
    /// @return what each case came to
    <T> List<T> work(String unit, int officers, int seconds, Function<Acting, T> one);

    /// Rings what is due until nothing is left, as a city that is open does it.
    ///
    /// @return seconds it took; negative when it was not done within `most` seconds
    double ring(int most);
}
