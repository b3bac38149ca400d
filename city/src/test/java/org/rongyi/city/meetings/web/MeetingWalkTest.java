package org.rongyi.city.meetings.web;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/// A department plans a meeting, a firm comes and brings something up, and it goes on as an appeal.
@CityTest
class MeetingWalkTest {
    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    private static String planned(Visit officer) {
        officer.go("/officer/meetings/new").isWell("meeting-new");
        officer.page().fill("#theme", "餐饮店年底检查怎么合并");
        officer.click("排上，公布出去").expected(422).shows("写谁来谈", "日期和开始时间要在现在以后");
        officer.page().fill("#host", "分管副局长");
        officer.page().fill("#place", "政务服务中心 3 楼 301");
        officer.page().fill("#day", "2026-12-01");
        officer.page().fill("#untilDay", "2026-11-30");
        officer.page().fill("#seats", "2");
        officer.click("排上，公布出去").shows("排上了", "还没有企业报名");
        return officer.at().replaceAll("/officer/meetings/(\\d+).*", "$1");
    }

    private static void press(Visit visit) {
        visit.page().locator("main form button").first().click();
        visit.settled();
    }

    @Test
    void whatWasNotAnsweredThereGoesOnAsAnAppeal() {
        String session;
        try (Visit officer = browser.as("market")) {
            session = planned(officer);
        }
        try (Visit owner = browser.as("noodle")) {
            owner.go("/meetings").shows("餐饮店年底检查怎么合并", "报名中", "蓉易见").isWell("meetings");
            owner.go("/meetings/" + session).isWell("meeting").click("报名");
            press(owner);
            owner.expected(422).shows("写谁来");
            owner.page().fill("#contact", "王女士 13800000000");
            owner.page().fill("#words", "四个部门分开查，每次停业半天，能不能合成一次");
            press(owner.isWell("meeting-sign-up"));
            owner.shows("报上名了，有座位", "第 1 号座位", "等现场答复");
            owner.inEnglish().isWell("meeting-mine-en").inChinese();
        }
        clock.moveTo(clock.instant().plus(Duration.ofDays(8)));
        try (Visit officer = browser.as("market")) {
            officer.go("/officer/meetings/" + session).shows("四个部门分开查", "王女士").isWell("meeting-desk");
            officer.page().fill("#summary", "谈了检查合并，一件会后继续办。");
            officer.click("开完了，公布纪要").shows("办完了；没答复的都成了诉求", "已经是诉求");
            officer.go("/officer/meetings").isWell("meetings-own");
        }
        try (Visit owner = browser.as("noodle")) {
            owner.go("/meetings/" + session).shows("1 家企业", "转成诉求", "谈了检查合并").isWell("meeting-held");
            owner.go("/my/meetings/" + session).shows("已经是诉求", "谁看过您的联系方式");
            owner.page().check("#stars");
            owner.click("送出评价").shows("谢谢，收到您的评价").isWell("meeting-rated");
        }
        try (Visit leader = browser.as("leader")) {
            leader.go("/leader/meetings")
                    .shows("市监", "消防")
                    .isWell("meetings-owed")
                    .nothingFailed();
        }
    }
}
