package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.city.policies.PolicyLab.Curve;
import org.rongyi.city.policies.PolicyLab.Effect;
import org.rongyi.city.policies.PolicyLab.Finding;
import org.rongyi.city.policies.PolicyLab.What;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.RuleSet;
import org.springframework.beans.factory.annotation.Autowired;

/// Every figure of the lab is what judging the firms one by one gives.
@CityTest
class PolicyLabTest {
    private static final String INCOME = "if 应纳税所得额 > 0 then 应纳税所得额 * 10000 * 0.05 else 0";

    /// It compares two columns with each other.
    private static final String SLOW = "实际经营地 = 行业代码 or 参保人数 >= 5";

    private final PolicyLab lab;
    private final CityColumns columns;
    private final FilePolicies policies;
    private final TestClock clock;
    private final KnownReach reach;
    private final DraftReader reader;
    private final Nearness nearness;
    private final Portraits portraits;

    PolicyLabTest(
            @Autowired PolicyLab lab,
            @Autowired CityColumns columns,
            @Autowired FilePolicies policies,
            @Autowired TestClock clock,
            @Autowired KnownReach reach,
            @Autowired DraftReader reader,
            @Autowired Nearness nearness,
            @Autowired Portraits portraits) {
        this.lab = lab;
        this.columns = columns;
        this.policies = policies;
        this.clock = clock;
        this.reach = reach;
        this.reader = reader;
        this.nearness = nearness;
        this.portraits = portraits;
    }

    private Filled city() {
        await().until(() -> columns.filled() != null);
        return Objects.requireNonNull(columns.filled());
    }

    private static Draft draft(@Nullable InForce against, String amount, String... conditions) {
        return new Draft(against, List.of(conditions), amount, null);
    }

    private Draft.Sound sound(Draft draft) {
        city();
        return (Draft.Sound) lab.check(draft);
    }

    private InForce text(String policy) {
        return policies.texts(clock.today()).stream()
                .filter(text -> text.policy().id().equals(policy))
                .findFirst()
                .orElseThrow();
    }

    private List<Row> rows() {
        Filled city = city();
        List<Row> rows = new java.util.ArrayList<>();
        for (int row = 0; row < city.table().rows(); row++) {
            rows.add(city.table().row(row));
        }
        return rows;
    }

    @Test
    void theReachIsThatOfTheFirmsOneByOne() {
        Draft.Sound draft = sound(draft(null, "", "主体类型 = \"个体工商户\"", "参保人数 >= 2"));
        List<Row> rows = rows();
        Effect effect = lab.effect(draft).orElseThrow();
        assertThat(effect.reach().holds())
                .isEqualTo(rows.stream()
                        .filter(row -> draft.rule().decide(row, clock.today()) instanceof Outcome.Holds)
                        .count());
        assertThat(effect.reach().unknown())
                .isEqualTo(rows.stream()
                        .filter(row -> draft.rule().decide(row, clock.today()) instanceof Outcome.Unknown)
                        .count());
        assertThat(effect.reach().holds()
                        + effect.reach().unknown()
                        + effect.reach().nearly()
                        + effect.reach().fails())
                .isEqualTo(effect.entities());
        assertThat(effect.groupings())
                .allSatisfy(grouping -> assertThat(grouping.groups().stream()
                                .mapToLong(PolicyLab.Group::holds)
                                .sum())
                        .isLessThanOrEqualTo(effect.reach().holds()));
        assertThat(effect.groupings().getFirst().groups()).anyMatch(group -> group.holds() > 0);
    }

    /// A condition that is read row by row is asked only where it can decide something; no figure may hang
    /// on that.
    @Test
    void aSlowConditionChangesNoFigure() {
        KnownReach.OfCity whole = new KnownReach().of(city(), clock.today());
        KnownReach.OfCity sparing = new KnownReach().of(city(), clock.today());
        Draft.Sound draft = sound(draft(null, "", "主体类型 = \"个体工商户\"", SLOW, "参保人数 >= 2"));
        assertThat(RuleSet.of(draft.conditions()).slow()).hasSize(1);
        Together all = new Together(whole.of(draft.conditions()), everybody());
        Together some = sparing.together(draft.conditions());
        assertThat(some.all().holds()).isEqualTo(all.all().holds());
        assertThat(some.all().unknown()).isEqualTo(all.all().unknown());
        assertThat(sparing.all(draft.conditions()).holds()).isEqualTo(all.all().holds());
        for (int i = 0; i < draft.conditions().size(); i++) {
            assertThat(some.onlyShortOf(i)).isEqualTo(all.onlyShortOf(i));
            assertThat(some.without(i).holds()).isEqualTo(all.without(i).holds());
            assertThat(some.without(i).unknown()).isEqualTo(all.without(i).unknown());
        }
    }

