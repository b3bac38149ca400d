package org.rongyi.city.appeals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeals.Answer;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.identity.Acting;

/// The work of the hotline's seats and of those who handle appeals: dispatch what nobody was sure of, call
/// back, see who the reporter is.
public interface Seats {
    int ON_A_PAGE = 50;

    /// What waits to be dispatched, the oldest first.
    ///
    /// @param after cursor of the page before; empty: the first
    Waiting toDispatch(String after);

    /// What waits for a call, the oldest answer first.
    Waiting toCallBack(String after);

    Optional<Appeal> find(String number);

    Optional<Appeal> ofCase(long caseId);

    /// Chooses the category: type, department and working days follow from it; a person may name another
    /// department.
    Handling dispatch(Appeal appeal, String category, @Nullable String type, @Nullable String unit, Acting seat);

    /// Which categories its words tell, the best first; empty while nothing is learnt.
    List<Suggested> suggestions(Appeal appeal);

    /// This appeal ends in another one that is still to be answered; with it goes what was merged into it
    /// before. Never in one that was brought up in confidence: its answer is read by nobody else.
    Handling merge(Appeal appeal, String intoNumber, Acting seat);

    /// What the firm said on the telephone. The seat must have had no hand in the appeal.
    Handling calledBack(Appeal appeal, Answer answer, Acting seat);

    /// Nobody was reached. After as many tries on different days as the city asks for it may be closed as
    /// such.
    Tried notReached(Appeal appeal, String words, boolean close, Acting seat);

    List<Attempt> attempts(Appeal appeal);

    /// Records that this person looked at what was said.
    void look(Appeal appeal, Acting who);

    /// Who said it; recorded. Empty where the reporter asked that the department does not learn it, and for
    /// those who have no hand in the appeal.
    Optional<Appeal.Reporter> reveal(Appeal appeal, Acting who);

    /// @param confidence 0 to 1
    record Suggested(String category, double confidence) {}

    /// @param all how many wait, on all pages
    /// @param next cursor of the page that follows; null at the end
    record Waiting(List<Line> lines, int all, @Nullable String next) {}

    /// @param since when it began to wait
    /// @param contactBy until when somebody speaks to the firm; null: somebody did, or nothing was promised
    record Line(
            Appeal appeal,
            String unit,
            Instant since,
            @Nullable Instant dueAt,
            @Nullable Instant contactBy,
            int tries) {}

    record Attempt(Instant at, String name, boolean reached, String words) {}

    /// @param days on how many different days it was tried by now
    /// @param needed how many the city asks for
    record Tried(int days, int needed, @Nullable Handling closing) {}
}
