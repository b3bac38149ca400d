package org.rongyi.city.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import org.rongyi.city.vocabulary.CreditCode;

/// How a firm's match with a policy came to stand: written when it changed, not each time it is judged.
///
/// @param values the values that the rules read, by element id, so that the verdict can be replayed; missing ones left
/// out
public record RecordedMatch(
        CreditCode firm,
        String policyId,
        String version,
        LocalDate asOf,
        Match.Verdict verdict,
        SortedSet<String> missing,
        SortedMap<String, Object> values,
        Instant recordedAt) {}
