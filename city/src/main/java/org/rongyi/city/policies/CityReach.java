package org.rongyi.city.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How many entities of the city each policy in force reaches. Computed in the background, rebuildable, and it says how
/// old it is.
public sealed interface CityReach {
    /// The entities are being read; pages say so.
    ///
    /// @param read entities read so far
    /// @param total entities in the register
    record BeingPrepared(long read, long total, Instant since) implements CityReach {}

    /// @param at when the figures were computed
    /// @param asOf the day for which the policies were judged
    /// @param entities how many entities were judged
    record Counted(Instant at, LocalDate asOf, long entities, List<Reach> policies) implements CityReach {
        public Counted {
            policies = List.copyOf(policies);
        }

        public Optional<Reach> of(String policyId) {
            return policies.stream()
                    .filter(reach -> reach.policyId().equals(policyId))
                    .findFirst();
        }
    }

    /// The three counts of one policy; together they are all entities.
    record Reach(String policyId, long eligible, long undetermined, long notEligible) {}
}
