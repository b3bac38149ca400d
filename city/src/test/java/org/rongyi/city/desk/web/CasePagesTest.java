package org.rongyi.city.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Step;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.web.Caller;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Work on a case through its page.
@CityTest
class CasePagesTest {
    private final Cases cases;
    private final CaseFiles files;
    private final Office office;

    @LocalServerPort
    private int port;

    @Autowired
    private Browser browser;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Portraits portraits;

    @Autowired
    private Mandates mandates;

    @Autowired
    CasePagesTest(People people, Cases cases, CaseFiles files) {
        this.cases = cases;
        this.files = files;
        this.office = new Office(people, cases);
    }

    private Case inReview() {
        Case file = office.open(office.application().handledBy(office.officer));
        fire(file, "accept");
        fire(file, "beginReview");
        return file;
    }

    private void fire(Case file, String event) {
        assertThat(cases.fire(step(file), event)).isInstanceOf(Handling.Done.class);
    }

    private Step step(Case file) {
        return Step.of(file.id(), Actor.of(office.acting(office.officer)));
    }

    private CaseFile file(Case file) {
        return files.open(file.id(), office.acting(office.head)).orElseThrow();
    }

    private String state(Case file) {
        return file(file).now().state().id();
    }

    private Visit officer(String path) {
        return Office.signedIn(browser.visitor(), path, office.officer);
    }

    @Test
    void anOfficerTakesAcceptsReviewsGrantsAndDelivers() {
        Case file = office.open(office.application());
        try (Visit visit = officer(Office.address(file))) {
            visit.shows("没人办", "我来办", "受理时限", "5 个工作日", "收到").isWell("case-new");
            Office.follow(visit).shows("以后由您负责").isWell("case-take");
            Office.press(visit).shows("记下了：经办人：王办事（测试）", "决定是否受理");
            Office.follow(visit).shows("“决定时限”从明天起算").isWell("case-accept");
            Office.press(visit).shows("记下了：受理", "决定时限", "剩 5 个工作日，2026 年 11 月 30 日（周一） 17:00 到期");
            Office.press(Office.follow(visit));
            visit.shows("准予许可", "不予许可", "停表：决定时限").isWell("case-review");
            visit.onPaper("打印：王办事（测试）", "准予许可");
            Office.follow(visit).shows("理由（可不写）", "依据（可不写）");
            visit.page().fill("#reason", "材料齐全，现场合格");
            Office.press(visit).shows("核对：准予许可", "送出后不能撤回", "材料齐全，现场合格").isWell("case-grant-check");
            visit.click("回去改");
            assertThat(visit.page().inputValue("#reason")).isEqualTo("材料齐全，现场合格");
            Office.press(Office.press(visit)).shows("记下了：准予许可", "送达");
            Office.follow(visit);
            visit.page().fill("#proof", "食品经营许可证 JY251");
            Office.press(Office.press(visit)).shows("记下了：送达", "已经办结").isWell("case-closed");
        }
        assertThat(state(file)).isEqualTo("delivered");
    }

    @Test
    void everythingThatIsWrongIsAskedForOnceAndNothingTypedIsLost() {
        Case file = office.open(office.application().handledBy(office.officer));
        try (Visit visit = officer(Office.address(file) + "/acts/event-askCorrection")) {
            visit.shows("只能做一次", "要改哪几处，一处一行").isWell("case-correction");
            Office.press(visit).expected(422);
            visit.shows("还有 2 处要改", "至少写一处要改的", "写文书的名称和文号").isWell("case-correction-faults");
            visit.page().fill("[name=fault-1]", "平面图：没标冷食间，请补画后重传");
            visit.page().fill("[name=fault-2]", "面积：选了冷食类，却填 0");
            visit.page().fill("[name=fault-3]", "招牌：高 1.3 米，这条街限 1.1 米");
            visit.click("再加几行");
            assertThat(visit.page().inputValue("[name=fault-2]")).isEqualTo("面积：选了冷食类，却填 0");
            visit.page().fill("[name=fault-5]", "负责人：电话少一位");
            Office.press(visit).expected(422);
            visit.shows("还有 1 处要改");
            visit.page().fill("#proof", "补正告知书 17 号");
            Office.press(visit).shows("核对：要求补正", "平面图：没标冷食间", "负责人：电话少一位").isWell("case-correction-check");
            Office.press(visit)
                    .shows("记下了：要求补正", "等申请人补正", "补正期限", "法律没有规定补正期限", "停表记录", "补正告知书 17 号", "还停着")
                    .isWell("case-correcting");
            visit.inEnglish().shows("Time to correct", "When it stood still").isWell("case-correcting-en");
        }
        Entry asked = file(file).timeline().getLast();
        assertThat(Objects.requireNonNull(asked.reason()).lines()).hasSize(4);
        HttpResponse<String> again =
                Office.calling(port, office.officer).get(Office.address(file) + "/acts/event-askCorrection");
        assertThat(again.statusCode()).isEqualTo(409);
    }

