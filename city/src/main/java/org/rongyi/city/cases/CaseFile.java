package org.rongyi.city.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;

/// Everything on record about a case, and what this reader may do.
///
/// @param timeline oldest first
/// @param clocks in the order in which they started
public record CaseFile(Case now, List<Entry> timeline, List<Running> clocks, List<Task> tasks, Possible possible) {
    /// For a reader who acts in somebody else's place: nothing of what that person could do.
    public CaseFile withoutActs() {
        return new CaseFile(now, timeline, clocks, tasks, Possible.NOTHING);
    }

    /// A clock of the case, running, standing still or stopped.
    ///
    /// @param lengthWorkingDays with extensions
    /// @param lengthMinutes of a clock that counts working time; 0: it counts days
    /// @param leftWorkingDays while it stands still: what is left
    /// @param dueAt null while it stands still, and while the calendar does not reach so far
    public record Running(
            CaseKind.Clock clock,
            int lengthWorkingDays,
            int lengthMinutes,
            int leftWorkingDays,
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant ranOutAt,
            @Nullable Instant stoppedAt,
            List<Pause> pauses,
            @Nullable Asked asked) {
        public boolean inHours() {
            return lengthMinutes > 0;
        }

        public boolean stands() {
            return stoppedAt == null && !pauses.isEmpty() && pauses.getLast().endedAt() == null;
        }

        public boolean runs() {
            return stoppedAt == null && !stands();
        }
    }

    /// @param proof the paper that shows it
    public record Pause(
            CaseKind.PauseReason reason,
            String proof,
            Instant begunAt,
            String begunBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}

    /// An extension that waits for an answer.
    public record Asked(int workingDays, String reason, Instant at, String by) {}

    /// Open work in the case.
    public record Task(
            Words name,
            @Nullable String unit,
            @Nullable String assignee,
            boolean firm,
            @Nullable Instant dueAt) {}

    /// What the reader may do now.
    ///
    /// @param pausable ids of clocks, each with a reason that a person may begin
    /// @param resumable ids of clocks that a person may let run again
    /// @param extendable ids of clocks whose extension may be asked for
    /// @param steps steps inside that the reader may do
    /// @param answerable ids of clocks whose extension waits for the reader's answer
    /// @param assign the reader may say who handles it
    /// @param take the reader may take it
    /// @param dispute the reader may say that it is none of the department's business
    public record Possible(
            List<CaseKind.Event> events,
            List<String> pausable,
            List<String> resumable,
            List<String> extendable,
            List<String> answerable,
            List<InnerStep> steps,
            boolean assign,
            boolean take,
            boolean handOver,
            boolean dispute,
            boolean comment) {
        static final Possible NOTHING = new Possible(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, false, false, false, false);

        public boolean nothing() {
            return events.isEmpty()
                    && pausable.isEmpty()
                    && resumable.isEmpty()
                    && extendable.isEmpty()
                    && answerable.isEmpty()
                    && steps.isEmpty()
                    && !assign
                    && !take
                    && !handOver
                    && !dispute;
        }
    }
}
