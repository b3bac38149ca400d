package org.rongyi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// No text hangs the compiler, overflows the stack, or comes back as anything but a rule or faults with places inside
/// the text.
class FuzzTest {

    private static final int TEXTS = 3_000;

    private static final List<String> PIECES = List.of(
            "and",
            "or",
            "not(",
            "not",
            "if",
            "then",
            "else",
            "some",
            "every",
            "satisfies",
            "in",
            "between",
            "null",
            "true",
            "(",
            ")",
            "[",
            "]",
            ",",
            "..",
            ".",
            "<",
            "<=",
            "=",
            "!=",
            ">",
            "+",
            "-",
            "*",
            "/",
            "**",
            "\"",
            "\"a\"",
            "\\",
            "@",
            "@\"P1Y\"",
            "date(",
            "duration(\"P1D\")",
            "1",
            "0.5",
            "1e400",
            "99999999999999999999",
            "staff",
            "revenue",
            "资质称号",
            "营业收入",
            "R&D expense",
            "starts with(",
            "list contains",
            "count(",
            "x",
            "asOf",
            ".year",
            "{",
            "}",
            ":",
            ";",
            "，",
            "（",
            "“",
            "＞",
            "//",
            "/*",
            "*/",
            "\n",
            "\t",
            " ",
            "\u0000",
            "\ud842",
            "\ud842\udfb7",
            "é",
            "?",
            "for",
            "return",
            "function",
            "instance of",
            "external",
            "'",
            "`",
            "#",
            "years and months duration(",
            "is defined(",
            "%",
            "decimal(",
            "10 ** 999999999");

    /// The limit is for a text that hangs, not for a machine that has much to do.
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everyTextGivesARuleOrFaultsInsideTheText() {
        SplittableRandom random = new SplittableRandom(20260630);
        RandomRules rules = new RandomRules(20260630, false);
        int compiled = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text =
                    random.nextInt(3) == 0 ? assembled(random) : mutated(random, rules.condition(random.nextInt(5)));
            compiled += compilesOrIsRefusedInside(text) ? 1 : 0;
        }
        assertThat(compiled).as("texts that compile").isBetween(TEXTS / 20, TEXTS / 2);
    }

    private static String assembled(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 60); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static String mutated(SplittableRandom random, String rule) {
        StringBuilder text = new StringBuilder(rule);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 6)));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                default -> text.insert(at, (char) random.nextInt(0x10000));
            }
        }
        return text.toString();
    }

    private static boolean compilesOrIsRefusedInside(String text) {
        Compilation compilation;
        try {
            compilation = City.COMPILER.condition(text);
        } catch (RuntimeException | StackOverflowError escaped) {
            throw new AssertionError("escaped from (%s)".formatted(text), escaped);
        }
        return switch (compilation) {
            case Compilation.Compiled c -> {
                Outcome outcome = c.rule().decide(id -> null, City.AS_OF);
                assertThat(outcome).isNotNull();
                assertThat(c.rule().explain(id -> null, City.AS_OF).outcome()).isEqualTo(outcome);
                yield true;
            }
            case Compilation.Rejected r -> {
                String[] lines = text.split("\n", -1);
                for (RuleFault fault : r.faults()) {
                    assertThat(fault.line()).as(text).isBetween(1, lines.length);
                    int width = lines[fault.line() - 1].length();
                    assertThat(fault.column()).as(text).isBetween(1, width + 1);
                    assertThat(fault.length()).as(text).isBetween(0, text.length());
                    assertThat(fault.render(text)).contains("line " + fault.line());
                }
                yield false;
            }
        };
    }
}
