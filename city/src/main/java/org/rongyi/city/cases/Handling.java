package org.rongyi.city.cases;

import java.util.List;
import java.util.Set;
import org.rongyi.definitions.CaseKind;

/// What became of a command.
public sealed interface Handling {
    record Done(Case after) implements Handling {}

    record NoSuchCase(long id) implements Handling {}

    /// This actor may not do it.
    ///
    /// @param may who may
    record NotYours(List<CaseKind.Who> may) implements Handling {}

    /// The case was moved on by somebody else since the actor looked at it.
    ///
    /// @param last what happened last
    record ChangedMeanwhile(Case now, Entry last) implements Handling {}

    /// The case does not stand so that this could happen: another state, a clock that does not run, a closed case.
    record NotNow(Case now) implements Handling {}

    /// Steps inside are still open.
    record StepsOpen(List<InnerStep> steps) implements Handling {}

    /// It was done before, and may be done only once.
    record OnlyOnce(Case now) implements Handling {}

    /// Something has to be given with it.
    record Missing(Set<CaseKind.Need> needs) implements Handling {}

    /// The clock stands still for listed reasons only.
    record NotListed(List<CaseKind.PauseReason> reasons) implements Handling {}

    /// The clock ran out before: a promise that was broken stays broken.
    record RanOut(Case now) implements Handling {}

    /// The person is no officer of the department.
    record NoSuchColleague(String account) implements Handling {}

    /// Nobody works in a department of this name.
    record NoSuchUnit(String unit) implements Handling {}

    /// What is left cannot be counted: the calendar has no table for the year.
    record NoCalendar(int year) implements Handling {}

    /// Whoever had the case before does not get it again once it is reopened.
    record HandledBefore(String account) implements Handling {}

    /// A level decided that the case stays where it is.
    record Settled(Case now) implements Handling {}
}
