package org.rongyi.city.privatesector.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.policies.Policies;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.springframework.beans.factory.annotation.Autowired;

/// A factory finds on one page what it is owed, a project and finance.
@CityTest
class SectorStoryTest {
    @Autowired
    private Browser browser;

    @Test
    void aPolicyThatIsStillToComeIsNoneThatHasEnded(@Autowired Policies policies) {
        PolicyDefinition policy = policies.find("P09").orElseThrow();
        LocalDate today = LocalDate.parse("2026-11-23");
        LocalDate newYear = LocalDate.parse("2027-01-01");
        assertThat(SectorPages.begins(policy, today)).as("ended in March").isEmpty();
        assertThat(SectorPages.begins(beginning(policy, newYear), today)).contains(newYear);
        assertThat(SectorPages.begins(beginning(policy, newYear), newYear)).isEmpty();
    }

    /// The same policy with one more text that begins on this day.
    private static PolicyDefinition beginning(PolicyDefinition policy, LocalDate day) {
        PolicyVersion last = policy.versions().getLast();
        PolicyVersion next = new PolicyVersion(
                "next",
                day,
                null,
                last.recordedOn(),
                last.verify(),
                last.conditions(),
                last.rule(),
                last.benefit(),
                last.window(),
                last.materials(),
                last.steps(),
                last.how(),
                last.contact(),
                last.source(),
                last.place());
        return new PolicyDefinition(
                policy.id(),
                policy.title(),
                policy.issuer(),
                policy.documentNo(),
                policy.level(),
                policy.field(),
                policy.kind(),
                policy.mode(),
                policy.exclusiveGroup(),
                List.of(last, next),
                policy.place());
    }

    @Test
    void aFactoryComplainsOfWhatItIsOwedIsInterestedInAProjectAndAsksForFinance() {
        String project;
        try (Visit officer = browser.as("officer")) {
            officer.go("/officer/opportunities").click("发布").expected(422).shows("写标题");
            officer.page().fill("#title", "产业园设备采购（演示）");
            officer.page().fill("#words", "本市中小企业优先询价。");
            officer.page().fill("#amount", "260");
            officer.page().fill("#until", "2026-12-20");
            officer.page().fill("#contact", "李工 028-00000000");
            officer.click("发布").shows("发布了，谁都看得到").isWell("sector-officer-projects");
        }
        try (Visit firm = browser.as("factory")) {
            firm.go("/private")
                    .shows("账款拖欠", "产业园设备采购", "融资需求", "给民企的政策", "已到期，新的还没收录")
                    .isWell("sector");
            firm.inEnglish().isWell("sector-en").inChinese();
            firm.click("产业园设备采购（演示）").isWell("sector-project").click("我有意向");
            project = firm.at().replaceAll(".*/(\\d+).*", "$1");
            firm.page().fill("#contact", "张厂长 13800000000");
            firm.click("告诉部门").shows("告诉部门了").isWell("sector-my-project");
            firm.go("/my/arrears").click("投诉").expected(422).shows("写谁欠的").isWell("sector-arrears-faults");
            firm.page().fill("#debtor", "某某建设集团（演示）");
            firm.page().check("#debtorKind");
            firm.page().fill("#contract", "设备合同 2025-018");
            firm.page().fill("#amount", "186000");
            firm.page().fill("#dueOn", "2026-03-01");
            firm.page().fill("#place", "龙泉驿区");
            firm.page().fill("#contact", "张厂长 13800000000");
            firm.click("投诉").shows("账款拖欠：某某建设集团");
            firm.go("/my/arrears").shows("某某建设集团", "186,000").isWell("sector-arrears");
            firm.go("/my/finance");
            firm.page().fill("#amount", "50");
            firm.page().fill("#months", "12");
            firm.page().fill("#purpose", "买两台机床");
            firm.page().fill("#contact", "张厂长 13800000000");
            firm.click("告诉他们").expected(422).shows("选让谁看");
            firm.page().check("input[name=units][value=银行]");
            firm.click("告诉他们").shows("0 个答复").isWell("sector-finance");
        }
        try (Visit bank = browser.as("bank")) {
            bank.go("/officer/finance").isWell("sector-officer-finance").click("50 万元，12 个月");
            bank.page().fill("#words", "有设备贷，带流水来谈");
            bank.click("答复企业").shows("有设备贷", "答复不是放款承诺").isWell("sector-officer-need");
        }
        try (Visit officer = browser.as("officer")) {
            officer.go("/officer/opportunities/" + project).shows("张厂长").isWell("sector-officer-project");
        }
        try (Visit firm = browser.as("factory")) {
            firm.go("/my/finance").click("50 万元，12 个月").shows("有设备贷", "谁看过").isWell("sector-need");
        }
    }
}
