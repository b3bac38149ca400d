package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rongyi.city.enterprises.TestFirms.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.policies.MatchRecords.NewRecord;
import org.rongyi.city.policies.PolicyEditor.Publishing;
import org.rongyi.city.policies.PolicyEditor.Sound;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.AopTestUtils;

/// Texts that end, that cannot be read any more or that are corrected, and the lines by them. Each test publishes
/// a policy of its own that reaches its own firms only, and ends it before it leaves.
@CityTest
class TextsThatCountNoMoreTest {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Acting EDITOR =
            new Acting(new Person("policy-editor", "某编辑", "", Set.of(Role.POLICY_EDITOR)), null);
    private static final String FILE = """
            id: %s
            title: 页面上发布又不算数的政策（测试）
            versions:
              - version: "1"
                validFrom: 2026-11-01
                conditions: [{id: staff, rule: 参保人数 = %d}, {id: income, rule: 应纳税所得额 >= 5}]
            """;

    private final int made = MADE.incrementAndGet();
    private final String id = "PN" + made;

    /// No other firm of the city has so many.
    private final int staff = 70_000 + made;

    @Autowired
    private PolicyEditor editor;

    @Autowired
    private PolicyLab lab;

    @Autowired
    private Policies library;

    @Autowired
    private Matches matches;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Changes changes;

    @Autowired
    private MatchFollower follower;

    @Autowired
    private BatchRecorder recorder;

    @Autowired
    private Followed followed;

    @Autowired
    private CityColumns columns;

    @Autowired
    private MatchRecords records;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void ofToday() {
        inStep();
        recorder.judgedBy(recorder.texts()); // another test may have moved the day
    }

    @AfterEach
    void ended() {
        while (library.find(id)
                .flatMap(policy -> library.text(policy, clock.today()))
                .isPresent()) {
            end();
        }
        await().untilAsserted(() -> {
            assertThat(followed.turning()).isEmpty();
            assertThat(followed.state().texts()).isEqualTo(recorder.texts().names());
        });
    }

    private void inStep() {
        await().untilAsserted(() -> {
            assertThat(changes.after(followed.state().position(), 1).isEmpty()).isTrue();
            assertThat(Objects.requireNonNull(columns.filled()).position())
                    .isGreaterThanOrEqualTo(followed.state().position());
        });
    }

    private void publish(String file) {
        String seen = ((Sound) editor.check(file)).seen();
        assertThat(editor.publish(file, seen, "测试", EDITOR)).isEqualTo(Publishing.DONE);
    }

    private void end() {
        publish(editor.ended(id, clock.today().minusDays(1)).orElseThrow());
    }

    private CreditCode firm(Map<String, Object> facts) {
        CreditCode firm = TestFirms.newCode();
        Map<String, Object> head = Map.of("entityName", "不算数面馆（测试）", "entityType", "个体工商户");
        enterprises.record(report(firm, "市监", "2024-01-01", head));
        enterprises.record(report(firm, "税务", "2026-11-20", facts));
        return firm;
    }

    private List<RecordedMatch> lines(CreditCode firm, String policy) {
        return matches.history(firm, 0, 500).newestFirst().stream()
                .filter(line -> line.policyId().equals(policy))
                .toList();
    }

    private List<@Nullable Verdict> verdicts(CreditCode firm, String policy) {
        List<@Nullable Verdict> verdicts = new ArrayList<>();
        lines(firm, policy).forEach(line -> verdicts.add(line.verdict()));
        return verdicts;
    }

    /// Columns find whom a text reaches; who only may come to it is known from the records.
    @Test
    void whoIsNearOrLacksDataHasTheEndOnRecordToo() {
        BigDecimal many = BigDecimal.valueOf(staff);
        CreditCode near = firm(Map.of("insuredStaff", many, "taxableIncome", new BigDecimal("4.5")));
        CreditCode lacking = firm(Map.of("insuredStaff", many));
        publish(FILE.formatted(id, staff));
        inStep();
        matches.forFirm(near, clock.today());
        matches.forFirm(lacking, clock.today());
        assertThat(verdicts(near, id)).containsExactly(Verdict.NEARLY);
        assertThat(verdicts(lacking, id)).containsExactly(Verdict.UNDETERMINED);
        end();
        await().untilAsserted(() -> {
            assertThat(verdicts(near, id)).containsExactly(null, Verdict.NEARLY);
            assertThat(verdicts(lacking, id)).containsExactly(null, Verdict.UNDETERMINED);
        });
    }

    /// As after a start with a dictionary that has lost an element.
    @Test
    void linesByATextThatCannotBeReadAnyMoreAreJudgedByAnotherOrEnd() {
        BigDecimal many = BigDecimal.valueOf(staff);
        CreditCode stays = firm(Map.of("insuredStaff", many, "taxableIncome", new BigDecimal("6")));
        CreditCode loses = firm(Map.of("insuredStaff", many, "taxableIncome", new BigDecimal("1")));
        String alone = id + "B";
        inStep();
        for (CreditCode firm : List.of(stays, loses)) {
            records.append(firm, clock.today(), List.of(byUnreadable(id), byUnreadable(alone)));
        }
        MatchFollower thread = AopTestUtils.getTargetObject(follower); // which waits while the test holds it
        synchronized (thread) {
            publish(FILE.formatted(id, staff));
            database.update(
                    "update policies.followed set texts = texts || array[?, ?]",
                    id + " unreadable",
                    alone + " unreadable");
            thread.turn();
        }
        assertThat(verdicts(stays, id)).containsExactly(Verdict.ELIGIBLE, Verdict.ELIGIBLE);
        assertThat(lines(stays, id).getFirst().version()).isEqualTo("1");
        assertThat(verdicts(loses, id)).containsExactly(Verdict.NOT_ELIGIBLE, Verdict.ELIGIBLE);
        assertThat(verdicts(stays, alone)).containsExactly(null, Verdict.ELIGIBLE);
        assertThat(verdicts(loses, alone)).containsExactly(null, Verdict.ELIGIBLE);
    }

    private static NewRecord byUnreadable(String policy) {
        return new NewRecord(
                policy,
                "unreadable",
                Verdict.ELIGIBLE,
                Collections.emptySortedSet(),
                null,
                Collections.emptySortedMap());
    }

    @Test
    void aCorrectionMayBeCorrectedOnTheSameDay() {
        publish(FILE.formatted(id, staff));
        for (String name : List.of("2026-11-23", "2026-11-23.2", "2026-11-23.3")) {
            PolicyDefinition policy = library.find(id).orElseThrow();
            InForce now =
                    new InForce(policy, library.text(policy, clock.today()).orElseThrow());
            String rule =
                    "参保人数 = " + staff + " and 应纳税所得额 >= " + policy.versions().size();
            String written = editor.file((Draft.Sound) lab.check(new Draft(now, List.of(rule), "", null)));
            publish(written.replace("validFrom: 2026-11-23", "validFrom: 2026-11-22")); // so that it can be ended
            assertThat(library.text(library.find(id).orElseThrow(), clock.today()))
                    .map(PolicyVersion::version)
                    .contains(name);
        }
        Sound again = (Sound) editor.check(editor.file(id).orElseThrow());
        assertThat(again.warnings())
                .extracting(warning -> warning.message().replaceFirst("(?s).*: ", ""))
                .containsExactly("\"2026-11-23.2\", further down, counts", "\"2026-11-23.3\", further down, counts");
    }
}
