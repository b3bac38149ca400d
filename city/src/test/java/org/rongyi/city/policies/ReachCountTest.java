package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.policies.CityReach.Counted;
import org.rongyi.city.policies.Match.Verdict;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class ReachCountTest {
    private final FilePolicies policies;
    private final Enterprises enterprises;
    private final CityColumns columns;
    private final Matches matches;
    private final TestClock clock;

    ReachCountTest(
            @Autowired FilePolicies policies,
            @Autowired Enterprises enterprises,
            @Autowired CityColumns columns,
            @Autowired Matches matches,
            @Autowired TestClock clock) {
        this.policies = policies;
        this.enterprises = enterprises;
        this.columns = columns;
        this.matches = matches;
        this.clock = clock;
    }

    private Counted counted() {
        await().untilAsserted(() -> assertThat(matches.reach()).isInstanceOf(Counted.class));
        return (Counted) matches.reach();
    }

    @Test
    void theOpenCitySaysHowManyEntitiesEachPolicyReaches() {
        Counted counted = counted();
        assertThat(counted.entities()).isGreaterThanOrEqualTo(CityTest.DEMO_SIZE);
        assertThat(counted.policies())
                .hasSize(policies.texts(counted.asOf()).size())
                .allMatch(one -> one.eligible() + one.undetermined() + one.notEligible() == counted.entities());
    }

    @Test
    void aCountOfTheRegisterIsTheSumOfItsFirms() {
        counted();
        await().untilAsserted(() -> assertThat(
                        Objects.requireNonNull(columns.filled()).table().rows())
                .isEqualTo((int) enterprises.count()));
        Map<String, long[]> expected = new TreeMap<>();
        Map<String, Integer> column = Map.of("ELIGIBLE", 0, "UNDETERMINED", 1, "NEARLY", 2, "NOT_ELIGIBLE", 2);
        enterprises.forEachPortraitAtRandom(
                new Random(1),
                portrait -> matches.judge(portrait, clock.today())
                        .matches()
                        .forEach(
                                match -> expected.computeIfAbsent(match.policy().id(), _ -> new long[3])[
                                        column.getOrDefault(match.verdict().name(), 2)]++));
        ReachCount reach = new ReachCount(clock);
        reach.count(
                Objects.requireNonNull(columns.filled()),
                new TextsInForce(clock.today(), policies.texts(clock.today())));
        Counted counted = (Counted) reach.current();
        assertThat(counted.policies()).hasSameSizeAs(expected.keySet());
        counted.policies()
                .forEach(one -> assertThat(new long[] {one.eligible(), one.undetermined(), one.notEligible()})
                        .as(one.policyId())
                        .isEqualTo(expected.get(one.policyId())));
        assertThat(counted.policies()).anyMatch(one -> one.eligible() > 0);
        assertThat(Verdict.values()).hasSize(column.size());
    }

    @Test
    void aNewFirmIsCountedThoughNobodyAsks() {
        long before = counted().entities();
        TestFirms.enter(enterprises, "新开的面馆（测试）");
        await().untilAsserted(() -> assertThat(counted().entities()).isGreaterThan(before));
    }

    @Test
    void beforeTheRegisterIsReadThePagesSaySo() {
        ReachCount reach = new ReachCount(clock);
        reach.reading(5_000, 20_000);
        assertThat(reach.current()).isEqualTo(new CityReach.BeingPrepared(5_000, 20_000, clock.instant()));
    }
}