    @Test
    void aClockStandsStillForAListedReasonWithProofAndRunsAgain() {
        Case file = inReview();
        try (Visit visit = officer(Office.address(file) + "/acts/pause-decision")) {
            visit.shows("听证", "第四十五条", "现场核查", "第四十五条没有列明，待核").isWell("case-pause");
            Office.press(visit).expected(422);
            visit.shows("选一个", "写文书的名称和文号");
            visit.page().check("input[value=expertReview]");
            visit.page().fill("#proof", "专家评审通知 3 号");
            Office.press(visit).shows("专家评审", "专家评审通知 3 号");
            Office.press(visit).shows("停着，恢复后还有 5 个工作日", "恢复计时：决定时限").isWell("case-paused");
            Office.press(Office.follow(visit)).shows("记下了：恢复计时：决定时限", "剩 5 个工作日");
        }
        assertThat(file(file).now().paused()).isFalse();
    }

    @Test
    void moreTimeIsAskedForByTheHandlerAndDecidedByTheHead() {
        Case file = inReview();
        Caller officer = Office.calling(port, office.officer);
        assertThat(officer.post(Office.address(file) + "/acts/more-decision", "reason", "等省里回复", "seen", "2")
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.get(Office.address(file) + "/acts/answer-decision").statusCode())
                .as("not by the handler")
                .isEqualTo(409);
        try (Visit visit = Office.signedIn(browser.visitor(), "/tasks", office.head)) {
            visit.shows("审批延期：决定时限").isWell("work-list-head");
            visit.page().locator("tbody th a").first().click();
            visit.settled().shows("等批");
            Office.follow(visit).shows("申请加 10 个工作日。理由：等省里回复").isWell("case-more-answer");
            visit.page().check("input[value=refuse]");
            Office.press(visit).expected(422);
            visit.shows("写理由");
            visit.page().check("input[value=grant]");
            Office.press(Office.press(visit)).shows("记下了：批准延期 10 个工作日", "剩 15 个工作日");
        }
    }

