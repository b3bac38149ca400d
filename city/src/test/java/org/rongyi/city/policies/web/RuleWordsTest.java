package org.rongyi.city.policies.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.PolicyText;

class RuleWordsTest {
    private static final Path BROKEN = Path.of("../rules/src/test/resources/org/rongyi/rules/broken-rules.txt");

    @Test
    void everySentenceThatTheCompilerIsKnownToSayIsThereInChinese() throws IOException {
        List<String> said = Files.readAllLines(BROKEN).stream()
                .filter(line -> line.matches("line \\d+, column \\d+: .*|Maybe .*"))
                .map(line -> line.replaceFirst("^line \\d+, column \\d+: ", ""))
                .distinct()
                .toList();
        assertThat(said).hasSizeGreaterThan(80);
        assertThat(said)
                .allSatisfy(sentence -> assertThat(RuleWords.chinese(sentence))
                        .as(sentence)
                        .hasValueSatisfying(chinese -> assertThat(chinese)
                                .containsPattern("\\p{IsHan}")
                                .doesNotContainPattern("[{]\\d?[}]")));
    }

    @Test
    void whatTheRuleSaysStaysAsItWasWritten() {
        assertThat(RuleWords.chinese("There is no element (营业收人).")).contains("没有叫（营业收人）的数据。");
        assertThat(RuleWords.chinese("(>) does not compare a text (name) with a number (5)."))
                .contains("（>）不能拿文字（name）和数（5）比。");
        assertThat(RuleWords.chinese("A date has no property (days).")).contains("日期没有属性（days）。");
        assertThat(RuleWords.chinese("Maybe (营业收入).")).contains("可以写 (营业收入)。");
    }

    @Test
    void faultsOfAPolicyFileAreThereInChinese() {
        String file = """
                id: "?"
                titel: x
                level: TOWN
                exclusiveGroup: ""
                mode: [a]
                versions:
                  - version: "1"
                    validFrom: soon
                    conditions: []
                  - version: 2
                    conditions: [{rule: 参保人数 <= 3, id: a}, {rule: 参保人数 <= 4, id: a}]
                    benefit: {text: x, amount: 参保人数 <= 3, cap: -1}
                  - version: "1"
                    validFrom: 2026-02-01
                    validTo: 2026-01-01
                    conditions: [{rule: 参保人数 <= 3}]
                """;
        List<Fault> faults = new ArrayList<>(
                PolicyText.read("p.yaml", file, Definitions.shipped()).faults());
        faults.addAll(PolicyText.read("p.yaml", "id: 1\n\ttitle: x", Definitions.shipped())
                .faults());
        assertThat(faults)
                .hasSizeGreaterThan(10)
                .allSatisfy(fault -> assertThat(RuleWords.chinese(fault.message()))
                        .as(fault.message())
                        .isPresent());
        assertThat(faults)
                .filteredOn(fault -> fault.advice() != null)
                .allSatisfy(fault -> assertThat(RuleWords.chinese(String.valueOf(fault.advice())))
                        .as(fault.advice())
                        .isPresent());
    }

    @Test
    void aSentenceThatNobodyTranslatedStaysEnglish() {
        assertThat(RuleWords.chinese("Something new went wrong.")).isEmpty();
    }
}
