package org.rongyi.city.policies.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void aSentenceThatNobodyTranslatedStaysEnglish() {
        assertThat(RuleWords.chinese("Something new went wrong.")).isEmpty();
    }
}
