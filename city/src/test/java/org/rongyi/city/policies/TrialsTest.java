package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.policies.Trials.Trial;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Rule;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class TrialsTest {
    private final Trials trials;
    private final Enterprises enterprises;
    private final Elements elements;
    private final FilePolicies policies;

    TrialsTest(
            @Autowired Trials trials,
            @Autowired Enterprises enterprises,
            @Autowired Elements elements,
            @Autowired FilePolicies policies) {
        this.trials = trials;
        this.enterprises = enterprises;
        this.elements = elements;
        this.policies = policies;
    }

    private Rule rule(String text) {
        return ((Compilation.Compiled) elements.compiler().condition(text)).rule();
    }

    @Test
    void aTrialCountsEveryFirmByItsOutcome() {
        Rule rule = rule("参保人数 >= 3");
        AtomicLong holds = new AtomicLong();
        enterprises.forEachPortraitAtRandom(new Random(1), portrait -> {
            if (rule.decide(portrait, policies.today()) instanceof Outcome.Holds) {
                holds.incrementAndGet();
            }
        });
        assertThat(trials.count(rule)).isInstanceOfSatisfying(Trial.Counted.class, counted -> {
            assertThat(counted.holds()).isEqualTo(holds.get()).isPositive();
            assertThat(counted.holds() + counted.unknown() + counted.fails()).isEqualTo(counted.read());
            assertThat(counted.whole()).isTrue();
        });
    }

    @Test
    void aTrialEndsInTimeAndSaysHowFarItCame() {
        Trials hurried = new RegisterTrials(enterprises, policies, elements, Duration.ZERO);
        assertThat(hurried.count(rule("参保人数 >= 3"))).isInstanceOfSatisfying(Trial.Counted.class, counted -> {
            assertThat(counted.read()).isZero();
            assertThat(counted.total()).isGreaterThanOrEqualTo(CityTest.DEMO_SIZE);
            assertThat(counted.whole()).isFalse();
        });
    }

    /// Otherwise an editor could ask “the firm X has more than 117” and read the secrets of X from the counts.
    @Test
    void aTrialNeverReadsWhatPointsAtOneFirmOrPerson() {
        for (String text : List.of(
                "名称 = \"锦江区巷口面馆（演示）\" and 营业收入 > 117",
                "统一社会信用代码 = \"Y2510104YDEMA0013K\"",
                "starts with(联络员电话, \"138\")",
                "contains(住所, \"演示巷 18 号\") or 参保人数 >= 3")) {
            Rule rule = rule(text);
            assertThat(trials.pointers(rule)).as(text).isNotEmpty();
            assertThatThrownBy(() -> trials.count(rule)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(trials.pointers(rule("营业收入 > 117 and 行业门类 = \"H\""))).isEmpty();
    }
}
