package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.rongyi.city.enterprises.TestFirms.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.policies.BatchRecorder.NewerTexts;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.policies.PolicyEditor.Faulty;
import org.rongyi.city.policies.PolicyEditor.Publishing;
import org.rongyi.city.policies.PolicyEditor.Sound;
import org.rongyi.city.policies.PolicyEditor.TextChange.Kind;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.util.AopTestUtils;

/// Each test publishes a policy of its own that reaches its own firms only, and ends it before it leaves:
/// the city serves all tests of the run.
@CityTest
class PolicyEditorTest {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final String TAX_CUT = "P03";
    private static final Acting EDITOR =
            new Acting(new Person("policy-editor", "某编辑", "", Set.of(Role.POLICY_EDITOR)), null);
    private static final String FILE = """
            id: %s
            title: 页面上发布的政策（测试）
            versions:
              - version: "1"
                validFrom: 2026-11-01
                conditions: [{id: staff, rule: 参保人数 = %d and 主体类型 = "个体工商户"}]
            """;
    private static final String NEWER = """
              - version: "2"
                validFrom: 2026-11-01
                recordedOn: 2026-11-23
                conditions: [{id: staff, rule: 参保人数 = %d and 应纳税所得额 >= 5}]
            """;

    private final PolicyEditor editor;
    private final PolicyLab lab;
    private final Policies library;
    private final Matches matches;
    private final Enterprises enterprises;
    private final Changes changes;
    private final MatchFollower follower;
    private final BatchRecorder recorder;
    private final Followed followed;
    private final CityColumns columns;
    private final TestClock clock;
    private final int made = MADE.incrementAndGet();
    private final String id = "PE" + made;

    /// No other firm of the city has so many.
    private final int staff = 60_000 + made;

    private final List<CreditCode> firms = new ArrayList<>();

    PolicyEditorTest(
            @Autowired PolicyEditor editor,
            @Autowired PolicyLab lab,
            @Autowired Policies library,
            @Autowired Matches matches,
            @Autowired Enterprises enterprises,
            @Autowired Changes changes,
            @Autowired MatchFollower follower,
            @Autowired BatchRecorder recorder,
            @Autowired Followed followed,
            @Autowired CityColumns columns,
            @Autowired TestClock clock) {
        this.editor = editor;
        this.lab = lab;
        this.library = library;
        this.matches = matches;
        this.enterprises = enterprises;
        this.changes = changes;
        this.follower = AopTestUtils.getTargetObject(follower); // whose thread waits while a test holds it
        this.recorder = recorder;
        this.followed = followed;
        this.columns = columns;
        this.clock = clock;
    }

    @BeforeEach
    void fourSoleTraders() {
        for (int i = 0; i < 4; i++) {
            CreditCode firm = TestFirms.newCode();
            firms.add(firm);
            enterprises.record(report(
                    firm,
                    "市监",
                    "2024-01-01",
                    Map.of(
                            "entityName",
                            "发布面馆（测试）",
                            "entityType",
                            "个体工商户",
                            "insuredStaff",
                            BigDecimal.valueOf(staff),
                            "taxableIncome",
                            new BigDecimal("2"))));
        }
        inStep();
        recorder.judgedBy(recorder.texts()); // another test may have moved the day
    }

    @AfterEach
    void ended() {
        while (library.find(id)
                .flatMap(policy -> library.text(policy, clock.today()))
                .isPresent()) {
            publish(editor.ended(id, clock.today().minusDays(1)).orElseThrow());
        }
        await().untilAsserted(() -> {
            assertThat(followed.turning()).isEmpty();
            assertThat(followed.state().texts()).isEqualTo(recorder.texts().names());
            assertThat(reached(id)).isNull();
        });
    }

    private void inStep() {
        await().untilAsserted(() -> {
            assertThat(changes.after(followed.state().position(), 1).isEmpty()).isTrue();
            assertThat(Objects.requireNonNull(columns.filled()).position())
                    .isGreaterThanOrEqualTo(followed.state().position());
        });
    }

