package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.AppealTopics.Alike;
import org.rongyi.city.appeals.Calls.End;
import org.rongyi.city.appeals.Calls.Taken;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// What a seat takes is its own, once, and tells nothing of others.
@CityTest
class CallsTest {
    private static final int PAIRS = 6;

    private final Calls calls;
    private final People people;
    private final ApplicationContext context;
    private final TestFirms firms = new TestFirms();

    @Autowired
    CallsTest(Calls calls, People people, ApplicationContext context) {
        this.calls = calls;
        this.people = people;
        this.context = context;
    }

    private Acting seat() {
        return entered(Set.of(Role.SEAT));
    }

    private Acting entered(Set<Role> roles) {
        Person person = new Person("call-" + UUID.randomUUID(), "某人（测试）", "热线", roles);
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    private static Acting acting(String department, Role role) {
        return new Acting(new Person("call-reader", "某人（测试）", department, Set.of(role)), null);
    }

    /// Calls in a city in which only this appeal is near to anything.
    private List<String> answers(Alike near, Acting reader) {
        try (AnnotationConfigApplicationContext city = new AnnotationConfigApplicationContext()) {
            city.setParent(context);
            city.registerBean("topics", AppealTopics.class, () -> new OneIsNear(near));
            city.registerBean("keptCalls", KeptCalls.class);
            city.refresh();
            return city.getBean(KeptCalls.class).answers("停电了", reader);
        }
    }

    private record OneIsNear(Alike near) implements AppealTopics {
        @Override
        public Emerging emerging() {
            return Emerging.NOTHING;
        }

        @Override
        public List<Alike> alike(Appeal appeal, int limit) {
            return List.of(near);
        }

        @Override
        public List<Alike> alike(String words, int limit) {
            return List.of(near);
        }
    }

    private Appeal answered(boolean confidential) {
        Acting seat = entered(Set.of(Role.SEAT, Role.OFFICER));
        Taken taken = calls.take(call(firms.next(), confidential), new End.Answer("变压器已经换了"), seat);
        return ((Taken.Done) taken).appeal();
    }

    @Test
    void ofEarlierAnswersAnOfficerReadsThoseThatTheOwnDepartmentMaySee() {
        Alike open = new Alike(answered(false), "replied", "热线", 0.9);
        assertThat(answers(open, acting("热线", Role.OFFICER))).containsExactly("变压器已经换了");
        assertThat(answers(open, acting("热线", Role.SEAT))).containsExactly("变压器已经换了");
        assertThat(answers(open, acting("税务", Role.OFFICER)))
                .as("another department")
                .isEmpty();
        Alike secret = new Alike(answered(true), "replied", "热线", 0.9);
        assertThat(answers(secret, acting("热线", Role.OFFICER))).isEmpty();
        assertThat(answers(secret, acting("热线", Role.SEAT))).isEmpty();
    }

    private static NewAppeal call(CreditCode firm, boolean confidential) {
        return new NewAppeal(
                UUID.randomUUID().toString(),
                Channel.CALL,
                "整条街停电两天，没人来修",
                "锦江区春熙路街道",
                null,
                new Reporter("李先生", firm, null, confidential),
                "E0601",
                false);
    }

    private Taken.Done take(NewAppeal what, Acting seat) {
        return (Taken.Done) calls.take(what, new End.Dispatch(), seat);
    }

    @Test
    void theCodeIsReadToTheCallerByTheSeatThatTookTheCallAndNobodyElse() {
        Acting seat = seat();
        Taken.Done done = take(call(firms.next(), true), seat);
        assertThat(calls.taken(done.key(), seat)).get().isEqualTo(done.appeal());
        assertThat(calls.taken(done.key(), seat())).as("another seat").isEmpty();
        assertThat(calls.taken(done.appeal().number(), seat))
                .as("a number opens nothing")
                .isEmpty();
    }

    @Test
    void anotherMatterInTheSameFormIsFoundByTheKeyThatItGot() {
        Acting seat = seat();
        NewAppeal first = call(firms.next(), false);
        Taken.Done done = take(first, seat);
        NewAppeal other = new NewAppeal(first.key(), Channel.CALL, "路灯坏了", "", null, first.reporter(), "E0601", false);
        Taken.Done second = take(other, seat);
        assertThat(second.appeal().number()).isNotEqualTo(done.appeal().number());
        assertThat(calls.taken(second.key(), seat)).get().isEqualTo(second.appeal());
    }

    @Test
    void whatAFirmBroughtUpInConfidenceIsCountedAndNotQuoted() {
        Acting seat = seat();
        CreditCode firm = firms.next();
        take(call(firm, true), seat);
        Appeal open = take(call(firm, false), seat).appeal();
        Calls.Caller caller = calls.caller(firm);
        assertThat(caller.open()).isEqualTo(2);
        assertThat(caller.latest()).extracting(line -> line.appeal().number()).containsExactly(open.number());
    }

    @Test
    void aButtonThatIsPressedTwiceIsOneCall() throws Exception {
        Acting seat = seat();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int pair = 0; pair < PAIRS; pair++) {
                NewAppeal what = call(firms.next(), false);
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Taken> one = both.submit(() -> {
                    together.await();
                    return calls.take(what, new End.Dispatch(), seat);
                });
                Future<Taken> other = both.submit(() -> {
                    together.await();
                    return calls.take(what, new End.Dispatch(), seat);
                });
                assertThat(((Taken.Done) one.get()).appeal().number())
                        .isEqualTo(((Taken.Done) other.get()).appeal().number());
            }
        }
    }
}
