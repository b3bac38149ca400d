package org.rongyi.city.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// How appeals are answered, in counts: a rate without its count says nothing.
public interface AppealBoard {
    /// A department, or a category, with fewer appeals has no line of its own.
    int FEWEST = 10;

    /// What came since that day, ended or not.
    Report report(LocalDate since);

    /// What departments have to answer now, by name.
    List<InHand> inHand();

    /// What should have been answered, the longest ago first.
    ///
    /// @param unit empty: of all departments
    List<Late> late(String unit, int limit);

    /// How many came since that day, by the code of the district; where none is known they count nowhere.
    Map<String, Integer> districts(LocalDate since);

    /// The appeals behind a figure, the latest first; who may read which of them is the caller's to say.
    ///
    /// @param unit empty: of all departments
    /// @param category empty: of all categories
    List<String> behind(LocalDate since, Slice slice, String unit, String category, int limit);

    enum Slice {
        RECEIVED,
        CONTACT_LATE,
        LATE,
        UNSOLVED,
        UNSATISFIED,
        REOPENED,
        DISPUTED,
        EXTENDED
    }

    /// How good suggested categories were since that day: by the category that a person chose, the most frequent first.
    List<Advised> advised(LocalDate since);

    /// @param decided a person chose this category, and something had been suggested
    /// @param first of these: it was the first that was suggested
    /// @param three of these: it was among the three that were suggested
    record Advised(String category, int decided, int first, int three) {
        public Advised plus(Advised other) {
            return new Advised("", decided + other.decided, first + other.first, three + other.three);
        }
    }

    /// @param overdue of these: the time to answer has run out
    /// @param raised of these: a level was told
    record InHand(String unit, int open, int overdue, int raised) {}

    /// @param category of those that were brought up in confidence nothing else is told; null: none yet
    /// @param level that was told last; null: none
    record Late(
            long caseId,
            String number,
            String title,
            boolean confidential,
            @Nullable String category,
            String unit,
            Instant dueAt,
            @Nullable Words level) {}

    /// @param units by name, never by their rates
    /// @param categories the most frequent first
    record Report(LocalDate since, Line all, Table units, Table categories) {}

    /// @param lines of those that have enough
    /// @param others those that have too few, together; null: there are none
    record Table(List<Line> lines, @Nullable Line others) {
        static Table of(List<Line> all) {
            List<Line> lines =
                    all.stream().filter(line -> line.received() >= FEWEST).toList();
            return new Table(
                    lines,
                    all.stream()
                            .filter(line -> line.received() < FEWEST)
                            .reduce(Line::plus)
                            .map(few -> few.named(""))
                            .orElse(null));
        }
    }

    /// @param name of a department, or code of a category; empty: everything, those together that are too few, or
    ///     those that have no category yet
    /// @param answered of those received
    /// @param inTime of those answered
    /// @param judged of those answered: the firm said whether it was solved
    /// @param solved of those judged, as the firm says
    /// @param satisfied of those judged
    /// @param reopened of those received; so disputed and extended
    /// @param contacts of those received: a first contact within hours was promised, and it came or came too late
    /// @param contactsInTime of these
    record Line(
            String name,
            int received,
            int answered,
            int inTime,
            int judged,
            int solved,
            int satisfied,
            int reopened,
            int disputed,
            int extended,
            int contacts,
            int contactsInTime) {
        Line named(String other) {
            return new Line(
                    other,
                    received,
                    answered,
                    inTime,
                    judged,
                    solved,
                    satisfied,
                    reopened,
                    disputed,
                    extended,
                    contacts,
                    contactsInTime);
        }

        Line plus(Line other) {
            return new Line(
                    "",
                    received + other.received,
                    answered + other.answered,
                    inTime + other.inTime,
                    judged + other.judged,
                    solved + other.solved,
                    satisfied + other.satisfied,
                    reopened + other.reopened,
                    disputed + other.disputed,
                    extended + other.extended,
                    contacts + other.contacts,
                    contactsInTime + other.contactsInTime);
        }
    }
}
