package org.rongyi.rules.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.syntax.Nearest;
import org.rongyi.rules.syntax.Tree;

/// Plans literals, function calls and properties.
final class Calls {

    private final Pool pool;
    private final Faults faults;

    Calls(Pool pool, Faults faults) {
        this.pool = pool;
        this.faults = faults;
    }

    /// A call with its planned arguments.
    Node call(Tree.Call call, List<Node> arguments) {
        if (arguments.stream().anyMatch(a -> a.type() == Type.FAULTY)) {
            return Node.Constant.FAULTY;
        }
        String name = call.function().name();
        if (name.equals("list contains")) {
            return listContains(call, arguments);
        }
        if (name.equals("duration")) {
            return duration(call, arguments);
        }
        if (Functions.AGGREGATES.contains(name)) {
            return aggregate(call, arguments);
        }
        List<Functions.Signature> signatures = Functions.signatures(name);
        if (signatures.isEmpty()) {
            return unknown(call);
        }
        for (Functions.Signature signature : signatures) {
            List<Node> ordered = ordered(call, arguments, signature);
            if (ordered != null && signature.takes(ordered)) {
                return checked(call, pool.apply(signature.op(), signature.result(), ordered.toArray(Node[]::new)));
            }
        }
        return wrongArguments(call, arguments, signatures);
    }

    private Node unknown(Tree.Call call) {
        String name = call.function().name();
        String leftOut = Functions.LEFT_OUT.get(name);
        if (leftOut != null) {
            return faults.add(call.function(), "The function (%s) is not in the profile.".formatted(name), leftOut);
        }
        return faults.add(
                call.function(), "There is no function (%s).".formatted(name), Nearest.advice(name, Functions.names()));
    }

    /// Arguments in the order of the parameters; null if a label is unknown, double, or a gap stays.
    private static @Nullable List<Node> ordered(Tree.Call call, List<Node> arguments, Functions.Signature signature) {
        if (call.labels().isEmpty()) {
            return arguments;
        }
        if (call.labels().size() != arguments.size()
                || arguments.size() > signature.labels().size()) {
            return null;
        }
        @Nullable Node[] ordered = new Node[arguments.size()];
        for (int i = 0; i < arguments.size(); i++) {
            int at = signature.labels().indexOf(call.labels().get(i));
            if (at < 0 || at >= ordered.length || ordered[at] != null) {
                return null;
            }
            ordered[at] = arguments.get(i);
        }
        return Arrays.stream(ordered).map(Objects::requireNonNull).toList();
    }

    /// A literal that names no day makes null in FEEL; in a rule that is always a slip.
    private Node checked(Tree.Call call, Node node) {
        boolean literals = call.arguments().stream().allMatch(a -> a instanceof Tree.Literal l && l.value() != null);
        boolean date = call.function().name().equals("date");
        if (date && literals && node instanceof Node.Constant c && c.value() == null) {
            return faults.add(
                    call,
                    "This is no day of the calendar (%s).".formatted(faults.text(call)),
                    "Maybe date(\"2026-01-31\"): year, month and day with leading zeros.");
        }
        return node;
    }

    private Node wrongArguments(Tree.Call call, List<Node> arguments, List<Functions.Signature> signatures) {
        String name = call.function().name();
        String given = arguments.isEmpty()
                ? "nothing"
                : arguments.stream().map(a -> a.type().shown()).collect(Collectors.joining(", "));
        String wanted = signatures.stream().map(s -> shown(name, s)).collect(Collectors.joining(" or "));
        return faults.add(
                call, "The function (%s) does not take (%s).".formatted(name, given), "Maybe " + wanted + ".");
    }

