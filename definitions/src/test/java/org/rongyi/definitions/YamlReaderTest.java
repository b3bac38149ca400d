package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {
    @TempDir
    Path folder;

    private static List<String> faults(byte[] bytes) {
        var faults = new ArrayList<Fault>();
        YamlFile.parse("f.yaml", bytes, faults);
        return faults.stream()
                .map(fault ->
                        fault.place() + " " + fault.message() + (fault.advice() == null ? "" : ". " + fault.advice()))
                .toList();
    }

    private static List<String> faults(String text) {
        return faults(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsPlainChineseWithAByteOrderMarkAndWindowsLineEnds() {
        assertThat(faults("\uFEFFid: P1\r\ntitle: 稳岗返还\r\n")).isEmpty();
    }

    @Test
    void saysTheLineOfAKeyThatIsThereTwice() {
        assertThat(faults("id: A\ntitle: x\nid: B\n"))
                .containsExactly("f.yaml:3:1 \"id\" is here for the second time (first in line 1). "
                        + "Maybe delete one of the two");
    }

    @Test
    void reportsEveryTabThatIndents() {
        assertThat(faults("a:\n\tb: 1\n\tc: 2\n"))
                .containsExactly(
                        "f.yaml:2:1 a tab cannot indent a line. Maybe two spaces instead of the tab",
                        "f.yaml:3:1 a tab cannot indent a line. Maybe two spaces instead of the tab");
    }

    @Test
    void stopsAnAliasBomb() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }
        assertThat(faults(bomb.toString()))
                .singleElement()
                .asString()
                .contains("the file comes to more than 200,000 parts, counting aliases");
    }

    @Test
    void refusesAnAliasThatContainsItself() {
        assertThat(faults("a: &a\n  b: *a\n"))
                .containsExactly(
                        "f.yaml:2:6 *a stands for nothing that was complete before it. " + "Maybe write the text out");
    }

    @Test
    void refusesADepthThatNobodyWrites() {
        assertThat(faults("[".repeat(100_000))).containsExactly("f.yaml:1:65 is nested more than 64 deep");
    }

    @Test
    void namesTheEncodingThatTheFileSeemsToHave() {
        assertThat(faults("id: A\ntitle: 稳岗返还\n".getBytes(Charset.forName("GB18030"))))
                .containsExactly("f.yaml:2:8 byte 0xCE is not UTF-8. "
                        + "Maybe the file is in GB18030 (GBK): save it again as UTF-8");
        assertThat(faults("id: A".getBytes(StandardCharsets.UTF_16)))
                .containsExactly("f.yaml:1:1 the file is in UTF-16, not in UTF-8. Maybe save it again as UTF-8");
    }

    @Test
    void showsTheRuleThatNeedsABlock() {
        assertThat(faults("conditions:\n  - rule: \"A\" = entityType\n"))
                .singleElement()
                .asString()
                .startsWith("f.yaml:2:15 is not YAML: ")
                .contains("Maybe put the rule on a line of its own: \"rule: |\", then the rule, indented");
    }

    @Test
    void reportsEmptyFilesSecondDocumentsTagsAndControlCharacters() {
        assertThat(faults("")).containsExactly("f.yaml the file is empty");
        assertThat(faults("# only a comment\n")).containsExactly("f.yaml the file is empty");
        assertThat(faults("a: 1\n---\nb: 2\n"))
                .containsExactly("f.yaml:2:1 a second document begins here. Maybe give it a file of its own");
        assertThat(faults("a: !!java.net.URL x\n")).singleElement().asString().contains("is not used in these files");
        assertThat(faults("a: \u0001\n"))
                .containsExactly("f.yaml:1:4 character U+0001 cannot stand in a text file. Maybe delete it");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws Exception {
        var faults = new ArrayList<Fault>();
        assertThat(YamlFile.read(folder.resolve("none.yaml"), faults)).isNull();
        assertThat(YamlFile.read(folder, faults)).isNull();
        var huge = folder.resolve("huge.yaml");
        try (var file = Files.newByteChannel(huge, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.position(YamlFile.MOST_BYTES);
            file.write(ByteBuffer.wrap(new byte[] {'x'}));
        }
        assertThat(YamlFile.read(huge, faults)).isNull();
        assertThat(faults.stream().map(Fault::message))
                .containsExactly(
                        "there is no such file",
                        "is not a file",
                        "the file has 8,388,609 bytes; at most 8,388,608 are read");
    }

    /// Bounded fuzzing: damaged policy files and bare noise give a tree or a fault, never an exception.
    @Test
    void answersAnyNoiseWithATreeOrAFault() {
        var random = new Random(42);
        var seed = """
                id: P1
                title: {zh: 稳岗返还, en: "Job \\u0041 support"}
                versions:
                  - version: '1'
                    conditions: &c
                      - rule: |
                          avgStaff <= 30
                        text: >-
                          folded
                          text
                      - {rule: [a, "b"], x: *c}
                ? complex
                : !!str value
                """;
        var alphabet = "\t\n\r :-?[]{}#&*!|>'\"%@`,\\~<=ab0中\uFEFF\u0085\u2028\uD83D";
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder(round % 4 == 0 ? "" : seed);
            int edits = 1 + random.nextInt(6);
            for (int edit = 0; edit < (round % 4 == 0 ? 40 : edits); edit++) {
                int at = random.nextInt(text.length() + 1);
                if (random.nextInt(3) == 0 && at < text.length()) {
                    text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                } else {
                    text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            var faults = new ArrayList<Fault>();
            var file = YamlFile.parse("fuzz.yaml", text.toString().getBytes(StandardCharsets.UTF_8), faults);
            if (file == null) {
                assertThat(faults).as(text.toString()).isNotEmpty();
            } else {
                SchemaCheck.POLICY.check(file);
                SchemaCheck.ELEMENTS.check(file);
            }
        }
    }
}
