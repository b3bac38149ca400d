package org.rongyi.city.procedures.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Story;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.procedures.Procedures;
import org.springframework.beans.factory.annotation.Autowired;

/// An administrator brings in the file of another tool: refused with reasons, mended, tried, taken into use; a firm
/// applies, and its case goes by it to the decision.
@CityTest
class ProcedureWalkTest {
    private static final String ITEM = "food-permit";
    private static final Map<String, Object> PLAN =
            Map.of("hasSign", false, "assemblyPlace", false, "sellsTobacco", false);

    private final Story story;
    private final Procedures procedures;
    private final CaseFiles files;
    private final Enterprises enterprises;

    @Autowired
    private Browser browser;

    @Autowired
    ProcedureWalkTest(Story story, Procedures procedures, CaseFiles files, Enterprises enterprises) {
        this.story = story;
        this.procedures = procedures;
        this.files = files;
        this.enterprises = enterprises;
    }

    private static String municipal() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ProcedureWalkTest.class.getResourceAsStream("/procedures/municipal.bpmn20.xml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String mended() throws IOException {
        return municipal()
                .replace("核查科", "本部门")
                .replaceAll("<scriptTask.*</scriptTask>", "")
                .replace("${scoreService.check(form)}", "${needSite == false}");
    }

    private static void bring(Visit visit, String content) {
        visit.page()
                .setInputFiles(
                        "#file", new FilePayload("food.bpmn", "text/xml", content.getBytes(StandardCharsets.UTF_8)));
        visit.click("传上来检查");
    }

    @Test
    void aFileIsRefusedMendedTriedAndLeadsACaseToItsDecision() throws IOException {
        try (Visit admin = browser.as("admin")) {
            admin.go("/admin").click("看办理流程").shows("系统自带").isWell("procedures");
            bring(admin, municipal());
            admin.shows("还不能用", "核查科", "脚本任务“算分”会在服务器上运行程序", "scoreService.check(form)")
                    .isWell("procedure-refused");
            assertThat(admin.page().locator("button:has-text('用在这个事项上')").count())
                    .as("what has faults is not offered for use")
                    .isZero();
            admin.click("传改好的文件");
            bring(admin, mended());
            admin.shows("检查过了，可以用", "换了说法的", "归经办人").isWell("procedure");
            admin.inEnglish().isWell("procedure-en").inChinese();
            tryIt(admin);
            admin.click("回到流程").page().selectOption("#item", ITEM);
            admin.click("用在这个事项上").shows("用上了");
        }
        try {
            decide(handedIn());
        } finally {
            procedures.stop(
                    Objects.requireNonNull(procedures.inUse().get(ITEM)),
                    ITEM,
                    new Acting(new Person("admin", "", "", Set.of(Role.ADMINISTRATOR)), null));
        }
    }

    private static void tryIt(Visit admin) {
        admin.click("试办").shows("待受理").click("完成").shows("已受理").click("完成");
        admin.click("要现场核查").shows("停表", "现在在这里").isWell("procedure-trial");
        admin.click("核查完").click("材料齐全").click("准予许可").shows("走到头了", "准予，待送达");
    }

    private Case handedIn() {
        Acting owner = story.owner(TestFirms.enter(enterprises, "流程小馆（测试）"));
        Application application = story.handIn(story.filled(owner, "open-restaurant", PLAN), owner);
        return story.caseOf(application, owner, ITEM);
    }

    private void decide(Case file) {
        String address = "/cases/" + file.number(TestClock.SHANGHAI);
        try (Visit officer = browser.as("market")) {
            officer.go(address).shows("办理流程", "现在在这里");
            act(officer, "我来办");
            act(officer, "受理");
            act(officer, "开始审查");
            officer.shows("初审");
            assertThat(officer.page().locator("main a:has-text('准予许可')").count())
                    .as("no decision past an open step")
                    .isZero();
            choose(officer, "初审").page().check("input[value=f6]");
            press(officer);
            officer.expected(422).shows("写文书的名称和文号").page().fill("#proof", "现场核查通知书〔2026〕8 号");
            press(officer);
            officer.shows("停表").isWell("case-in-procedure");
            choose(officer, "现场核查").shows("核查完").page().fill("#reason", "厨房和平面图一致");
            press(officer);
            choose(officer, "初审").page().check("input[value=f5]");
            press(officer);
            choose(officer, "准予许可");
            press(officer);
            press(officer);
            officer.shows("准予，待送达", "已经走完", "厨房和平面图一致").nothingFailed();
        }
        assertThat(files.find(file.id()).orElseThrow().state().id()).isEqualTo("granted");
    }

    private static void act(Visit officer, String act) {
        choose(officer, act);
        press(officer);
    }

    /// What may be done now stands in one box; the same words stand in the drawing too.
    private static Visit choose(Visit officer, String act) {
        officer.page().locator(".ry-todo a:text-is('" + act + "')").first().click();
        return officer.settled();
    }

    private static void press(Visit officer) {
        officer.page()
                .locator("main button.govuk-button:not(.govuk-button--secondary)")
                .first()
                .click();
        officer.settled();
    }
}
