package org.rongyi.city.invoices.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.invoices.InventedFiles;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// An accountant in a real browser: 500 invoices, 12 of them faulty.
@CityTest
class InvoiceStoryTest {
    private static final CreditCode RESTAURANT = new CreditCode("Y2510104YDEMA0013K");
    private static final double PATIENCE = 60_000;

    private final Browser browser;

    InvoiceStoryTest(@Autowired Browser browser) {
        this.browser = browser;
    }

    @Test
    void anAccountantSendsFiveHundredAndSeesTheTwelveThatAreFaulty() {
        Map<String, byte[]> files = InventedFiles.many(RESTAURANT, 500);
        try (Visit visit = browser.as("accountant")) {
            visit.go("/my/invoices");
            visit.page().check("input[name=firm][value=" + RESTAURANT + "]");
            visit.page().click("main button[type=submit]");
            visit.settled().go("/my/invoices").shows("还没有发票").isWell("invoices-none");
            visit.click("上传发票").shows("只看有没有，不能核验真伪", "按常见的文件重建（待核实）");
            visit.page().click("main details summary");
            visit.shows("待核实：增值税法 2026-01-01 施行后是否还用").isWell("invoices-send");
            visit.inEnglish().shows("only its being there is checked").isWell("invoices-send-en");
            visit.inChinese();
            visit.page().click("main button[type=submit]");
            visit.settled().expected(422).shows("先选文件");
            send(visit, "十一月.zip", InventedFiles.zip(files));
            visit.page().locator("text=12 张要处理").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
            visit.settled().shows("12 张要处理，其余 488 张已归档", "明细第 1 行：税率“0.07”在", "购买方和销售方都不是本企业");
            assertThat(visit.page().locator("article h3").allInnerTexts())
                    .hasSize(12)
                    .startsWith("发票12.xml")
                    .endsWith("发票144.xml");
            visit.isWell("invoices-faulty").inEnglish().shows("12 need you, the other 488 are archived");
            visit.isWell("invoices-faulty-en").inChinese();
            send(visit.go("/my/invoices/uploads"), "again.xml", changed(Objects.requireNonNull(files.get("发票1.xml"))));
            visit.page().locator("text=并排对照").waitFor();
            visit.page().locator("article a").click();
            visit.settled().shows("同一个号码，两份内容", "不一样").isWell("invoices-pair");
            finds(visit);
        }
        anOfficerLooksAtThemForAPurposeAndTheFirmSeesIt();
    }

    private void anOfficerLooksAtThemForAPurposeAndTheFirmSeesIt() {
        String invoices = "/officer/firms/" + RESTAURANT + "/invoices";
        try (Visit visit = browser.as("tax")) {
            visit.go(invoices).shows("为了什么看");
            visit.page().check("input[value=POLICY]");
            visit.page().click("main form button");
            visit.settled()
                    .go(invoices)
                    .shows("面馆（演示）的发票", "企业看得到", "虚构面粉厂（测试）")
                    .isWell("invoices-officer");
            visit.page().locator("main tbody a").first().click();
            visit.settled().shows("收到的，号码");
            assertThat(visit.text()).doesNotContain("下载原文件");
            visit.go(invoices + "?q=nothing").shows("没有找到", "看全部");
            assertThat(visit.text()).doesNotContain("没有发票");
        }
        try (Visit visit = browser.as("noodle")) {
            visit.go("/my/looks").shows("税务", "看发票");
        }
    }

    private static byte[] changed(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        return text.replace("面粉</ItemName>", "米粉</ItemName>").getBytes(StandardCharsets.UTF_8);
    }

    private static void send(Visit visit, String name, byte[] bytes) {
        visit.page().setInputFiles("#files", new FilePayload(name, "application/octet-stream", bytes));
        visit.page().click("main button[type=submit]");
        visit.settled();
    }

    private static void finds(Visit visit) {
        visit.go("/my/invoices").shows("虚构面粉厂（测试）", "本月开票额度").isWell("invoices");
        visit.go("/my/invoices?q=--").expected(422).shows("写 2 到 60 个字或数字", "虚构面粉厂（测试）");
        assertThat(visit.page().locator("main a[download]").count())
                .as("nothing to export while nobody knows what was meant")
                .isZero();
        visit.page().fill("#amount", "10 万");
        visit.page().click("form[action='/my/invoices/quota'] button");
        visit.settled().expected(422).shows("填金额（元）");
        visit.page().fill("#amount", "100000");
        visit.page().click("form[action='/my/invoices/quota'] button");
        visit.settled().shows("总额度 100,000 元");
        visit.page().fill("#q", "2651000000000000000" + 7);
        visit.page().click("main form[role=search] button");
        visit.settled();
        assertThat(visit.page().locator("main tbody tr").count()).isEqualTo(1);
        Object export = visit.page().evaluate("() => document.querySelector('main a[download]').href");
        assertThat(visit.page().request().get(export.toString()).body())
                .as("a ZIP")
                .startsWith('P', 'K');
        visit.page().locator("main tbody a").click();
        visit.settled().shows("*谷物加工品*面粉", "9%", "872.00 元", "SHA-256").isWell("invoice");
    }
}
