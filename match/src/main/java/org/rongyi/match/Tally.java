package org.rongyi.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.files.Wording;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// How often each policy came out how.
final class Tally {
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);

    private final List<PolicyDefinition> policies;
    private final boolean[] inForce;
    private final long[] eligible;
    private final long[] undetermined;
    private long rows;

    /// @param inForce for each policy whether a text of it is law on the day; the others are not judged
    Tally(List<PolicyDefinition> policies, boolean[] inForce) {
        this.policies = policies;
        this.inForce = inForce;
        this.eligible = new long[policies.size()];
        this.undetermined = new long[policies.size()];
    }

    void addRows(long more) {
        rows += more;
    }

    void add(int policy, long moreEligible, long moreUndetermined) {
        eligible[policy] += moreEligible;
        undetermined[policy] += moreUndetermined;
    }

    long rows() {
        return rows;
    }

    /// @param nanos how long the run took
    String json(LocalDate asOf, long badRows, long nanos) {
        var factory = JsonNodeFactory.instance;
        var summary = factory.objectNode();
        summary.put("asOf", asOf.toString());
        summary.put("rows", rows);
        summary.put("badRows", badRows);
        var list = summary.putArray("policies");
        for (int i = 0; i < policies.size(); i++) {
            var policy = list.addObject();
            policy.put("id", policies.get(i).id());
            policy.put("eligible", eligible[i]);
            policy.put("undetermined", undetermined[i]);
            policy.put("notEligible", inForce[i] ? rows - eligible[i] - undetermined[i] : 0);
            if (!inForce[i]) {
                policy.put("inForce", false);
            }
        }
        summary.put("seconds", BigDecimal.valueOf(nanos).divide(NANOS_PER_SECOND, 3, RoundingMode.HALF_UP));
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(summary) + "\n";
    }

    /// The last line of a run.
    ///
    /// @param inForce how many policies were judged
    String line(int inForce, long badRows, long nanos) {
        return "%s%s, %s: %,d eligible, %,d undetermined; %.1f s"
                .formatted(
                        Wording.count(rows, "row", "rows"),
                        badRows == 0 ? "" : " (%,d more left out)".formatted(badRows),
                        Wording.count(inForce, "policy", "policies"),
                        Arrays.stream(eligible).sum(),
                        Arrays.stream(undetermined).sum(),
                        nanos / NANOS_PER_SECOND.doubleValue());
    }
}
