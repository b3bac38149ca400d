package org.rongyi.city.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.applications.Story;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.documents.Licence;
import org.rongyi.city.documents.Licences;
import org.rongyi.city.documents.Signing;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// One licence in a real browser: in the wallet, verified by somebody without an account, forged, suspended.
@CityTest
class LicenceStoryTest {
    private static final String NAME = "锦里小面馆有限公司（测试）";

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Licences licences;

    @Autowired
    private Signing signing;

    @Autowired
    private Mandates mandates;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    private Licence issued(CreditCode firm) {
        enterprises.record(TestFirms.report(
                firm, "市监", "2026-11-23", Map.<String, Object>of("entityName", NAME, "legalRepName", "赵测试")));
        Map<String, Object> values = Map.of(
                "entityName", NAME,
                "entityType", "有限责任公司",
                "legalRepName", "赵测试",
                "registeredAddress", "锦江区演示路 8 号",
                "businessScope", "许可项目：餐饮服务。一般项目：外卖递送服务；日用百货销售。");
        transactions.executeWithoutResult(_ ->
                events.publishEvent(new Granted(-firm.value().hashCode(), "company-registration", "市监", firm, values)));
        return licences.of(firm).getFirst();
    }

    @Test
    void anOwnerWhoseFirmHasNoSealReadsWhereSealsComeFrom() {
        try (Visit visit = browser.as("noodle")) {
            visit.go("/my/sign").shows("企业还没有电子印章", "看能办哪些事").isWell("sign-none");
            visit.inEnglish().shows("The firm has no electronic seal yet");
        }
    }

    @Test
    void aLicenceIsShownVerifiedAndSuspended() {
        CreditCode firm = Story.newCode();
        Licence licence = issued(firm);
        Acting owner = story.owner(firm);
        byte[] file = licences.download(licence.document(), firm, Licences.Format.OFD, owner)
                .orElseThrow();
        try (Visit visit = signedIn(owner)) {
            visit.go("/my/licences").shows("营业执照", "有效", "公章", "法定代表人名章", "下载（OFD）", "下载（PDF）");
            visit.isWell("wallet");
            visit.inEnglish()
                    .shows("Licences and seals", "Business licence", "valid")
                    .screenshot("wallet-en");
        }
        byte[] pdf = licences.download(licence.document(), firm, Licences.Format.PDF, owner)
                .orElseThrow();
        try (Visit visit = browser.visitor()) {
            visit.go("/verify/" + licence.document())
                    .shows("营业执照", "现在有效", NAME)
                    .isWell("licence-by-code");
            visit.go("/verify").isWell("verify");
            upload(visit, file);
            visit.shows("文件有效", "盖章后内容未改动", "市场监督管理局（演示）", NAME).isWell("verify-valid");
            visit.click("再核验一个");
            upload(visit, pdf);
            visit.shows("文件有效", "市场监督管理局（演示）", NAME);
            visit.click("再核验一个");
            byte[] forged = file.clone();
            forged[file.length / 2] ^= 1;
            upload(visit, forged);
            assertThat(visit.text()).doesNotContain("文件有效");
            visit.click("再核验一个");
            upload(visit, "这不是证照".getBytes(StandardCharsets.UTF_8));
            visit.shows("无法核验这个文件").isWell("verify-unreadable");
        }
        Acting registrar = story.officer("市监");
        try (Visit visit = signedIn(registrar)) {
            visit.go("/verify/" + licence.document()).click("暂停、恢复、吊销");
            visit.page().check("input[value=SUSPENDED]");
            visit.page().click("main button[type=submit]");
            visit.settled().expected(422).shows("写明理由").isWell("licence-manage");
            visit.page().check("input[value=SUSPENDED]");
            visit.page().fill("#reason", "投诉正在核查");
            visit.page().click("main button[type=submit]");
            visit.settled().shows("暂停使用", "投诉正在核查");
            visit.click("证照模板和换发");
            visit.shows("营业执照", "经营范围", "看样张").isWell("licence-types");
            theTemplateIsTriedAndPublished(visit);
            visit.go("/officer/licence-types/business-licence/reissue").isWell("licence-reissue");
            visit.page().click("main button[type=submit]");
            visit.settled().expected(422).shows("写明理由");
        }
        try (Visit visit = browser.visitor()) {
            visit.go("/verify");
            upload(visit, file);
            visit.shows("文件无效，不要相信", "文件已被吊销或暂停").isWell("verify-suspended");
        }
    }

