package org.rongyi.city.enterprises.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.city.enterprises.web.TestPeople.button;
import static org.rongyi.city.enterprises.web.TestPeople.signedIn;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.web.Caller;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The administrator brings in registration files; everybody concerned reads what was not taken.
@CityTest
class ImportPagesTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String HEADER = "企业名称,统一社会信用代码,注册资金,法人\n";
    private static final int TOO_MUCH = 65 * 1024 * 1024;

    private final TestPeople people;
    private final Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Browser browser;

    @Autowired
    private Enterprises enterprises;

    ImportPagesTest(@Autowired People people, @Autowired Mandates mandates, @TempDir Path folder) {
        this.people = new TestPeople(people, mandates);
        this.folder = folder;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Visit administrator() {
        return signedIn(browser.visitor(), "/admin/import", people.with(Role.ADMINISTRATOR));
    }

    private static Visit send(Visit visit, Path file) {
        visit.page().setInputFiles("#file", file);
        return button(visit);
    }

    /// Presses "refresh" until the import has ended.
    private static Visit ended(Visit visit) {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (visit.text().contains("正在导入") && System.nanoTime() < until) {
            visit.go(visit.at());
        }
        assertThat(visit.text()).doesNotContain("正在导入");
        return visit;
    }

    @Test
    void aFileIsTakenAndEveryProblemStandsInTheReport() throws IOException {
        CreditCode good = TestFirms.newCode();
        CreditCode twice = TestFirms.newCode();
        Path file = file(
                "登记.csv",
                HEADER + "甲店（演示）," + good + ",50万美元,某人\n" + "乙店（演示）," + twice + ",5万元,某人\n" + "丙店（演示）," + twice
                        + ",5万元,某人\n" + "丁店（演示）,12,5万元,某人\n");
        String report;
        try (Visit visit = administrator()) {
            visit.shows("导入登记文件", "最大 64 MB").isWell("admin-import");
            ended(send(visit, file));
            report = visit.at();
            visit.shows("登记.csv", "已收下，3 处没有收下", "币种或单位不是人民币", "第 2 行", "3 注册资金", "50万美元", "第 4 行", "法人")
                    .isWell("import-report");
            visit.go("/admin/import").shows("登记.csv").isWell("admin-import-runs");
            visit.go("/admin").shows("登记在册的经营主体", "登记.csv").isWell("admin");
            visit.inEnglish().isWell("admin-en");
            visit.go(report).shows("Rows refused", "is not in yuan").isWell("import-report-en");
            visit.go("/admin/import").isWell("admin-import-en");
        }
        assertThat(enterprises.find(good)).isPresent();
        assertThat(enterprises.find(twice)).isPresent();
        theOfficersReadTheSameReport(report.replace("/admin/", "/officer/"));
    }

    private void theOfficersReadTheSameReport(String report) {
        String account = people.officer("市监");
        try (Visit visit = signedIn(browser.visitor(), "/officer/imports", account)) {
            visit.shows("导入报告", "登记.csv").isWell("officer-imports");
            visit.go(report).shows("同一代码在第 3 行已经出现").isWell("officer-import-report");
        }
        HttpResponse<String> csv = TestPeople.calling(port, account).get(report + "/report.csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body())
                .contains("2,3,注册资金,50万美元,value dropped,", "4,2,统一社会信用代码,")
                .endsWith("\r\n");
    }

    @Test
    void itWorksWithoutScriptsAndSurvivesLeavingThePage() throws IOException {
        Path file = file("无脚本.csv", HEADER + "甲店（演示）," + TestFirms.newCode() + ",5万元,某人\n");
        String account = people.with(Role.ADMINISTRATOR);
        try (Visit visit = signedIn(browser.visitorWithoutScripts(), "/admin/import", account)) {
            button(visit).expected(422);
            visit.shows("选一个文件");
            send(visit, file);
            assertThat(visit.at()).startsWith("/admin/imports/");
            visit.go("/admin");
            visit.click("无脚本.csv");
            ended(visit).shows("全部收下", "每一行、每个值都收下了");
        }
    }

    @Test
    void whatIsNoRegistrationFileIsSaidAtTheField() throws IOException {
        Path empty = file("empty.csv", "");
        Path noHeader = file("other.csv", "名称,地址\n甲店,某路\n");
        Path picture = file("picture.csv", "\u0089PNG\u0000\u0001\u0002");
        Path onlyHeader = file("header.csv", HEADER);
        try (Visit visit = administrator()) {
            send(visit, empty).expected(422).shows("还有 1 处要改", "这个文件是空的").isWell("admin-import-faults");
            send(visit, noHeader).expected(422).shows("表头里没有统一社会信用代码");
            send(visit, picture).expected(422).shows("这不是文本文件");
            send(visit, onlyHeader).expected(422).shows("只有表头");
            visit.page().fill("#asOf", "2027-01-01");
            send(visit, noHeader).expected(422).shows("今天为止的一天");
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWithAPageThatSaysSo() throws IOException {
        Path large = Files.write(folder.resolve("large.csv"), new byte[TOO_MUCH]);
        try (Visit visit = administrator()) {
            send(visit, large).expected(413).shows("文件太大", "一次最多 64 MB");
        }
    }

    @Test
    void aReportThatIsNotThereIsNotFound() {
        Caller officer = TestPeople.calling(port, people.officer("市监"));
        assertThat(officer.get("/officer/imports/999999").statusCode()).isEqualTo(404);
    }
}