    private CityReach.@Nullable Reach reached(String policy) {
        return matches.reach() instanceof CityReach.Counted counted
                ? counted.policies().stream()
                        .filter(each -> each.policyId().equals(policy))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private String file() {
        return FILE.formatted(id, staff);
    }

    private String amended() {
        return file() + NEWER.formatted(staff);
    }

    private Sound sound(String file) {
        return (Sound) editor.check(file);
    }

    private void publish(String file) {
        assertThat(editor.publish(file, sound(file).seen(), "测试", EDITOR)).isEqualTo(Publishing.DONE);
    }

    private List<RecordedMatch> lines(CreditCode firm, String policy) {
        return matches.history(firm, 0, 500).newestFirst().stream()
                .filter(line -> line.policyId().equals(policy))
                .toList();
    }

    private List<@Nullable Verdict> verdicts(CreditCode firm) {
        List<@Nullable Verdict> verdicts = new ArrayList<>();
        lines(firm, id).forEach(line -> verdicts.add(line.verdict()));
        return verdicts;
    }

    @Test
    void whatIsPublishedHoldsAtOnceForTheWholeCityAndIsOnRecord() {
        publish(file());
        assertThat(library.find(id)).isPresent();
        assertThat(library.inForce(clock.today()))
                .anyMatch(policy -> policy.id().equals(id));
        await().untilAsserted(() ->
                assertThat(reached(id)).extracting(CityReach.Reach::eligible).isEqualTo(4L));
        await().untilAsserted(() ->
                assertThat(firms).allSatisfy(firm -> assertThat(verdicts(firm)).containsExactly(Verdict.ELIGIBLE)));
        publish(amended());
        await().untilAsserted(() -> assertThat(firms)
                .allSatisfy(
                        firm -> assertThat(verdicts(firm)).containsExactly(Verdict.NOT_ELIGIBLE, Verdict.ELIGIBLE)));
        assertThat(lines(firms.getFirst(), id))
                .extracting(RecordedMatch::version)
                .containsExactly("2", "1");
        assertThat(editor.history(id))
                .extracting(PolicyEditor.Published::person, PolicyEditor.Published::counts)
                .containsExactly(tuple("某编辑", true), tuple("某编辑", false));
    }

    @Test
    void whoStaysEligibleUnderANewTextHasItsVersionAndAmountOnRecord() {
        publish(file());
        await().untilAsserted(() -> assertThat(verdicts(firms.getFirst())).containsExactly(Verdict.ELIGIBLE));
        publish(amended().replace(">= 5", ">= 1") + "    benefit: {text: 补贴, amount: \"700\"}\n");
        await().untilAsserted(() -> assertThat(firms).allSatisfy(firm -> {
            RecordedMatch newest = lines(firm, id).getFirst();
            assertThat(newest.version()).isEqualTo("2");
            assertThat(newest.verdict()).isEqualTo(Verdict.ELIGIBLE);
            assertThat(newest.amountYuan()).isEqualByComparingTo("700");
        }));
    }

    @Test
    void whatIsEndedHoldsNoMoreAndThatIsOnRecord() {
        publish(file());
        await().untilAsserted(() -> assertThat(verdicts(firms.getFirst())).containsExactly(Verdict.ELIGIBLE));
        String ended = editor.ended(id, LocalDate.of(2026, 11, 22)).orElseThrow();
        assertThat(sound(ended).changes())
                .extracting(PolicyEditor.TextChange::kind)
                .containsExactly(Kind.ENDS);
        publish(ended);
        assertThat(library.inForce(clock.today()))
                .noneMatch(policy -> policy.id().equals(id));
        await().untilAsserted(() -> assertThat(verdicts(firms.getFirst())).containsExactly(null, Verdict.ELIGIBLE));
        assertThat(((Faulty) editor.check(file())).faults())
                .as("as if no end had been set")
                .anyMatch(fault -> fault.message().contains("never put off"));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlaceAndNothingIsPublished() {
        String faulty = file().replace("title: ", "titel: ").replace(" = " + staff, " =< " + staff);
        assertThat(((Faulty) editor.check(faulty)).faults())
                .extracting(fault -> fault.place().line())
                .contains(1, 2, 6);
        assertThat(((Faulty) editor.check(faulty)).faults())
                .filteredOn(fault -> fault.place().line() == 2)
                .first()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo("titel: 页面上发布的政策（测试）");
                    assertThat(fault.advice()).contains("title");
                });
        assertThat(editor.publish(faulty, "", "测试", EDITOR)).isEqualTo(Publishing.NOT_SOUND);
        assertThat(library.find(id)).isEmpty();
    }

