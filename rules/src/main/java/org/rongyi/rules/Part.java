package org.rongyi.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Nodes;
import org.rongyi.rules.plan.Numbers;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.plan.Outline;
import org.rongyi.rules.plan.Plan;
import org.rongyi.rules.plan.Type;

/// A condition, taken apart where `and`, `or` and `not` stand: the same clauses as in an [Explanation], as rules.
public final class Part {
    private final String text;
    private final Outline outline;

    Part(String text, Outline outline) {
        this.text = text;
        this.outline = outline;
    }

    /// What may be lacking to a comparison that fails; by either it may.
    ///
    /// @param share of the threshold; of nought there is none. Null: no share
    /// @param fixed in what the distance counts, days or the element's unit. Null: no such
    public record Leeway(
            @Nullable BigDecimal share, @Nullable BigDecimal fixed) {

        /// Whether so much may be lacking to this threshold.
        public boolean covers(BigDecimal gap, Object threshold) {
            return fixed != null && gap.compareTo(fixed) <= 0
                    || share != null
                            && threshold instanceof BigDecimal number
                            && number.signum() != 0
                            && gap.compareTo(number.abs().multiply(share)) <= 0;
        }
    }

    /// Says of each comparison what may be lacking to it; null for nothing.
    public interface Leeways {
        @Nullable
        Leeway of(Margin.Comparison comparison, @Nullable Element element, Margin.Unit unit);
    }

    public Clause.Kind kind() {
        return outline.kind();
    }

    /// The parts of `and`, `or` and `not`; none of an atom.
    public List<Part> parts() {
        return outline.parts().stream().map(part -> new Part(text, part)).toList();
    }

    /// The part as a rule.
    public Rule rule() {
        Outline alone = outline.movedBy(-outline.start());
        return rule(text.substring(outline.start(), outline.end()), outline.node(), alone);
    }

    /// Who fails a comparison, but only just: holds exactly where its [Margin] is a gap that the leeway covers. Empty
    /// where the part is no comparison, or nothing may be lacking to it.
    public Optional<Rule> within(Leeways leeways) {
        List<Node> ways = new ArrayList<>();
        StringBuilder said = new StringBuilder(text.substring(outline.start(), outline.end()));
        for (Outline.Bound bound : outline.bounds()) {
            Node value = bound.value();
            Margin.Unit unit = value.type() == Type.NUMBER ? Margin.Unit.NUMBER : Margin.Unit.DAYS;
            Leeway leeway = leeways.of(bound.comparison(), element(value), unit);
            if (leeway == null || bound.comparison() == Margin.Comparison.EQUAL_TO) {
                continue;
            }
            Node way = within(bound.comparison(), value, bound.threshold(), leeway);
            if (way != null) {
                ways.add(way);
                said.append("\n// ").append(bound.comparison()).append(' ').append(leeway);
            }
        }
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        Node node = ways.size() == 1 ? ways.getFirst() : new Node.Any(ways);
        String name = said.toString();
        return Optional.of(rule(
                name, node, new Outline(Clause.Kind.ATOM, 0, name.length(), node, List.of(), List.of(), List.of())));
    }

    private static Rule rule(String text, Node node, Outline outline) {
        TreeSet<String> stored = new TreeSet<>();
        Nodes.stored(node, stored);
        return new Rule(new Plan(text, node, ValueType.BOOLEAN, outline, stored));
    }

    private static @Nullable Element element(Node value) {
        return switch (value) {
            case Node.Stored(var element) -> element;
            case Node.Derived(var element, var formula) -> element;
            default -> null;
        };
    }