    private void theTemplateIsTriedAndPublished(Visit visit) {
        visit.go("/officer/licence-types/food-permit").shows("一行一栏").isWell("licence-template");
        String lines = visit.page().inputValue("#lines");
        visit.page().fill("#lines", lines + "\n门牌 = 没有的项");
        visit.page().click("button[value=check]");
        visit.settled().expected(422).shows("没有数据项").isWell("licence-template-faults");
        visit.page().fill("#lines", lines + "\n经营场所 = placeAddress");
        visit.page().fill("#years", "5");
        visit.page().click("button[value=check]");
        visit.settled().shows("会改成这样").isWell("licence-template-changes");
        visit.page().click("button[value=publish]");
        visit.settled().expected(422).shows("写一句为什么改");
        visit.page().fill("#reason", "样式调整（测试）");
        visit.page().click("button[value=publish]");
        visit.settled().shows("新模板马上生效", "还是旧样").isWell("licence-types-changed");
        database.sql("""
                        insert into documents.reissue (type, unit, account, person, reason, begun_at, total, waits,
                                                       template)
                        select 'food-permit', '市监', 'somebody', '同事（测试）', '样式调整', now(), 123, true, max(version)
                          from documents.template where type = 'food-permit'""").update();
        visit.go("/officer/licence-types")
                .shows("123 份，用第", "版模板，等第二人确认", "确认换发")
                .isWell("licence-types-waits");
        visit.inEnglish().screenshot("licence-types-en");
        visit.inChinese().page().click("button[value=no]");
        visit.settled().shows("不换了", "没有换");
        visit.go("/officer/licence-types/food-permit?lang=en").screenshot("licence-template-en");
        visit.inChinese();
    }

    @Test
    void theOwnerLetsAnEmployeeUseASealAndTheEmployeeSealsAContract() {
        CreditCode firm = Story.newCode();
        issued(firm);
        Acting owner = story.owner(firm);
        Acting clerk = story.person("王员工（测试）");
        mandates.grant(
                owner,
                new Mandates.Wish(
                        clerk.account(),
                        clerk.person().name(),
                        Set.of(Mandate.Purpose.VIEW),
                        clock.today().plusDays(30)),
                clock.today());
        try (Visit visit = signedIn(owner)) {
            visit.go("/my/licences").click("谁能用章，用了哪些");
            visit.shows("还没有给过谁").isWell("uses-none");
            visit.page().selectOption("#thing", new SelectOption().setLabel("合同专用章"));
            visit.page().click("main form[action='/my/uses'] button");
            visit.settled().expected(422).shows("写明从哪天到哪天");
            visit.page().fill("#until", clock.today().plusDays(7).toString());
            visit.page().click("main form[action='/my/uses'] button");
            visit.settled().shows("合同专用章", "王员工（测试）", "签合同", "收回").isWell("uses");
            visit.inEnglish().shows("Take back").screenshot("uses-en");
        }
        String sitting;
        try (Visit visit = signedIn(clerk)) {
            visit.go("/my/licences").shows("要下载，请负责人给你用").click("给文件盖章");
            visit.shows("合同专用章").isWell("sign");
            visit.page().setInputFiles("#file", new FilePayload("采购合同.pdf", "application/pdf", contract()));
            visit.page().click("main button[type=submit]");
            visit.settled().shows("核对位置", "采购合同.pdf", "第 1 页，共 1 页").isWell("sign-place");
            visit.page().fill("#code", "1");
            visit.page().click("main button[type=submit]");
            visit.settled().expected(422).shows("验证码不对");
            Matcher code = Pattern.compile("验证码是 (\\d{6})").matcher(visit.text());
            assertThat(code.find()).isTrue();
            visit.page().fill("#code", code.group(1));
            visit.page().click("main button[type=submit]");
            visit.settled().shows("盖好了", "下载盖好的文件", "30 天内").isWell("sign-done");
            sitting = visit.page().url().replaceAll(".*/", "");
        }
        byte[] sealed = signing.file(story.again(clerk, clock.today()), sitting)
                .orElseThrow()
                .file();
        try (Visit visit = browser.visitor()) {
            visit.go("/verify");
            upload(visit, sealed);
            visit.shows("企业自己盖章的文件，不是本市发的证照", "不是证照").isWell("verify-firm");
            assertThat(visit.text()).doesNotContain("文件有效");
        }
        try (Visit visit = signedIn(owner)) {
            visit.go("/my/uses").shows("采购合同.pdf", "王员工（测试）").screenshot("uses-used");
        }
    }

    private static byte[] contract() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Visit signedIn(Acting person) {
        return browser.visitor().signedIn(person.account(), Story.PASSWORD);
    }

    private static void upload(Visit visit, byte[] file) {
        visit.page().setInputFiles("#file", new FilePayload("licence.ofd", "application/octet-stream", file));
        visit.page().click("main button[type=submit]");
        visit.settled();
    }
}
