package org.rongyi.city.services.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.services.Catalogue;
import org.rongyi.definitions.ServiceItem;
import org.springframework.beans.factory.annotation.Autowired;

/// An administrator changes an item: faults are said before anything is published, and what was stays on
/// record.
@CityTest
class EditWalkTest {
    private static final String ITEM = "social-card";

    @Autowired
    private Browser browser;

    @Autowired
    private Catalogue catalogue;

    @Test
    void aPromiseIsShortenedOnceItKeepsTheLaw() {
        ServiceItem before = catalogue.item(ITEM).orElseThrow();
        try (Visit admin = browser.as("admin")) {
            admin.go("/admin").click("改事项").isWell("item-edit-list").click("社会保障卡申领");
            admin.page().fill("#LEGAL", "5");
            admin.page().fill("#PROMISED", "9");
            admin.page().fill("#ELEMENTS", "noSuchElement");
            admin.page().fill("#SITUATIONS", "- id: many\n  name: 人多\n  when: 从业人数 >> 20");
            admin.click("检查并预览");
            admin.expected(422)
                    .shows("处错，改好才能发布", "promises 9 working days, the law allows 5", "noSuchElement", "第 3 行第")
                    .isWell("item-edit-faults");
            assertThat(admin.page().locator("button[value=publish]").count())
                    .as("what has faults is not offered to be published")
                    .isZero();
            admin.page().fill("#SITUATIONS", "");
            admin.page().fill("#PROMISED", "2");
            admin.page()
                    .fill(
                            "#ELEMENTS",
                            String.join(
                                    "\n",
                                    before.needs().elements().stream()
                                            .map(ServiceItem.Named::id)
                                            .toList()));
            admin.click("检查并预览").shows("会改成这样", "承诺工作日").isWell("item-edit");
            admin.click("发布新版本").expected(422).shows("写一句为什么改");
            admin.page().fill("#reason", "新的承诺（测试）");
            admin.click("发布新版本").shows("马上生效", "改过的版本", "新的承诺（测试）").isWell("item-edited");
            admin.inEnglish().screenshot("item-edited-en");
            admin.go("/items/" + ITEM).shows("2");
        }
        ServiceItem after = catalogue.item(ITEM).orElseThrow();
        assertThat(after.limit().promised()).isEqualTo(2);
        assertThat(after.version()).isEqualTo(before.version() + "+1");
        assertThat(catalogue.versions(ITEM))
                .extracting(Catalogue.Published::version)
                .containsExactly(before.version() + "+1", before.version());
    }
}
