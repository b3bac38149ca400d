package org.rongyi.city.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rongyi.city.enterprises.TestFirms.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class IntakeTest {
    private final Intake intake;
    private final Enterprises enterprises;
    private final Portraits portraits;
    private final Contests contests;

    IntakeTest(
            @Autowired Intake intake,
            @Autowired Enterprises enterprises,
            @Autowired Portraits portraits,
            @Autowired Contests contests) {
        this.intake = intake;
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.contests = contests;
    }

    private static Filing filing(CreditCode firm, String asOf, String name, int capitalWan) {
        return new Filing(
                firm,
                List.of(report(
                        firm,
                        "市监",
                        asOf,
                        Map.of(
                                "entityName",
                                name,
                                "operatingAreaCode",
                                "510105",
                                "registeredCapital",
                                BigDecimal.valueOf(capitalWan)))));
    }

    private Object capital(CreditCode firm) {
        return String.valueOf(portraits.current(firm).orElseThrow().value("registeredCapital"));
    }

    @Test
    void theSameDeliveryTwiceChangesNothingEvenOnAnotherDay() {
        CreditCode firm = TestFirms.newCode();
        assertThat(intake.take(List.of(filing(firm, "2026-01-01", "甲店（演示）", 10))))
                .isEqualTo(new Intake.Taken(1, 0, 0, 3));
        assertThat(intake.take(List.of(filing(firm, "2026-02-01", "甲店（演示）", 10))))
                .isEqualTo(new Intake.Taken(0, 0, 1, 0));
        assertThat(enterprises.find(firm).orElseThrow().area()).isEqualTo(new AreaCode("510105"));
    }

    @Test
    void onlyWhatIsNewIsAppendedAndTheRegisterFollows() {
        CreditCode firm = TestFirms.newCode();
        intake.take(List.of(filing(firm, "2026-01-01", "乙店（演示）", 10)));
        assertThat(intake.take(List.of(filing(firm, "2026-02-01", "乙二店（演示）", 10))))
                .isEqualTo(new Intake.Taken(0, 1, 0, 1));
        assertThat(enterprises.find(firm).orElseThrow().name()).isEqualTo("乙二店（演示）");
    }

    @Test
    void aSourceThatRepeatsWhatWasCorrectedDoesNotBringItBack() {
        CreditCode firm = TestFirms.newCode();
        intake.take(List.of(filing(firm, "2026-01-01", "丙店（演示）", 10)));
        if (contests.open(firm, "registeredCapital", null, "已增资", "owner")
                instanceof Contests.Opening.Opened(Contest contest)) {
            contests.uphold(contest.id(), new BigDecimal("50"), "已更正", "officer");
        }
        intake.take(List.of(filing(firm, "2026-02-01", "丙店（演示）", 10)));
        assertThat(capital(firm)).isEqualTo("50");
        intake.take(List.of(filing(firm, "2026-03-01", "丙店（演示）", 80)));
        assertThat(capital(firm)).isEqualTo("80");
    }

    @Test
    void aListWithOneBadFilingTakesNothing() {
        CreditCode good = TestFirms.newCode();
        CreditCode bad = TestFirms.newCode();
        Filing nameless =
                new Filing(bad, List.of(report(bad, "市监", "2026-01-01", Map.of("registeredCapital", BigDecimal.ONE))));
        assertThatThrownBy(() -> intake.take(List.of(filing(good, "2026-01-01", "丁店（演示）", 10), nameless)))
                .hasMessageContaining("entityName");
        assertThat(enterprises.find(good)).isEmpty();
    }

    @Test
    void aRegisterWithFirmsIsNeverFilledOver() {
        long before = enterprises.count();
        assertThatThrownBy(() -> intake.fillEmptyRegister(Stream.empty(), _ -> {}))
                .hasMessageContaining("has (" + before + ") firms already");
        assertThat(enterprises.count()).isEqualTo(before);
    }
}
