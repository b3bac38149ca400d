package org.rongyi.city.appeals;

import java.util.List;
import java.util.Optional;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.identity.Acting;

/// One department has an appeal and answers the firm; others are asked for their part, each by a day before the
/// answer is due. Once the appeal is answered, or ends, what is still open has nobody waiting for it and is taken back.
public interface CoHandling {
    /// So many may be open at the same time.
    int MOST_OPEN = 5;

    int LONGEST_QUESTION = 500;

    /// All that were asked, the first one first.
    List<Contribution> of(Appeal appeal);

    /// The longest time that another department can have now, in working days; 0: there is none left.
    int mostWorkingDays(Appeal appeal);

    /// Only whoever handles the appeal, or answers for it, asks.
    Asking ask(Appeal appeal, String unit, String question, int workingDays, Acting lead);

    Handling takeBack(Appeal appeal, long contribution, Acting lead);

    /// What a department that was asked reads for its case: the question, and of the appeal what it needs.
    Optional<Asked> asked(long caseId);

    /// @param words what was said; empty where it was said in confidence: the question tells what is needed
    /// @param lead the department that asks and answers the firm
    record Asked(Contribution contribution, Appeal appeal, String words, String place, String lead) {}

    /// What became of asking.
    sealed interface Asking {
        record Done(Contribution asked) implements Asking {}

        /// Only whoever has the appeal asks.
        record NotYours() implements Asking {}

        /// The appeal is not being handled: it was answered, or nobody took it on.
        record NotNow() implements Asking {}

        /// @param most working days that are left for others; 0: none
        record TooLong(int most) implements Asking {}

        /// Nobody works there, or it has the appeal itself.
        record NoSuchUnit() implements Asking {}

        /// It was asked and has not answered, or as many as may be are open.
        record Enough() implements Asking {}
    }
}
