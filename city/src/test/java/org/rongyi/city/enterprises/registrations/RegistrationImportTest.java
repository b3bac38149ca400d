package org.rongyi.city.enterprises.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.enterprises.FactNote;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.enterprises.registrations.RegistrationImport.Counts;
import org.rongyi.city.enterprises.registrations.RegistrationImport.Outcome;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@CityTest
class RegistrationImportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String CHINESE = "企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,所在省份,地区,注册地址\n";

    private final RegistrationImport registrations;
    private final Portraits portraits;
    private final ImportDesk desk;
    private final Clock clock;
    private final CityWords city;
    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();
    private final CreditCode one = TestFirms.newCode();
    private final CreditCode two = TestFirms.newCode();

    RegistrationImportTest(
            @Autowired RegistrationImport registrations,
            @Autowired Portraits portraits,
            @Autowired ImportDesk desk,
            @Autowired Clock clock,
            @Autowired CityWords city,
            @TempDir Path folder) {
        this.desk = desk;
        this.clock = clock;
        this.city = city;
        this.registrations = registrations;
        this.portraits = portraits;
        this.folder = folder;
    }

    private Counts take(String text) throws IOException {
        return take(text.getBytes(StandardCharsets.UTF_8));
    }

    private Counts take(byte[] bytes) throws IOException {
        problems.clear();
        Path file = Files.write(folder.resolve("firms.csv"), bytes);
        return switch (registrations.take(file, TODAY, "test", problems::add, (_, _, _) -> {})) {
            case Outcome.Read(Counts counts, List<String> unused) -> counts;
            case Outcome.Unreadable unreadable -> throw new AssertionError(unreadable.en());
        };
    }

    private Portrait portrait(CreditCode firm) {
        return portraits.current(firm).orElseThrow();
    }

    @Test
    void aRowWithChineseHeadersIsTakenWithAllThatItSays() throws IOException {
        Counts counts = take(CHINESE + "青禾软件有限公司（演示）," + one + ",2014-08-01,N/A,\"2,000(万元人民币)\","
                + "软件开发；技术服务,四川,成都,成都市武侯区晋吉北路282号\n");
        assertThat(problems).isEmpty();
        assertThat(counts).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        Portrait portrait = portrait(one);
        assertThat(portrait.value("creditCode")).isEqualTo(one.value());
        assertThat(portrait.value("establishedOn")).isEqualTo(LocalDate.of(2014, 8, 1));
        assertThat(portrait.value("registeredCapital")).isEqualTo(new BigDecimal("2000"));
        Portrait.Fact area = portrait.fact("operatingAreaCode").orElseThrow();
        assertThat(area.value().toString()).startsWith("510107");
        assertThat(area.note()).isEqualTo(FactNote.of(FactNote.Remark.FROM_ADDRESS));
        Portrait.Fact industry = portrait.fact("industryCode").orElseThrow();
        assertThat(industry.value().toString()).startsWith("I65");
        assertThat(industry.confidence()).isNotNull();
        assertThat(portrait.fact("entityType").orElseThrow().value()).isEqualTo("有限责任公司");
        assertThat(portrait.fact("entityType").orElseThrow().source()).isEqualTo("推断");
    }

    @Test
    void englishHeadersInAnyOrderAndAnotherEncodingAreTheSame() throws IOException {
        String text = "capital_unit,capital,uscc,name,district_code,legal_person\n" + "万元人民币,50," + one
                + ",云溪店（演示）,510185,某人\n";
        take(text.getBytes(Charset.forName("GB18030")));
        assertThat(problems).isEmpty();
        assertThat(portrait(one).value("entityName")).isEqualTo("云溪店（演示）");
        assertThat(portrait(one).value("registeredCapital")).isEqualTo(new BigDecimal("50"));
        assertThat(portrait(one).value("operatingAreaCode")).isEqualTo("510185");
        assertThat(portrait(one).facts()).doesNotContainKey("legalRepName");
    }

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        String text = CHINESE + "甲店（演示）," + one + ",2014-08-01,个体,5万元,零售,四川,锦江区,锦江区青禾路1号\n" + "乙店（演示）," + two
                + ",2014-08-02,个体,6万元,零售,四川,锦江区,锦江区青禾路2号\n";
        assertThat(take(text)).isEqualTo(new Counts(2, 2, 0, 0, 0, 0));
        assertThat(take(text)).isEqualTo(new Counts(2, 0, 0, 2, 0, 0));
        assertThat(take(text.replace("6万元", "7万元"))).isEqualTo(new Counts(2, 0, 1, 1, 0, 0));
        assertThat(portrait(two).value("registeredCapital")).isEqualTo(new BigDecimal("7"));
    }

    @Test
    void aRowWithoutNameOrWithABadCodeIsRefusedWithItsPlaceAndTheRestIsTaken() throws IOException {
        String wrong = one.value().substring(0, 17) + (one.value().endsWith("0") ? "1" : "0");
        Counts counts = take(CHINESE + "甲店（演示）," + wrong + ",2014-08-01,个体,5万元,零售,四川,锦江区,\n"
                + ",  " + two + ",2014-08-02,个体,6万元,零售,四川,锦江区,\n"
                + "丙店（演示）," + two + ",2014-08-02,个体,6万元,零售,四川,锦江区,\n"
                + "丁店（演示）," + two + ",2014-08-02,个体,6万元,零售,四川,锦江区,\n"
                + "戊店（演示）,短\n");
        assertThat(counts).isEqualTo(new Counts(5, 1, 0, 0, 4, 0));
        assertThat(problems).extracting(Problem::line).containsExactly(2, 3, 5, 6);
        assertThat(problems).extracting(Problem::column).containsExactly(2, 1, 2, 0);
        assertThat(problems.getFirst())
                .isEqualTo(new Problem(
                        2,
                        2,
                        "统一社会信用代码",
                        wrong,
                        true,
                        "末位校验码不对",
                        "the credit code the check character at the end is wrong"));
        assertThat(problems.get(2).en()).isEqualTo("the same code already stands in line 4");
    }

    @Test
    void aReportOfARowWithTooManyCellsKeepsNothingOfPeople() throws IOException {
        take("企业名称,统一社会信用代码,法定代表人\n甲店（演示）," + one + ",某人,13800000000\n");
        assertThat(problems).extracting(Problem::value).containsExactly("甲店（演示）," + one);
    }

    /// Telling writes a line of the record: a file of empty lines would keep the next import waiting for hours.
    @Test
    void emptyLinesAreNoProgress() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.csv"), CHINESE + "\n".repeat(5_000));
        AtomicInteger told = new AtomicInteger();
        registrations.take(file, TODAY, "test", problems::add, (_, _, _) -> told.incrementAndGet());
        assertThat(told).hasValue(1);
    }

    @Test
    void aBadValueCostsOnlyItself() throws IOException {
        Counts counts = take(CHINESE + "甲有限公司（演示）," + one + ",2014-02-30,神秘组织,40(万美元),批发...,四川,昆明,\n");
        assertThat(counts).isEqualTo(new Counts(1, 1, 0, 0, 0, 4));
        assertThat(problems).extracting(Problem::header).containsExactlyInAnyOrder("注册日期", "企业类型", "注册资金", "地区");
        assertThat(portrait(one).facts())
                .doesNotContainKeys("establishedOn", "registeredCapital")
                .containsKey("entityName");
        assertThat(portrait(one).fact("businessScope").orElseThrow().note())
                .isEqualTo(FactNote.of(FactNote.Remark.CUT));
    }

    @Test
    void withoutDistrictAndAddressTheCreditCodeSaysWhere() throws IOException {
        take("name,uscc\n甲店（演示）," + one + "\n");
        Portrait.Fact area = portrait(one).fact("operatingAreaCode").orElseThrow();
        assertThat(area.value()).isEqualTo("510104");
        assertThat(area.note()).isEqualTo(FactNote.of(FactNote.Remark.FROM_CREDIT_CODE));
    }

    @Test
    void aFileWithoutTheNeededHeadersIsNotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "城市,人口\n某市,5\n");
        assertThat(registrations.take(file, TODAY, "test", problems::add, (_, _, _) -> {}))
                .isInstanceOfSatisfying(
                        Outcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.en()).contains("城市"));
        assertThat(registrations.take(folder.resolve("none.csv"), TODAY, "test", problems::add, (_, _, _) -> {}))
                .isInstanceOf(Outcome.Unreadable.class);
        Files.writeString(file, "");
        assertThat(registrations.take(file, TODAY, "test", problems::add, (_, _, _) -> {}))
                .isInstanceOf(Outcome.Unreadable.class);
    }

    @Test
    void theExitCodeSaysHowItWent() {
        Counts good = new Counts(2, 2, 0, 0, 0, 0);
        assertThat(ImportCommand.exitCode(good, 0, 1)).isZero();
        assertThat(ImportCommand.exitCode(good, 1, 2)).isEqualTo(3);
        assertThat(ImportCommand.exitCode(new Counts(2, 1, 0, 0, 1, 0), 0, 1)).isEqualTo(3);
        assertThat(ImportCommand.exitCode(new Counts(2, 2, 0, 0, 0, 1), 0, 1)).isEqualTo(3);
        assertThat(ImportCommand.exitCode(Counts.NONE, 1, 1)).isEqualTo(2);
        assertThat(ImportCommand.exitCode(new Counts(2, 0, 0, 0, 2, 0), 0, 1)).isEqualTo(2);
    }

    @Test
    void aReportIsNeverWrittenOverAFileThatIsToBeRead() throws IOException {
        String text = CHINESE + "青禾软件有限公司（演示）," + one + ",2014-08-01,N/A,N/A,软件开发,四川,成都,成都市武侯区\n";
        Path other = Files.writeString(folder.resolve("other.csv"), text);
        Path file = Files.writeString(folder.resolve("firms.csv"), text);
        ImportCommand command = new ImportCommand(desk, clock, city);
        command.run(new DefaultApplicationArguments(
                "registrations", other.toString(), file.toString(), "--report=" + folder.resolve("./firms.csv")));
        assertThat(command.getExitCode()).isEqualTo(ImportCommand.NOTHING_READ);
        assertThat(file).hasContent(text);
        assertThat(portraits.current(one)).as("nothing was taken").isEmpty();
    }

    @Test
    void theReportIsATableThatRunsNoFormula() throws IOException {
        Path file = folder.resolve("report.csv");
        try (ReportFile report = ReportFile.create(file, List.of(Path.of("a.csv")))) {
            report.add(Path.of("a.csv"), new Problem(7, 2, "注册资金", "=1+1,\"x\"", false, "不是金额", "is no amount"));
            assertThat(file).as("half a report").doesNotExist();
            report.complete();
        }
        assertThat(Files.readString(file))
                .isEqualTo("\uFEFFline,column,header,value,taken,原因,reason\r\n"
                        + "7,2,注册资金,\"'=1+1,\"\"x\"\"\",value dropped,不是金额,is no amount\r\n");
    }

    @Test
    void aReportOnSeveralFilesNamesTheFileOfEachProblem() throws IOException {
        Path file = folder.resolve("report.csv");
        try (ReportFile report = ReportFile.create(file, List.of(Path.of("a.csv"), Path.of("b.csv")))) {
            report.add(Path.of("a.csv"), new Problem(7, 2, "注册资金", "x", false, "不是金额", "is no amount"));
            report.add(Path.of("b.csv"), new Problem(7, 2, "注册资金", "x", false, "不是金额", "is no amount"));
            report.complete();
        }
        assertThat(Files.readString(file).lines())
                .containsExactly(
                        "\uFEFFline,column,header,value,taken,原因,reason,file",
                        "7,2,注册资金,x,value dropped,不是金额,is no amount,a.csv",
                        "7,2,注册资金,x,value dropped,不是金额,is no amount,b.csv");
    }
}
