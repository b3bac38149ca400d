package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/// A seat takes a whole call on one page; a leader sees how appeals stand.
@CityTest
class CallWalkTest {
    @Autowired
    private Browser browser;

    @Test
    void aCallIsTakenOnOnePageAndItsNumberReadToTheCaller() {
        try (Visit seat = browser.as("seat")) {
            seat.go("/seat").shows("来电登记").go("/seat/call").isWell("call");
            seat.page().press("button[accesskey=s]", "Enter");
            seat.settled();
            seat.expected(422).shows("写什么事", "选类别");
            seat.page().fill("#firm", "面");
            seat.page().fill("#who", "陈女士 13800000000");
            seat.page().fill("#words", "店门口停电两天没人来修，冰柜里的货都坏了");
            seat.page().fill("#place", "锦江区春熙路");
            seat.page().press("#place", "Enter");
            seat.settled();
            seat.shows("是哪一家", "供电", "7 个工作日").isWell("call-known");
            seat.page().press("button[accesskey=s]", "Enter");
            seat.settled();
            seat.shows("登记好了，念给来电人", "待签收", "供电").isWell("call-taken");
            String number = seat.page().locator(".ry-receipt a").innerText();
            assertThat(seat.go("/seat/call?taken=" + number).text())
                    .as("whoever knows a number does not learn its code")
                    .doesNotContain("念给来电人");
            seat.go("/seat/call");
            seat.page().fill("#words", "停电两天没人来修，问什么时候来电");
            seat.page().press("#place", "Enter");
            seat.settled();
            seat.page().fill("#answer", "今晚八点前恢复，抢修队已经到了。");
            seat.page().press("button[accesskey=z]", "Enter");
            seat.settled();
            seat.shows("登记好了，念给来电人", "等企业说解决了没有");
            seat.go("/seat")
                    .click("邮件")
                    .shows("没有收作诉求的信")
                    .isWell("seat-letters")
                    .nothingFailed();
        }
    }

    @Test
    void aHeadOfADepartmentSeesWhatItMaySee() {
        try (Visit head = browser.as("market-head")) {
            head.go("/leader/appeals").shows("诉求总览", "不排名").isWell("appeals-head");
            head.go("/leader/meetings").isWell("meetings-head");
            head.inEnglish().isWell("meetings-head-en").inChinese().nothingFailed();
        }
    }

    @Test
    void aLeaderSeesWhatIsInHandAndWhatIsLate() {
        try (Visit leader = browser.as("leader")) {
            leader.go("/leader/appeals/tickets?slice=LATE").shows("全市：没有按时答复的").isWell("appeals-behind");
            leader.go("/leader/appeals").shows("诉求总览", "逾期没答复的").isWell("appeals-leader");
            leader.inEnglish().isWell("appeals-leader-en").inChinese().nothingFailed();
        }
    }
}
