package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.CoHandling;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.springframework.beans.factory.annotation.Autowired;

/// A firm appeals in a real browser: routed, disputed, decided, answered, not satisfied, reopened higher,
/// solved, asked again.
@CityTest
class AppealStoryTest {
    private static final String WORDS = "10 月份消防、城管、市监、街道各来查一次，都看灭火器和后厨，每次停业半天。重复检查能不能合成一次？";
    private static final Duration MOST = Duration.ofSeconds(30);

    @Autowired
    private Browser browser;

    @Autowired
    private Appeals appeals;

    @Autowired
    private Seats seats;

    @Autowired
    private CoHandling parts;

    @Autowired
    private TestClock clock;

    private static void press(Visit visit, String label) {
        visit.page()
                .locator("main button")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
        visit.settled();
    }

    /// Does something to the case as this person: fills what is asked, sends it, and once more where it is
    /// checked.
    private void act(String account, String number, String act, String reason, String choice) {
        try (Visit visit = browser.as(account)) {
            visit.go("/cases/" + number + "/acts/" + act);
            Locator why = visit.page().locator("#reason");
            if (why.count() > 0 && !reason.isEmpty()) {
                why.fill(reason);
            }
            if (!choice.isEmpty()) {
                visit.page().selectOption("#choice", choice);
            }
            Locator send = visit.page().locator("main form button.govuk-button").first();
            send.click();
            visit.settled();
            if (visit.page().locator("input[name=confirmed]").count() > 0) {
                visit.page().locator("main form button.govuk-button").first().click();
                visit.settled();
            }
            assertThat(visit.at()).as(account + " " + act + ": " + visit.text()).contains("done=");
        }
    }

    private String send(Visit visit) {
        visit.click("我要反映")
                .isWell("appeal-new")
                .inEnglish()
                .isWell("appeal-new-en")
                .inChinese();
        visit.page().fill("#words", WORDS);
        press(visit, "提交");
        visit.expected(422).shows("还有 2 处要改", "写在哪里");
        visit.page().fill("#place", "锦江区春熙路街道演示巷 18 号");
        visit.page().fill("#who", "巷口面馆王女士 13800000000");
        press(visit, "提交");
        visit.shows("收到了。请记下编号和查询码", "派给市监", "15 个工作日内答复").isWell("appeal-receipt");
        return visit.at().replaceAll("/appeals/([0-9-]+).*", "$1");
    }

    private Case now(String number) {
        Appeal appeal = seats.find(number).orElseThrow();
        return appeals.record(appeal).now();
    }

    @Test
    void aFirmAppealsAndHasTheLastWord() {
        try (Visit visit = browser.visitor()) {
            String number = send(visit.go("/"));

            act("market", number, "dispute", "四个部门都查了，应由城管牵头", "");
            visit.go("/appeals/" + number).shows("市监说不归它办", "时钟照走");
            act("arbiter", number, "pass", "后厨检查由市监牵头，职责清单第 7 条", "市监");
            assertThat(now(number).unit()).isEqualTo("市监");
            act("market", number, "event-signIn", "", "");
            act("market", number, "event-reply", "请自行与各部门协商。", "");

            visit.go("/appeals/" + number).shows("解决了吗？", "请自行与各部门协商").isWell("appeal-answered");
            visit.page().fill("#why", "还是四家分开来");
            press(visit, "没解决");
            visit.shows("没解决。还是四家分开来", "部门分管负责人").isWell("appeal-reopened");
            assertThat(now(number).reopened()).isOne();
            assertThat(now(number).level()).as("one level up").isPositive();
            assertThat(now(number).handler()).as("not the one who had it").isNotEqualTo("market");

            act("market-head", number, "assign", "", "market-2");
            others(number);
            visit.go("/appeals/" + number).shows("协办：城管");
            try (Visit lead = browser.as("market-2")) {
                lead.go("/cases/" + number + "/acts/event-reply").isWell("part-in-the-answer");
                assertThat(lead.page().locator("#reason").inputValue()).contains("城管：后厨我们不再单独查。");
            }
            act("market-2", number, "event-reply", "四个部门已合并为一年一次，下一次是 11 月 27 日上午。", "");
            visit.go("/appeals/" + number)
                    .inEnglish()
                    .shows("Is it solved?")
                    .isWell("appeal-answered-en")
                    .inChinese();
            press(visit, "解决了，满意");
            visit.shows("企业说解决了", "解决了，满意。");

            askedAgain(visit, number);
        }
    }

    /// The lead asks another department for its part; that one sees the question, and not the appeal.
    private void others(String number) {
        try (Visit lead = browser.as("market-2")) {
            lead.go("/cases/" + number).click("请别的部门协办");
            lead.isWell("part-ask").inEnglish().isWell("part-ask-en").inChinese();
            lead.page().fill("#days", "30");
            press(lead, "请它协办");
            lead.expected(422).shows("选一个部门", "写要它答什么");
            lead.page().selectOption("#unit", "城管");
            lead.page().fill("#question", "后厨检查你们还单独去吗？");
            press(lead, "请它协办");
            lead.expected(422).shows("要在您的答复时限前一天到");
            lead.page().fill("#days", "2");
            press(lead, "请它协办");
            lead.shows("等意见", "后厨检查你们还单独去吗？").isWell("part-asked");
        }
        Appeal appeal = seats.find(number).orElseThrow();
        String part = parts.of(appeal).getFirst().number();
        try (Visit other = browser.as("city")) {
            other.go("/cases/" + number).expected(404);
            other.go("/cases/" + part).shows("问你们的", "后厨检查你们还单独去吗？", WORDS).isWell("part-of-another");
            other.inEnglish().isWell("part-of-another-en").inChinese();
        }
        act("city", part, "event-give", "后厨我们不再单独查。", "");
        try (Visit lead = browser.as("market-2")) {
            lead.go("/cases/" + number).shows("已给意见", "后厨我们不再单独查。").isWell("part-given");
        }
    }

