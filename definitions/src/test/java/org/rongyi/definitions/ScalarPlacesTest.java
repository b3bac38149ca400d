package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;

class ScalarPlacesTest {

    /// `yaml` holds a text under the key `rule`, with one `¤` in it: the place of that character must be found.
    private static void check(String yaml) {
        var file = parse(yaml);
        var scalar = scalar(file);
        int position = scalar.text().indexOf('¤');
        assertThat(position).isNotNegative();
        assertThat(file.offset(scalar, position)).as(yaml).isEqualTo(yaml.indexOf('¤'));
    }

    private static YamlFile parse(String yaml) {
        var faults = new ArrayList<Fault>();
        var file = YamlFile.parse("f.yaml", yaml.getBytes(StandardCharsets.UTF_8), faults);
        assertThat(faults).as(yaml).isEmpty();
        return Objects.requireNonNull(file);
    }

    private static YamlNode.Scalar scalar(YamlFile file) {
        return Objects.requireNonNull(
                Objects.requireNonNull(YamlValues.of(file.root())).scalar("rule"));
    }

    @Test
    void findsPlacesInPlainText() {
        check("rule: avgStaff ¤ 30\n");
        check("rule:   avgStaff\n    and ¤ 30\n");
        check("rule: 营业收入\n\n\n  ¤ 30   # comment\nmore: 1\n");
        check("{a: b, rule: x ¤ y}\n");
        check("a: 😀\nrule: 😀 ¤\n");
    }

    @Test
    void findsPlacesInQuotedText() {
        check("rule: 'it''s ¤ here'\n");
        check("rule: 'it''s\n\n   folded  ¤ here'\n");
        check("rule: \"a \\\"b\\\" \\u4e2d \\n ¤\"\n");
        check("rule: \"one \\\n    two ¤\"\n");
        check("rule: \"one\n  two\\\n\n   three ¤\"\n");
    }

    @Test
    void findsPlacesInBlocks() {
        check("rule: |\n  a and\n  ¤ b\n");
        check("rule: |-\n\n\n    a and\n      deeper\n\n    ¤ b\n\nmore: 1\n");
        check("rule: |2+ # why\n     begins with spaces\n  ¤\n");
        check("rule: >\n  folded\n  into ¤ one\n");
        check("rule: >-\n  folded\n\n  two\n    deeper\n    ¤\n  back\n");
        check("rule: >+\r\n  folded\r\n  two\r\n\r\n  ¤ three\r\n\r\n");
    }

    /// Every style in which a text can be written: each visible character that stands unescaped is found where it is.
    @Test
    void findsEveryCharacterOfRandomTexts() {
        var random = new Random(7);
        var alphabet = "ab 中'\"\\:#-  \n\n()<=";
        var styles = new ScalarStyle[] {
            ScalarStyle.PLAIN,
            ScalarStyle.SINGLE_QUOTED,
            ScalarStyle.DOUBLE_QUOTED,
            ScalarStyle.LITERAL,
            ScalarStyle.FOLDED
        };
        int found = 0;
        for (int round = 0; round < 4_000; round++) {
            var text = new StringBuilder("x");
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var settings = DumpSettings.builder()
                    .setDefaultScalarStyle(styles[round % styles.length])
                    .setWidth(20 + random.nextInt(60))
                    .build();
            var yaml = new Dump(settings).dumpToString(Map.of("rule", text.toString()));
            var scalar = scalar(parse(yaml));
            assertThat(scalar.text()).isEqualTo(text.toString());
            var offsets = ScalarPlaces.of(yaml, scalar);
            for (int i = 0; i < scalar.text().length(); i++) {
                char character = scalar.text().charAt(i);
                if (character == 'a' || character == 'b' || character == '中') {
                    assertThat(yaml.charAt(offsets[i])).as(yaml).isEqualTo(character);
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(10_000);
    }
}
