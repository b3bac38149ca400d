package org.rongyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;

/// The peers are asked the same questions: on a small city their answers are ours.
class PeersAgreeTest {

    private static final int FIRMS = 3_000;
    private static final int POLICIES = 300;

    private final Workload workload = new SyntheticCity(FIRMS, POLICIES, 5);
    private final Table table = table();
    private final List<Matched> matched = RuleSet.of(workload.rules()).match(table, workload.asOf());

    private Table table() {
        Table.Builder builder = Table.builder(workload.dictionary()).orderedBy(workload.orderedBy());
        for (int i = 0; i < FIRMS; i++) {
            builder.append(workload.firm(i));
        }
        return builder.build();
    }

    @Test
    void theCityHasTheShapeThatIsPromised() {
        assertThat(workload.dictionary().elements()).hasSize(60);
        long missing = 0;
        for (int row = 0; row < FIRMS; row++) {
            Row firm = table.row(row);
            missing += workload.dictionary().elements().stream()
                    .filter(element -> firm.value(element.id()) == null)
                    .count();
        }
        assertThat((double) missing / FIRMS / 60).as("a tenth is missing").isBetween(0.07, 0.13);
        double conditions = workload.rules().stream()
                .mapToInt(rule -> rule.text().split(" and ").length)
                .average()
                .orElse(0);
        assertThat(conditions).as("conditions a policy").isBetween(6.0, 8.0);
        long matches =
                matched.stream().mapToLong(m -> m.holds().getLongCardinality()).sum();
        assertThat(matches).isPositive();
    }

    @Test
    void duckDbCountsTheSameInBothWays() throws Exception {
        try (DuckDbPeer duck = new DuckDbPeer(workload)) {
            for (int row = 0; row < FIRMS; row++) {
                duck.append(table.row(row));
            }
            duck.ready();
            SqlWriter writer = new SqlWriter(workload.asOf());
            int asked = 0;
            for (int i = 0; i < POLICIES; i++) {
                Rule rule = workload.rules().get(i);
                String condition = writer.conditionOrNull(rule.plan().node());
                if (condition != null && !SqlWriter.divides(rule.plan().node())) {
                    long holds = matched.get(i).holds().getLongCardinality();
                    assertThat(duck.eligible(condition)).as(rule.text()).isEqualTo(holds);
                    assertThat(duck.eligible(List.of(condition, condition))).containsExactly(holds, holds);
                    assertThat(duck.unknown(condition))
                            .as(rule.text())
                            .isEqualTo(matched.get(i).unknown().getLongCardinality());
                    asked++;
                }
            }
            assertThat(asked).isGreaterThan(POLICIES / 2);
        }
    }

    @Test
    void lucenesMonitorFindsTheSame() throws Exception {
        try (LucenePeer lucene = new LucenePeer(workload)) {
            BitSet registered = lucene.registered();
            assertThat(registered.cardinality()).isGreaterThan(POLICIES / 2);
            for (int row = 0; row < FIRMS; row += 10) {
                BitSet found = lucene.match(lucene.document(table.row(row)));
                for (int rule = registered.nextSetBit(0); rule >= 0; rule = registered.nextSetBit(rule + 1)) {
                    assertThat(found.get(rule))
                            .as("row %d, %s", row, workload.rules().get(rule).text())
                            .isEqualTo(matched.get(rule).holds().contains(row));
                }
            }
        }
    }

    @Test
    void kieSaysTheSameWhereNothingIsMissing() {
        KiePeer kie = new KiePeer(workload, workload.rules());
        int compared = 0;
        for (int i = 0; i < 60; i++) {
            Row row = workload.firm(i);
            Map<String, Object> context = kie.context(row);
            for (int rule = 0; rule < POLICIES; rule++) {
                Rule asked = workload.rules().get(rule);
                if (asked.elements().stream().allMatch(id -> row.value(id) != null)) {
                    boolean holds = asked.decide(row, workload.asOf()) instanceof Outcome.Holds;
                    assertThat(kie.holds(rule, context)).as(asked.text()).isEqualTo(holds);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }
}
