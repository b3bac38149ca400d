package org.rongyi.city.filings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.rules.Outcome;

/// Which periods of a filing concern a firm: by what it was then. A firm that became a general taxpayer in November
/// files October as the small one that it was, and nothing for what ended before it was founded.
final class Concerned {
    private static final String FOUNDED = "establishedOn";

    private final Portrait now;
    private final Portraits portraits;
    private final Map<YearMonth, Portrait> past = new HashMap<>();

    Concerned(Portrait now, Portraits portraits) {
        this.now = now;
        this.portraits = portraits;
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
