package org.rongyi.city.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps inside of cases: what another room asks of somebody on the way to a decision. While one is open, the case
/// moves
/// on only by what does not come from its department alone: a withdrawal, a clock, another room.
public interface InnerSteps {
    /// Puts a step before whoever does it. Within the transaction of the caller.
    ///
    /// @param proof the paper for which the clock stands still, where the step lets it
    void ask(long caseId, InnerStep step, Actor by, @Nullable String proof);

    /// Whoever may do it says that it is done, and how. Others hear it as [CaseEvent.StepAnswered].
    Handling answer(Step step, String key, String answer);

    /// Takes a step back that nobody has to do any more.
    void takeBack(long caseId, String key, Actor by);

    List<InnerStep> open(long caseId);
}
