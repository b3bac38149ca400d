package org.rongyi.city.courts.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/// An owner prepares what goes to court; the city of the tests is not connected, so the package is taken there.
@CityTest
class CourtWalkTest {
    private static final byte[] PDF = "%PDF-1.4 invented\n%%EOF".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Browser browser;

    private static void press(Visit visit, String label) {
        visit.page()
                .getByText(label, new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        visit.settled();
    }

    @Test
    void theOwnerPreparesAPackageAndReadsHowLongTheLawGives() {
        try (Visit owner = browser.as("noodle")) {
            owner.go("/my/courts").shows("网上打官司", "法律给多长时间", "第一百二十六条", "待核").isWell("courts");
            owner.inEnglish().isWell("courts-en").inChinese();
            press(owner, "下一步：放材料");
            owner.expected(422).shows("选一种纠纷", "写对方是谁");
            owner.page().check("input[name=matter][value=arrears]");
            owner.page().selectOption("#step", "filing");
            owner.page().fill("#opponent", "某某建筑公司（测试）");
            owner.page().fill("#claim", "支付拖欠的货款");
            owner.page().fill("#amount", "120000");
            press(owner, "下一步：放材料");
            owner.shows("账款拖欠，对方 某某建筑公司（测试）", "还差：起诉状、主体资格证明", "还没有连上法院平台").isWell("court-draft");
            owner.page().check("input[name=paper][value=complaint]");
            owner.page().setInputFiles("#file", new FilePayload("起诉状.pdf", "application/pdf", PDF));
            press(owner, "放进来");
            owner.shows("起诉状.pdf", "还差：主体资格证明")
                    .inEnglish()
                    .isWell("court-draft-en")
                    .inChinese();
            owner.nothingFailed();
        }
    }
}
