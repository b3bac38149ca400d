package org.rongyi.city.utilities.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.utilities.Connection;
import org.rongyi.city.utilities.Connection.Permit;
import org.rongyi.city.utilities.OperatorDesk;
import org.springframework.beans.factory.annotation.Autowired;

/// A restaurant asks for power, gas and telecoms: one slot, moved once, one record; gas is refused, the
/// others supply.
@CityTest
class UtilityWalkTest {
    @Autowired
    private Browser browser;

    @Autowired
    private OperatorDesk desk;

    @Autowired
    private CaseFiles files;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    private Acting acting(String account) {
        return new Acting(people.find(account).orElseThrow(), null);
    }

    private Connection connection(long id) {
        return desk.find(id, acting("telecom")).orElseThrow();
    }

    private static void choose(Visit visit, int slot) {
        visit.page().locator("input[name=slot]").nth(slot).check();
        visit.click("就约这个时间");
    }

    private long asked(Visit owner) {
        owner.go("/my/utilities").shows("一张表，一起来踏勘一次").isWell("utilities");
        owner.click("要接水、电、气、宽带").click("交上去，约踏勘时间").expected(422);
        owner.shows("至少选一样", "写电话").isWell("utilities-faults");
        assertThat(owner.page().inputValue("#address")).as("known already").contains("演示巷");
        wants(owner, "power", "powerCapacity", "120");
        wants(owner, "gas", "gasHourly", "25");
        wants(owner, "telecom", "bandwidth", "500");
        owner.page().fill("#phone", "13800000000");
        owner.isWell("utilities-new").click("交上去，约踏勘时间");
        owner.shows("大家都能来的时间", "供电", "供气", "2026 年 1", "（周").isWell("utilities-slots");
        owner.inEnglish().isWell("utilities-slots-en").inChinese();
        choose(owner, 0);
        owner.shows("约好了，几家一起来", "已约踏勘").click("改约");
        choose(owner, 3);
        owner.expected(422).shows("写明为什么改");
        owner.page().fill("#reason", "那天店里装修");
        choose(owner, 3);
        owner.shows("约好了，几家一起来", "改约的原因：那天店里装修").isWell("utilities-booked");
        return Long.parseLong(owner.at().replaceAll("/my/utilities/(\\d+).*", "$1"));
    }

    private static void wants(Visit owner, String utility, String element, String value) {
        owner.page().locator("input[name=utility][value=" + utility + "]").check();
        owner.page().fill("#" + element, value);
    }

    /// Three phones at the place: each writes what it measured, then all sign the one record.
    private void signedByAll(Connection.Visit visit) {
        Map<String, Map<String, String>> found = Map.of(
                "power", Map.of("site.matches", "一致", "power.distance", "60", "power.capacity", "200"),
                "gas", Map.of("gas.distance", "35", "gas.ventilation", "没有独立通风"),
                "telecom", Map.of("telecom.distance", "80"));
        clock.moveTo(visit.startsAt().plus(Duration.ofMinutes(30)));
        String record = "/officer/surveys/" + visit.id();
        visit.crews().forEach(crew -> {
            try (Visit phone = phone(crew).go(record)) {
                Objects.requireNonNull(found.get(crew.utility()))
                        .forEach((field, value) -> phone.page().fill("[name='" + field + "']", value));
                phone.click("存");
                phone.page().waitForURL("**done=saved");
                phone.settled().nothingFailed();
            }
        });
        int signed = 0;
        for (Connection.Attendance crew : visit.crews()) {
            try (Visit phone = phone(crew).go(record)) {
                signed++;
                phone.click("记录属实，我签");
                phone.page().waitForURL(signed < visit.crews().size() ? "**done=signed" : "**done=closed");
                phone.settled().shows("签于").nothingFailed();
            }
        }
    }

    private Visit phone(Connection.Attendance crew) {
        return browser.as(crew.crew().replaceAll("-1$", "-crew").replaceAll("-2$", "-crew-2"));
    }

