package org.rongyi.rules.tck;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.rongyi.rules.RuleCompiler;
import org.rongyi.rules.ValueType;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;

/// Runs the literal decisions of a TCK folder and prints a table per group: `TckRunner FOLDER [--failures]`.
///
/// A case is compiled as it stands; then once more with its literals lifted into elements, decided by both engines.
public final class TckRunner {

    /// What became of a case.
    enum Result {
        /// The expected value; and where the literals could be lifted, from both engines.
        PASSED,
        /// Refused at compile time where FEEL gives null: wrong types and impossible dates are faults here.
        REFUSED_FOR_NULL,
        /// Not in the profile.
        UNSUPPORTED,
        FAILED
    }

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private final Map<String, Map<Result, Integer>> groups = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int lifted;

    public static void main(String[] arguments) throws IOException {
        TckRunner runner = new TckRunner();
        runner.run(Path.of(arguments[0]));
        System.out.print(runner.table());
        if (arguments.length > 1) {
            runner.failures.forEach(System.out::println);
        }
    }

    void run(Path root) throws IOException {
        try (Stream<Path> folders = Files.walk(root)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                for (TckFile.Case test : TckFile.cases(folder)) {
                    String group = folder.getFileName().toString();
                    Result result = result(group, test);
                    groups.computeIfAbsent(group, g -> new EnumMap<>(Result.class))
                            .merge(result, 1, Integer::sum);
                }
            }
        }
    }

    List<String> failures() {
        return failures;
    }

    int lifted() {
        return lifted;
    }

    int count(Result result) {
        return groups.values().stream()
                .mapToInt(counts -> counts.getOrDefault(result, 0))
                .sum();
    }

    String table() {
        StringBuilder table =
                new StringBuilder("| group | cases | passed | refused, null expected | unsupported | failed |\n");
        table.append("|---|---:|---:|---:|---:|---:|\n");
        Map<Result, Integer> others = new EnumMap<>(Result.class);
        Map<Result, Integer> total = new EnumMap<>(Result.class);
        int otherGroups = 0;
        for (Map.Entry<String, Map<Result, Integer>> group : groups.entrySet()) {
            Map<Result, Integer> counts = group.getValue();
            counts.forEach((result, n) -> total.merge(result, n, Integer::sum));
            if (counts.containsKey(Result.PASSED) || counts.containsKey(Result.FAILED)) {
                table.append(line(group.getKey(), counts));
            } else {
                otherGroups++;
                counts.forEach((result, n) -> others.merge(result, n, Integer::sum));
            }
        }
        table.append(line(otherGroups + " groups of other functions and forms of FEEL", others));
        table.append(line("all " + groups.size() + " groups", total));
        return table.append("\nlifted and decided by both engines: ")
                .append(lifted)
                .append('\n')
                .toString();
    }

    private static String line(String group, Map<Result, Integer> counts) {
        int cases = counts.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder line = new StringBuilder("| " + group + " | " + cases);
        for (Result result : Result.values()) {
            line.append(" | ").append(counts.getOrDefault(result, 0));
        }
        return line.append(" |\n").toString();
    }

    private Result result(String group, TckFile.Case test) {
        TckFile.Typed expected = test.expected();
        if (test.expression() == null || test.inputs() == null || expected == null) {
            return Result.UNSUPPORTED;
        }
        List<Element> elements = new ArrayList<>();
        Map<String, Object> row = new HashMap<>();
        for (Map.Entry<String, TckFile.Typed> input : test.inputs().entrySet()) {
            Object value = value(input.getValue());
            if (value == null) {
                return Result.UNSUPPORTED;
            }
            String id = "input" + elements.size();
            elements.add(new Element(id, type(value), input.getKey(), input.getKey(), null, null));
            row.put(id, value);
        }
        boolean duration = expected.type().toLowerCase(java.util.Locale.ROOT).contains("duration");
        Object wanted = duration ? Boolean.TRUE : value(expected);
        if (wanted == null && expected.text() != null) {
            return Result.UNSUPPORTED;
        }
        String text =
                duration ? "(%s) = duration(\"%s\")".formatted(test.expression(), expected.text()) : test.expression();
        if (!(new RuleCompiler(Dictionary.of(elements)).value(text) instanceof Compilation.Compiled compiled)) {
            return expected.text() == null ? Result.REFUSED_FOR_NULL : Result.UNSUPPORTED;
        }
        Answer answer = compiled.rule().evaluate(Row.of(row), AS_OF);
        if (!isWanted(wanted, answer)) {
            failures.add("%s %s: %s gave %s, expected %s".formatted(group, test.name(), text, answer, expected));
            return Result.FAILED;
        }
        String disagreement = liftedDisagreement(text, elements, row, wanted);
        if (disagreement != null) {
            failures.add("%s %s: %s".formatted(group, test.name(), disagreement));
            return Result.FAILED;
        }
        return Result.PASSED;
    }

    /// Null when the lifted rule cannot be compiled, or both engines give what is wanted.
    private @Nullable String liftedDisagreement(
            String text, List<Element> elements, Map<String, Object> row, @Nullable Object wanted) {
        Lifted rule = Lifted.of(text, elements, row);
        Dictionary dictionary = Dictionary.of(rule.elements());
        if (!(new RuleCompiler(dictionary).value(rule.text()) instanceof Compilation.Compiled compiled)) {
            return null;
        }
        Row values = Row.of(rule.row());
        Answer answer = compiled.rule().evaluate(values, AS_OF);
        if (!isWanted(wanted, answer)) {
            return "lifted (%s) with %s gave %s, expected %s".formatted(rule.text(), rule.row(), answer, wanted);
        }
        if (compiled.rule().type() == ValueType.BOOLEAN) {
            lifted++;
            boolean held = matched(compiled.rule(), dictionary, values);
            return held == Boolean.TRUE.equals(wanted)
                    ? null
                    : "columns gave (%s) for (%s)".formatted(held, rule.text());
        }
        Object value = answer instanceof Answer.Known known ? known.value() : null;
        if (value == null || value instanceof java.util.Collection<?>) {
            return null;
        }
        List<Element> more = new ArrayList<>(rule.elements());
        more.add(Lifted.element("wanted", type(value)));
        Map<String, Object> withWanted = new HashMap<>(rule.row());
        withWanted.put("wanted", value);
        Dictionary wider = Dictionary.of(more);
        String comparison = "(" + rule.text() + ") = wanted";
        if (!(new RuleCompiler(wider).condition(comparison) instanceof Compilation.Compiled equal)) {
            return null;
        }
        lifted++;
        boolean held = matched(equal.rule(), wider, Row.of(withWanted));
        return held ? null : "columns gave another value for (%s)".formatted(rule.text());
    }

    private static boolean matched(Rule rule, Dictionary dictionary, Row row) {
        Table table = Table.builder(dictionary).append(row).build();
        List<Matched> matched = RuleSet.of(List.of(rule)).match(table, AS_OF);
        return matched.getFirst().holds().contains(0);
    }

    private static boolean isWanted(@Nullable Object wanted, Answer answer) {
        if (!(answer instanceof Answer.Known known)) {
            return false;
        }
        Object value = known.value();
        if (wanted instanceof BigDecimal a && value instanceof BigDecimal b) {
            return a.compareTo(b) == 0 || a.subtract(b).abs().compareTo(new BigDecimal("1E-8")) < 0;
        }
        return wanted == null ? value == null : wanted.equals(value);
    }

    private static ValueType type(Object value) {
        return switch (value) {
            case BigDecimal n -> ValueType.NUMBER;
            case Boolean b -> ValueType.BOOLEAN;
            case LocalDate d -> ValueType.DATE;
            default -> ValueType.TEXT;
        };
    }

    private static @Nullable Object value(TckFile.Typed typed) {
        String text = typed.text();
        if (text == null) {
            return null;
        }
        return switch (typed.type()) {
            case "decimal", "double", "integer", "int", "long" ->
                text.strip().matches("-?[0-9.]+([eE][-+]?[0-9]+)?") ? new BigDecimal(text.strip()) : null;
            case "boolean" -> Boolean.valueOf(text.strip());
            case "date" -> text.strip().matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text.strip()) : null;
            case "string" -> text;
            default -> null;
        };
    }
}
