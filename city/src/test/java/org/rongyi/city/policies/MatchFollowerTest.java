package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rongyi.city.enterprises.TestFirms.declaration;
import static org.rongyi.city.enterprises.TestFirms.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Filing;
import org.rongyi.city.enterprises.Following;
import org.rongyi.city.enterprises.Intake;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Row;
import org.rongyi.rules.column.Matched;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@CityTest
class MatchFollowerTest {
    private static final String TAX_CUT = "P03";
    private static final String SIX_TAXES = "P02";
    private static final String FOUNDER = "P22";
    private static final String HIGH_TECH = "P07";

    private final Enterprises enterprises;
    private final Intake intake;
    private final Contests contests;
    private final Changes changes;
    private final Matches matches;
    private final MatchFollower follower;
    private final CityColumns columns;
    private final FilePolicies policies;
    private final BatchRecorder recorder;
    private final Followed followed;
    private final NearlyByDay nearly;
    private final TestClock clock;
    private final JdbcTemplate database;
    private final CreditCode firm = TestFirms.newCode();

    MatchFollowerTest(
            @Autowired Enterprises enterprises,
            @Autowired Intake intake,
            @Autowired Contests contests,
            @Autowired Changes changes,
            @Autowired Matches matches,
            @Autowired MatchFollower follower,
            @Autowired CityColumns columns,
            @Autowired FilePolicies policies,
            @Autowired BatchRecorder recorder,
            @Autowired Followed followed,
            @Autowired NearlyByDay nearly,
            @Autowired TestClock clock,
            @Autowired JdbcTemplate database) {
        this.enterprises = enterprises;
        this.intake = intake;
        this.contests = contests;
        this.changes = changes;
        this.matches = matches;
        this.follower = follower;
        this.columns = columns;
        this.policies = policies;
        this.recorder = recorder;
        this.followed = followed;
        this.nearly = nearly;
        this.clock = clock;
        this.database = database;
    }

    private void enter(Map<String, Object> facts) {
        enterprises.record(report(firm, "市监", "2024-01-01", facts));
    }

    private void soleTrader(LocalDate established) {
        enter(Map.of("entityName", "跟进面馆（测试）", "entityType", "个体工商户", "establishedOn", established));
    }

    private List<RecordedMatch> lines(String policy) {
        return matches.history(firm, 0, 500).newestFirst().stream()
                .filter(line -> line.policyId().equals(policy))
                .toList();
    }

    /// Every entry of the log is in the records and in the columns.
    private Filled caughtUp() {
        await().untilAsserted(() -> {
            Position end = changes.end();
            assertThat(changes.after(followed.state().position(), 1).isEmpty()).isTrue();
            assertThat(changes.after(Objects.requireNonNull(columns.filled()).position(), 1)
                            .isEmpty())
                    .isTrue();
            assertThat(end).isLessThanOrEqualTo(changes.end());
        });
        return Objects.requireNonNull(columns.filled());
    }

    private int row(Filled filled) {
        long number = Objects.requireNonNull(database.queryForObject(
                "select id from enterprises.enterprise where credit_code = ?", Long.class, firm.value()));
        for (int row = 0; row < filled.table().rows(); row++) {
            if (filled.number(row) == number) {
                return row;
            }
        }
        throw new AssertionError("the columns do not have the firm");
    }

    @Test
    void aChangedFactIsInTheColumnsAndInTheRecordsThoughNobodyLooks() {
        soleTrader(LocalDate.of(2020, 1, 1));
        enterprises.record(declaration(firm, "2026-11-20", Map.of("taxableIncome", new BigDecimal("3"))));
        Filled filled = caughtUp();
        assertThat(filled.table().row(row(filled)).value("taxableIncome")).isEqualTo(new BigDecimal("3"));
        assertThat(lines(TAX_CUT).getFirst().amountYuan()).isEqualByComparingTo("750");
    }

    /// An amount that no record could hold kept back those of all firms.
    @Test
    void whoTypesAnImpossibleNumberHoldsUpNobodyElse() {
        soleTrader(LocalDate.of(2020, 1, 1));
        enterprises.record(declaration(firm, "2026-11-20", Map.of("sixTaxesDue", new BigDecimal("999999999999999"))));
        CreditCode other = TestFirms.newCode();
        enterprises.record(report(other, "市监", "2024-01-01", Map.of("entityName", "旁边面馆（测试）", "entityType", "个体工商户")));
        enterprises.record(declaration(other, "2026-11-20", Map.of("sixTaxesDue", new BigDecimal("2"))));
        caughtUp();
        RecordedMatch impossible = lines(SIX_TAXES).getFirst();
        assertThat(impossible.verdict()).isEqualTo(Verdict.ELIGIBLE);
        assertThat(impossible.amountYuan()).isNull();
        assertThat(matches.history(other, 0, 500).newestFirst())
                .anyMatch(line -> line.policyId().equals(SIX_TAXES)
                        && line.amountYuan() != null
                        && line.amountYuan().compareTo(new BigDecimal("10000")) == 0);
    }

