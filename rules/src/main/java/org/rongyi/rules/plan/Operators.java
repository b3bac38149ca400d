package org.rongyi.rules.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.syntax.Operator;
import org.rongyi.rules.syntax.Tree;

/// Plans operators: which types they take, and what they mean there.
final class Operators {

    private final Pool pool;
    private final Faults faults;

    Operators(Pool pool, Faults faults) {
        this.pool = pool;
        this.faults = faults;
    }

    Node negative(Tree.Negative tree, Node operand) {
        return switch (operand.type()) {
            case NUMBER -> pool.apply(Op.NEGATE, Type.NUMBER, operand);
            case MONTHS -> pool.apply(Op.MONTHS_NEGATE, Type.MONTHS, operand);
            case DURATION -> pool.apply(Op.DURATION_NEGATE, Type.DURATION, operand);
            case NULL, FAULTY -> operand;
            default ->
                faults.add(
                        tree,
                        "A minus sign stands before a %s (%s)."
                                .formatted(operand.type().shown(), faults.text(tree.operand())),
                        null);
        };
    }

    /// `+ - * / **` on what the two sides are.
    Node arithmetic(Tree.Binary tree, Node left, Node right) {
        Type a = left.type();
        Type b = right.type();
        if (a == Type.FAULTY || b == Type.FAULTY) {
            return Node.Constant.FAULTY;
        }
        Type l = a == Type.NULL ? partner(tree.operator(), b) : a;
        Type r = b == Type.NULL ? partner(tree.operator(), l) : b;
        Op numeric = switch (tree.operator()) {
            case ADD -> Op.ADD;
            case SUB -> Op.SUBTRACT;
            case MUL -> Op.MULTIPLY;
            case DIV -> Op.DIVIDE;
            default -> Op.POWER;
        };
        if (numeric == Op.POWER
                && right instanceof Node.Constant c
                && c.value() instanceof BigDecimal n
                && n.scale() > 0) {
            return faults.add(
                    tree.right(),
                    "An exponent must be a whole number (%s).".formatted(faults.text(tree.right())),
                    null);
        }
        if (l == Type.NUMBER && r == Type.NUMBER) {
            return pool.apply(numeric, Type.NUMBER, left, right);
        }
        Node other = switch (tree.operator()) {
            case ADD -> sum(l, r, left, right);
            case SUB -> difference(l, r, left, right);
            default -> null;
        };
        return other != null ? other : wrongTypes(tree, left, right);
    }

    private static Type partner(Operator operator, Type other) {
        return other == Type.NULL || (other == Type.DATE && operator != Operator.SUB) ? Type.NUMBER : other;
    }

    private @Nullable Node sum(Type l, Type r, Node left, Node right) {
        if (l == Type.TEXT && r == Type.TEXT) {
            return pool.apply(Op.CONCAT, Type.TEXT, left, right);
        }
        if (r == Type.DATE && (l == Type.MONTHS || l == Type.DURATION)) {
            return sum(r, l, right, left);
        }
        if (l == Type.DATE && r == Type.MONTHS) {
            return pool.apply(Op.DATE_PLUS_MONTHS, Type.DATE, left, right);
        }
        if (l == Type.DATE && r == Type.DURATION) {
            return pool.apply(Op.DATE_PLUS_DURATION, Type.DATE, left, right);
        }
        if (l == Type.MONTHS && r == Type.MONTHS) {
            return pool.apply(Op.MONTHS_ADD, Type.MONTHS, left, right);
        }
        return l == Type.DURATION && r == Type.DURATION
                ? pool.apply(Op.DURATION_ADD, Type.DURATION, left, right)
                : null;
    }

    private @Nullable Node difference(Type l, Type r, Node left, Node right) {
        if (l == Type.DATE && r == Type.DATE) {
            return pool.apply(Op.DATE_MINUS_DATE, Type.DURATION, left, right);
        }
        if (l == Type.DATE && r == Type.MONTHS) {
            return pool.apply(Op.DATE_MINUS_MONTHS, Type.DATE, left, right);
        }
        if (l == Type.DATE && r == Type.DURATION) {
            return pool.apply(Op.DATE_MINUS_DURATION, Type.DATE, left, right);
        }
        if (l == Type.MONTHS && r == Type.MONTHS) {
            return pool.apply(Op.MONTHS_SUBTRACT, Type.MONTHS, left, right);
        }
        return l == Type.DURATION && r == Type.DURATION
                ? pool.apply(Op.DURATION_SUBTRACT, Type.DURATION, left, right)
                : null;
    }

