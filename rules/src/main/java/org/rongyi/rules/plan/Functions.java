package org.rongyi.rules.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The functions of the profile: names, parameters and what they do. `not`, `is defined`, `list contains`, the
/// aggregates and `duration` have rules of their own in [Calls]; they are listed here by name only.
public final class Functions {

    /// One way to call a function.
    ///
    /// @param labels   names of the parameters, as DMN 1.5 gives them
    /// @param required how many of the parameters must be there
    record Signature(Op op, Type result, List<String> labels, List<Type> parameters, int required) {

        boolean takes(List<Node> arguments) {
            if (arguments.size() < required || arguments.size() > parameters.size()) {
                return false;
            }
            for (int i = 0; i < arguments.size(); i++) {
                if (!arguments.get(i).type().fits(parameters.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    static final Set<String> AGGREGATES = Set.of("count", "sum", "min", "max", "mean");

    private static final Set<String> SPECIAL = Set.of("not", "is defined", "list contains", "duration");

    private static final Map<String, List<Signature>> SIGNATURES = new LinkedHashMap<>();

    static {
        define("abs", Op.ABS, Type.NUMBER, 1, "n", Type.NUMBER);
        define("abs", Op.MONTHS_ABS, Type.MONTHS, 1, "n", Type.MONTHS);
        define("abs", Op.DURATION_ABS, Type.DURATION, 1, "n", Type.DURATION);
        define("modulo", Op.MODULO, Type.NUMBER, 2, "dividend", Type.NUMBER, "divisor", Type.NUMBER);
        define("decimal", Op.DECIMAL, Type.NUMBER, 2, "n", Type.NUMBER, "scale", Type.NUMBER);
        define("floor", Op.FLOOR, Type.NUMBER, 1, "n", Type.NUMBER, "scale", Type.NUMBER);
        define("ceiling", Op.CEILING, Type.NUMBER, 1, "n", Type.NUMBER, "scale", Type.NUMBER);
        define("round up", Op.ROUND_UP, Type.NUMBER, 2, "n", Type.NUMBER, "scale", Type.NUMBER);
        define("round down", Op.ROUND_DOWN, Type.NUMBER, 2, "n", Type.NUMBER, "scale", Type.NUMBER);
        define("round half up", Op.ROUND_HALF_UP, Type.NUMBER, 2, "n", Type.NUMBER, "scale", Type.NUMBER);
        define("round half down", Op.ROUND_HALF_DOWN, Type.NUMBER, 2, "n", Type.NUMBER, "scale", Type.NUMBER);
        define("odd", Op.ODD, Type.BOOLEAN, 1, "number", Type.NUMBER);
        define("even", Op.EVEN, Type.BOOLEAN, 1, "number", Type.NUMBER);
        define("contains", Op.CONTAINS, Type.BOOLEAN, 2, "string", Type.TEXT, "match", Type.TEXT);
        define("starts with", Op.STARTS_WITH, Type.BOOLEAN, 2, "string", Type.TEXT, "match", Type.TEXT);
        define("ends with", Op.ENDS_WITH, Type.BOOLEAN, 2, "string", Type.TEXT, "match", Type.TEXT);
        define("string length", Op.STRING_LENGTH, Type.NUMBER, 1, "string", Type.TEXT);
        define("upper case", Op.UPPER_CASE, Type.TEXT, 1, "string", Type.TEXT);
        define("lower case", Op.LOWER_CASE, Type.TEXT, 1, "string", Type.TEXT);
        define(
                "substring",
                Op.SUBSTRING,
                Type.TEXT,
                2,
                "string",
                Type.TEXT,
                "start position",
                Type.NUMBER,
                "length",
                Type.NUMBER);
        define("substring before", Op.SUBSTRING_BEFORE, Type.TEXT, 2, "string", Type.TEXT, "match", Type.TEXT);
        define("substring after", Op.SUBSTRING_AFTER, Type.TEXT, 2, "string", Type.TEXT, "match", Type.TEXT);
        define("date", Op.DATE_OF_TEXT, Type.DATE, 1, "from", Type.TEXT);
        define("date", Op.DATE_OF_PARTS, Type.DATE, 3, "year", Type.NUMBER, "month", Type.NUMBER, "day", Type.NUMBER);
        define("years and months duration", Op.MONTHS_BETWEEN, Type.MONTHS, 2, "from", Type.DATE, "to", Type.DATE);
    }

    /// Functions of FEEL and of other tools that the profile leaves out on purpose, and what to use instead.
    static final Map<String, String> LEFT_OUT = Map.of(
            "matches", "Maybe “starts with”, “ends with” or “contains”: patterns are left out because some never end.",
            "today", "Maybe “asOf”: the date the rule is judged at.",
            "now", "Maybe “asOf”: the date the rule is judged at.",
            "round", "Maybe “round half up(n, 0)”, “round up”, “floor” or “decimal”.",
            "length", "Maybe “string length(…)” or “count(…)”.",
            "avg", "Maybe “mean(…)”.",
            "average", "Maybe “mean(…)”.",
            "is null", "Maybe “x = null”.",
            "string", "Maybe compare the value itself; texts are not made from numbers here.",
            "number", "Maybe write the number itself, without quotes.");

    private Functions() {}

    private static void define(String name, Op op, Type result, int required, Object... labelsAndTypes) {
        List<String> labels = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < labelsAndTypes.length; i += 2) {
            labels.add((String) labelsAndTypes[i]);
            types.add((Type) labelsAndTypes[i + 1]);
        }
        SIGNATURES
                .computeIfAbsent(name, n -> new ArrayList<>())
                .add(new Signature(op, result, List.copyOf(labels), List.copyOf(types), required));
    }

    /// The ways to call a function; empty for one that is unknown or has rules of its own.
    static List<Signature> signatures(String name) {
        return SIGNATURES.getOrDefault(name, List.of());
    }

    /// All function names of the profile; [#scannedNames] has those left out as well.
    public static List<String> names() {
        List<String> names = new ArrayList<>(SIGNATURES.keySet());
        names.addAll(AGGREGATES.stream().sorted().toList());
        names.addAll(SPECIAL.stream().sorted().toList());
        return names;
    }

    /// Every name of several words that the scanner must take as one: functions, their parameters, what is left out.
    public static List<String> scannedNames() {
        List<String> names = new ArrayList<>(names());
        names.add("start position");
        names.addAll(LEFT_OUT.keySet());
        return names;
    }
}