    @Test
    void anAmountBeyondAllMoneyIsNone() {
        PolicyVersion.Benefit half = policies.texts(clock.today()).stream()
                .filter(text -> text.policy().id().equals(SIX_TAXES))
                .findFirst()
                .orElseThrow()
                .version()
                .benefit();
        Row most = Row.of(Map.of("sixTaxesDue", new BigDecimal("200000000000")));
        Row more = Row.of(Map.of("sixTaxesDue", new BigDecimal("200000000000.01")));
        assertThat(Judge.amount(half, most, clock.today()))
                .extracting(Match.Amount::yuan)
                .isEqualTo(new BigDecimal("1000000000000000.00"));
        assertThat(Judge.amount(half, more, clock.today())).isNull();
    }

    @Test
    void whatFoldsFactsIsKnownByItsCode() {
        assertThat(changes.fold()).isEqualTo(changes.fold()).isNotEqualTo(UUID.nameUUIDFromBytes(new byte[0]));
    }

    @Test
    void aContestedFactIsMissingInTheColumnsAtOnce() {
        soleTrader(LocalDate.of(2020, 1, 1));
        contests.open(firm, "establishedOn", null, "不对", "owner");
        Filled filled = caughtUp();
        assertThat(filled.table().row(row(filled)).value("establishedOn")).isNull();
        assertThat(filled.table().row(row(filled)).value("entityType")).isEqualTo("个体工商户");
    }

    @Test
    void aDeliveryOfManyFirmsIsFollowedToo() {
        soleTrader(LocalDate.of(2020, 1, 1));
        intake.take(List.of(new Filing(
                firm, List.of(report(firm, "税务", "2026-11-01", Map.of("taxableIncome", new BigDecimal("2")))))));
        intake.finish(1);
        caughtUp();
        assertThat(lines(TAX_CUT).getFirst().amountYuan()).isEqualByComparingTo("500");
    }

    @Test
    void whatTheFollowerRecordsIsWhatThePageWouldSay() {
        enter(Map.of(
                "entityName", "跟进科技（测试）",
                "entityType", "有限责任公司",
                "establishedOn", LocalDate.of(2026, 1, 20),
                "annualRevenue", new BigDecimal("9000"),
                "insuredStaff", new BigDecimal("12"),
                "taxableIncome", new BigDecimal("310"),
                "contributionMonths", new BigDecimal("11")));
        caughtUp();
        int lines = matches.history(firm, 0, 500).newestFirst().size();
        assertThat(matches.history(firm, 0, 500).newestFirst()).anyMatch(line -> line.verdict() == Verdict.NEARLY);
        Judgement judgement = matches.forFirm(firm, clock.today()).orElseThrow();
        for (Match match : judgement.matches()) {
            lines(match.policy().id()).stream().limit(1).forEach(line -> {
                assertThat(line.verdict()).as(line.policyId()).isEqualTo(match.verdict());
                assertThat(line.missing()).as(line.policyId()).isEqualTo(match.missing());
                assertThat(line.amountYuan()).as(line.policyId()).isEqualTo(match.amountYuan());
            });
        }
        assertThat(lines).isPositive();
        for (RecordedMatch line : matches.history(firm, 0, 500).newestFirst()) {
            assertThat(matches.replay(line).orElseThrow().verdict()).isEqualTo(line.verdict());
        }
    }

    @Test
    void followingTheLogFromItsStartAgainRecordsNothing() {
        soleTrader(LocalDate.of(2020, 1, 1));
        followFromTheStart(); // other tests may have left lines of another day
        Long lines = database.queryForObject("select count(*) from policies.match_record", Long.class);
        followFromTheStart();
        assertThat(database.queryForObject("select count(*) from policies.match_record", Long.class))
                .isEqualTo(lines);
        assertThat(lines(TAX_CUT)).hasSize(1);
    }

    private void followFromTheStart() {
        Position reached = caughtUp().position();
        database.update("update policies.followed set tx = '0', id = 0");
        await().untilAsserted(() -> assertThat(followed.state().position()).isGreaterThanOrEqualTo(reached));
    }

    /// A database that was restored elsewhere counts its transactions anew.
    @Test
    void aPositionThatTheDatabaseCannotHaveIsTheStart() {
        Position impossible = new Position(changes.end().transaction() + 1_000_000, 7);
        assertThat(changes.known(impossible)).isEqualTo(Position.START);
        assertThat(changes.known(followed.state().position()))
                .isEqualTo(followed.state().position());
    }

