package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Row;

/// How a firm's match with a policy came to stand: written when it changed, not each time it is judged.
///
/// @param id its number in the firm's history
/// @param verdict null when the policy has ended: no text of it is law any more
/// @param values what the rules read, by element id, so that the verdict can be replayed; missing ones left out
public record RecordedMatch(
        long id,
        CreditCode firm,
        String policyId,
        String version,
        LocalDate asOf,
        Match.@Nullable Verdict verdict,
        SortedSet<String> missing,
        @Nullable BigDecimal amountYuan,
        SortedMap<String, Object> values,
        Instant recordedAt) {

    /// The data as the rules saw it.
    public Row row() {
        return Row.of(values);
    }
}
