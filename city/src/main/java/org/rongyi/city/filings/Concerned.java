package org.rongyi.city.filings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.rules.Outcome;

/// Which periods of a filing concern a firm: by what it was then. A firm that became a general taxpayer in
/// November files October as the small one that it was, nothing for what ended before it was founded, and
/// nothing for what began after it was closed.
final class Concerned {
    private static final String FOUNDED = "establishedOn";
    private static final String STATE = "registrationState";
    private static final String CLOSED = "注销";

    private final Portrait now;
    private final Portraits portraits;
    private final @Nullable LocalDate closedOn;
    private final Map<YearMonth, Portrait> past = new HashMap<>();

    Concerned(Portrait now, Portraits portraits) {
        this.now = now;
        this.portraits = portraits;
        this.closedOn = closedOn(now);
    }

    private static @Nullable LocalDate closedOn(Portrait now) {
        return now.fact(STATE)
                .filter(state -> state.countsForRules() && CLOSED.equals(state.value()))
                .map(state -> now.value("closedOn") instanceof LocalDate day ? day : state.asOf())
                .orElse(null);
    }

    static Outcome outcome(FilingRule rule, Portrait portrait) {
        return rule.when() == null ? new Outcome.Holds() : rule.when().decide(portrait, portrait.asOf());
    }

    /// A part of the period is enough; of a year its end tells.
    ///
    /// @param last month of the period
    boolean by(FilingRule rule, YearMonth last) {
        if (now.value(FOUNDED) instanceof LocalDate founded && founded.isAfter(last.atEndOfMonth())) {
            return false;
        }
        if (closedOn != null && closedOn.isBefore(rule.every().first(last).atDay(1))) {
            return false;
        }
        if (closedOn != null && rule.untilClosed() && closedOn.isBefore(rule.nominal(last))) {
            return false;
        }
        YearMonth first =
                rule.every() == FilingRule.Every.YEAR ? last : rule.every().first(last);
        for (YearMonth month = last; !month.isBefore(first); month = month.minusMonths(1)) {
            if (holds(rule, month)) {
                return true;
            }
        }
        return false;
    }

    /// What nobody recorded of that month was as it is today.
    private boolean holds(FilingRule rule, YearMonth month) {
        if (rule.when() != null && month.atEndOfMonth().isBefore(now.asOf())) {
            Outcome then = outcome(rule, past.computeIfAbsent(month, this::then));
            if (!(then instanceof Outcome.Unknown)) {
                return then instanceof Outcome.Holds;
            }
        }
        return outcome(rule, now) instanceof Outcome.Holds;
    }

    private Portrait then(YearMonth month) {
        LocalDate day = month.atEndOfMonth();
        return portraits.asOf(now.firm(), day).orElseGet(() -> new Portrait(now.firm(), day, Map.of()));
    }
}
