package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever reported what somebody else had reported reads the answer as well.
@CityTest
class MergedTicketTest {
    private static final String ANSWER = "变压器换好了，今晚恢复供电。";

    @Autowired
    private Browser browser;

    @Autowired
    private Appeals appeals;

    @Autowired
    private Seats seats;

    @Autowired
    private Cases cases;

    @Autowired
    private People people;

    private Appeal send() {
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Appeal.Channel.WEB,
                "整条街停电两天，没人来修",
                "锦江区春熙路街道",
                null,
                new Appeal.Reporter("李先生", null, null, false),
                "E0601",
                false);
        return ((Receiving.Accepted) appeals.receive(what)).appeal();
    }

    private Appeal mergedInto(Appeal lead) {
        Person seat = new Person("mt-" + UUID.randomUUID(), "某坐席（测试）", "热线", Set.of(Role.SEAT));
        people.register(seat, "not-to-be-guessed");
        Appeal other = send();
        assertThat(seats.merge(other, lead.number(), new Acting(seat, null))).isInstanceOf(Handling.Done.class);
        return other;
    }

    private void takenOn(Appeal appeal) {
        assertThat(cases.fire(Step.of(appeal.caseId(), power()), "signIn")).isInstanceOf(Handling.Done.class);
    }

    private Actor power() {
        return Actor.of(new Acting(people.find("power").orElseThrow(), null));
    }

    private void read(Visit visit, Appeal appeal) {
        visit.go("/appeals");
        visit.page().fill("#number", appeal.number());
        visit.page().fill("#code", appeal.code());
        visit.click("查");
    }

    @Test
    void bothReadTheAnswerAndTheOfficerIsToldSo() {
        Appeal lead = send();
        Appeal other = mergedInto(lead);
        takenOn(lead);
        try (Visit officer = browser.as("power")) {
            officer.go("/cases/" + lead.number() + "/acts/event-reply").shows("还有 1 家反映同一件事");
        }
        assertThat(cases.fire(Step.of(lead.caseId(), power()).because(ANSWER), "reply"))
                .isInstanceOf(Handling.Done.class);
        try (Visit reporter = browser.visitor()) {
            read(reporter, other);
            reporter.shows("已经并在一起办", ANSWER).isWell("appeal-merged");
            assertThat(reporter.text()).doesNotContain("解决了吗？");
        }
    }

    @Test
    void untilItIsAnsweredWhoWasMergedMayTellItAnewAndALeaderDoesNotEndIt() {
        Appeal lead = send();
        Appeal other = mergedInto(lead);
        try (Visit reporter = browser.visitor()) {
            read(reporter, other);
            reporter.shows("已经并在一起办", "另外反映");
        }
        try (Visit leader = browser.as("leader")) {
            leader.go("/cases/" + lead.number() + "/acts/event-drop")
                    .expected(409)
                    .shows("还有人等这件的答复", "另有 1 家反映同一件事")
                    .isWell("others-wait");
        }
    }

    @Test
    void anAnswerThatWasNotGoodEnoughIsNotReadWhileTheMatterIsHandledAgain() {
        Appeal lead = send();
        takenOn(lead);
        assertThat(cases.fire(Step.of(lead.caseId(), power()).because("请自行联系物业。"), "reply"))
                .isInstanceOf(Handling.Done.class);
        assertThat(appeals.answer(lead, new Appeals.Answer(false, false, "还停着")))
                .isInstanceOf(Handling.Done.class);
        Appeal other = mergedInto(lead);
        try (Visit reporter = browser.visitor()) {
            read(reporter, other);
            reporter.shows("已经并在一起办", "办理中");
            assertThat(reporter.text()).doesNotContain("请自行联系物业。");
        }
    }
}