    private void askedAgain(Visit visit, String number) {
        weeksPass(number);
        visit.go("/appeals/" + number).shows("有没有反复？").isWell("appeal-asked-again");
        press(visit, "没有反复");
        visit.shows("办结，没有反复");
        assertThat(now(number).open()).isFalse();
    }

    /// Until it is asked again, by the clock of the house.
    private void weeksPass(String number) {
        Appeal appeal = seats.find(number).orElseThrow();
        Instant due = appeals.record(appeal).clocks().stream()
                .filter(running -> running.clock().id().equals("again"))
                .map(CaseFile.Running::dueAt)
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(Duration.between(clock.instant(), due).toDays()).isBetween(30L, 60L);
        clock.moveTo(due.plusSeconds(60));
        await().atMost(MOST).until(() -> now(number).state().id().equals("asked"));
    }

    /// From the Monday before National Day: a week of holidays, and a Saturday on which work is done.
    @Test
    void aHolidayWeekIsCrossedAndWhatComesBackGoesUpAgain() {
        clock.moveTo(LocalDate.of(2026, 9, 28));
        try (Visit visit = browser.visitor()) {
            visit.go("/appeals/new");
            visit.page().fill("#words", "店门口停电两天，供电说排队，冷柜里的肉都坏了");
            visit.page().fill("#place", "锦江区春熙路街道演示巷 18 号");
            visit.page().fill("#who", "巷口面馆王女士 13800000000");
            press(visit, "提交");
            visit.shows("派给供电", "7 个工作日内答复", "2026 年 10 月 13 日（周二）前答复");
            String number = visit.at().replaceAll("/appeals/([0-9-]+).*", "$1");
            act("power", number, "event-signIn", "", "");
            clock.moveTo(LocalDate.of(2026, 10, 10));
            visit.go("/appeals/" + number).shows("2026 年 10 月 13 日（周二）前答复");
            act("power", number, "event-reply", "变压器换了。", "");
            visit.go("/appeals/" + number).shows("第 5 天答复");
            press(visit, "解决了，满意");
            weeksPass(number);
            visit.go("/appeals/" + number).shows("有没有反复？");
            visit.page().fill("#why", "上周又停了一天");
            press(visit, "又反复了");
            visit.shows("上周又停了一天", "办理中", "部门分管负责人").nothingFailed();
            assertThat(now(number).reopened()).isOne();
        }
    }

    @Test
    void theLawsOtherWayIsToldAndAReceiptIsFollowedWithoutAnAccount() {
        String number;
        String code;
        try (Visit visit = browser.visitorWithoutScripts()) {
            visit.go("/appeals/new");
            visit.page().fill("#words", "法院判决我们赔钱，我不服");
            visit.page().fill("#place", "锦江区");
            visit.page().fill("#who", "李先生 13900000000");
            press(visit, "提交");
            visit.shows("这件事走法定渠道", "12368", "不是这件事？");
            press(visit, "仍然提交");
            visit.shows("收到了");
            number = visit.at().replaceAll("/appeals/([0-9-]+).*", "$1");
            code = visit.page().locator(".ry-receipt dd").nth(1).innerText();
        }
        try (Visit visit = browser.visitor()) {
            visit.go("/appeals/" + number).expected(404);
            visit.go("/appeals").isWell("appeals");
            visit.page().fill("#number", number);
            visit.page().fill("#code", "WRONG234");
            press(visit, "查");
            visit.expected(422).shows("对不上");
            visit.page().fill("#code", code);
            press(visit, "查");
            visit.shows("法院判决我们赔钱").nothingFailed();
        }
        try (Visit visit = browser.as("seat")) {
            visit.go("/seat").shows("待派单").isWell("seat");
            visit.go("/seat/" + number).shows("李先生").isWell("seat-dispatch");
            visit.page().selectOption("#category", "E0906");
            press(visit, "派单");
            visit.go("/seat/" + number).shows("营商办", "按“涉诉涉执”");
        }
        try (Visit visit = browser.as("business")) {
            visit.go("/cases/" + number).shows("法院判决我们赔钱", "签收").isWell("appeal-case");
            assertThat(visit.text()).as("taking it on is one button").doesNotContain("我来办");
        }
    }

    @Test
    void whatComesTooLateIsSaidAndWhatWasTypedIsKept() {
        try (Visit visit = browser.visitor()) {
            String number = send(visit.go("/"));
            Appeal appeal = seats.find(number).orElseThrow();
            visit.go("/appeals/" + number);
            appeals.withdraw(appeal);
            visit.page().fill("#say", "再补充一句，隔壁也一样");
            press(visit, "发送");
            visit.expected(409).shows("这句话没有送出", "没有答复就停了").isWell("appeal-too-late");
            assertThat(visit.page().inputValue("#say")).isEqualTo("再补充一句，隔壁也一样");
        }
    }
}
