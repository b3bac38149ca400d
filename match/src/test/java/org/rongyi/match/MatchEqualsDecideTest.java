package org.rongyi.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.PolicyLibrary;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;

/// What the command writes for a file is what each rule decides on each row alone, whatever gaps the data have.
class MatchEqualsDecideTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final int ROWS = 3_000;
    private static final List<String> KINDS = List.of("有限责任公司", "个体工商户", "其他");
    private static final List<String> TITLES = List.of("甲", "乙", "丙");
    private static final List<String> ATOMS = List.of(
            "a <= 3",
            "a + b > 4.5",
            "a / b >= 0.5",
            "kind = \"个体工商户\"",
            "kind in (\"有限责任公司\", \"其他\")",
            "list contains(titles, \"甲\")",
            "some t in titles satisfies t in (\"乙\", \"丙\")",
            "since <= asOf - duration(\"P2Y\")",
            "listed",
            "ratio between 1 and 2",
            "a = null",
            "starts with(name, \"成都\")",
            "(if listed then a > 2 else b > 2)");

    @TempDir
    Path folder;

    private final Random random = new Random(2026);
    private final List<Map<String, Object>> rows = new ArrayList<>();

    @Test
    void writesForEachPairWhatTheRuleDecidesOnTheRow() throws Exception {
        Files.writeString(folder.resolve("elements.yaml"), """
                - {id: a, type: number}
                - {id: b, type: number}
                - {id: name, type: text}
                - {id: kind, type: code}
                - {id: titles, type: codes}
                - {id: since, type: date}
                - {id: listed, type: boolean}
                - {id: ratio, type: number, formula: a / b}
                """);
        writePolicies();
        writeFirms();
        var library = PolicyLibrary.read(
                        folder.resolve("policies"),
                        Definitions.ofElements(folder.resolve("elements.yaml")).value())
                .value();
        var expected = new ArrayList<String>();
        for (int i = 0; i < ROWS; i++) {
            var row = Row.of(rows.get(i));
            for (var policy : library.inForce(DAY, LocalDate.MAX)) {
                var outcome = switch (policy.version().rule().decide(row, DAY)) {
                    case Outcome.Holds holds -> "ELIGIBLE,";
                    case Outcome.Fails fails -> "NOT_ELIGIBLE,";
                    case Outcome.Unknown(var missing) -> "UNDETERMINED," + String.join(";", missing);
                };
                expected.add("firm%d,%s,%s".formatted(i, policy.policy().id(), outcome));
            }
        }
        for (var threads : List.of("1", "3")) {
            assertThat(matched(threads).lines().skip(1)).isEqualTo(expected);
        }
        for (var outcome : List.of(",ELIGIBLE,", ",NOT_ELIGIBLE,", ",UNDETERMINED,")) {
            assertThat(expected.stream().filter(line -> line.contains(outcome)).count())
                    .isGreaterThan(1_000);
        }
    }

    private String matched(String threads) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.execute(
                new String[] {
                    "match",
                    "--policies",
                    folder.resolve("policies").toString(),
                    "--elements",
                    folder.resolve("elements.yaml").toString(),
                    "--enterprises",
                    folder.resolve("firms.csv").toString(),
                    "--as-of",
                    DAY.toString(),
                    "--threads",
                    threads,
                    "--all"
                },
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .as("nothing but the last line, which sums up")
                .singleElement()
                .asString()
                .startsWith("3,000 rows, 40 policies: ");
        assertThat(code).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private void writePolicies() throws Exception {
        Files.createDirectory(folder.resolve("policies"));
        for (int i = 0; i < 40; i++) {
            var yaml = new StringBuilder("id: P%02d\ntitle: t\nconditions:\n".formatted(i));
            for (int conditions = 1 + random.nextInt(3); conditions > 0; conditions--) {
                yaml.append("  - rule: |\n      ").append(rule(2)).append("\n");
            }
            Files.writeString(folder.resolve("policies/p%02d.yaml".formatted(i)), yaml);
        }
    }

    private String rule(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return ATOMS.get(random.nextInt(ATOMS.size()));
        }
        return switch (random.nextInt(3)) {
            case 0 -> "(" + rule(depth - 1) + " and " + rule(depth - 1) + ")";
            case 1 -> "(" + rule(depth - 1) + " or " + rule(depth - 1) + ")";
            default -> "not(" + rule(depth - 1) + ")";
        };
    }

    private void writeFirms() throws Exception {
        var csv = new StringBuilder("key,a,b,name,kind,titles,since,listed\n");
        for (int i = 0; i < ROWS; i++) {
            Map<String, Object> row = new HashMap<>();
            csv.append("firm").append(i);
            number("a", row, csv);
            number("b", row, csv);
            add("name", row, csv, random.nextBoolean() ? "成都甲公司" : "四川乙公司");
            add("kind", row, csv, KINDS.get(random.nextInt(KINDS.size())));
            titles(row, csv);
            add("since", row, csv, DAY.minusDays(random.nextInt(1_500)));
            add("listed", row, csv, random.nextBoolean());
            csv.append("\n");
            rows.add(row);
        }
        Files.writeString(folder.resolve("firms.csv"), csv);
    }

    private void number(String id, Map<String, Object> row, StringBuilder csv) {
        add(id, row, csv, BigDecimal.valueOf(random.nextInt(80), 1));
    }

    private void titles(Map<String, Object> row, StringBuilder csv) {
        var titles = new LinkedHashSet<String>();
        for (var title : TITLES) {
            if (random.nextInt(3) == 0) {
                titles.add(title);
            }
        }
        csv.append(',');
        if (random.nextInt(5) > 0) {
            row.put("titles", titles);
            csv.append(titles.isEmpty() ? ";" : String.join(";", titles));
        }
    }

    private void add(String id, Map<String, Object> row, StringBuilder csv, Object value) {
        csv.append(',');
        if (random.nextInt(5) > 0) {
            row.put(id, value);
            csv.append(value);
        }
    }
}
