package org.rongyi.city.enterprises.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.enterprises.registrations.Imports.Starting;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class ImportsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String HEADER = "企业名称,统一社会信用代码,注册资金,法人\n";

    private final Imports imports;
    private final ImportDesk desk;
    private final Enterprises enterprises;
    private final ImportLog log;
    private final TestClock clock;
    private final Path folder;

    ImportsTest(
            @Autowired Imports imports,
            @Autowired ImportDesk desk,
            @Autowired Enterprises enterprises,
            @Autowired ImportLog log,
            @Autowired TestClock clock,
            @TempDir Path folder) {
        this.imports = imports;
        this.desk = desk;
        this.enterprises = enterprises;
        this.log = log;
        this.clock = clock;
        this.folder = folder;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("firms.csv"), text);
    }

    private Starting start(String text) throws IOException {
        return imports.start(file(text), "登记 11 月.csv", TODAY, "admin");
    }

    private ImportRun ended(Starting starting) throws InterruptedException {
        long id = ((Starting.Started) starting).id();
        long until = System.nanoTime() + LONGEST.toNanos();
        ImportRun run = imports.find(id).orElseThrow();
        while (run.running() && System.nanoTime() < until) {
            Thread.sleep(20);
            run = imports.find(id).orElseThrow();
        }
        assertThat(run.running()).as("still running after %s", LONGEST).isFalse();
        // The file goes right after its run has ended.
        while (Objects.requireNonNull(folder.toFile().list()).length > 0 && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        return run;
    }

    @Test
    void whatStoodInARefusedCellIsDeletedAfterNinetyDays() throws Exception {
        ImportRun run = ended(start(HEADER + "戊店（演示）,12,5万元,某人\n"));
        clock.pass(Duration.ofDays(89));
        log.forgetOldCells();
        assertThat(imports.problems(run.id(), 0, 10)).extracting(Problem::value).containsExactly("12");
        clock.pass(Duration.ofDays(2));
        log.forgetOldCells();
        assertThat(imports.problems(run.id(), 0, 10))
                .extracting(Problem::line, Problem::header, Problem::value)
                .containsExactly(tuple(2, "统一社会信用代码", ""));
        assertThat(imports.find(run.id()).orElseThrow().cellsForgottenAt()).isNotNull();
    }

    @Test
    void aFileIsTakenInTheBackgroundAndEveryProblemIsOnRecord() throws Exception {
        CreditCode good = TestFirms.newCode();
        CreditCode twice = TestFirms.newCode();
        String rows = "甲店（演示）," + good + ",50万美元,某人\n"
                + "乙店（演示）," + twice + ",5万元,某人\n"
                + "丙店（演示）," + twice + ",5万元,某人\n"
                + "丁店（演示）," + twice + ",5万元,某人\n"
                + "戊店（演示）,12,5万元,某人\n"
                + "己店（演示）\n";
        ImportRun run = ended(start(HEADER + rows));
        assertThat(run.state()).isEqualTo(ImportRun.State.READ);
        assertThat(run.fileName()).isEqualTo("登记 11 月.csv");
        assertThat(run.rows()).isEqualTo(6);
        assertThat(run.newFirms()).isEqualTo(2);
        assertThat(run.refusedRows()).isEqualTo(4);
        assertThat(run.droppedValues()).isEqualTo(1);
        assertThat(run.percent()).isEqualTo(100);
        assertThat(run.unusedHeaders()).containsExactly("法人");
        assertThat(run.finishedAt()).isNotNull();
        assertThat(enterprises.find(good)).isPresent();
        assertThat(folder).isEmptyDirectory();
        assertThat(imports.problems(run.id(), 0, 10))
                .extracting(Problem::line, Problem::column, Problem::header, Problem::value, Problem::rowRefused)
                .containsExactly(
                        tuple(2, 3, "注册资金", "50万美元", false),
                        tuple(4, 2, "统一社会信用代码", twice.value(), true),
                        tuple(5, 2, "统一社会信用代码", twice.value(), true),
                        tuple(6, 2, "统一社会信用代码", "12", true),
                        tuple(7, 0, "", "己店（演示）", true));
        assertThat(imports.problems(run.id(), 4, 10)).hasSize(1);
        List<Problem> all = new ArrayList<>();
        imports.forEachProblem(run.id(), all::add);
        assertThat(all).hasSize(5);
        assertThat(imports.reasons(run.id(), 10)).hasSize(4);
        Imports.Reason most = imports.reasons(run.id(), 1).getFirst();
        assertThat(most.count()).isEqualTo(2);
        assertThat(most.words().zh()).isEqualTo("同一代码在第几行已经出现");
        assertThat(imports.latest(1)).containsExactly(run);
    }

    @Test
    void aSecondFileWaitsUntilTheFirstHasEnded() throws Exception {
        try (ImportDesk.Turn turn = desk.turn().orElseThrow()) {
            long id = turn.begin("first.csv", 10, TODAY, "somebody");
            Starting.Busy busy = (Starting.Busy) start(HEADER + "甲店（演示）," + TestFirms.newCode() + ",5万元,某人\n");
            assertThat(busy.other()).get().extracting(ImportRun::id).isEqualTo(id);
            assertThat(folder).isEmptyDirectory();
            assertThat(desk.turn()).isEmpty();
        }
        ended(start(HEADER + "甲店（演示）," + TestFirms.newCode() + ",5万元,某人\n"));
    }

    @Test
    void aRunWhoseProcessIsGoneIsShownAsBrokenOffAndHoldsNobodyUp() throws Exception {
        long id;
        try (ImportDesk.Turn turn = desk.turn().orElseThrow()) {
            id = turn.begin("lost.csv", 10, TODAY, "somebody");
            assertThat(imports.find(id).orElseThrow().running()).isTrue();
        }
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportRun.State.BROKEN_OFF);
        ImportRun next = ended(start(HEADER + "甲店（演示）," + TestFirms.newCode() + ",5万元,某人\n"));
        assertThat(next.state()).isEqualTo(ImportRun.State.READ);
        assertThat(imports.find(id).orElseThrow().finishedAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                              文件是空的
            '企业名称,统一社会信用代码',        只有表头
            'PK\u0003\u0004...',             Excel
            '\u0089PNG\u0000\u0001',         不是文本文件
            'name,address',                  统一社会信用代码
            """)
    void whatIsNoRegistrationFileIsSaidAtOnceAndLeavesNoTrace(String text, String why) throws Exception {
        long latest = imports.latest(1).stream().mapToLong(ImportRun::id).sum();
        Starting.Unreadable unreadable = (Starting.Unreadable) start(text);
        assertThat(unreadable.why().zh()).contains(why);
        assertThat(folder).isEmptyDirectory();
        assertThat(imports.latest(1).stream().mapToLong(ImportRun::id).sum()).isEqualTo(latest);
    }
}
