package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;

class PolicyLibraryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @TempDir
    Path folder;

    private Loaded<PolicyLibrary> read(String... files) throws Exception {
        for (int i = 0; i < files.length; i++) {
            Files.writeString(folder.resolve("p" + (i + 1) + ".yaml"), files[i]);
        }
        return PolicyLibrary.read(folder, Definitions.shipped());
    }

    private List<String> said(Loaded<?> loaded) {
        return loaded.faults().stream()
                .map(fault -> folder.relativize(Path.of(fault.place().file())) + ":"
                        + fault.place().line() + ":" + fault.place().column() + " "
                        + fault.message().replace(folder + "/", "")
                        + (fault.advice() == null ? "" : ". " + fault.advice()))
                .toList();
    }

    @Test
    void readsAMinimalFileAsOneVersionThatIsAlwaysValid() throws Exception {
        var loaded = read("id: P1\ntitle: 小企业\nconditions:\n  - rule: 从业人数季度平均 <= 30\n");
        assertThat(loaded.faults()).isEmpty();
        var policy = loaded.value().find("P1").orElseThrow();
        assertThat(policy.title()).isEqualTo(Words.same("小企业"));
        var version = policy.versionAt(LocalDate.MIN, LocalDate.MIN).orElseThrow();
        assertThat(version.version()).isEqualTo("1");
        assertThat(version.conditions().getFirst().text()).isEqualTo(Words.same("从业人数季度平均 <= 30"));
        assertThat(version.rule().text()).isEqualTo("从业人数季度平均 <= 30");
    }

    @Test
    void readsAFullFile() throws Exception {
        var loaded = read("""
                id: P13
                title: {zh: 残保金减免, en: Levy relief}
                issuer: 财政部
                documentNo: 财政部公告2023年第8号
                level: NATIONAL
                field: EMPLOYMENT
                class: RELIEF
                mode: AUTO
                exclusiveGroup: levy
                versions:
                  - version: "2023.1"
                    validFrom: 2023-01-01
                    validTo: 2027-12-31
                    recordedOn: 2026-01-01
                    verify: [{zh: 比例待核, en: share to be verified}]
                    conditions:
                      - id: staff
                        text: {zh: 不超过 30 人, en: Up to 30 staff}
                        clause: 第三条
                        quote: 30人（含）以下
                        rule: 从业人数季度平均 <= 30
                        verify: {zh: 口径待核, en: definition to be verified}
                      - rule: 主体类型 != "个体工商户" // not sole traders
                    benefit: {text: 免缴, amount: 从业人数季度平均 * 100, cap: 2000.50, period: 每年}
                    window: {opens: 2026-01-01, closes: 2026-12-05}
                    materials: [营业执照, {zh: 申报表, en: Return}]
                    how: 不用申请
                    contact: {zh: 12366, en: "12366"}
                    source: {title: 公告, note: 转载}
                """.replace("{zh: 12366", "{zh: \"12366\""));
        assertThat(said(loaded)).isEmpty();
        var policy = loaded.value().policies().getFirst();
        assertThat(policy.level()).isEqualTo(PolicyDefinition.Level.NATIONAL);
        assertThat(policy.kind()).isEqualTo(PolicyDefinition.Kind.RELIEF);
        var version = policy.versions().getFirst();
        assertThat(version.materials()).containsExactly(Words.same("营业执照"), new Words("申报表", "Return"));
        assertThat(version.conditions().getFirst().verify()).hasSize(1);
        var benefit = Objects.requireNonNull(version.benefit());
        assertThat(benefit.capYuan()).isEqualTo(new BigDecimal("2000.50"));
        var row = Row.of(Map.of("avgStaff", 12, "entityType", "有限责任公司"));
        assertThat(version.rule().decide(row, DAY)).isInstanceOf(Outcome.Holds.class);
        var amount = Objects.requireNonNull(benefit.amountYuan());
        assertThat(amount.evaluate(row, DAY)).isEqualTo(new Answer.Known(new BigDecimal(1200)));
        assertThat(version.rule().decide(Row.of(Map.of("entityType", "个体工商户")), DAY))
                .isInstanceOf(Outcome.Fails.class);
    }

    @Test
    void listsEveryFaultOfEveryFileInOneRun() throws Exception {
        var loaded = read("""
                id: A
                title: t
                level: CITYY
                conditions:
                  - rule: 从业人数季度平均 =< 30
                  - rule: "avgStaf <= 30"
                  - text: no rule
                  - rule: avgStaff + 1
                benefit: {text: x, amount: '"much"', cap: lots}
                """, """
                id: A
                title: {en: only English}
                validFrom: 2027-01-01
                validTo: 2026-02-30
                """, """
                id: B
                tittle: t
                versions:
                  - version: "1"
                    validFrom: 2026-01-01
                    validTo: 2025-01-01
                    conditions: [{rule: avgStaff > 1, id: a}, {rule: avgStaff > 2, id: a}]
                  - version: 2
                    conditions: avgStaff > 3
                """);
        assertThat(said(loaded))
                .containsExactly(
                        "p1.yaml:3:8 \"level\" is \"CITYY\", which is none of NATIONAL, PROVINCE, CITY, DISTRICT. "
                                + "Maybe CITY",
                        "p1.yaml:5:20 (=<) is not of the rule language.. Maybe “<=”.",
                        "p1.yaml:6:12 There is no element (avgStaf).. Maybe (avgStaff).",
                        "p1.yaml:7:5 \"rule\" is missing in entry 3",
                        "p1.yaml:8:11 A condition must be true or false; (avgStaff + 1) is a number.. "
                                + "Maybe compare it: avgStaff + 1 > 0.",
                        "p1.yaml:9:28 an amount must be a number, not a TEXT",
                        "p1.yaml:9:43 \"cap\" must be a number, not the text \"lots\"",
                        "p2.yaml:1:1 \"conditions\" is missing in the file. Maybe add \"conditions:\" "
                                + "with a list of rules",
                        "p2.yaml:1:5 policy \"A\" is already defined in p1.yaml. Maybe a version of the "
                                + "same policy?",
                        "p2.yaml:2:8 \"zh\" is missing in \"title\"",
                        "p2.yaml:4:10 \"validTo\" must be a date, not \"2026-02-30\". Maybe 2026-04-01",
                        "p3.yaml:1:1 \"title\" is missing in the file. Maybe \"title\" instead of \"tittle\"",
                        "p3.yaml:2:1 unknown key \"tittle\". Maybe \"title\"",
                        "p3.yaml:6:14 validTo 2025-01-01 is before validFrom 2026-01-01",
                        "p3.yaml:7:72 condition \"a\" is here for the second time in this version. Maybe "
                                + "give it another id",
                        "p3.yaml:8:14 \"version\" must be a text, not the number 2. Maybe \"2\", in quotes",
                        "p3.yaml:9:17 \"conditions\" must be a list, not the text \"avgStaff > 3\"");
        assertThat(loaded.value().policies()).isEmpty();
    }

    @Test
    void pointsAtTheExactCharacterOfARuleHoweverItIsWritten() throws Exception {
        var loaded = read("""
                id: A
                title: t
                conditions:
                  - rule: 'avgStaff <= 30 and "it''s" = nothing'
                  - rule: "avgStaff <= 30 and \\"x\\" = nothing"
                  - rule: |
                      avgStaff <= 30
                      and nothing > 1
                  - rule: >-
                      avgStaff <= 30
                      and avgStaff > 1
                      and nothing > 1
                  - rule: avgStaff <= 30
                      and nothing > 1
                """);
        assertThat(loaded.faults())
                .extracting(fault -> fault.place().line() + ":" + fault.place().column())
                .containsExactly("4:41", "5:39", "8:11", "12:11", "14:11");
        assertThat(loaded.faults().getFirst().render()).isEqualTo("""
                %s/p1.yaml:4:41: There is no element (nothing).
                    4 |   - rule: 'avgStaff <= 30 and "it''s" = nothing'
                      |                                         ^""".formatted(folder));
    }

    @Test
    void warnsOfCodesThatAreNotInTheirClassification() throws Exception {
        var loaded = read("""
                id: A
                title: t
                conditions:
                  - rule: 主体类型 = "个体户" or 主体类型 in ("有限责任公司", "有限公司") or "其它" = entityType
                  - rule: list contains(资质称号, "高新企业")
                  - rule: some x in 资质称号 satisfies x = "高新技术企业" or x in ("小小巨人")
                  - rule: starts with(行业代码, "39") or starts with(行业代码, "C39")
                  - rule: 企业规模 in ("小形", "微型")
                """);
        assertThat(loaded.sound()).isTrue();
        assertThat(loaded.value().policies()).hasSize(1);
        assertThat(said(loaded))
                .containsExactly(
                        "p1.yaml:4:18 \"个体户\" is not in classification \"entityType\". Maybe \"个体工商户\"",
                        "p1.yaml:4:46 \"有限公司\" is not in classification \"entityType\". Maybe \"有限责任公司\"",
                        "p1.yaml:4:57 \"其它\" is not in classification \"entityType\". Maybe \"其他\"",
                        "p1.yaml:5:31 \"高新企业\" is not in classification \"qualifications\". Maybe \"高新技术企业\"",
                        "p1.yaml:6:58 \"小小巨人\" is not in classification \"qualifications\". Maybe \"小巨人\"",
                        "p1.yaml:7:29 no code of classification \"industry\" begins with \"39\". Maybe \"C39\"",
                        "p1.yaml:8:20 \"小形\" is not in classification \"sizeClass\". Maybe \"小型\"");
    }

    @Test
    void refusesVersionsThatAreValidOnTheSameDays() throws Exception {
        var loaded = read("""
                id: A
                title: t
                versions:
                  - {version: "1", validFrom: 2023-01-01, conditions: [{rule: avgStaff > 1}]}
                  - {version: "2", validFrom: 2026-04-01, conditions: [{rule: avgStaff > 2}]}
                  - {version: "2", validTo: 2022-12-31, conditions: [{rule: avgStaff > 2}]}
                """);
        assertThat(said(loaded))
                .containsExactly(
                        "p1.yaml:5:5 versions \"1\" (2023-01-01 to open) and \"2\" (2026-04-01 to open) "
                                + "are valid on the same days. Maybe \"1\" needs a validTo",
                        "p1.yaml:6:5 version \"2\" is here for the second time");
    }

    @Test
    void judgesADayByTheTextThatWasLawThenAndKnownThen() throws Exception {
        var policy = read("""
                id: A
                title: t
                versions:
                  - {version: old, validTo: 2026-03-31, recordedOn: 2025-01-01, conditions: [{rule: avgStaff > 1}]}
                  - {version: new, validFrom: 2026-04-01, recordedOn: 2026-03-01, conditions: [{rule: avgStaff > 2}]}
                  - {version: corrected, validFrom: 2026-04-01, recordedOn: 2026-06-01,
                     conditions: [{rule: avgStaff > 3}]}
                """).value().policies().getFirst();
        var today = LocalDate.of(2026, 11, 1);
        assertThat(policy.versionAt(LocalDate.of(2026, 3, 31), today)
                        .orElseThrow()
                        .version())
                .isEqualTo("old");
        assertThat(policy.versionAt(LocalDate.of(2026, 4, 1), today)
                        .orElseThrow()
                        .version())
                .isEqualTo("corrected");
        assertThat(policy.versionAt(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1))
                        .orElseThrow()
                        .version())
                .isEqualTo("new");
        assertThat(policy.versionAt(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 2, 1)))
                .isEmpty();
    }

    @Test
    void ofTwoTextsRecordedOnOneDayTheOneFurtherDownCounts() throws Exception {
        var loaded = read("""
                id: A
                title: t
                versions:
                  - {version: old, conditions: [{rule: avgStaff > 1}]}
                  - {version: third, validFrom: 2026-04-01, recordedOn: 2026-06-01, conditions: [{rule: avgStaff > 2}]}
                  - {version: first, validFrom: 2026-03-01, recordedOn: 2026-06-01, conditions: [{rule: avgStaff > 3}]}
                """);
        assertThat(loaded.errors()).isEmpty();
        assertThat(said(loaded))
                .containsExactly(
                        "p1.yaml:6:5 versions \"third\" (2026-04-01 to open) and \"first\" (2026-03-01 to open) "
                                + "are valid on the same days and were recorded on the same day: "
                                + "\"first\", further down, counts");
        var policy = loaded.value().policies().getFirst();
        assertThat(policy.versionAt(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 1)))
                .map(PolicyVersion::version)
                .contains("first");
        assertThat(policy.versionAt(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 31)))
                .map(PolicyVersion::version)
                .contains("old");
    }

    @Test
    void reportsAFolderThatIsNotThereOrHasNoPolicies() {
        assertThat(said(PolicyLibrary.read(folder.resolve("none"), Definitions.shipped())))
                .containsExactly("none:0:0 there is no such folder");
        assertThat(said(PolicyLibrary.read(folder, Definitions.shipped())))
                .containsExactly(":0:0 there is no policy file (*.yaml) in this folder");
    }

    /// Bounded fuzzing: damaged policies give faults, never an exception.
    @Test
    void answersAnyDamagedPolicyWithAPolicyOrFaults() throws Exception {
        var random = new Random(5);
        var seed = """
                id: P13
                title: {zh: 残保金减免, en: Levy relief}
                versions:
                  - version: "2023.1"
                    validFrom: 2023-01-01
                    conditions:
                      - id: staff
                        text: {zh: 不超过 30 人, en: Up to 30 staff}
                        rule: >-
                          从业人数季度平均 <= 30 and
                          (主体类型 in ("有限责任公司", "个体工商户") or starts with(行业代码, "C39"))
                    benefit: {text: 免缴, amount: "从业人数季度平均 * 100", cap: 20000}
                """;
        var alphabet = "\t\n :-?[]{}#&*!|>'\"%@`,\\~<=().+ab0中\uFEFF\uD83D";
        var rules = new RuleTexts(Definitions.shipped());
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder(seed);
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
                } else {
                    text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            var faults = new ArrayList<Fault>();
            var file = YamlFile.parse("fuzz.yaml", text.toString().getBytes(StandardCharsets.UTF_8), faults);
            var policy = file == null ? null : PolicyReader.read(file, rules, faults);
            if (policy == null) {
                assertThat(faults).as(text.toString()).anyMatch(Fault::isError);
            } else {
                assertThat(faults).as(text.toString()).noneMatch(Fault::isError);
            }
        }
    }
}
