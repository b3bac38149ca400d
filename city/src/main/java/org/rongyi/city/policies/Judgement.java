package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Every policy in force on a day, judged for one firm.
///
/// @param matches eligible first (by amount, then by the day the window closes), then nearly, undetermined,
/// the rest
public record Judgement(LocalDate asOf, List<Match> matches) {
    public Judgement {
        matches = List.copyOf(matches);
    }

    public List<Match> with(Match.Verdict verdict) {
        return matches.stream().filter(match -> match.verdict() == verdict).toList();
    }

    public Optional<Match> of(String policyId) {
        return matches.stream()
                .filter(match -> match.policy().id().equals(policyId))
                .findFirst();
    }

    /// What the firm may expect in all, in yuan: eligible matches with a computable amount, of each exclusive group the
    /// best one only.
    public BigDecimal totalYuan() {
        BigDecimal total = BigDecimal.ZERO;
        for (Match match : matches) {
            Match.Amount amount = match.amount();
            if (match.counted() && amount != null) {
                total = total.add(amount.yuan());
            }
        }
        return total;
    }
}
