package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Row;

/// Which firm fits which policy, with reasons.
public interface Matches {
    /// Every policy in force on the day, judged for the given data.
    Judgement judge(Row data, LocalDate asOf);

    /// The same for a firm of the register, with its portrait as of that day; empty when the register does not know it.
    /// Judged for today, what changed since the last time is added to the firm's history.
    Optional<Judgement> forFirm(CreditCode firm, LocalDate asOf);

    /// The same for a firm whose portrait has been read already.
    Judgement forFirm(Portrait portrait);

    /// The same as the firm reads it: what it was entitled to before it contested a value stands until the department
    /// answers, marked by what is contested.
    Judgement standing(Portrait portrait);

    /// What to ask the firm next, the question that decides most policies first; at most `limit`. Only what the firm
    /// itself may supply, never what is known or contested.
    List<Question> questions(Portrait portrait, int limit);

    /// The same for data that belongs to no firm of the register: everything that has a question may be asked, also
    /// what a department would know.
    List<Question> questions(Row data, LocalDate asOf, int limit);

    /// How the firm's matches changed: at most `limit` moments from the one with this number on, the newest being 0.
    History history(CreditCode firm, int offset, int limit);

    /// A part of a firm's history.
    ///
    /// @param moments at how many moments something changed, in the whole history
    /// @param newestFirst everything that changed at the moments of this part
    /// @param before how each policy was judged last before them; one that is missing was judged for the first time
    record History(int moments, List<RecordedMatch> newestFirst, Collection<RecordedMatch> before) {}

    /// One line of the firm's history.
    Optional<RecordedMatch> recorded(CreditCode firm, long id);

    /// The recorded match judged again, by the text and the values of then; empty when it says that a policy has ended,
    /// and when rules of that text no longer compile.
    Optional<Match> replay(RecordedMatch recorded);

    /// How many entities of the city each policy in force reaches.
    CityReach reach();
}
