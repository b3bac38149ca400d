package org.rongyi.city.cases;

/// What became of an opening.
public sealed interface Opening {
    /// @param undated a clock has no date yet, because the calendar has no table for the year (`missingYear`); the case
    /// is open all the same and has its owner, and gets the date when the table is there
    record Opened(Case opened, int missingYear) implements Opening {
        public boolean undated() {
            return missingYear != 0;
        }
    }

    /// More was promised than the kind allows.
    record PromisesTooMuch(String clock, int promisedWorkingDays, int mostWorkingDays) implements Opening {}

    /// The officer named is none of the department.
    record NoSuchColleague(String account) implements Opening {}
}