    @Test
    void whenTheDayTurnsWhoseVerdictHangsOnTheDateIsJudgedAgain() {
        soleTrader(LocalDate.of(2023, 11, 24));
        caughtUp();
        recorder.judgedBy(recorder.texts()); // the city may have been opened on a day of another test
        assertThat(lines(FOUNDER).getFirst().verdict()).isEqualTo(Verdict.UNDETERMINED);
        clock.moveTo(LocalDate.of(2026, 11, 24));
        follower.turn();
        assertThat(lines(FOUNDER)).hasSize(2);
        RecordedMatch turned = lines(FOUNDER).getFirst();
        assertThat(turned.verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
        assertThat(turned.asOf()).isEqualTo("2026-11-24");
        assertThat(followed.state().day()).isEqualTo("2026-11-24");
    }

    /// As when a batch is begun before midnight and ends after somebody has looked.
    @Test
    void noLineOfYesterdayComesAfterOneOfToday() {
        soleTrader(LocalDate.of(2023, 11, 24));
        caughtUp();
        clock.moveTo(LocalDate.of(2026, 11, 24));
        matches.forFirm(firm, clock.today());
        List<RecordedMatch> lines = lines(FOUNDER);
        assertThat(lines.getFirst().asOf()).isEqualTo("2026-11-24");
        clock.moveTo(LocalDate.of(2026, 11, 23));
        followFromTheStart();
        assertThat(lines(FOUNDER)).isEqualTo(lines);
    }

    /// All that a high-tech enterprise needs, but its first year ends in 91 days.
    @Test
    void whoComesNearByTheDateAloneIsOnRecordThatDay() {
        BigDecimal much = new BigDecimal("90");
        enter(Map.ofEntries(
                Map.entry("entityName", "临近科技（测试）"),
                Map.entry("entityType", "有限责任公司"),
                Map.entry("establishedOn", LocalDate.of(2026, 2, 22)),
                Map.entry("coreIp", true),
                Map.entry("hitechField", "电子信息"),
                Map.entry("techStaffRatio", much),
                Map.entry("rdExpense", much),
                Map.entry("priorYearRdExpense", much),
                Map.entry("secondPriorYearRdExpense", much),
                Map.entry("annualRevenue", much),
                Map.entry("priorYearRevenue", much),
                Map.entry("secondPriorYearRevenue", much),
                Map.entry("rdDomesticShare", much),
                Map.entry("hitechIncomeRatio", much),
                Map.entry("hitechInnovationScore", much),
                Map.entry("majorAccident1y", false)));
        caughtUp();
        recorder.judgedBy(recorder.texts()); // the city may have been opened on a day of another test
        assertThat(lines(HIGH_TECH)).isEmpty();
        clock.moveTo(LocalDate.of(2026, 11, 24));
        follower.turn();
        assertThat(lines(HIGH_TECH)).extracting(RecordedMatch::verdict).containsExactly(Verdict.NEARLY);
    }

    /// As texts, 10 would stand before 9, and what lies between would be passed over.
    @Test
    void theLogIsReadInTheOrderOfTransactionsHoweverManyDigitsTheirNumbersHave() {
        for (String transaction : List.of("10", "9", "11")) {
            database.update(
                    "insert into enterprises.change (tx, enterprise_id, elements) values (?::xid8, -1, '{}')",
                    transaction);
        }
        List<Long> read = new ArrayList<>();
        Position position = Position.START;
        for (int i = 0; i < 3; i++) {
            position = changes.after(position, 1).end();
            read.add(position.transaction());
        }
        database.update("delete from enterprises.change where enterprise_id = -1");
        assertThat(read).containsExactly(9L, 10L, 11L);
    }

    @Test
    void theAdministratorSeesThatMatchesAreInStep() {
        enter(Map.of("entityName", "同步面馆（测试）"));
        caughtUp();
        await().untilAsserted(() -> assertThat(follower.state()).isInstanceOf(Following.State.InStep.class));
    }

    @Test
    void aTextPublishedSinceIsMatchedWithTheWholeCity() {
        soleTrader(LocalDate.of(2020, 1, 1));
        Filled filled = caughtUp();
        List<InForce> texts = policies.texts(clock.today());
        TextsInForce now = new TextsInForce(clock.today(), texts);
        TextsInForce before = new TextsInForce(
                clock.today(),
                texts.stream()
                        .filter(text -> !text.policy().id().equals(TAX_CUT))
                        .toList());
        Turn published = Turn.of(filled, nearly, List.of(before), now);
        BitSet taxCut = new BitSet();
        taxCut.set(now.names()
                .indexOf(now.names().stream()
                        .filter(name -> name.startsWith(TAX_CUT))
                        .findFirst()
                        .orElseThrow()));
        assertThat(published.touched()).isEqualTo(taxCut);
        Matched matched = now.rules().match(filled.table(), clock.today()).get(taxCut.nextSetBit(0));
        assertThat(published.firms(50).stream().flatMap(List::stream).collect(Collectors.toSet()))
                .hasSize(matched.holds().getCardinality())
                .contains(filled.number(row(filled)));
        Turn over = Turn.of(filled, nearly, List.of(now), before);
        assertThat(over.ended()).containsExactly(TAX_CUT);
        assertThat(over.firms(1_000)).as("who has a line of it is on record").isEmpty();
    }
}
