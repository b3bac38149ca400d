package org.rongyi.city.filings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Story;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// A firm's dates in a real browser: what is due, over a holiday, in the calendar program.
@CityTest
class CalendarWalkTest {
    private static final LocalDate BEFORE_NATIONAL_DAY = LocalDate.of(2026, 9, 28);

    private final Browser browser;
    private final Story story;
    private final Enterprises enterprises;
    private final TestClock clock;
    private final CreditCode firm = new org.rongyi.city.identity.TestFirms().next();

    @Autowired
    CalendarWalkTest(Browser browser, Story story, Enterprises enterprises, TestClock clock) {
        this.browser = browser;
        this.story = story;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    private Acting owner(Map<String, Object> facts) {
        enterprises.record(TestFirms.report(firm, "市监", "2026-01-04", facts));
        return story.owner(firm);
    }

    private static Map<String, Object> company() {
        return Map.of(
                "entityName", "蓉城日历公司（测试）",
                "entityType", "有限责任公司",
                "taxpayerType", "一般纳税人",
                "insuredStaff", new BigDecimal(12));
    }

    private static APIResponse fetch(Visit visit, String address) {
        URI here = URI.create(visit.page().url()).resolve(URI.create(address).getPath());
        return visit.page().request().get(here.toString());
    }

    @Test
    void aFirmSeesWhatIsDueAndByHowMuchTheHolidayMovesIt() {
        clock.moveTo(BEFORE_NATIONAL_DAY);
        Acting owner = owner(company());
        try (Visit visit = browser.visitor().signedIn(owner.account(), Story.PASSWORD)) {
            visit.go("/my/calendar")
                    .shows("增值税和附加税费申报", "10 月 26 日（周一）", "原为 10 月 15 日，遇放假或周末顺延", "税收征管法实施细则第一百零九条")
                    .shows("待核实：增值税法 2026-01-01 施行后的申报期", "放假安排公布后可能顺延", "企业所得税预缴申报")
                    .isWell("calendar");
            visit.inEnglish()
                    .shows("VAT return", "moved from", "may move once days off are published", "To be verified")
                    .isWell("calendar-en");
            visit.inChinese();
            visit.page().fill("#days", "31");
            visit.page().click("form[action='/my/calendar/reminder'] button");
            visit.settled().expected(422).shows("填 0 到 30 的整数").isWell("calendar-fault");
            assertThat(visit.page().inputValue("#days"))
                    .as("what was typed stays")
                    .isEqualTo("31");
            visit.page().fill("#days", "5");
            visit.page().click("form[action='/my/calendar/reminder'] button");
            visit.settled();
            assertThat(visit.page().inputValue("#days")).isEqualTo("5");
            visit.page().fill("#days", "0");
            visit.page().click("form[action='/my/calendar/reminder'] button");
            visit.settled();
        }
    }

    @Test
    void aFirmSubscribesAndEndsTheAddressWithoutJavaScript() {
        clock.moveTo(BEFORE_NATIONAL_DAY);
        Acting owner = owner(company());
        try (Visit visit = browser.visitorWithoutScripts().signedIn(owner.account(), Story.PASSWORD)) {
            visit.go("/my/calendar").click("做一个订阅地址").shows("只显示这一次");
            String address = visit.page().locator("code").innerText();
            visit.width(320)
                    .doesNotScrollSideways()
                    .screenshot("calendar-address-320")
                    .width(1280);
            try (Visit program = browser.visitor().go("/")) {
                APIResponse feed = fetch(program, address);
                assertThat(feed.status()).isEqualTo(200);
                assertThat(feed.headers().get("content-type")).startsWith("text/calendar");
                assertThat(feed.headers().get("cache-control")).contains("no-store");
                assertThat(feed.text())
                        .contains("BEGIN:VCALENDAR", "DTSTART;VALUE=DATE:20261026", "SUMMARY:增值税和附加税费申报");
                visit.go("/my/calendar").shows("您有一个订阅地址");
                assertThat(visit.text()).doesNotContain(address);
                visit.click("停用地址").shows("做一个订阅地址，日期有变，日历自动更新");
                assertThat(fetch(program, address).status()).isEqualTo(404);
            }
            visit.nothingFailed();
        }
    }

    @Test
    void aFirmOfWhichLittleIsKnownReadsWhatIsMissing() {
        Acting owner = owner(Map.of("entityName", "蓉城未知公司（测试）"));
        try (Visit visit = browser.visitor().signedIn(owner.account(), Story.PASSWORD)) {
            visit.go("/my/calendar")
                    .shows("还不知道这些", "纳税人类型", "下一个：企业年报（企业信用信息公示系统），2027 年 6 月 30 日")
                    .isWell("calendar-missing");
        }
    }

    @Test
    void aYearWithoutATableOfDaysOffBreaksNoPage() {
        clock.moveTo(LocalDate.of(2029, 3, 1));
        Acting owner = owner(company());
        try (Visit visit = browser.visitor().signedIn(owner.account(), Story.PASSWORD)) {
            visit.go("/my/calendar").shows("放假安排公布后可能顺延", "2029 年 3 月 15 日").screenshot("calendar-open-year");
            visit.nothingFailed();
        }
    }
}