    private RoaringBitmap everybody() {
        RoaringBitmap everybody = new RoaringBitmap();
        everybody.add(0L, city().table().rows());
        return everybody;
    }

    /// A policy maker must not read of another *nearly* than the firms themselves.
    @Test
    void nearlyAreExactlyThoseWhoAreToldSo() {
        List<Row> rows = rows();
        long nearly = 0;
        for (InForce text : policies.texts(clock.today())) {
            nearly += nearly(text, rows);
        }
        for (List<String> conditions : List.of(
                List.of("参保人数 >= 10", "主体类型 = \"有限责任公司\""),
                List.of("参保人数 >= 4 and 营业收入 >= 100", "not(经营异常名录)"),
                List.of("(参保人数 >= 8 and 主体类型 = \"有限责任公司\") or 营业收入 > 900", "成立日期 <= asOf - duration(\"P1Y\")"),
                List.of("营业收入 >= (if 参保人数 <= 5 then 200 else 50)", "参保人数 between 2 and 60"),
                List.of("not(参保人数 < 6)", "参保人数 in [3..30]"),
                List.of("营业收入 / 参保人数 >= 20", "参保人数 > 0"))) {
            List<Rule> rules = conditions.stream()
                    .map(condition -> reader.condition(condition).orElseThrow())
                    .toList();
            nearly += nearly(LibraryCoherenceTest.text("N", rules, null, null), rows);
        }
        assertThat(nearly).isGreaterThan(50);
    }

    private long nearly(InForce text, List<Row> rows) {
        Judge judge = new Judge(nearness);
        long told = rows.stream()
                .filter(row -> judge.judge(text, row, clock.today()).verdict() == Match.Verdict.NEARLY)
                .count();
        Draft draft = new Draft(
                text, Coherence.conditions(text).stream().map(Rule::text).toList(), "", null);
        PolicyLab.Before before =
                Objects.requireNonNull(lab.effect(sound(draft)).orElseThrow().before());
        assertThat(before.reach().nearly()).as(text.version().rule().text()).isEqualTo(told);
        return told;
    }

    @Test
    void whereNobodyMeetsAnythingNobodyIsNearEither() {
        Draft.Sound draft = sound(draft(null, INCOME, "参保人数 >= 77777", "参保人数 >= 88888"));
        PolicyLab.Reach figures = lab.effect(draft).orElseThrow().reach();
        assertThat(figures.holds()).isZero();
        assertThat(figures.nearly()).isZero();
        assertThat(figures.fails()).isPositive();
    }

    @Test
    void theMoneyIsTheSumOverTheFirms() {
        Draft draft = new Draft(null, List.of("主体类型 = \"个体工商户\""), INCOME, new BigDecimal("1500"));
        Draft.Sound sound = sound(draft);
        BigDecimal capped = BigDecimal.ZERO;
        long known = 0;
        for (Row row : rows()) {
            boolean holds = sound.rule().decide(row, clock.today()) instanceof Outcome.Holds;
            if (holds
                    && Objects.requireNonNull(sound.amount()).evaluate(row, clock.today())
                            instanceof Answer.Known(BigDecimal amount)) {
                capped = capped.add(amount.min(new BigDecimal("1500")));
                known++;
            }
        }
        PolicyLab.Spend spend =
                Objects.requireNonNull(lab.effect(sound).orElseThrow().spend());
        assertThat(spend.known()).isEqualTo(known).isPositive();
        assertThat(spend.capped()).isEqualByComparingTo(capped);
        assertThat(spend.sum()).isGreaterThanOrEqualTo(capped);
        assertThat(spend.most()).isGreaterThanOrEqualTo(spend.capped());
    }

    @Test
    void whatIsKnownFromDraftsBeforeChangesNoFigure() {
        InForce text = text("P03");
        List<Draft.Sound> turned = new java.util.ArrayList<>();
        for (int staff : new int[] {2, 9, 3, 40, 3, 0}) {
            turned.add(sound(draft(text, INCOME, "参保人数 >= " + staff, "企业规模 in (\"小型\", \"微型\")")));
        }
        turned.add(sound(draft(text, INCOME.replace("0.05", "0.15"), "参保人数 >= 3", "not(经营异常名录)")));
        List<List<Object>> oneAfterTheOther = turned.stream().map(this::figures).toList();
        List<List<Object>> eachAnew = new java.util.ArrayList<>();
        for (Draft.Sound draft : turned) {
            reach.forget();
            eachAnew.add(figures(draft));
        }
        assertThat(oneAfterTheOther).isEqualTo(eachAnew);
        assertThat(oneAfterTheOther.getFirst()).isNotEqualTo(oneAfterTheOther.getLast());
    }

