package org.rongyi.city.cases;

import java.util.LinkedHashMap;
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
/// @param promised clock to working days, or to minutes of working time where it counts hours, where less is promised
///     than the kind allows; 0 days: the same day
/// @param first an event of the kind that happens with the opening, brought about by the house; null: none
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
        @Nullable String first,
        Map<String, Integer> promised,
        Map<String, ?> facts) {
    public NewCase {
        if (title.isBlank() || title.length() > Cases.LONGEST_TITLE) {
            throw new IllegalArgumentException("the title (" + title + ") must have 1 to " + Cases.LONGEST_TITLE);
        }
        if (applicant.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException("applicant (" + applicant + ") and unit (" + unit + ") must be named");
        }
        promised = Map.copyOf(promised);
        facts = Map.copyOf(facts);
    }

    public static NewCase of(String kind, String title, String applicant, String unit) {
        return new NewCase(kind, title, applicant, null, null, unit, null, null, null, Map.of(), Map.of());
    }

    public NewCase forFirm(CreditCode code) {
        return with(code, null, handler, about, first, promised, facts);
    }

    /// An applicant for whom no firm stands: whoever founds one.
    public NewCase forPerson(String account) {
        return with(null, account, handler, about, first, promised, facts);
    }

    public NewCase handledBy(String account) {
        return with(firm, person, account, about, first, promised, facts);
    }

    public NewCase about(String own) {
        return with(firm, person, handler, own, first, promised, facts);
    }

    /// It is opened and moved on in one: its clocks start as that event starts them.
    public NewCase moving(String event) {
        return with(firm, person, handler, about, event, promised, facts);
    }

    /// Beside what was promised before, for other clocks.
    public NewCase promising(String clock, int workingDays) {
        return promise(clock, workingDays);
    }

    /// Of a clock that counts hours.
    public NewCase promisingMinutes(String clock, int minutes) {
        return promise(clock, minutes);
    }

    private NewCase promise(String clock, int length) {
        Map<String, Integer> promises = new LinkedHashMap<>(promised);
        promises.put(clock, length);
        return with(firm, person, handler, about, first, promises, facts);
    }

    public NewCase knowing(Map<String, ?> elements) {
        return with(firm, person, handler, about, first, promised, elements);
    }

    private NewCase with(
            @Nullable CreditCode code,
            @Nullable String account,
            @Nullable String by,
            @Nullable String own,
            @Nullable String event,
            Map<String, Integer> promises,
            Map<String, ?> elements) {
        return new NewCase(kind, title, applicant, code, account, unit, by, own, event, promises, elements);
    }
}