    private Node wrongTypes(Tree.Binary tree, Node left, Node right) {
        String advice = null;
        boolean dateAndNumber = left.type() == Type.DATE && right.type() == Type.NUMBER;
        if (dateAndNumber) {
            advice = "Maybe a duration: duration(\"P30D\"), duration(\"P1Y\").";
        } else if (left.type().item() != null || right.type().item() != null) {
            advice = "Maybe count(…) or sum(…) of the list.";
        }
        return faults.add(
                tree,
                "(%s) does not work on a %s (%s) and a %s (%s)."
                        .formatted(
                                tree.operator().symbol(),
                                left.type().shown(),
                                faults.text(tree.left()),
                                right.type().shown(),
                                faults.text(tree.right())),
                advice);
    }

    /// A comparison. `= null` and `!= null`, with the literal, ask whether there is a value.
    Node comparison(Tree at, Operator operator, Tree leftTree, Node left, Tree rightTree, Node right) {
        if (left.type() == Type.FAULTY || right.type() == Type.FAULTY) {
            return Node.Constant.FAULTY;
        }
        boolean equality = operator == Operator.EQ || operator == Operator.NE;
        boolean literalNull = left.type() == Type.NULL || right.type() == Type.NULL;
        if (equality && literalNull) {
            Node absent = pool.absent(left.type() == Type.NULL ? right : left);
            return operator == Operator.EQ ? absent : pool.not(absent);
        }
        Type type = left.type().join(right.type());
        boolean lists = left.type().item() != null || right.type().item() != null;
        if (type == null || lists || (!equality && type == Type.BOOLEAN)) {
            String message = "(%s) does not compare a %s (%s) with a %s (%s)."
                    .formatted(
                            operator.symbol(),
                            left.type().shown(),
                            faults.text(leftTree),
                            right.type().shown(),
                            faults.text(rightTree));
            return faults.add(at, message, comparisonAdvice(leftTree, left, rightTree, right));
        }
        return switch (operator) {
            case EQ -> pool.apply(Op.EQ, Type.BOOLEAN, left, right);
            case NE -> pool.not(pool.apply(Op.EQ, Type.BOOLEAN, left, right));
            case LT -> pool.apply(Op.LT, Type.BOOLEAN, left, right);
            case LE -> pool.apply(Op.LE, Type.BOOLEAN, left, right);
            case GT -> pool.apply(Op.GT, Type.BOOLEAN, left, right);
            case GE -> pool.apply(Op.GE, Type.BOOLEAN, left, right);
            default -> throw new IllegalStateException("(%s) does not compare".formatted(operator));
        };
    }

    private @Nullable String comparisonAdvice(Tree leftTree, Node left, Tree rightTree, Node right) {
        if (left.type().item() != null || right.type().item() != null) {
            String list = faults.text(left.type().item() != null ? leftTree : rightTree);
            return "Maybe list contains(%s, …), or count(%s) = 0.".formatted(list, list);
        }
        String advice = literalAdvice(left.type(), rightTree);
        return advice != null ? advice : literalAdvice(right.type(), leftTree);
    }

    /// What a literal may be meant for beside a value of another type.
    private @Nullable String literalAdvice(Type wanted, Tree tree) {
        if (!(tree instanceof Tree.Literal literal)) {
            return null;
        }
        if (literal.value() instanceof BigDecimal && wanted != Type.TEXT) {
            return switch (wanted) {
                case DATE -> "Maybe take a part of it: (…).year.";
                case DURATION -> "Maybe take a part of it: (…).days.";
                case MONTHS -> "Maybe take a part of it: (…).years.";
                default -> null;
            };
        }
        if (literal.value() instanceof BigDecimal) {
            return wanted == Type.TEXT ? "Maybe \"%s\" in quotes.".formatted(faults.text(tree)) : null;
        }
        if (!(literal.value() instanceof String text)) {
            return null;
        }
        return switch (wanted) {
            case DATE -> "Maybe date(\"%s\").".formatted(Temporal.date(text) == null ? "2026-01-31" : text);
            case NUMBER -> isNumber(text) ? "Maybe %s without quotes.".formatted(text) : null;
            case BOOLEAN ->
                "Maybe %s without quotes.".formatted(text.equals("否") || text.equals("false") ? "false" : "true");
            default -> null;
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,30}(\\.\\d{1,30})?");
    }
}