    private void refusedOnItsCase(long id) {
        try (Visit gas = browser.as("gas")) {
            gas.go("/officer/utilities").click("锦江区巷口面馆（演示），报装：供电、供气、通信");
            gas.shows("演示巷", "没有独立通风", "已踏勘").isWell("utilities-desk");
            gas.go("/officer/utilities/" + id)
                    .page()
                    .locator("section[aria-labelledby=lines] a")
                    .first()
                    .click();
            gas.settled().click("不能接");
            gas.page().fill("#reason", "厨房没有独立通风，装不了燃气");
            gas.page().fill("#basis", "城镇燃气设计规范");
            press(gas);
            press(gas);
            gas.shows("记下了", "不能接").nothingFailed();
        }
    }

    private static void press(Visit visit) {
        visit.page().locator("main form button").first().click();
        visit.settled();
    }

    private void offered(long id) {
        try (Visit power = browser.as("power")) {
            power.go("/officer/utilities/" + id).page().fill("#metres", "60");
            power.page().fill("#words", "从巷口环网柜接入，装三相表");
            power.page().fill("#quote", "12800");
            power.page().fill("#validUntil", "2026-12-20");
            power.page().fill("#worksDays", "30");
            power.page().fill("#kilovolts", "10");
            power.page().locator("input[name=permits][value=road]").check();
            power.click("给企业看").expected(422).shows("超过这么长的外线允许的天数").isWell("utilities-offer");
            power.page().fill("#worksDays", "10");
            power.click("给企业看").shows("方案给企业了", "等企业选方案");
        }
        try (Visit telecom = browser.as("telecom")) {
            telecom.go("/officer/utilities/" + id).page().fill("#metres", "80");
            telecom.page().fill("#words", "光纤入户");
            telecom.page().fill("#quote", "600");
            telecom.page().fill("#validUntil", "2026-12-20");
            telecom.page().fill("#worksDays", "5");
            List.of("road", "traffic")
                    .forEach(permit -> telecom.page()
                            .locator("input[name=permits][value=" + permit + "]")
                            .check());
            telecom.click("给企业看").shows("方案给企业了").nothingFailed();
        }
    }

    private void granted(Permit permit) {
        String number = files.find(Objects.requireNonNull(permit.caseId()))
                .orElseThrow()
                .number(ZoneId.systemDefault());
        try (Visit officer = browser.as(permit.unit().equals("城管") ? "city" : "police")) {
            for (String act : List.of("take", "event-accept", "event-beginReview", "event-grant")) {
                officer.go("/cases/" + number + "/acts/" + act);
                sent(officer);
            }
        }
    }

    private static void sent(Visit officer) {
        press(officer);
        if (officer.page().locator("input[name=confirmed]").count() > 0) {
            press(officer);
        }
        officer.shows("记下了").nothingFailed();
    }

    private void supplied(long id, String utility) {
        try (Visit operator = browser.as(utility)) {
            for (String event : List.of("accept", "supply")) {
                operator.go("/officer/utilities/" + id)
                        .page()
                        .locator("section[aria-labelledby=lines] a")
                        .first()
                        .click();
                operator.settled()
                        .page()
                        .locator("a[href*='acts/event-" + event + "']")
                        .first()
                        .click();
                operator.settled().page().fill("#proof", "验收单〔2026〕12 号");
                sent(operator);
            }
        }
    }

    @Test
    void aRestaurantIsSurveyedOnceGasIsRefusedAndTheOthersSupply() {
        try (Visit owner = browser.as("noodle")) {
            long id = asked(owner);
            signedByAll(connection(id).visits().getLast());
            refusedOnItsCase(id);
            offered(id);
            owner.go("/my/utilities/" + id)
                    .shows("厨房没有独立通风", "记录签完了", "签于", "方案和报价出来了", "12,800", "谁看过")
                    .isWell("utilities-plans");
            owner.inEnglish().isWell("utilities-plans-en").inChinese();
            Locator accept = owner.page().getByText("的方案，");
            accept.first().click();
            owner.settled().shows("定下来了", "只备案");
            owner.page().getByText("的方案，").first().click();
            owner.settled().shows("在办");
            connection(id).request("telecom").orElseThrow().permits().forEach(this::granted);
            supplied(id, "power");
            supplied(id, "telecom");
            owner.go("/my/utilities/" + id).shows("已开通", "不能接", "批了").isWell("utilities-supplied");
            assertThat(owner.page().getByText("已开通").count()).isEqualTo(2);
            owner.nothingFailed();
        }
        try (Visit leader = browser.as("leader")) {
            leader.go("/leader/utilities").shows("一件上门几次", "目标 1 次", "多久开通");
        }
    }
}