    @Test
    void whoIsSecondReadsWhatHappenedAndKeepsWhatWasTyped() {
        Case file = inReview();
        Caller officer = Office.calling(port, office.officer);
        String refuse = Office.address(file) + "/acts/event-refuse";
        int seen = file(file).now().revision();
        String[] typed = {
            "reason", "冷间面积不够", "basis", "《食品安全法》第三十三条", "proof", "决定书 8 号", "confirmed", "1", "seen", "" + seen
        };
        cases.pause(step(file).proving("听证通知 1 号"), "decision", "hearing");
        HttpResponse<String> meanwhile = officer.post(refuse, typed);
        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.body()).contains("刚才有人先办了一步", "停表：决定时限，听证", "冷间面积不够", "决定书 8 号");
        fire(file, "grant");
        HttpResponse<String> late = officer.post(refuse, typed);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("这一步现在办不了", "准予许可", "冷间面积不够");
        assertThat(state(file)).isEqualTo("granted");
        try (Visit visit = officer(Office.address(file))) {
            visit.go(refuse).expected(409);
            visit.shows("这一步现在办不了").isWell("case-meanwhile");
        }
    }

    @Test
    void aRefusalNeedsReasonBasisAndPaperAndIsShownOnceMore() {
        Case file = inReview();
        try (Visit visit = officer(Office.address(file))) {
            visit.click("不予许可").shows("办件到此结束，不能再改");
            visit.page().fill("#reason", "冷间面积不够");
            Office.press(visit).expected(422);
            visit.shows("写依据：哪部法、哪一条").isWell("case-refuse-faults");
            assertThat(visit.page().inputValue("#reason")).isEqualTo("冷间面积不够");
            visit.page().fill("#basis", "《食品安全法》第三十三条");
            visit.page().fill("#proof", "不予许可决定书 8 号");
            Office.press(visit).shows("核对：不予许可");
            assertThat(state(file)).as("not yet").isEqualTo("review");
            Office.press(visit).shows("不予许可", "《食品安全法》第三十三条").isWell("case-refused");
        }
        assertThat(state(file)).isEqualTo("refused");
    }

    @Test
    void aCaseIsGivenToAColleagueToAnotherDepartmentAndRemarkedUpon() {
        Case file = office.open(office.application().handledBy(office.officer));
        String other = new Office(people(), cases).unit;
        Caller officer = Office.calling(port, office.officer);
        String address = Office.address(file);
        assertThat(officer.post(address + "/acts/remark", "reason", "电话问过，下午补").statusCode())
                .isEqualTo(302);
        assertThat(officer.post(address + "/acts/assign", "choice", "nobody").body())
                .contains("选一个");
        assertThat(officer.post(address + "/acts/assign", "choice", office.colleague)
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.get(address).body())
                .as("no longer the handler")
                .contains("李办事（测试）")
                .doesNotContain("acts/event-");
        Caller colleague = Office.calling(port, office.colleague);
        HttpResponse<String> check =
                colleague.post(address + "/acts/pass", "choice", other, "reason", "招牌归城管", "seen", "1");
        assertThat(check.body()).contains("核对：转给别的部门", other);
        colleague.post(address + "/acts/pass", "choice", other, "reason", "招牌归城管", "seen", "1", "confirmed", "1");
        assertThat(file(file).now().unit()).isEqualTo(other);
        assertThat(colleague.get(address).body()).as("it had the case").contains("招牌归城管", "电话问过");
    }

    @Autowired
    private People registry;

    private People people() {
        return registry;
    }

    @Test
    void everyLookAtWhatAFirmHandedInIsOnRecordForTheFirm() {
        CreditCode firm = TestFirms.enter(enterprises, "看得见小馆（测试）");
        Case file = office.open(office.application().forFirm(firm));
        Office.calling(port, office.officer).get(Office.address(file));
        assertThat(portraits.looks(firm, 5)).singleElement().satisfies(look -> {
            assertThat(look.department()).isEqualTo(office.unit);
            assertThat(look.purpose()).startsWith("办理 ").endsWith("食品经营许可");
        });
    }

    /// Who may see and do what: asked of the page, decided behind the door of the cases.
    @Test
    void onlyThoseWhoseCaseItIsSeeItAndOnlyTheHandlerDecides() {
        CreditCode firm = TestFirms.enter(enterprises, "矩阵小馆（测试）");
        Case file = office.open(office.application().forFirm(firm).handledBy(office.officer));
        String owner = office.register("店主", "");
        mandates.registered(firm, owner, Mandate.Capacity.OWNER, "市监");
        String address = Office.address(file);
        String accept = address + "/acts/event-accept";
        record Line(String who, Caller caller, int sees, int accepts) {}
        List<Line> matrix = List.of(
                new Line("an officer of another department", as("别处", Role.OFFICER), 404, 404),
                new Line("the head of another department", as("别处", Role.LEADER), 404, 404),
                new Line("an administrator", as(office.unit, Role.ADMINISTRATOR), 404, 404),
                new Line("a policy editor of the department", as(office.unit, Role.POLICY_EDITOR), 403, 403),
                new Line("the firm", Office.calling(port, owner), 403, 403),
                new Line("nobody", new Caller(port), 302, 302),
                new Line("the city's leader", as("市政府办", Role.LEADER), 200, 409),
                new Line("the head", Office.calling(port, office.head), 200, 409),
                new Line("a colleague", Office.calling(port, office.colleague), 200, 409),
                new Line("the handler", Office.calling(port, office.officer), 200, 302));
        for (Line line : matrix) {
            assertThat(line.caller.get(address).statusCode()).as(line.who).isEqualTo(line.sees);
            int asked = line.caller.get(accept).statusCode();
            assertThat(asked).as(line.who).isEqualTo(line.accepts == 302 && line.sees == 200 ? 200 : line.accepts);
            if (line.sees != 200 || line.accepts != 302) {
                line.caller.post(accept, "seen", "0");
                assertThat(state(file)).as(line.who).isEqualTo("submitted");
            }
        }
        assertThat(matrix.getLast().caller.post(accept, "seen", "0").statusCode())
                .isEqualTo(302);
        assertThat(state(file)).isEqualTo("accepted");
    }

    private Caller as(String department, Role role) {
        return Office.calling(port, office.register("某人", department, role));
    }

    @Test
    void aNumberThatNobodyHasAndOneThatIsNotQuiteRightAreNotFound() {
        Case file = office.open(office.application().handledBy(office.officer));
        Caller officer = Office.calling(port, office.officer);
        for (String number :
                List.of("261123-999999", "x", "991231" + Office.address(file).substring(13))) {
            assertThat(officer.get("/cases/" + number).statusCode()).as(number).isEqualTo(404);
        }
        assertThat(officer.get(Office.address(file) + "/acts/event-nonsense").statusCode())
                .isEqualTo(409);
        assertThat(officer.post(Office.address(file) + "/acts/remark", "reason", "长".repeat(1001))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theHeadNamesAHandlerAndDoesNotTakeACase() {
        Case file = office.open(office.application());
        try (Visit visit = Office.signedIn(browser.visitor(), Office.address(file), office.head)) {
            assertThat(visit.text()).doesNotContain("我来办");
            Office.follow(visit).shows("指定经办人", "交给谁办");
            visit.page().selectOption("#choice", office.colleague);
            Office.press(visit).shows("记下了：经办人：李办事（测试）");
        }
        assertThat(file(file).now().handler()).isEqualTo(office.colleague);
    }

    @Test
    void anErrandIsReportedDone() {
        Case file =
                office.open(NewCase.of("errand", "修路灯", "某园区（测试）", office.unit).handledBy(office.officer));
        try (Visit visit = officer(Office.address(file))) {
            Office.follow(visit);
            visit.page().fill("#reason", "换了 3 盏");
            Office.press(Office.press(visit)).shows("记下了：办结", "换了 3 盏");
        }
    }
}