    private List<Object> figures(Draft.Sound draft) {
        Effect effect = lab.effect(draft).orElseThrow();
        PolicyLab.Before before = Objects.requireNonNull(effect.before());
        PolicyLab.Spend spend = Objects.requireNonNull(effect.spend());
        return List.of(
                effect.reach(),
                effect.missing(),
                List.of(spend.known(), spend.beyond(), spend.open(), spend.guessed()),
                List.of(plain(spend.sum()), plain(spend.capped()), plain(spend.most())),
                effect.groupings(),
                List.of(before.reach(), before.gains(), before.losses(), before.gaining(), before.losing()),
                lab.curve(draft, draft.dials().getFirst(), 12).orElseThrow().points().stream()
                        .map(point -> List.of(point.value(), point.holds(), point.unknown(), plain(point.cappedYuan())))
                        .toList(),
                lab.coherence(draft).orElseThrow());
    }

    private static String plain(@Nullable BigDecimal number) {
        return Objects.requireNonNull(number).stripTrailingZeros().toPlainString();
    }

    @Test
    void besideTheTextInForceItSaysWhoGainsAndWhoLoses() {
        InForce text = text("P03");
        Draft wider = draft(text, "", "主体类型 in (\"个体工商户\", \"农民专业合作社\")");
        Effect effect = lab.effect(sound(wider)).orElseThrow();
        PolicyLab.Before before = Objects.requireNonNull(effect.before());
        assertThat(before.losses()).isZero();
        assertThat(effect.reach().holds()).isEqualTo(before.reach().holds() + before.gains());
        Draft same = draft(text, "", "主体类型 = \"个体工商户\"");
        PolicyLab.Before asNow =
                Objects.requireNonNull(lab.effect(sound(same)).orElseThrow().before());
        assertThat(asNow.gains()).isZero();
        assertThat(asNow.losses()).isZero();
    }

    @Test
    void examplesAreOfThoseWhoGainOrLoseAndNobodyOfAFew() {
        InForce text = text("P03");
        List<String> wider = List.of("主体类型 in (\"个体工商户\", \"有限责任公司\")", "参保人数 >= 1");
        PolicyLab.Examples found =
                lab.examples(sound(new Draft(text, wider, "", null))).orElseThrow();
        assertThat(found.gaining()).hasSize(3).allSatisfy(example -> {
            Portrait portrait = portraits.current(example.firm()).orElseThrow();
            assertThat(portrait.value("entityType")).isEqualTo("有限责任公司");
            assertThat(example.missed()).as("of the text in force").containsExactly(0);
        });
        assertThat(found.losing()).hasSize(3).allSatisfy(example -> {
            Portrait portrait = portraits.current(example.firm()).orElseThrow();
            assertThat(portrait.value("entityType")).isEqualTo("个体工商户");
            assertThat(example.missed()).as("of the draft").containsExactly(1);
        });
        Draft same = new Draft(text, List.of("主体类型 = \"个体工商户\""), "", null);
        assertThat(lab.examples(sound(same)).orElseThrow()).isEqualTo(new PolicyLab.Examples(List.of(), List.of()));
        assertThat(lab.examples(sound(draft(null, "", "参保人数 >= 1")))).isEmpty();
    }

    @Test
    void aCurveSaysAtEachPointWhatTheTurnedDraftWould() {
        Draft.Sound draft = sound(draft(null, INCOME, "参保人数 <= 5"));
        Draft.Dial dial = draft.dials().getFirst();
        assertThat(dial.value()).isEqualByComparingTo("5");
        Curve curve = lab.curve(draft, dial, 50).orElseThrow();
        assertThat(curve.points()).hasSizeGreaterThan(9);
        for (PolicyLab.Point point : curve.points()) {
            Draft.Sound turned = sound(draft(null, INCOME, "参保人数 <= " + point.value()));
            Effect effect = lab.effect(turned).orElseThrow();
            assertThat(point.holds())
                    .as("%s", point.value())
                    .isEqualTo(effect.reach().holds());
            assertThat(point.cappedYuan())
                    .isEqualByComparingTo(Objects.requireNonNull(effect.spend()).capped());
        }
    }

