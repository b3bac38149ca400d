package org.rongyi.city.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rongyi.city.enterprises.TestFirms.declaration;
import static org.rongyi.city.enterprises.TestFirms.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Element;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class PortraitTest {
    private static final String STAFF = "insuredStaff";

    private final Enterprises enterprises;
    private final Portraits portraits;
    private final Contests contests;
    private final Changes changes;
    private final Elements elements;
    private final TestClock clock;
    private CreditCode firm = TestFirms.newCode();

    PortraitTest(
            @Autowired Enterprises enterprises,
            @Autowired Portraits portraits,
            @Autowired Contests contests,
            @Autowired Changes changes,
            @Autowired Elements elements,
            @Autowired TestClock clock) {
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.contests = contests;
        this.changes = changes;
        this.elements = elements;
        this.clock = clock;
    }

    @BeforeEach
    void aFirm() {
        firm = TestFirms.enter(enterprises, "测试云溪店（演示）");
    }

    /// Whatever a test made of the firm.
    @AfterEach
    void theWholeRegisterReadAtOnceSaysTheSameToRules() {
        Map<Long, Portrait> portraits = new LinkedHashMap<>();
        changes.forEachFirm(each -> portraits.put(each.number(), each.portrait()));
        List<Long> numbers = new ArrayList<>();
        changes.forEachRow(2, (number, creditCode, row) -> {
            numbers.add(number);
            Portrait portrait = Objects.requireNonNull(portraits.get(number));
            assertThat(creditCode).isEqualTo(portrait.firm().value());
            for (Element element : elements.dictionary().elements()) {
                if (!Objects.equals(row.value(element.id()), portrait.value(element.id()))) {
                    assertThat(row.value(element.id()))
                            .as(portrait.firm() + " " + element.id())
                            .isEqualTo(portrait.value(element.id()));
                }
            }
        });
        assertThat(numbers).containsExactlyElementsOf(portraits.keySet());
    }

    private void staff(String source, String asOf, int number) {
        enterprises.record(report(firm, source, asOf, Map.of(STAFF, BigDecimal.valueOf(number))));
    }

    private Portrait now() {
        return portraits.current(firm).orElseThrow();
    }

    private Object staffAsOf(String day) {
        return String.valueOf(
                portraits.asOf(firm, LocalDate.parse(day)).orElseThrow().value(STAFF));
    }

    @Test
    void theLatestDayWinsWhateverTheOrderOfRecording() {
        staff("人社", "2026-06-30", 20);
        staff("人社", "2026-03-31", 18);
        assertThat(now().value(STAFF)).isEqualTo(new BigDecimal("20"));
    }

    @Test
    void ofReportsAboutTheSameDayTheOneRecordedLastWins() {
        staff("人社", "2026-06-30", 20);
        staff("人社", "2026-06-30", 21);
        assertThat(now().value(STAFF)).isEqualTo(new BigDecimal("21"));
    }

    @Test
    void aPastDayShowsWhatWasValidThen() {
        staff("人社", "2025-06-30", 12);
        staff("人社", "2026-06-30", 20);
        assertThat(staffAsOf("2025-06-29")).isEqualTo("null");
        assertThat(staffAsOf("2025-06-30")).isEqualTo("12");
        assertThat(staffAsOf("2026-06-29")).isEqualTo("12");
        assertThat(staffAsOf("2026-06-30")).isEqualTo("20");
    }

    @Test
    void whatIsSaidOfTheFutureIsNotYetTrue() {
        staff("人社", "2027-01-01", 50);
        assertThat(now().value(STAFF)).isNull();
        clock.moveTo(LocalDate.of(2027, 1, 1));
        assertThat(now().value(STAFF)).isEqualTo(new BigDecimal("50"));
    }

    @Test
    void aDeclarationNeverOverrulesADepartmentHoweverNew() {
        staff("人社", "2024-06-30", 20);
        enterprises.record(declaration(firm, "2026-11-01", Map.of(STAFF, BigDecimal.valueOf(99))));
        Portrait.Fact fact = now().fact(STAFF).orElseThrow();
        assertThat(fact.value()).isEqualTo(new BigDecimal("20"));
        assertThat(fact.source()).isEqualTo("人社");
    }

    @Test
    void aDeclarationFillsAGapAndIsMarked() {
        enterprises.record(declaration(firm, "2026-11-01", Map.of(STAFF, BigDecimal.valueOf(9))));
        assertThat(now().fact(STAFF).orElseThrow().selfDeclared()).isTrue();
        assertThat(now().value(STAFF)).isEqualTo(new BigDecimal("9"));
    }

    @Test
    void aWithdrawnFactLeavesAGapAndBringsNoOlderValueBack() {
        staff("人社", "2025-06-30", 12);
        staff("人社", "2026-06-30", 20);
        enterprises.record(report(firm, "人社", "2026-06-30", Collections.singletonMap(STAFF, null)));
        assertThat(now().facts()).doesNotContainKey(STAFF);
        assertThat(staffAsOf("2026-06-29")).isEqualTo("12");
    }

    @Test
    void theFirmMayTakeItsDeclarationBack() {
        enterprises.record(declaration(firm, "2026-11-01", Map.of(STAFF, BigDecimal.valueOf(9))));
        enterprises.record(declaration(firm, "2026-11-02", Collections.singletonMap(STAFF, null)));
        assertThat(now().facts()).doesNotContainKey(STAFF);
    }

    @Test
    void anInferenceFillsAGapOnlyAndRulesReadItOnlyWhenItIsSureEnough() {
        infer("0.69", "H6210");
        assertThat(now().fact("industryCode").orElseThrow().value()).isEqualTo("H6210");
        assertThat(now().value("industryCode")).isNull();
        infer("0.70", "H6220");
        assertThat(now().value("industryCode")).isEqualTo("H6220");
        enterprises.record(report(firm, "市监", "2020-01-01", Map.of("industryCode", "I6513")));
        assertThat(now().value("industryCode")).isEqualTo("I6513");
    }

    @Test
    void whatIsContestedNoRuleReads() {
        staff("人社", "2026-06-30", 20);
        contests.open(firm, STAFF, null, "不对", "owner");
        assertThat(now().fact(STAFF)).isPresent();
        assertThat(now().value(STAFF)).isNull();
    }

    private void infer(String confidence, String industry) {
        enterprises.record(new FactReport(
                firm,
                FactReport.INFERRED,
                FactReport.Origin.IMPORTED,
                LocalDate.of(2026, 1, 1),
                Map.of("industryCode", industry),
                Map.of("industryCode", FactNote.inferred(new BigDecimal(confidence))),
                "test"));
    }

    @Test
    void everyTypeOfValueComesBackAsItWentIn() {
        Map<String, Object> facts = Map.of(
                "registeredCapital",
                new BigDecimal("1688.8800"),
                "taxableIncome",
                new BigDecimal("-0.1"),
                "businessScope",
                "销售：\"纸\"\\、\t木\n竹 😀",
                "qualifications",
                Set.of("高新技术企业", "软件企业"),
                "permits",
                Set.of(),
                "abnormalList",
                false,
                "establishedOn",
                LocalDate.of(2001, 2, 3));
        enterprises.record(report(firm, "市监", "2026-01-01", facts));
        facts.forEach(
                (element, value) -> assertThat(now().value(element)).as(element).isEqualTo(value));
    }

    @Test
    void theHistoryOfAValueHoldsEverySayingWithdrawalsToo() {
        staff("人社", "2025-06-30", 12);
        infer("0.83", "H6210");
        enterprises.record(declaration(firm, "2026-02-01", Map.of(STAFF, BigDecimal.valueOf(15))));
        enterprises.record(report(firm, "人社", "2026-06-30", Collections.singletonMap(STAFF, null)));
        assertThat(portraits.history(firm, STAFF))
                .extracting(Portraits.Said::source, Portraits.Said::value)
                .containsExactly(
                        tuple("人社", null), tuple("企业自报", new BigDecimal("15")), tuple("人社", new BigDecimal("12")));
        assertThat(portraits.history(firm, "industryCode").getFirst().note())
                .isEqualTo(FactNote.inferred(new BigDecimal("0.83")));
        assertThat(portraits.history(TestFirms.newCode(), STAFF)).isEmpty();
    }

    @Test
    void aFirmThatTheRegisterDoesNotKnowHasNoPortrait() {
        assertThat(portraits.current(TestFirms.newCode())).isEmpty();
    }

    @Test
    void everyLookIsOnRecordForTheFirmNewestFirst() {
        portraits.recordLook(firm, "officer-1", "市监", "  办理变更登记  ");
        clock.pass(Duration.ofHours(1));
        portraits.recordLook(firm, "officer-2", "税务", "核对申报");
        assertThat(portraits.looks(firm, 10))
                .extracting(Look::department, Look::purpose)
                .containsExactly(tuple("税务", "核对申报"), tuple("市监", "办理变更登记"));
        assertThat(portraits.looks(firm, 1)).hasSize(1);
        assertThat(portraits.looks(firm, 1, 5)).extracting(Look::department).containsExactly("市监");
        assertThat(portraits.lookCount(firm)).isEqualTo(2);
    }
}
