package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.springframework.beans.factory.annotation.Autowired;

/// The lists behind a leader's figures hold what that leader may open, and no line of anything else.
@CityTest
class LeaderRightsTest {
    private static final String WORDS = "变压器嗡嗡响了一个月，晚上尤其吵";

    @Autowired
    private Browser browser;

    @Autowired
    private Appeals appeals;

    private String bring() {
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Appeal.Channel.WEB,
                WORDS,
                "锦江区",
                null,
                new Appeal.Reporter("李先生", null, null, false),
                "E0601",
                false);
        return ((Receiving.Accepted) appeals.receive(what)).appeal().number();
    }

    @Test
    void whatIsRaisedToALeaderIsTheFirstThingAfterSigningIn(@Autowired Cases cases, @Autowired People people) {
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Appeal.Channel.WEB,
                "一个月来了三个部门检查，内容都一样",
                "锦江区",
                null,
                new Appeal.Reporter("李先生", null, null, false),
                "E0801",
                false);
        Appeal appeal = ((Receiving.Accepted) appeals.receive(what)).appeal();
        Step step = Step.of(
                        appeal.caseId(),
                        Actor.of(new Acting(people.find("market").orElseThrow(), null)))
                .because("请自行协商");
        assertThat(cases.fire(step, "signIn")).isInstanceOf(Handling.Done.class);
        assertThat(cases.fire(step, "reply")).isInstanceOf(Handling.Done.class);
        assertThat(appeals.answer(appeal, new Appeals.Answer(false, false, "没人管")))
                .isInstanceOf(Handling.Done.class);
        try (Visit head = browser.as("market-head")) {
            head.go("/leader").shows("报到您这里的有").isWell("leader-turn");
            head.click("看任务清单").shows(appeal.title()).nothingFailed();
        }
    }

    @Test
    void aHeadOfAnotherDepartmentFindsNoLineOfItAndACityLeaderDoes() {
        String number = bring();
        String list = "/leader/appeals/tickets?slice=RECEIVED&unit=供电";
        try (Visit head = browser.as("market-head")) {
            head.go(list).shows("没有归您看的");
            assertThat(head.page().locator(".ry-rows li").count()).isZero();
            assertThat(head.text()).doesNotContain(WORDS, number);
            head.go(list + "&category=E0601").shows("不公布一共多少").isWell("appeals-behind-few");
        }
        try (Visit leader = browser.as("leader")) {
            leader.go(list).shows(WORDS);
        }
    }
}
