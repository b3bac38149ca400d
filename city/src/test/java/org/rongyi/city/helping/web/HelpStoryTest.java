package org.rongyi.city.helping.web;

import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/// A restaurant owner, whose browser runs no scripts, is helped by somebody whose page is told of news as they come.
@CityTest
class HelpStoryTest {
    @Autowired
    private Browser browser;

    private static void signIn(Visit visit) {
        visit.go("/sign-in");
        visit.page().fill("input[name=account]", "noodle");
        visit.page().fill("input[name=password]", "rongyi-demo");
        visit.page().click("main button[type=submit]");
        visit.settled();
    }

    @Test
    void anOwnerIsHelpedToFillInAndHandsInAlone() {
        try (Visit owner = browser.visitorWithoutScripts();
                Visit helper = browser.as("market-helper")) {
            signIn(owner);
            owner.go("/applications/new?journey=open-restaurant").click("开始填");
            String draft = owner.at().replaceAll(".*/applications/(\\d+).*", "$1");
            owner.click("请人帮我填").shows("关于");
            owner.click("请人帮我").expected(422).shows("写哪里卡住了");
            owner.page().fill("#words", "经营面积算不算厨房？");
            owner.click("请人帮我").shows("帮您的是", "会在这里回复");
            String help = owner.at().replaceAll(".*/help/(\\d+).*", "$1");
            helper.go("/helper").shows("经营面积算不算厨房").isWell("helper-list");
            helper.go("/helper/" + help).isWell("helper-talk");
            helper.page().fill("#words", "算。您先授权，我帮您填。");
            helper.page().click("[data-say] button");
            helper.page().getByText("算。您先授权，我帮您填。").first().waitFor();
            owner.go("/help/" + help).shows("算。您先授权", "谁看过这段对话");
            owner.page().check("#scope");
            owner.click("授权").shows("授权了；随时能收回", "收回授权");
            owner.page().fill("#words", "授权给您了");
            owner.click("发送").shows("授权给您了");
            // Told by the open line: nobody loads the helper's page again.
            helper.page().getByText("授权给您了").first().waitFor();
            helper.go("/helper/drafts/" + draft).shows("提交由企业自己来").isWell("helper-form");
            helper.page().locator("form input[value=no]").first().check();
            helper.click("存好").shows("存好了，每一处改动企业都看得到");
            owner.go("/applications/" + draft + "/shared").shows("（帮办）", "否", "收回");
            owner.page().locator("form[action$='/end'] button").first().click();
            owner.settled().shows("由面馆店主（演示）结束");
            helper.go("/helper/drafts/" + draft).expected(404).shows("授权已经结束");
        }
        pictures();
    }

    /// The same pages with scripts, in both languages; afterwards the draft goes.
    private void pictures() {
        try (Visit owner = browser.as("noodle")) {
            owner.go("/help").shows("经营面积算不算厨房").isWell("help-list");
            owner.click("经营面积算不算厨房？").isWell("help-talk");
            owner.inEnglish().isWell("help-talk-en").inChinese();
            String draft = owner.page().locator("a[href$='/shared']").first().getAttribute("href");
            owner.click("结束帮办").shows("结束了，授权都已收回", "帮得怎样").isWell("help-ended");
            owner.click("送出评价").expected(422).shows("选一个");
            owner.page().check("#stars");
            owner.click("送出评价").shows("谢谢，收到您的评价", "5 / 5").isWell("help-rated");
            owner.go(draft).isWell("help-shared");
            owner.go("/help/new?item=food-permit").isWell("help-new");
            owner.go("/helpers").shows("帮办员小林").isWell("helpers");
            owner.go(draft.replace("/shared", "/discard")).click("删掉").nothingFailed();
        }
    }
}
