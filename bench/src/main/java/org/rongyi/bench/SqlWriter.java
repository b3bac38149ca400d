package org.rongyi.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Nodes;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.row.Judge;

/// Writes a rule as an SQL condition over a table with a column an element. SQL's three values are Kleene's, so where
/// nothing
/// is divided the counts must be the same.
final class SqlWriter {

    /// What has no counterpart in SQL, or none that means the same.
    static final class Untold extends RuntimeException {
        private static final long serialVersionUID = 1;

        Untold(Node node) {
            super("no SQL for " + node);
        }
    }

    private final LocalDate asOf;

    SqlWriter(LocalDate asOf) {
        this.asOf = asOf;
    }

    /// A condition, or null where it cannot be told.
    @Nullable
    String conditionOrNull(Node node) {
        try {
            return sql(node);
        } catch (Untold untold) {
            return null;
        }
    }

    /// Whether a rule divides by something that may be zero: FEEL's null there fails, SQL's is unknown.
    static boolean divides(Node node) {
        boolean[] found = new boolean[1];
        Nodes.walk(node, n -> found[0] |= n instanceof Node.Apply a && a.op() == Op.DIVIDE);
        return found[0];
    }

    private String sql(Node node) {
        if (!(node instanceof Node.Constant) && readsNothing(node)) {
            Row nothing = id -> null;
            return literal(new Judge(nothing, asOf).constant(node));
        }
        return switch (node) {
            case Node.Constant c -> literal(c.value());
            case Node.Stored s -> "\"" + s.element().id() + "\"";
            case Node.Derived d -> sql(d.formula());
            case Node.All a -> joined(a.parts(), " AND ");
            case Node.Any a -> joined(a.parts(), " OR ");
            case Node.Not n -> "(NOT " + sql(n.operand()) + ")";
            case Node.If i -> {
                String condition = sql(i.condition());
                yield "(CASE WHEN (%s) IS NULL THEN NULL WHEN %s THEN %s ELSE %s END)"
                        .formatted(condition, condition, sql(i.yes()), sql(i.no()));
            }
            case Node.Absent a -> "(" + sql(a.operand()) + " IS NULL)";
            case Node.Each e -> each(e);
            case Node.Apply a -> apply(a);
            case Node.AsOf a -> literal(asOf);
            case Node.Local l -> throw new Untold(l);
            case Node.Items i -> throw new Untold(i);
        };
    }

    private static boolean readsNothing(Node node) {
        Set<String> ids = new TreeSet<>();
        Nodes.stored(node, ids);
        boolean[] local = new boolean[1];
        Nodes.walk(node, n -> local[0] |= n instanceof Node.Local);
        return ids.isEmpty() && !local[0];
    }

    private String joined(List<Node> parts, String word) {
        return parts.stream().map(this::sql).collect(Collectors.joining(word, "(", ")"));
    }

    /// `some x in codes satisfies x in (…)`.
    private String each(Node.Each each) {
        if (!each.every()
                && each.body() instanceof Node.Apply(Op op, var type, List<Node> arguments)
                && arguments.getFirst() instanceof Node.Local
                && arguments.getLast() instanceof Node.Constant(var t, var value)) {
            if (op == Op.MEMBER && value instanceof Collection<?>) {
                return "list_has_any(%s, %s)".formatted(sql(each.list()), literal(value));
            }
            if (op == Op.EQ && value instanceof String) {
                return "list_contains(%s, %s)".formatted(sql(each.list()), literal(value));
            }
        }
        throw new Untold(each);
    }

    private String apply(Node.Apply apply) {
        List<Node> a = apply.arguments();
        return switch (apply.op()) {
            case EQ -> infix(a, "=");
            case LT -> infix(a, "<");
            case LE -> infix(a, "<=");
            case GT -> infix(a, ">");
            case GE -> infix(a, ">=");
            case ADD -> infix(a, "+");
            case SUBTRACT -> infix(a, "-");
            case MULTIPLY -> infix(a, "*");
            case DIVIDE -> "(%s / nullif(%s, 0))".formatted(sql(a.get(0)), sql(a.get(1)));
            case NEGATE -> "(-" + sql(a.getFirst()) + ")";
            case MEMBER -> member(a);
            case LIST_CONTAINS -> "list_contains(%s, %s)".formatted(sql(a.get(0)), sql(a.get(1)));
            case COUNT -> "len(%s)".formatted(sql(a.getFirst()));
            case STARTS_WITH -> "starts_with(%s, %s)".formatted(sql(a.get(0)), sql(a.get(1)));
            case ENDS_WITH -> "ends_with(%s, %s)".formatted(sql(a.get(0)), sql(a.get(1)));
            case CONTAINS -> "contains(%s, %s)".formatted(sql(a.get(0)), sql(a.get(1)));
            case STRING_LENGTH -> "length(%s)".formatted(sql(a.getFirst()));
            case SUBSTRING ->
                "substring(%s)".formatted(a.stream().map(this::sql).collect(Collectors.joining(", ")));
            case YEAR -> "year(%s)".formatted(sql(a.getFirst()));
            case YEARS_OF -> "(%s // 12)".formatted(months(a.getFirst()));
            default -> throw new Untold(apply);
        };
    }

    private String months(Node node) {
        if (node instanceof Node.Apply(Op op, var type, List<Node> a) && op == Op.MONTHS_BETWEEN) {
            return "date_sub('month', %s, %s)".formatted(sql(a.get(0)), sql(a.get(1)));
        }
        throw new Untold(node);
    }

    private String member(List<Node> arguments) {
        if (arguments.getLast() instanceof Node.Constant(var type, Collection<?> list)) {
            String items = list.stream().map(SqlWriter::literal).collect(Collectors.joining(", "));
            return "(%s IN (%s))".formatted(sql(arguments.getFirst()), items);
        }
        return "list_contains(%s, %s)".formatted(sql(arguments.getLast()), sql(arguments.getFirst()));
    }

    private String infix(List<Node> arguments, String operator) {
        return "(%s %s %s)".formatted(sql(arguments.get(0)), operator, sql(arguments.get(1)));
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case BigDecimal n -> n.toPlainString();
            case String s -> "'" + s.replace("'", "''") + "'";
            case Boolean b -> b.toString();
            case LocalDate d -> "DATE '" + d + "'";
            case Collection<?> list ->
                list.stream().map(SqlWriter::literal).collect(Collectors.joining(", ", "[", "]"));
            default -> throw new IllegalArgumentException("no SQL for (%s)".formatted(value));
        };
    }
}