    private static String shown(String name, Functions.Signature signature) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            String parameter = signature.parameters().get(i).shown();
            parameters.add(i < signature.required() ? parameter : "[" + parameter + "]");
        }
        return name + "(" + String.join(", ", parameters) + ")";
    }

    private Node listContains(Tree.Call call, List<Node> arguments) {
        if (arguments.size() == 2 && call.labels().isEmpty()) {
            Node list = arguments.get(0);
            Node member = arguments.get(1);
            Type item = list.type().item();
            if ((item != null && (item.join(member.type()) != null)) || list.type() == Type.NULL) {
                return pool.apply(Op.LIST_CONTAINS, Type.BOOLEAN, list, member);
            }
        }
        String given = arguments.stream().map(a -> a.type().shown()).collect(Collectors.joining(", "));
        boolean text = !arguments.isEmpty() && arguments.get(0).type() == Type.TEXT;
        return faults.add(
                call,
                "The function (list contains) does not take (%s).".formatted(given),
                text ? "Maybe contains(text, text), or “x in ( … )”." : "Maybe list contains(list, member).");
    }

    private Node duration(Tree.Call call, List<Node> arguments) {
        if (arguments.size() == 1
                && call.arguments().getFirst() instanceof Tree.Literal l
                && l.value() instanceof String text) {
            return temporal(call, Temporal.duration(text), text);
        }
        return faults.add(
                call,
                "The function (duration) takes one text in quotes.",
                "Maybe duration(\"P1Y\"), duration(\"P6M\") or duration(\"P30D\").");
    }

    /// A number, text, truth value or null.
    Node literal(Tree.Literal literal) {
        return switch (literal.value()) {
            case null -> Node.Constant.NULL;
            case String s -> pool.constant(Type.TEXT, s);
            case Boolean b -> pool.constant(Type.BOOLEAN, b);
            default -> pool.constant(Type.NUMBER, literal.value());
        };
    }

    /// `@"…"`: a date or a duration.
    Node atLiteral(Tree.AtLiteral literal) {
        Object date = Temporal.date(literal.text());
        return temporal(literal, date != null ? date : Temporal.duration(literal.text()), literal.text());
    }

    private Node temporal(Tree at, @Nullable Object value, String text) {
        return switch (value) {
            case LocalDate d -> pool.constant(Type.DATE, d);
            case Period p -> pool.constant(Type.MONTHS, p);
            case Duration d -> pool.constant(Type.DURATION, d);
            case null, default ->
                faults.add(
                        at,
                        "This is no duration or date (%s).".formatted(text),
                        "Maybe “P1Y6M” (years and months), “P30D” (days) or “2026-01-31”.");
        };
    }

    /// `sum(list)` or `sum(a, b, c)`.
    private Node aggregate(Tree.Call call, List<Node> arguments) {
        String name = call.function().name();
        Node list = arguments.size() == 1 && arguments.getFirst().type().item() != null
                ? arguments.getFirst()
                : items(arguments);
        boolean labelled = !call.labels().isEmpty() && !call.labels().equals(List.of("list"));
        Type item = list == null || labelled ? null : list.type().item();
        if (item == null || list == null) {
            return faults.add(
                    call,
                    "The function (%s) takes one list, or values of one type.".formatted(name),
                    "Maybe %s([a, b, c]).".formatted(name));
        }
        boolean ordered = item == Type.NUMBER
                || item == Type.TEXT
                || item == Type.DATE
                || item == Type.MONTHS
                || item == Type.DURATION
                || item == Type.NULL;
        boolean numbers = item == Type.NUMBER || item == Type.NULL;
        return switch (name) {
            case "count" -> pool.apply(Op.COUNT, Type.NUMBER, list);
            case "sum", "mean" ->
                numbers
                        ? pool.apply(name.equals("sum") ? Op.SUM : Op.MEAN, Type.NUMBER, list)
                        : faults.add(
                                call,
                                "The function (%s) takes numbers, not a %s."
                                        .formatted(name, list.type().shown()),
                                "Maybe count(…).");
            default ->
                ordered
                        ? pool.apply(name.equals("min") ? Op.MIN : Op.MAX, item, list)
                        : faults.add(
                                call,
                                "The function (%s) does not take a %s."
                                        .formatted(name, list.type().shown()),
                                null);
        };
    }

    /// Members as a list; null where they are not of one type.
    @Nullable
    Node items(List<Node> members) {
        Type joined = Type.NULL;
        for (Node member : members) {
            Type next = joined.join(member.type());
            if (next == null) {
                return null;
            }
            joined = next;
        }
        Type list = joined.list();
        return list == null ? null : pool.items(list, members);
    }

    /// `.year` of a date, `.years` of a duration, and so on.
    Node property(Tree.Property tree, Node of) {
        String property = tree.property().name();
        Op op = switch (of.type()) {
            case DATE ->
                switch (property) {
                    case "year" -> Op.YEAR;
                    case "month" -> Op.MONTH;
                    case "day" -> Op.DAY;
                    case "weekday" -> Op.WEEKDAY;
                    default -> null;
                };
            case MONTHS ->
                switch (property) {
                    case "years" -> Op.YEARS_OF;
                    case "months" -> Op.MONTHS_OF;
                    default -> null;
                };
            case DURATION ->
                switch (property) {
                    case "days" -> Op.DAYS_OF;
                    case "hours" -> Op.HOURS_OF;
                    case "minutes" -> Op.MINUTES_OF;
                    case "seconds" -> Op.SECONDS_OF;
                    default -> null;
                };
            default -> null;
        };
        if (op != null) {
            return pool.apply(op, Type.NUMBER, of);
        }
        if (of.type() == Type.FAULTY) {
            return of;
        }
        List<String> known = switch (of.type()) {
            case DATE -> List.of("year", "month", "day", "weekday");
            case MONTHS -> List.of("years", "months");
            case DURATION -> List.of("days", "hours", "minutes", "seconds");
            default -> Collections.emptyList();
        };
        return faults.add(
                tree.property(),
                "A %s has no property (%s).".formatted(of.type().shown(), property),
                known.isEmpty() ? null : "Maybe (" + String.join("), (", known) + ").");
    }
}
