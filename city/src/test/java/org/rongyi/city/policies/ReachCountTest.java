package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.FactsRecorded;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.RegisterFilled;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.policies.CityReach.Counted;
import org.rongyi.city.policies.Match.Verdict;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class ReachCountTest {
    private final FilePolicies policies;
    private final Enterprises enterprises;
    private final Elements elements;
    private final Matches matches;
    private final TestClock clock;

    ReachCountTest(
            @Autowired FilePolicies policies,
            @Autowired Enterprises enterprises,
            @Autowired Elements elements,
            @Autowired Matches matches,
            @Autowired TestClock clock) {
        this.policies = policies;
        this.enterprises = enterprises;
        this.elements = elements;
        this.matches = matches;
        this.clock = clock;
    }

    private ReachCount reach(Enterprises register, Duration pause) {
        return new ReachCount(policies, register, elements, clock, pause);
    }

    @Test
    void theOpenCitySaysHowManyEntitiesEachPolicyReaches() {
        await().untilAsserted(() -> assertThat(matches.reach()).isInstanceOf(Counted.class));
        Counted counted = (Counted) matches.reach();
        assertThat(counted.entities()).isGreaterThanOrEqualTo(CityTest.DEMO_SIZE);
        assertThat(counted.policies())
                .hasSize(policies.texts(counted.asOf()).size())
                .allMatch(one -> one.eligible() + one.undetermined() + one.notEligible() == counted.entities());
    }

    @Test
    void aCountOfTheRegisterIsTheSumOfItsFirms() {
        Map<String, long[]> expected = new TreeMap<>();
        Map<String, Integer> column = Map.of("ELIGIBLE", 0, "UNDETERMINED", 1, "NEARLY", 2, "NOT_ELIGIBLE", 2);
        enterprises.forEachPortrait(portrait -> matches.judge(portrait, clock.today())
                .matches()
                .forEach(match -> expected.computeIfAbsent(match.policy().id(), _ -> new long[3])[
                        column.getOrDefault(match.verdict().name(), 2)]++));
        try (ReachCount reach = reach(enterprises, Duration.ZERO)) {
            Counted counted = reach.counted();
            assertThat(counted.policies()).hasSameSizeAs(expected.keySet());
            counted.policies()
                    .forEach(one -> assertThat(new long[] {one.eligible(), one.undetermined(), one.notEligible()})
                            .as(one.policyId())
                            .isEqualTo(expected.get(one.policyId())));
            assertThat(counted.policies()).anyMatch(one -> one.eligible() > 0);
            assertThat(Verdict.values()).hasSize(column.size());
        }
    }

    @Test
    void nothingIsCountedBeforeThePagesAreOpen() {
        try (ReachCount reach = reach(enterprises, Duration.ZERO)) {
            reach.countAgain(new RegisterFilled(1));
            await().during(Duration.ofMillis(300)).until(() -> reach.current() instanceof CityReach.BeingPrepared);
            reach.open();
            await().until(() -> reach.current() instanceof Counted);
        }
    }

    @Test
    void manyFactsLeadToOneCountAndAFilledRegisterToOneAtOnce() {
        Register register = new Register();
        try (ReachCount reach = reach(register.door(), Duration.ofMillis(400))) {
            reach.open();
            await().until(() -> reach.current() instanceof Counted);
            for (int i = 0; i < 50; i++) {
                reach.countSoon(new FactsRecorded(TestFirms.newCode(), Set.of("entityName")));
            }
            await().during(Duration.ofMillis(200)).until(() -> register.counts.get() == 1);
            await().until(() -> register.counts.get() == 2);
            reach.countAgain(new RegisterFilled(3));
            await().until(() -> register.counts.get() == 3);
            await().during(Duration.ofMillis(600)).until(() -> register.counts.get() == 3);
        }
        assertThat(register.together.get()).isZero();
    }

    @Test
    void figuresOfYesterdayAreShownUntilThoseOfTodayAreThere() {
        try (ReachCount reach = reach(enterprises, Duration.ZERO)) {
            reach.open();
            await().until(() -> reach.current() instanceof Counted);
            clock.moveTo(clock.today().plusDays(1));
            assertThat(reach.current()).isInstanceOf(Counted.class);
            await().until(() ->
                    reach.current() instanceof Counted counted && counted.asOf().equals(clock.today()));
        }
    }

    @Test
    void closingTheCityEndsACountInTheMiddle() {
        Register register = new Register();
        register.endless = true;
        ReachCount reach = reach(register.door(), Duration.ZERO);
        reach.open();
        await().until(() -> register.counts.get() == 1);
        long begun = System.nanoTime();
        reach.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(register.running.get()).isZero();
    }

    /// A register that says how often it is read; whoever asks it something else asks the city's own.
    private final class Register {
        private final AtomicInteger counts = new AtomicInteger();
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger together = new AtomicInteger();
        private boolean endless;

        Enterprises door() {
            return (Enterprises) Proxy.newProxyInstance(
                    Enterprises.class.getClassLoader(), new Class<?>[] {Enterprises.class}, this::answer);
        }

        private @Nullable Object answer(Object door, Method question, Object @Nullable [] asked)
                throws ReflectiveOperationException {
            if (question.getName().equals("forEachPortrait") && asked != null) {
                @SuppressWarnings("unchecked")
                Consumer<Portrait> each = (Consumer<Portrait>) asked[0];
                read(each);
                return null;
            }
            return question.invoke(enterprises, asked);
        }

        private void read(Consumer<Portrait> each) {
            counts.incrementAndGet();
            if (running.incrementAndGet() > 1) {
                together.incrementAndGet();
            }
            try {
                do {
                    each.accept(new Portrait(TestFirms.newCode(), clock.today(), Map.of()));
                } while (endless);
            } finally {
                running.decrementAndGet();
            }
        }
    }
}
