package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;

/// What is merged always goes on somewhere.
@CityTest
class MergingTest {
    private static final int PAIRS = 8;

    private final Appeals appeals;
    private final Seats seats;
    private final Cases cases;
    private final People people;
    private final Acting seat;

    @Autowired
    MergingTest(Appeals appeals, Seats seats, Cases cases, People people) {
        this.appeals = appeals;
        this.seats = seats;
        this.cases = cases;
        this.people = people;
        this.seat = enter("热线", Role.SEAT);
    }

    private Acting enter(String department, Role role) {
        Person person = new Person("mg-" + UUID.randomUUID(), "某人（测试）", department, Set.of(role));
        return new Acting(person, null);
    }

    @BeforeEach
    void theSeatIsAtWork() {
        people.register(seat.person(), "not-to-be-guessed");
    }

    private Appeal send() {
        return send(false);
    }

    private Appeal send(boolean confidential) {
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Channel.CALL,
                "整条街停电两天，没人来修",
                "锦江区春熙路街道",
                null,
                new Reporter("李先生", null, null, confidential),
                "E0601",
                false);
        return ((Receiving.Accepted) appeals.receive(what)).appeal();
    }

    private Appeal now(Appeal appeal) {
        return seats.find(appeal.number()).orElseThrow();
    }

    @Test
    void nothingIsMergedIntoWhatHasEndedOrWasAnswered() {
        Appeal withdrawn = send();
        assertThat(appeals.withdraw(withdrawn)).isInstanceOf(Handling.Done.class);
        Appeal answered = send();
        Acting officer = enter("供电", Role.OFFICER);
        people.register(officer.person(), "not-to-be-guessed");
        Step step = Step.of(answered.caseId(), Actor.of(officer)).because("已经修好");
        assertThat(cases.fire(step, "signIn")).isInstanceOf(Handling.Done.class);
        assertThat(cases.fire(step, "reply")).isInstanceOf(Handling.Done.class);
        Appeal open = send();
        assertThat(seats.merge(open, withdrawn.number(), seat)).isInstanceOf(Handling.NotNow.class);
        assertThat(seats.merge(open, answered.number(), seat)).isInstanceOf(Handling.NotNow.class);
        assertThat(now(open).mergedInto()).isNull();
        assertThat(appeals.record(open).now().open()).isTrue();
    }

    @Test
    void whatWasMergedBeforeGoesAlong() {
        Appeal first = send();
        Appeal second = send();
        Appeal third = send();
        assertThat(seats.merge(third, second.number(), seat)).isInstanceOf(Handling.Done.class);
        assertThat(seats.merge(second, first.number(), seat)).isInstanceOf(Handling.Done.class);
        assertThat(now(third).mergedInto()).isEqualTo(first.number());
    }

    @Test
    void nobodyWithdrawsWhatOthersWaitFor() {
        Appeal kept = send();
        assertThat(seats.merge(send(), kept.number(), seat)).isInstanceOf(Handling.Done.class);
        assertThat(appeals.withdraw(kept)).isInstanceOf(Handling.NotNow.class);
        assertThat(appeals.record(kept).now().open()).isTrue();
    }

    @Test
    void nobodyEndsUnansweredWhatOthersWaitFor() {
        Appeal kept = send();
        assertThat(seats.merge(send(), kept.number(), seat)).isInstanceOf(Handling.Done.class);
        Step drop = Step.of(kept.caseId(), Actor.of(enter("供电", Role.LEADER)))
                .because("重复反映")
                .basedOn("信访工作条例");
        assertThat(cases.fire(drop, "drop")).isInstanceOf(Handling.NotNow.class);
        assertThat(appeals.record(kept).now().open()).isTrue();
        Appeal alone = send();
        Step other = Step.of(alone.caseId(), drop.by()).because("重复反映").basedOn("信访工作条例");
        assertThat(cases.fire(other, "drop")).isInstanceOf(Handling.Done.class);
    }

    @Test
    void nothingIsMergedIntoWhatWasBroughtUpInConfidence() {
        Appeal secret = send(true);
        Appeal open = send(false);
        assertThat(seats.merge(open, secret.number(), seat)).isInstanceOf(Handling.NotNow.class);
        assertThat(appeals.record(open).now().open()).isTrue();
        assertThat(seats.merge(secret, open.number(), seat)).isInstanceOf(Handling.Done.class);
    }

    @Test
    void twoMergedIntoEachOtherAtTheSameMomentLeaveOneThatGoesOn() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int pair = 0; pair < PAIRS; pair++) {
                Appeal one = send();
                Appeal other = send();
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Handling> there = both.submit(() -> {
                    together.await();
                    return seats.merge(one, other.number(), seat);
                });
                Future<Handling> back = both.submit(() -> {
                    together.await();
                    return seats.merge(other, one.number(), seat);
                });
                assertThat(List.of(there.get(), back.get()))
                        .filteredOn(Handling.Done.class::isInstance)
                        .as("one of the two")
                        .hasSize(1);
            }
        }
    }
}
