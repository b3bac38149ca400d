package org.rongyi.city.applications.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.applications.Applications;
import org.rongyi.city.applications.Story;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.identity.Acting;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody without a computer comes to a window: the clerk types, and the application is theirs.
@CityTest
class WindowStoryTest {
    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private Applications applications;

    private static void press(Visit visit, String name) {
        visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        visit.settled();
    }

    private static void signIn(Visit visit, Acting person) {
        visit.page().fill("input[name=account]", person.account());
        visit.page().fill("input[name=password]", Story.PASSWORD);
        press(visit, "登录");
    }

    @Test
    void theClerkTypesForSomebodyWhoIsThere() {
        Acting clerk = story.clerk();
        Acting founder = story.person("来窗口的人（测试）");
        try (Visit visit = browser.visitor()) {
            visit.go("/sign-in");
            signIn(visit, clerk);
            assertThat(visit.at()).isEqualTo("/window");
            press(visit, "开始代填");
            visit.expected(422).shows("选一件事");
            visit.page().selectOption("#journey", "start-company");
            visit.page().fill("#account", founder.account());
            visit.page().fill("#name", "别人");
            press(visit, "开始代填");
            visit.expected(422).shows("姓名对不上", "写明凭什么代填");
            assertThat(visit.page().inputValue("#account"))
                    .as("what was typed is kept")
                    .isEqualTo(founder.account());
            visit.isWell("window");
            visit.page().fill("#name", "来窗口的人（测试）");
            visit.page().fill("#proof", "代填同意书 18 号");
            press(visit, "开始代填");
            visit.shows("窗口代填：窗口（测试）；代来窗口的人（测试），凭代填同意书 18 号").isWell("window-draft");
            long id = applications.of(clerk).getFirst().application().id();
            story.fill(id, clerk);
            visit.go("/applications/" + id + "/check");
            for (String box : List.of("#true", "#despite")) {
                if (visit.page().locator(box).count() > 0) {
                    visit.page().check(box);
                }
            }
            press(visit, "确认并提交");
            visit.shows("提交好了", "窗口代填：").nothingFailed();
            assertThat(visit.text()).as("that is for the founder").doesNotContain("撤回");
        }
        try (Visit visit = browser.visitor()) {
            visit.go("/applications");
            signIn(visit, founder);
            visit.shows("已提交", "开办企业").click("开办企业");
            visit.shows("窗口代填：窗口（测试）", "撤回").inEnglish().shows("Typed at the window by");
        }
    }
}
