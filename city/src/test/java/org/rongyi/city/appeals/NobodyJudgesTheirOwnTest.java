package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.Appeals.Answer;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// Who handles an appeal does not say what came of it, by whichever door; and of two at the same moment one
/// is first.
@CityTest
class NobodyJudgesTheirOwnTest {
    private static final int PAIRS = 4;

    private final Appeals appeals;
    private final Seats seats;
    private final Cases cases;
    private final People people;
    private final TestFirms firms = new TestFirms();

    @Autowired
    NobodyJudgesTheirOwnTest(Appeals appeals, Seats seats, Cases cases, People people) {
        this.appeals = appeals;
        this.seats = seats;
        this.cases = cases;
        this.people = people;
    }

    private Appeal send(@Nullable String account, @Nullable CreditCode firm) {
        return send(Channel.WEB, account, firm);
    }

    private Appeal send(Channel channel, @Nullable String account, @Nullable CreditCode firm) {
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                channel,
                "门口的变压器漏油，没人来修",
                "锦江区",
                null,
                new Reporter("李先生", firm, account, false),
                "E0601",
                false);
        return ((Receiving.Accepted) appeals.receive(what)).appeal();
    }

    private Acting enter(Role... roles) {
        Person person = new Person("own-" + UUID.randomUUID(), "某人（测试）", "供电", Set.of(roles));
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    private static Acting agent(Acting person, CreditCode firm) {
        Mandate mandate = new Mandate(
                1,
                firm,
                person.account(),
                Mandate.Capacity.AGENT,
                Set.of(Purpose.VIEW, Purpose.APPLY),
                LocalDate.parse("2027-01-01"),
                "somebody");
        return new Acting(person.person(), mandate);
    }

    private Handling signIn(Appeal appeal, Acting officer) {
        return cases.fire(Step.of(appeal.caseId(), Actor.of(officer)), "signIn");
    }

    private void reply(Appeal appeal, Acting officer) {
        assertThat(signIn(appeal, officer)).isInstanceOf(Handling.Done.class);
        assertThat(cases.fire(Step.of(appeal.caseId(), Actor.of(officer)).because("已经修好"), "reply"))
                .isInstanceOf(Handling.Done.class);
    }

    @Test
    void anOfficerWhoBroughtItUpAndHandledItDoesNotSpeakForTheReporter() {
        Acting officer = enter(Role.OFFICER);
        Appeal appeal = send(officer.account(), null);
        assertThat(appeals.mayAct(appeal, officer)).as("before").isTrue();
        reply(appeal, officer);
        assertThat(appeals.open(appeal.number(), officer)).as("may read it").isPresent();
        assertThat(appeals.mayAct(appeal, officer)).isFalse();
    }

    @Test
    void numberAndCodeDoNotMakeTheHandlerTheReporter(@Autowired Browser browser) {
        Appeal appeal = send(null, null);
        reply(appeal, new Acting(people.find("power").orElseThrow(), null));
        try (Visit handler = browser.as("power")) {
            follow(handler, appeal);
            assertThat(handler.text()).contains("已经修好").doesNotContain("解决了吗？");
        }
        try (Visit reporter = browser.visitor()) {
            follow(reporter, appeal);
            reporter.shows("解决了吗？");
        }
    }

    @Test
    void whoeverTookACallDownDoesNotEndItByTheCodeThatTheyReadAloud(@Autowired Browser browser) {
        Appeal call = send(Channel.CALL, null, null);
        reply(call, enter(Role.OFFICER));
        try (Visit anybody = browser.visitor()) {
            follow(anybody, call);
            anybody.shows("已经修好", "由没办过这件的坐席打电话来问", "再说点什么").isWell("appeal-called-back");
            assertThat(anybody.text()).doesNotContain("解决了，满意");
            assertThat(anybody.page().locator("form[action$='/answer']").count())
                    .isZero();
        }
        assertThat(seats.calledBack(call, new Answer(true, true, "好了"), enter(Role.SEAT)))
                .isInstanceOf(Handling.Done.class);
    }

    @Test
    void whatWasSentWithAnAccountIsNotLeftInTheBrowserAndSigningOutLeavesNothing(@Autowired Browser browser) {
        try (Visit visit = browser.as("power")) {
            visit.go("/appeals/new");
            visit.page().fill("#words", "门口的变压器漏油，没人来修");
            visit.page().fill("#place", "锦江区");
            visit.page().fill("#who", "李先生 13800000000");
            visit.page().locator("main button:has-text('提交')").first().click();
            visit.settled();
            visit.shows("收到了。请记下编号和查询码");
            assertThat(remembered(visit)).isFalse();
            Appeal other = send(null, null);
            follow(visit, other);
            assertThat(remembered(visit)).as("opened by its code").isTrue();
            visit.go("/");
            visit.page().locator("details.ry-account summary").click();
            visit.page().locator("form[action='/sign-out'] button").click();
            visit.settled();
            assertThat(remembered(visit)).as("after signing out").isFalse();
        }
    }

    private static boolean remembered(Visit visit) {
        return visit.page().context().cookies().stream().anyMatch(cookie -> cookie.name.equals("rongyi_appeals"));
    }

    private static void follow(Visit visit, Appeal appeal) {
        visit.go("/appeals");
        visit.page().fill("#number", appeal.number());
        visit.page().fill("#code", appeal.code());
        visit.click("查");
        assertThat(visit.at()).isEqualTo("/appeals/" + appeal.number());
    }

    @Test
    void whoActsForTheFirmNoLongerHasLostWhatTheySentForItAndNoOtherFirmEverHadIt() {
        Acting person = enter();
        CreditCode firm = firms.next();
        Acting agent = agent(person, firm);
        Appeal appeal = send(person.account(), firm);
        assertThat(appeals.mayAct(appeal, agent)).isTrue();
        assertThat(appeals.of(agent, null).lines()).hasSize(1);
        for (Acting other : List.of(person, agent(person, firms.next()), agent(enter(), firms.next()))) {
            assertThat(appeals.open(appeal.number(), other)).isEmpty();
            assertThat(appeals.mayAct(appeal, other)).isFalse();
            assertThat(appeals.of(other, null).lines()).isEmpty();
            assertThat(appeals.of(other, null).all()).isZero();
        }
    }

    @Test
    void ofTwoSeatsWhoCallBackAtTheSameMomentOneIsFirst() throws Exception {
        for (int pair = 0; pair < PAIRS; pair++) {
            Appeal appeal = send(null, null);
            reply(appeal, enter(Role.OFFICER));
            Answer good = new Answer(true, true, "好了");
            Answer bad = new Answer(false, false, "没好");
            Acting one = enter(Role.SEAT);
            Acting other = enter(Role.SEAT);
            assertThat(together(() -> seats.calledBack(appeal, good, one), () -> seats.calledBack(appeal, bad, other)))
                    .filteredOn(Handling.Done.class::isInstance)
                    .hasSize(1);
            assertThat(seats.attempts(appeal))
                    .as("what came second left no trace")
                    .hasSize(1);
        }
    }

    @Test
    void ofTwoOfficersWhoTakeItOnAtTheSameMomentOneHasIt() throws Exception {
        for (int pair = 0; pair < PAIRS; pair++) {
            Appeal appeal = send(null, null);
            Acting one = enter(Role.OFFICER);
            Acting other = enter(Role.OFFICER);
            assertThat(together(() -> signIn(appeal, one), () -> signIn(appeal, other)))
                    .filteredOn(Handling.Done.class::isInstance)
                    .hasSize(1);
            assertThat(appeals.record(appeal).now().handler()).isIn(one.account(), other.account());
        }
    }

    private static List<Handling> together(Callable<Handling> one, Callable<Handling> other) throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Handling> first = threads.submit(() -> {
                both.await();
                return one.call();
            });
            Future<Handling> second = threads.submit(() -> {
                both.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        }
    }
}
