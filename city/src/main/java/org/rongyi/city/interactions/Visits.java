package org.rongyi.city.interactions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.interactions.Interaction.Kind;
import org.rongyi.city.vocabulary.CreditCode;

/// What officers do about the log: note what was, plan what comes.
public interface Visits {
    /// Kinds that an officer notes or plans; the others come from where they happen.
    List<Kind> KINDS = List.of(Kind.VISIT, Kind.CALL, Kind.SURVEY, Kind.SITE_CHECK, Kind.INSPECTION);

    /// @throws org.springframework.security.access.AccessDeniedException when `officer` is none of a department
    Noting note(NewVisit what, Acting officer);

    /// Planned, or told that it would be too often: then only with a reason.
    Noting plan(NewVisit what, Acting officer);

    /// What another of this kind on that day would be too much of.
    List<TooOften> tooOften(CreditCode firm, Kind kind, LocalDate day);

    /// What the officer's department has planned, the next one first.
    List<Visit> own(Acting officer);

    /// It took place: it goes into the log.
    boolean done(long visit, String words, Acting officer);

    boolean cancel(long visit, Acting officer);

    /// @param day null: none was told
    /// @param trigger id of a trigger; empty: none
    /// @param despite why it is planned although it is too often; empty: nothing was said
    record NewVisit(
            CreditCode firm,
            @Nullable Kind kind,
            @Nullable LocalDate day,
            String words,
            String trigger,
            String despite) {}

    sealed interface Noting {
        record Noted() implements Noting {}

        record Refused(Set<Fault> faults) implements Noting {}

        /// Say why all the same.
        record Warned(List<TooOften> tooOften) implements Noting {}
    }

    enum Fault {
        KIND,
        /// A noted one lies within the year before, a planned one within the year to come.
        DAY,
        WORDS,
        TRIGGER,
        DESPITE
    }
}
