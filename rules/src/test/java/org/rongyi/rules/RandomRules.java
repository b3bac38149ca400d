package org.rongyi.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Writes random, well-typed rules over [City] and rows for them. The same seed writes the same.
public final class RandomRules {

    private static final List<String> NUMBERS = List.of("revenue", "rdExpense", "staff", "capital");
    private static final List<String> CODES = List.of("industry", "entityType", "district");
    private static final List<String> SETS = List.of("qualifications", "permits");
    private static final List<String> BOOLEANS = List.of("exporter", "defaulter");
    private static final List<String> DATES = List.of("establishedOn", "licensedOn");
    private static final List<String> WORDS = List.of("a", "b", "c", "C39", "C3911", "I65", "个体工商户", "");
    private static final List<String> LITERALS = List.of(
            "0", "1", "2", "3", "5", "10", "0.1", "0.03", "1.1", "2.5", "100", "300", "1000.01", "99999999999999999");

    private final SplittableRandom random;
    private final boolean plainFeel;
    private int variables;

    /// @param plainFeel only what FEEL itself knows: no derived elements, no `is defined`
    public RandomRules(long seed, boolean plainFeel) {
        this.random = new SplittableRandom(seed);
        this.plainFeel = plainFeel;
    }

    @SafeVarargs
    private String oneOf(Supplier<String>... ways) {
        return ways[random.nextInt(ways.length)].get();
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String quoted() {
        return "\"" + pick(WORDS) + "\"";
    }

    private String comparison() {
        return pick(List.of("<", "<=", ">", ">=", "=", "!="));
    }

    /// A condition of about this depth.
    public String condition(int depth) {
        if (depth <= 0) {
            return atom(depth);
        }
        return oneOf(
                () -> atom(depth),
                () -> "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")",
                () -> "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")",
                () -> condition(depth - 1) + " and " + condition(depth - 1),
                () -> "not(" + condition(depth - 1) + ")",
                () -> "(if " + condition(depth - 1) + " then " + condition(depth - 1) + " else " + condition(depth - 1)
                        + ")",
                () -> "((" + condition(depth - 1) + ") = (" + condition(depth - 2) + "))",
                () -> quantified(depth));
    }

    private String atom(int depth) {
        return oneOf(
                () -> "(" + number(depth) + " " + comparison() + " " + number(depth - 1) + ")",
                () -> "(" + number(depth - 1) + " " + comparison() + " " + pick(LITERALS) + ")",
                () -> "(" + number(depth - 1) + " between " + pick(LITERALS) + " and (" + pick(NUMBERS) + " + 1))",
                () -> "(" + number(depth - 1) + " in " + range() + ")",
                () -> "(" + number(depth - 1) + " in (" + pick(LITERALS) + ", > " + pick(LITERALS) + ", "
                        + number(depth - 2) + "))",
                () -> "(" + text(depth) + pick(List.of(" = ", " != ")) + text(depth - 1) + ")",
                () -> "(" + text(depth - 1) + " in (" + quoted() + ", " + quoted() + ", " + quoted() + "))",
                () -> pick(List.of("starts with", "ends with", "contains")) + "(" + text(depth - 1) + ", " + quoted()
                        + ")",
                () -> "list contains(" + pick(SETS) + ", " + text(depth - 1) + ")",
                () -> "(" + text(depth - 1) + " in " + pick(SETS) + ")",
                () -> "(count(" + pick(SETS) + ") " + comparison() + " " + random.nextInt(4) + ")",
                () -> "(" + date(depth) + " " + comparison() + " " + date(depth - 1) + ")",
                () -> "(asOf - " + date(depth - 1) + " >= duration(\"P" + random.nextInt(900) + "D\"))",
                () -> "(years and months duration(" + date(0) + ", " + date(0) + ") > duration(\"P" + random.nextInt(9)
                        + "Y\"))",
                () -> pick(BOOLEANS),
                () -> "(" + pick(BOOLEANS) + " = " + random.nextBoolean() + ")",
                () -> "(" + anyElement() + pick(List.of(" = null", " != null")) + ")",
                () -> plainFeel ? pick(BOOLEANS) : "is defined(" + anyElement() + ")",
                () -> plainFeel ? pick(BOOLEANS) : pick(List.of("small", "mature", "小微企业")));
    }

    /// Ascending: a range of literals that runs backwards is refused.
    private String range() {
        BigDecimal a = new BigDecimal(pick(LITERALS));
        BigDecimal b = new BigDecimal(pick(LITERALS));
        return pick(List.of("[", "(")) + a.min(b) + ".." + a.max(b) + pick(List.of("]", ")"));
    }

    private String anyElement() {
        return oneOf(
                () -> pick(NUMBERS),
                () -> pick(CODES),
                () -> pick(SETS),
                () -> pick(BOOLEANS),
                () -> pick(DATES),
                () -> plainFeel ? pick(NUMBERS) : pick(List.of("rdShare", "ageYears", "mature")));
    }

    private String quantified(int depth) {
        String variable = "v" + variables++;
        // KIE takes a null under `every` for true, DMN and we do not: there FEEL is only asked about `some`.
        String word = pick(List.of("some ", plainFeel ? "some " : "every "));
        return oneOf(
                () -> "(" + word + variable + " in " + pick(SETS) + " satisfies (" + variable + " = " + text(depth - 1)
                        + " or " + condition(depth - 2) + "))",
                () -> "(" + pick(List.of("some ", "every ")) + variable + " in " + pick(SETS) + " satisfies " + variable
                        + " in (" + quoted() + ", " + quoted() + "))",
                () -> "(" + word + variable + " in [" + number(depth - 1) + ", " + number(depth - 2) + "] satisfies "
                        + variable + " " + comparison() + " " + number(depth - 2) + ")");
    }

    private String number(int depth) {
        if (depth <= 0) {
            return oneOf(() -> pick(NUMBERS), () -> pick(NUMBERS), () -> pick(LITERALS));
        }
        return oneOf(
                () -> pick(NUMBERS),
                () -> "(" + number(depth - 1) + pick(List.of(" + ", " - ", " * ", " / ")) + number(depth - 1) + ")",
                () -> "(" + pick(NUMBERS) + " / " + pick(NUMBERS) + ")",
                () -> "(-" + pick(NUMBERS) + ")",
                () -> "(" + pick(NUMBERS) + " ** " + pick(List.of("2", "3", "0")) + ")",
                () -> "(if " + condition(depth - 1) + " then " + number(depth - 1) + " else " + number(depth - 1) + ")",
                () -> pick(List.of("sum", "min", "max", "mean")) + "(" + number(depth - 1) + ", " + number(depth - 1)
                        + ")",
                () -> pick(List.of("floor", "ceiling", "abs")) + "(" + number(depth - 1) + ")",
                () -> pick(List.of("decimal", "round up", "round half up")) + "(" + number(depth - 1) + ", 1)",
                () -> "modulo(" + pick(NUMBERS) + ", " + pick(LITERALS) + ")",
                () -> "string length(" + text(depth - 1) + ")",
                () -> pick(DATES) + pick(List.of(".year", ".month", ".day")),
                () -> "years and months duration(" + date(0) + ", asOf).years",
                () -> plainFeel ? pick(NUMBERS) : pick(List.of("rdShare", "ageYears", "研发强度")));
    }

    private String text(int depth) {
        if (depth <= 0) {
            return oneOf(() -> pick(CODES), this::quoted);
        }
        return oneOf(
                () -> pick(CODES),
                this::quoted,
                () -> "(" + text(depth - 1) + " + " + text(depth - 1) + ")",
                () -> "upper case(" + text(depth - 1) + ")",
                () -> "substring(" + text(depth - 1) + ", 1, 2)",
                () -> "substring before(" + text(depth - 1) + ", \"9\")",
                () -> "(if " + condition(depth - 1) + " then " + text(depth - 1) + " else " + text(depth - 1) + ")");
    }

    private String date(int depth) {
        if (depth <= 0) {
            return oneOf(() -> pick(DATES), () -> pick(DATES), () -> "asOf", () -> "date(\"2024-02-29\")");
        }
        return oneOf(
                () -> pick(DATES),
                () -> "date(\"2020-01-31\")",
                () -> "(" + date(depth - 1) + pick(List.of(" + ", " - ")) + "duration(\"P" + random.nextInt(3) + "Y"
                        + random.nextInt(12) + "M\"))",
                () -> "(" + date(depth - 1) + pick(List.of(" + ", " - ")) + "duration(\"P" + random.nextInt(400)
                        + "D\"))",
                () -> pick(List.of("min", "max")) + "(" + date(depth - 1) + ", " + date(0) + ")");
    }

    /// A row in which each element is missing with this probability.
    public Map<String, Object> row(double gaps) {
        Map<String, Object> row = new HashMap<>();
        for (Element element : City.ELEMENTS) {
            if (!element.derived() && random.nextDouble() >= gaps) {
                row.put(element.id(), value(element.type()));
            }
        }
        return row;
    }

    private Object value(ValueType type) {
        return switch (type) {
            case NUMBER -> numberValue();
            case TEXT, CODE -> pick(WORDS);
            case CODES -> {
                TreeSet<String> set = new TreeSet<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    set.add(pick(WORDS));
                }
                yield set;
            }
            case BOOLEAN -> random.nextBoolean();
            case DATE -> LocalDate.of(2018, 1, 1).plusDays(random.nextInt(3200));
        };
    }

    private BigDecimal numberValue() {
        return switch (random.nextInt(10)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> new BigDecimal(pick(LITERALS));
            case 2 -> BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000L), 6);
            case 3 -> new BigDecimal("-" + pick(LITERALS));
            default -> BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4));
        };
    }
}
