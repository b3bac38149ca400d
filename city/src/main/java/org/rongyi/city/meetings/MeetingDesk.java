package org.rongyi.city.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;

/// The work of those who hold meetings. All but [#duties] is for officers of the department that meets; others are
/// refused.
public interface MeetingDesk {
    /// Those of the officer's department, the last one first.
    List<MeetingSession> own(Acting officer, int limit);

    /// Series of which the officer's department owes meetings.
    List<MeetingSeries> owed(Acting officer);

    Planning plan(NewSession what, Acting officer);

    /// Another day or place; series, theme and seats stay, and so does who has a seat. Those who come are told.
    ///
    /// @param to only moments and place are read
    Planning move(long session, NewSession to, String reason, Acting officer);

    /// With how they are reached: the look is recorded.
    List<Guest> guests(long session, Acting officer);

    List<Issue> issues(long session, Acting officer);

    /// Told there. Once more corrects it, while the meeting is not closed.
    ///
    /// @return false when it is too late or there is no such issue
    boolean answer(long session, long issue, String words, Acting officer);

    /// It took place. What has no answer becomes an appeal.
    ///
    /// @param came firms that were there
    /// @return false when it has not begun or is closed
    boolean held(long session, String summary, Set<CreditCode> came, Acting officer);

    /// It does not take place. What was brought up becomes an appeal all the same.
    boolean cancel(long session, String reason, Acting officer);

    /// What each department owes, the most pressing first.
    List<Duty> duties(LocalDate today);

    /// A firm that comes, with its name.
    record Guest(SignUp place, String name) {}

    int LONGEST_ANSWER = 1000;
    int LONGEST_SUMMARY = 4000;

    /// @param last day of the last one held; null: none yet
    /// @param next day of the next one planned; null: none
    /// @param due the last day for the next one
    record Duty(
            MeetingSeries series,
            String unit,
            @Nullable LocalDate last,
            @Nullable LocalDate next,
            LocalDate due,
            Standing standing) {}

    enum Standing {
        OVERDUE,
        /// Not planned, or planned for later than it is due.
        OPEN,
        PLANNED
    }
}