    @Test
    void aTextThatFirmsWereJudgedByIsNotChangedButMayBeMended() {
        publish(file());
        String changed = file().replace(" = " + staff, " = 3");
        assertThat(((Faulty) editor.check(changed)).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.message()).contains("version \"1\"", "is published", "conditions");
            assertThat(fault.place().line()).isEqualTo(4);
        });
        String mended = file() + "    contact: 热线\n";
        assertThat(sound(mended).changes())
                .extracting(PolicyEditor.TextChange::kind)
                .containsExactly(Kind.MENDED);
        assertThat(sound(file()).changesNothing()).isTrue();
    }

    @Test
    void whoLookedAtAnOlderStatePublishesNothing() {
        String seen = sound(file()).seen();
        publish(file());
        assertThat(editor.publish(amended(), seen, "测试", EDITOR)).isEqualTo(Publishing.STALE);
        Acting clerk = new Acting(new Person("clerk", "某人", "", Set.of()), null);
        assertThatThrownBy(() -> editor.publish(amended(), sound(amended()).seen(), "测试", clerk))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aDraftOfTheLabIsWrittenAsAFileThatMayBePublished() {
        publish(file());
        PolicyDefinition policy = library.find(id).orElseThrow();
        InForce now = new InForce(policy, policy.versions().getFirst());
        Draft draft = new Draft(now, List.of("参保人数 = " + staff + " and 应纳税所得额 >= 1"), "", null);
        String written = editor.file((Draft.Sound) lab.check(draft));
        Sound sound = sound(written);
        assertThat(sound.changes())
                .extracting(change -> change.kind() + " " + change.text().version())
                .containsExactly("SAME 1", "NEW 2026-11-23");
        assertThat(Objects.requireNonNull(sound.text()).conditions())
                .extracting(condition -> condition.id() + " " + condition.rule().text())
                .containsExactly("staff " + draft.part(0));
        Draft fresh = new Draft(null, List.of("参保人数 = " + staff), "", null);
        assertThat(((Faulty) editor.check(editor.file((Draft.Sound) lab.check(fresh)))).faults())
                .extracting(fault -> fault.place().line())
                .as("what is still to be said")
                .contains(1, 2);
    }

    private void turnByOne(Runnable afterEach) {
        follower.turn(1, afterEach);
    }

    @Test
    void aChangeIsFollowedWhileATurnIsRunning() {
        CreditCode last = firms.getLast();
        List<Integer> waiting = new ArrayList<>();
        synchronized (follower) {
            publish(file());
            turnByOne(() -> {
                if (waiting.isEmpty()) {
                    enterprises.record(report(
                            last,
                            "税务",
                            "2026-11-20",
                            Map.of("insuredStaff", new BigDecimal("3"), "taxableIncome", new BigDecimal("4"))));
                }
                follower.between();
                waiting.add((int)
                        firms.stream().filter(firm -> lines(firm, id).isEmpty()).count());
                assertThat(lines(last, TAX_CUT).getFirst().amountYuan()).isEqualByComparingTo("1250");
            });
        }
        assertThat(waiting).first().isEqualTo(3);
        assertThat(verdicts(last)).as("its data changed before its turn came").isEmpty();
        assertThat(firms.subList(0, 3))
                .allSatisfy(firm -> assertThat(verdicts(firm)).containsExactly(Verdict.ELIGIBLE));
        assertThat(followed.turning()).isEmpty();
    }

    @Test
    void whatAKilledTurnHadJudgedByATextThatIsNoLongerLawDoesNotStand() {
        synchronized (follower) {
            publish(file());
            assertThatThrownBy(() -> turnByOne(() -> {
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
            assertThat(firms.stream().filter(firm -> lines(firm, id).isEmpty())).hasSize(3);
            publish(editor.ended(id, clock.today().minusDays(1)).orElseThrow());
        }
        await().untilAsserted(() -> assertThat(followed.turning()).isEmpty());
        assertThat(verdicts(firms.getFirst())).containsExactly(null, Verdict.ELIGIBLE);
        assertThat(firms.subList(1, 4))
                .allSatisfy(firm -> assertThat(verdicts(firm)).isEmpty());
    }

    @Test
    void aKilledTurnIsFinishedByTheNextAndRecordsNothingTwice() {
        synchronized (follower) {
            publish(file());
            assertThatThrownBy(() -> turnByOne(() -> {
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
        }
        await().untilAsserted(() -> assertThat(followed.turning()).isEmpty());
        assertThat(firms).allSatisfy(firm -> assertThat(verdicts(firm)).containsExactly(Verdict.ELIGIBLE));
    }

    @Test
    void aTurnThatIsOvertakenByAnotherTextRecordsNoOlderLineBehindANewerOne() {
        synchronized (follower) {
            publish(file());
            assertThatThrownBy(() -> turnByOne(() -> {
                        publish(amended());
                        follower.between();
                    }))
                    .isInstanceOf(NewerTexts.class);
        }
        await().untilAsserted(() -> assertThat(followed.turning()).isEmpty());
        assertThat(verdicts(firms.getFirst())).containsExactly(Verdict.NOT_ELIGIBLE, Verdict.ELIGIBLE);
        assertThat(firms.subList(1, 4))
                .allSatisfy(firm -> assertThat(verdicts(firm)).isEmpty());
    }
}
