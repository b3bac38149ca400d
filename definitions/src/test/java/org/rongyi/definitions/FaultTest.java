package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How a fault looks on a terminal.
class FaultTest {
    private static Fault at(int column, String line) {
        return new Fault(new Place("p.yaml", 4, column), Fault.Severity.ERROR, "is wrong", null, line);
    }

    @Test
    void aLineOfAPolicyIsShownWholeWithTheCaretUnderTheFault() {
        assertThat(at(9, "  rule: 人数 >").render()).isEqualTo("""
                p.yaml:4:9: is wrong
                    4 |   rule: 人数 >
                      |         ^""");
    }

    @Test
    void ofALongLineOnlyThePartAroundTheFaultIsShown() {
        var lines = at(5_001, "a".repeat(5_000) + "X" + "b".repeat(5_000))
                .render()
                .lines()
                .toList();
        assertThat(lines.get(1))
                .hasSizeLessThan(140)
                .contains("aX")
                .startsWith("    4 | … a")
                .endsWith("b …");
        assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf('X'));
    }

    @Test
    void nothingInAFileMovesTheCursorOfTheTerminal() {
        var evil = new Fault(new Place("p", 1, 3), Fault.Severity.ERROR, "a\u001B[2J", "b\u202E", "x\u001B[31my\u2066");
        assertThat(evil.render()).doesNotContain("\u001B", "\u202E", "\u2066").contains("x·[31my·");
    }
}