    @Test
    void whereManyFirmsWouldBeReadOneByOneThereIsNoCurve() {
        Draft.Sound byRow = sound(draft(null, "", SLOW, "参保人数 >= 1"));
        LabCurve curves = new LabCurve(reader, reach.of(city(), policies.today()));
        Draft.Dial slow = byRow.dials().getFirst();
        assertThat(curves.slow(byRow, slow, 0)).singleElement().asString().contains("not computed on columns");
        assertThat(curves.slow(byRow, slow, city().table().rows())).isEmpty();
        assertThat(curves.slow(byRow, byRow.dials().getLast(), 0)).isEmpty();
        Draft.Sound least = sound(draft(null, "min(应纳税所得额, 参保人数) * 500", "参保人数 >= 1"));
        assertThat(curves.slow(least, least.dials().getLast(), 0)).hasSize(1);
        assertThat(lab.curve(byRow, slow, 5)).as("a small city").isPresent();
        assertThat(lab.slow(byRow, slow)).isEmpty();
    }

    @Test
    void aSlowMachineMeasuresTheFewCurvesThatItCameTo() {
        assertThat(LabBench.warm(List.of())).isEmpty();
        assertThat(LabBench.warm(List.of(9.0, 5.0, 4.0))).containsExactly(5.0, 4.0);
        assertThat(LabBench.warm(java.util.Collections.nCopies(100, 5.0))).hasSize(60);
    }

    @Test
    void theNumbersOfARuleCanBeTurnedAndNothingElse() {
        Draft.Sound draft = sound(draft(
                null,
                "应纳税所得额 * 10000 * 0.05",
                "starts with(行业代码, \"H62\") // since 2024\n and 参保人数 <= 50",
                "营业收入 >= 100.5 and 营业收入 < 2000"));
        assertThat(draft.dials())
                .extracting(dial -> dial.part() + " " + dial.value().toPlainString())
                .containsExactly("0 50", "1 100.5", "1 2000", "-1 0.05");
        assertThat(NumbersInText.with("营业收入 >= 100.5 and 营业收入 < 2000", 1, new BigDecimal("3000")))
                .isEqualTo("营业收入 >= 100.5 and 营业收入 < 3000");
    }

    private List<What> findings(Draft draft) {
        return lab.coherence(sound(draft)).orElseThrow().stream()
                .map(Finding::what)
                .toList();
    }

    @Test
    void conditionsThatNobodyCanMeetAreFoundByReasoningAndByMatching() {
        city();
        assertThat(findings(draft(null, "", "参保人数 >= 10", "参保人数 < 5"))).contains(What.CONTRADICTION);
        String soleTrader = "is defined(主体类型) and 主体类型 = \"个体工商户\""; // other tests enter firms without a type
        assertThat(findings(draft(null, "", soleTrader, "starts with(主体类型, \"有限\")")))
                .contains(What.APART);
    }

    @Test
    void anIdleConditionADuplicateAndAnOverlapAreFound() {
        city();
        List<What> twice = findings(draft(null, "", "参保人数 >= 1", "参保人数 >= 0"));
        assertThat(twice).contains(What.IDLE);
        assertThat(findings(draft(null, "", "主体类型 = \"个体工商户\""))).contains(What.DUPLICATE);
        assertThat(findings(draft(text("P03"), "", "主体类型 = \"个体工商户\""))).doesNotContain(What.DUPLICATE);
    }

    @Test
    void theLibraryIsCheckedAsAWhole() {
        city();
        PolicyLab.Library library = lab.library().orElseThrow();
        assertThat(library.entities()).isGreaterThanOrEqualTo(CityTest.DEMO_SIZE);
        assertThat(library.uncovered()).isBetween(0L, library.entities());
        assertThat(library.pairs()).allMatch(pair -> pair.firms() > 0 && pair.firms() <= pair.ofOne());
    }

    /// Otherwise an editor could ask about one firm by its name.
    @Test
    void aDraftNeverReadsWhatPointsAtOneFirmOrPerson() {
        assertThat(lab.check(draft(null, "", "名称 = \"锦江区巷口面馆（演示）\"", "营业收入 > 117")))
                .isInstanceOfSatisfying(
                        Draft.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.pointers()).hasSize(1)));
        assertThat(lab.check(draft(null, "if contains(住所, \"18 号\") then 1 else 0", "营业收入 > 117")))
                .isInstanceOf(Draft.Faulty.class);
    }
}
