package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTextTest {
    private static final String FILE = """
            id: P13
            title: {zh: 残保金减免, en: Levy relief}
            level: NATIONAL
            field: EMPLOYMENT
            class: RELIEF
            mode: AUTO
            exclusiveGroup: 残保金
            versions:
              - version: "2023.1"
                validFrom: 2023-01-01
                recordedOn: 2022-12-20
                verify: 第二条待核实
                conditions:
                  - id: staff
                    text: {zh: 职工 30 人以下, en: At most 30 staff}
                    clause: 第四条
                    quote: "在职职工人数在\\"30人\\"（含）以下"
                    rule: >-
                      从业人数季度平均
                      <= 30  // 含本数
                    verify: 口径待核实
                benefit: {text: 免缴, amount: "3000 * 2", cap: 20000, amountNote: 估算, period: 每年}
                window: {opens: 2026-01-01, closes: 2026-12-31, note: 年内}
                materials: [申请表]
                steps: [登录, 提交]
                how: 网上办
                contact: "12366"
                source: {title: 公告, note: 转载}
            """;

    @TempDir
    Path folder;

    private PolicyDefinition policy(String text) throws Exception {
        Files.writeString(folder.resolve("p.yaml"), text);
        var loaded = PolicyLibrary.read(folder, Definitions.shipped());
        assertThat(loaded.faults()).isEmpty();
        return loaded.value().policies().getFirst();
    }

    @Test
    void versionsAreNamedThoughTheirRulesCannotBeReadAnyMore() {
        assertThat(PolicyText.versions(FILE.replace("从业人数季度平均", "离开了词典的数据"))).containsExactly("2023.1");
        assertThat(PolicyText.versions("{id: X, title: 短的, conditions: [{rule: 没有 > 1}]}"))
                .containsExactly("1");
    }

    private static String published(PolicyDefinition policy) {
        return PolicyText.write(policy, policy.versions().getFirst());
    }

    private List<String> changes(String from, String to) throws Exception {
        var before = published(policy(FILE));
        assertThat(FILE).contains(from);
        var now = policy(FILE.replace(from, to));
        return PolicyText.changes(before, now, now.versions().getFirst());
    }

    @Test
    void aPublishedTextReadsAgainAsTheSamePolicy() throws Exception {
        var policy = policy(FILE);
        var again = PolicyText.read("published P13 2023.1", published(policy), Definitions.shipped());
        assertThat(again.faults()).isEmpty();
        var read = again.value().orElseThrow();
        assertThat(published(read)).isEqualTo(published(policy));
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*[pP]lace", ".*rule", ".*amountYuan")
                .isEqualTo(policy);
    }

    @Test
    void everyShippedPolicyReadsAgain() {
        var city = Path.of("../cities/chengdu");
        var definitions = Definitions.shipped().withCity(city).value();
        var unlike = new ArrayList<String>();
        for (var policy : PolicyLibrary.read(city.resolve("policies"), definitions)
                .value()
                .policies()) {
            for (var version : policy.versions()) {
                var text = PolicyText.write(policy, version);
                var again = PolicyText.read("published", text, definitions).value();
                var same = again.map(
                                read -> PolicyText.write(read, read.versions().getFirst()))
                        .filter(text::equals);
                if (same.isEmpty() || !PolicyText.changes(text, policy, version).isEmpty()) {
                    unlike.add(policy.id() + " " + version.version());
                }
            }
        }
        assertThat(unlike).isEmpty();
    }

    @Test
    void aTextWhoseElementHasLeftTheDictionaryIsNotReadAgainAndTheFaultSaysWhy() throws Exception {
        var published = published(policy(FILE)).replace("从业人数季度平均", "消失的数据元");
        var again = PolicyText.read("published P13 2023.1", published, Definitions.shipped());
        assertThat(again.value()).isEmpty();
        assertThat(again.errors().getFirst().message()).contains("消失的数据元");
    }

    @Test
    void whatDecidesOrPromisesNeedsANewVersion() throws Exception {
        assertThat(changes("<= 30", "<= 31")).containsExactly("conditions");
        assertThat(changes("第四条", "第五条")).containsExactly("conditions");
        assertThat(changes("3000 * 2", "3000 * 3")).containsExactly("benefit");
        assertThat(changes("cap: 20000", "cap: 30000")).containsExactly("benefit");
        assertThat(changes("closes: 2026-12-31", "closes: 2026-11-30")).containsExactly("window");
        assertThat(changes("validFrom: 2023-01-01", "validFrom: 2023-02-01")).containsExactly("validFrom");
        assertThat(changes("recordedOn: 2022-12-20", "recordedOn: 2022-12-21")).containsExactly("recordedOn");
    }

    @Test
    void whatOnlyHelpsTheReaderMayBeMended() throws Exception {
        assertThat(changes("口径待核实", "口径已核实")).isEmpty();
        assertThat(changes("\"12366\"", "\"12345\"")).isEmpty();
        assertThat(changes("[申请表]", "[申请表, 身份证]")).isEmpty();
        assertThat(changes("id: P13", "# 说明\nid: P13")).isEmpty();
    }

    @Test
    void anOpenTextMayGetAnEndAndARepealedOneEndsEarlierButNoneLater() throws Exception {
        var from = "recordedOn: 2022-12-20";
        assertThat(changes(from, from + "\n    validTo: 2027-12-31")).isEmpty();
        var ended = FILE.replace(from, from + "\n    validTo: 2027-12-31");
        for (var end : List.of("2027-12-30", "2028-12-31")) {
            var moved = policy(ended.replace("2027-12-31", end));
            var text = moved.versions().getFirst();
            assertThat(PolicyText.changes(published(policy(ended)), moved, text))
                    .isEqualTo(end.startsWith("2027") ? List.of() : List.of("validTo"));
        }
        var open = policy(FILE);
        assertThat(PolicyText.changes(
                        published(policy(ended)), open, open.versions().getFirst()))
                .containsExactly("validTo");
    }

    @Test
    void aPolicyWrittenAsAFileReadsAsTheSamePolicy() throws Exception {
        var unlike = new ArrayList<String>();
        var city = Path.of("../cities/chengdu");
        var definitions = Definitions.shipped().withCity(city).value();
        for (var policy : PolicyLibrary.read(city.resolve("policies"), definitions)
                .value()
                .policies()) {
            var again = PolicyText.read("file", PolicyText.file(policy), definitions);
            var same = again.value()
                    .filter(read -> PolicyText.file(read).equals(PolicyText.file(policy)))
                    .filter(read -> read.versions().size() == policy.versions().size());
            if (same.isEmpty()) {
                unlike.add(policy.id() + " " + again.faults());
            }
        }
        assertThat(unlike).isEmpty();
        assertThat(PolicyText.file(policy(FILE)))
                .contains("title:\n  zh: 残保金减免", "how: 网上办", "validFrom: 2023-01-01", "<= 30  // 含本数");
    }
}
