package org.rongyi.city.interactions.web;

import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/// An officer says for what, is warned that another visit is too often, and the firm reads why it comes all the same.
@CityTest
class ContactStoryTest {
    private static final String MACHINES = "Y1510112YDEMA00214";

    @Autowired
    private Browser browser;

    private static void fill(Visit officer, String what, String day) {
        officer.page().check(what);
        officer.page().selectOption("#kind", "VISIT");
        officer.page().fill("#day", day);
        officer.page().fill("#words", "问问开工和用工");
        officer.click("记下");
    }

    @Test
    void anotherVisitIsTooOftenAndTheFirmReadsWhyItComesAllTheSame() {
        try (Visit officer = browser.as("insurance")) {
            officer.go("/officer/firms/" + MACHINES + "/contacts").shows("为了什么看");
            officer.page().check("input[value=VISIT]");
            officer.click("打开画像").click("走访、电话、检查的记录，排一次走访");
            fill(officer, "input[value=was]", "2026-11-20");
            officer.shows("记下了，企业看得到");
            fill(officer, "input[value=ahead]", "2026-11-24");
            officer.shows("排上了，已告诉企业").isWell("contacts-officer");
            fill(officer, "input[value=ahead]", "2026-11-25");
            officer.expected(422).shows("太频繁了", "加上这次 3 次，最多 2 次").isWell("contacts-too-often");
            fill(officer, "input[value=ahead]", "2026-11-25");
            officer.expected(422);
            officer.page().fill("#despite", "企业约的时间");
            officer.click("记下").shows("排上了");
            officer.go("/officer/visits").shows("次数超了，理由：企业约的时间").isWell("visits-ahead");
        }
        try (Visit firm = browser.as("factory")) {
            firm.go("/my/contacts").shows("问问开工和用工", "次数超了，理由：企业约的时间", "待核实").isWell("contacts-mine");
            firm.inEnglish().isWell("contacts-mine-en").inChinese();
        }
    }
}
