package org.rongyi.city.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.SmallCounts;

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

        /// What pages may show, whoever reads them: without the counts that would give a firm away.
        public List<Shown> shown() {
            List<List<Long>> counts = policies.stream()
                    .map(reach -> List.of(reach.eligible(), reach.undetermined(), reach.notEligible()))
                    .toList();
            List<List<@Nullable Long>> safe = SmallCounts.hide(counts, true);
            return IntStream.range(0, counts.size())
                    .mapToObj(i -> new Shown(
                            policies.get(i).policyId(),
                            policies.get(i).version(),
                            safe.get(i).get(0),
                            safe.get(i).get(1),
                            safe.get(i).get(2)))
                    .toList();
        }
    }

    /// The three counts of one policy; together they are all entities.
    ///
    /// @param version the text by which they were counted
    record Reach(String policyId, String version, long eligible, long undetermined, long notEligible) {}

    /// The same for a page; null where [SmallCounts] hides the count.
    record Shown(
            String policyId,
            String version,
            @Nullable Long eligible,
            @Nullable Long undetermined,
            @Nullable Long notEligible) {}
}