    /// A threshold that hangs on a condition is one in each case, so that columns compare with constants.
    private static @Nullable Node within(Margin.Comparison comparison, Node value, Node threshold, Leeway leeway) {
        if (threshold instanceof Node.If(var type, var condition, var yes, var no)) {
            Node whenYes = within(comparison, value, yes, leeway);
            Node whenNo = within(comparison, value, no, leeway);
            return whenYes == null && whenNo == null
                    ? null
                    : new Node.If(Type.BOOLEAN, condition, orNever(whenYes), orNever(whenNo));
        }
        List<Node> ways = new ArrayList<>();
        if (value.type() == Type.NUMBER) {
            ways.addAll(within(comparison, value, threshold, leeway.share(), leeway.fixed()));
        } else if (leeway.fixed() != null) {
            Op plus = value.type() == Type.DATE ? Op.DATE_PLUS_DURATION : Op.DURATION_ADD;
            Node room = new Node.Constant(
                    Type.DURATION, Duration.ofDays(leeway.fixed().longValue()));
            ways.add(lacking(comparison, value, threshold, moved(comparison, plus, threshold, room)));
        }
        return ways.isEmpty() ? null : ways.size() == 1 ? ways.getFirst() : new Node.Any(ways);
    }

    private static Node orNever(@Nullable Node node) {
        return node == null ? Node.Constant.FALSE : node;
    }

    private static List<Node> within(
            Margin.Comparison comparison,
            Node value,
            Node threshold,
            @Nullable BigDecimal share,
            @Nullable BigDecimal fixed) {
        if (threshold instanceof Node.Constant(var type, var constant)) {
            if (!(constant instanceof BigDecimal number)) {
                return List.of();
            }
            BigDecimal ofShare = share == null ? BigDecimal.ZERO : number.abs().multiply(share);
            boolean any = fixed != null || ofShare.signum() != 0;
            BigDecimal gap = fixed == null ? ofShare : fixed.max(ofShare);
            return any
                    ? List.of(lacking(comparison, value, threshold, moved(comparison, Op.ADD, threshold, number(gap))))
                    : List.of();
        }
        List<Node> ways = new ArrayList<>();
        if (fixed != null) {
            ways.add(lacking(comparison, value, threshold, moved(comparison, Op.ADD, threshold, number(fixed))));
        }
        if (share != null) {
            Node gap = apply(Op.MULTIPLY, Type.NUMBER, apply(Op.ABS, Type.NUMBER, threshold), number(share));
            Node isNought = apply(Op.EQ, Type.BOOLEAN, threshold, number(BigDecimal.ZERO));
            Node just = lacking(comparison, value, threshold, moved(comparison, Op.ADD, threshold, gap));
            ways.add(new Node.All(List.of(just, new Node.Not(isNought))));
        }
        return ways;
    }

    private static boolean isLower(Margin.Comparison comparison) {
        return comparison == Margin.Comparison.AT_LEAST || comparison == Margin.Comparison.MORE_THAN;
    }

    /// The threshold as near to the failing value as the gap allows.
    private static Node moved(Margin.Comparison comparison, Op plus, Node threshold, Node gap) {
        Op op = !isLower(comparison)
                ? plus
                : switch (plus) {
                    case ADD -> Op.SUBTRACT;
                    case DATE_PLUS_DURATION -> Op.DATE_MINUS_DURATION;
                    default -> Op.DURATION_SUBTRACT;
                };
        if (threshold instanceof Node.Constant(var type, var value) && gap instanceof Node.Constant(var t, var by)) {
            return new Node.Constant(type, op.apply(value, by));
        }
        return apply(op, threshold.type(), threshold, gap);
    }

    /// Not as far as the threshold, and no farther from it than the moved one.
    private static Node lacking(Margin.Comparison comparison, Node value, Node threshold, Node moved) {
        Op fails = switch (comparison) {
            case AT_LEAST -> Op.LT;
            case MORE_THAN -> Op.LE;
            case AT_MOST -> Op.GT;
            case LESS_THAN, EQUAL_TO -> Op.GE;
        };
        Op reaches = isLower(comparison) ? Op.GE : Op.LE;
        return new Node.All(
                List.of(apply(fails, Type.BOOLEAN, value, threshold), apply(reaches, Type.BOOLEAN, value, moved)));
    }

    private static Node number(BigDecimal value) {
        return new Node.Constant(Type.NUMBER, Numbers.canonical(value));
    }

    private static Node apply(Op op, Type type, Node left, Node right) {
        return new Node.Apply(op, type, List.of(left, right));
    }

    private static Node apply(Op op, Type type, Node only) {
        return new Node.Apply(op, type, List.of(only));
    }
}
