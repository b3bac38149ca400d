package org.rongyi.city.cases;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;

/// What a case is opened with.
///
/// @param kind id of the kind
/// @param title what it is about, such as the name of a service item
/// @param applicant name of the firm or person
/// @param person account of the applicant where no firm stands behind the case
/// @param unit the department that gets it
/// @param handler account of the officer who gets it; null: somebody of the department takes it
/// @param about what the caller calls it; comes back in every event
/// @param promisedWorkingDays clock to days where less is promised than the kind allows
/// @param facts element to value, for kinds whose clocks are as long as a rule says
public record NewCase(
        String kind,
        String title,
        String applicant,
        @Nullable CreditCode firm,
        @Nullable String person,
        String unit,
        @Nullable String handler,
        @Nullable String about,
        Map<String, Integer> promisedWorkingDays,
        Map<String, ?> facts) {
    public NewCase {
        if (title.isBlank() || title.length() > Cases.LONGEST_TITLE) {
            throw new IllegalArgumentException("the title (" + title + ") must have 1 to " + Cases.LONGEST_TITLE);
        }
        if (applicant.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException("applicant (" + applicant + ") and unit (" + unit + ") must be named");
        }
        promisedWorkingDays = Map.copyOf(promisedWorkingDays);
        facts = Map.copyOf(facts);
    }

    public static NewCase of(String kind, String title, String applicant, String unit) {
        return new NewCase(kind, title, applicant, null, null, unit, null, null, Map.of(), Map.of());
    }

    public NewCase forFirm(CreditCode code) {
        return new NewCase(kind, title, applicant, code, null, unit, handler, about, promisedWorkingDays, facts);
    }

    /// An applicant for whom no firm stands: whoever founds one.
    public NewCase forPerson(String account) {
        return new NewCase(kind, title, applicant, null, account, unit, handler, about, promisedWorkingDays, facts);
    }

    public NewCase handledBy(String account) {
        return new NewCase(kind, title, applicant, firm, person, unit, account, about, promisedWorkingDays, facts);
    }

    public NewCase about(String own) {
        return new NewCase(kind, title, applicant, firm, person, unit, handler, own, promisedWorkingDays, facts);
    }

    public NewCase promising(String clock, int workingDays) {
        return new NewCase(
                kind, title, applicant, firm, person, unit, handler, about, Map.of(clock, workingDays), facts);
    }

    public NewCase knowing(Map<String, ?> elements) {
        return new NewCase(kind, title, applicant, firm, person, unit, handler, about, promisedWorkingDays, elements);
    }
}
