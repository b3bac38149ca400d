package org.rongyi.city.filings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.MailNotices;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A firm's dates follow from what is known of it.
@CityTest
class FilingsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final FilingCalendar calendar;
    private final Reminding reminding;
    private final Enterprises enterprises;
    private final People people;
    private final Mandates mandates;
    private final MailNotices mails;
    private final JdbcClient database;
    private final TestClock clock;
    private final CreditCode firm = new org.rongyi.city.identity.TestFirms().next();
    private final Acting owner;

    @Autowired
    FilingsTest(
            FilingCalendar calendar,
            Reminding reminding,
            Enterprises enterprises,
            People people,
            Mandates mandates,
            MailNotices mails,
            JdbcClient database,
            TestClock clock) {
        this.calendar = calendar;
        this.reminding = reminding;
        this.enterprises = enterprises;
        this.people = people;
        this.mandates = mandates;
        this.mails = mails;
        this.database = database;
        this.clock = clock;
        String account = "owner-" + UUID.randomUUID();
        Person person = new Person(account, "某业主", "", Set.of());
        people.register(person, "a password of filings");
        this.owner = new Acting(person, mandates.registered(firm, account, Capacity.OWNER, "市监"));
    }

    private void known(Map<String, Object> facts) {
        enterprises.record(TestFirms.report(firm, "市监", "2026-11-01", facts));
    }

    private List<String> dues(LocalDate from, LocalDate until) {
        return calendar.between(firm, from, until).stream()
                .map(due -> due.id() + " " + due.day())
                .toList();
    }

    @Test
    void aSmallSoleTraderFilesByQuarterAndYear() {
        known(Map.of(
                "entityName", "某面馆（测试）",
                "entityType", "个体工商户",
                "taxpayerType", "小规模纳税人",
                "taxCollection", "核定征收"));
        assertThat(dues(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)))
                .containsExactly("business-income-quarter/2026-Q3 2026-10-26", "vat-quarter/2026-Q3 2026-10-26");
    }

    @Test
    void aCompanyFilesByMonthToo() {
        known(Map.of(
                "entityName", "某公司（测试）",
                "entityType", "有限责任公司",
                "taxpayerType", "一般纳税人",
                "insuredStaff", new BigDecimal(12)));
        assertThat(dues(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)))
                .containsExactly("vat-month/2026-11 2026-12-15", "withholding/2026-11 2026-12-15");
        List<Due> next = calendar.between(firm, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 30));
        assertThat(next)
                .extracting(Due::id)
                .contains("income-year/2026", "annual-report/2026", "income-quarter/2026-Q4");
        assertThat(next)
                .filteredOn(due -> due.id().equals("vat-month/2026-12"))
                .singleElement()
                .satisfies(due -> assertThat(due.settled())
                        .as("days off of 2027 are not published")
                        .isFalse());
    }

    @Test
    void whatIsNotKnownIsAskedForAndNothingIsInvented() {
        known(Map.of("entityName", "某公司（测试）"));
        assertThat(calendar.missing(firm)).contains("taxpayerType", "entityType", "insuredStaff");
        assertThat(dues(TODAY, TODAY.plusMonths(12))).containsExactly("annual-report/2026 2027-06-30");
    }

    @Test
    void aFirmThatBecameAGeneralTaxpayerFilesEachPeriodAsWhatItWasThen() {
        enterprises.record(
                TestFirms.report(firm, "税务", "2026-01-01", Map.of("entityName", "某公司（测试）", "taxpayerType", "小规模纳税人")));
        enterprises.record(TestFirms.report(firm, "税务", "2026-11-01", Map.of("taxpayerType", "一般纳税人")));
        assertThat(dues(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 4, 30)))
                .as("October as the small one it was, every month from November on")
                .containsExactly(
                        "vat-quarter/2026-Q3 2026-10-26",
                        "vat-month/2026-11 2026-12-15",
                        "vat-month/2026-12 2027-01-15",
                        "vat-quarter/2026-Q4 2027-01-15",
                        "vat-month/2027-01 2027-02-15",
                        "vat-month/2027-02 2027-03-15",
                        "vat-month/2027-03 2027-04-15");
    }

    @Test
    void theReturnOfTheYearIsNotPutOffByTheHolidaysOfMay() {
        known(Map.of("entityName", "某公司（测试）", "entityType", "有限责任公司"));
        assertThat(dues(LocalDate.of(2026, 5, 30), LocalDate.of(2026, 6, 29)))
                .as("31 May is a Sunday; who believes in a later day is late")
                .containsExactly("income-year/2025 2026-06-01");
    }

    @Test
    void aFirmOwesNothingForWhatEndedBeforeItWasFounded() {
        known(Map.of(
                "entityName", "某公司（测试）",
                "taxpayerType", "一般纳税人",
                "establishedOn", LocalDate.of(2026, 10, 9)));
        assertThat(dues(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 6, 30)))
                .contains("vat-month/2026-10 2026-11-16", "annual-report/2026 2027-06-30")
                .noneMatch(due -> due.startsWith("vat-month/2026-09") || due.startsWith("annual-report/2025"));
    }

    @Test
    void aClosedFirmFilesWhatHadBegunAndNothingThatBeginsLater() {
        known(Map.of("entityName", "某公司（测试）", "taxpayerType", "一般纳税人"));
        enterprises.record(TestFirms.report(firm, "市监", "2026-11-20", Map.of("registrationState", "注销")));
        assertThat(dues(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 12, 31)))
                .as("November, in which it was closed, and no report of the year")
                .containsExactly("vat-month/2026-11 2026-12-15");
    }

    @Test
    void aYearWithoutATableLeavesItsOwnDatesOpenAndNoOther() {
        known(Map.of("entityName", "某公司（测试）", "taxpayerType", "一般纳税人"));
        clock.moveTo(LocalDate.of(2029, 2, 1));
        assertThat(calendar.between(firm, LocalDate.of(2026, 12, 1), LocalDate.of(2029, 12, 31)))
                .hasSizeGreaterThan(30)
                .allSatisfy(due -> assertThat(due.settled())
                        .as(due.id())
                        .isEqualTo(due.day().getYear() == 2026 || due.id().startsWith("annual-report")));
    }

    @Test
    void aGuessedAddressOpensNothing() {
        known(Map.of("entityName", "某面馆（测试）"));
        String secret = calendar.makeAddress(owner);
        assertThat(secret).as("256 bits").hasSize(43);
        String other = secret.substring(0, 42) + (secret.endsWith("A") ? "E" : "A");
        String small = secret.toLowerCase(Locale.ROOT);
        for (String guess : List.of("", other, small, secret + "=", secret + " ", secret.substring(1), "%", "'")) {
            assertThat(calendar.feed(guess)).as(guess).isEmpty();
        }
        assertThat(calendar.feed(secret)).isPresent();
    }

    @Test
    void theFeedIsReadByItsAddressUntilThatEnds() {
        known(Map.of("entityName", "某面馆（测试）", "taxpayerType", "小规模纳税人"));
        String first = calendar.makeAddress(owner);
        assertThat(calendar.feed(first)).get().asString().contains("BEGIN:VCALENDAR", "UID:vat-quarter/2026-Q4@");
        String second = calendar.makeAddress(owner);
        assertThat(calendar.feed(first)).as("a new address ends the old one").isEmpty();
        assertThat(calendar.feed(second)).isPresent();
        assertThat(calendar.feed("guessed")).isEmpty();
        calendar.endAddress(owner);
        assertThat(calendar.hasAddress(owner)).isFalse();
        assertThat(calendar.feed(second)).isEmpty();
    }

    @Test
    void whoMayNoLongerSeeTheFirmReadsNoFeed() {
        known(Map.of("entityName", "某面馆（测试）"));
        String account = "agent-" + UUID.randomUUID();
        Person person = new Person(account, "某会计", "", Set.of());
        people.register(person, "a password of filings");
        mandates.grant(owner, new Mandates.Wish(account, "某会计", Set.of(Purpose.VIEW), TODAY.plusDays(3)), TODAY);
        Mandate mandate = mandates.inForce(account, TODAY).getFirst();
        String secret = calendar.makeAddress(new Acting(person, mandate));
        assertThat(calendar.feed(secret)).isPresent();
        clock.moveTo(TODAY.plusDays(4));
        assertThat(calendar.feed(secret)).isEmpty();
    }

    @Test
    void whoWantsItIsToldOnceThatADayComesNear() {
        known(Map.of("entityName", "某面馆（测试）", "taxpayerType", "一般纳税人"));
        mails.setAddress(owner.account(), "owner@example.org");
        calendar.remind(owner, 7);
        assertThat(calendar.daysBefore(owner)).isEqualTo(7);
        FeedTable.Wish wish = new FeedTable.Wish(new FeedTable.Whose(firm, owner.account()), 7);
        reminding.remind(wish, LocalDate.of(2026, 12, 7));
        assertThat(letters()).as("eight days before").isZero();
        reminding.remind(wish, LocalDate.of(2026, 12, 8));
        reminding.remind(wish, LocalDate.of(2026, 12, 9));
        assertThat(letters()).isEqualTo(1);
        // Other tests count what waits to be sent.
        database.sql("delete from applications.mail where account = ?")
                .param(owner.account())
                .update();
        mails.setAddress(owner.account(), null);
        calendar.remind(owner, 0);
        assertThat(calendar.daysBefore(owner)).isZero();
        assertThatThrownBy(() -> calendar.remind(owner, 31)).isInstanceOf(IllegalArgumentException.class);
    }

    private int letters() {
        return database.sql("select count(*) from applications.mail where letter is not null and account = ?")
                .param(owner.account())
                .query(Integer.class)
                .single();
    }
}
