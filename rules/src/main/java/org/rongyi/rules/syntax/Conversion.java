package org.rongyi.rules.syntax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameDefNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.rongyi.rules.RuleFault;

/// Turns the FEEL parser's nodes into our tree. Names and strings come from our tokens by position, since that
/// parser saw them masked.
final class Conversion {

    /// A construct of FEEL that the profile leaves out. Never leaves this package.
    static final class NotInProfile extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RuleFault fault;

        NotInProfile(RuleFault fault) {
            super(fault.message(), null, false, false);
            this.fault = fault;
        }

        RuleFault fault() {
            return fault;
        }
    }

    private final Source source;
    private final String masked;
    private final Map<Integer, Token> tokensByStart = new HashMap<>();

    /// @param masked the text as the FEEL parser saw it, without comments
    Conversion(Source source, String masked, List<Token> tokens) {
        this.source = source;
        this.masked = masked;
        tokens.forEach(token -> tokensByStart.put(token.start(), token));
    }

    Tree tree(ASTNode node) {
        int start = node.getStartChar();
        int end = node.getEndChar() + 1;
        return switch (node) {
            case NumberNode n -> number(start, end);
            case StringNode s -> new Tree.Literal(start, end, value(start));
            case BooleanNode b -> new Tree.Literal(start, end, b.getValue());
            case NullNode n -> new Tree.Literal(start, end, null);
            case AtLiteralNode a -> new Tree.AtLiteral(start, end, value(start));
            case NameRefNode n -> name(n);
            case QualifiedNameNode q -> qualified(q);
            case PathExpressionNode p -> new Tree.Property(start, end, tree(p.getExpression()), name(p.getName()));
            case InfixOpNode i -> infix(i);
            case SignedUnaryNode s -> signed(s, start, end);
            case BetweenNode b ->
                new Tree.Between(start, end, tree(b.getValue()), tree(b.getStart()), tree(b.getEnd()));
            case InNode i -> in(i);
            case IfExpressionNode i ->
                new Tree.If(
                        start, end, tree(i.getCondition()), tree(i.getThenExpression()), tree(i.getElseExpression()));
            case QuantifiedExpressionNode q -> quantified(q, start, end);
            case ListNode l -> list(l, start, end);
            case FunctionInvocationNode f -> call(f, start, end);
            case RangeNode r -> throw refuse(r, "A range stands where a value must.", "Maybe “x in [1..10]”.");
            default -> throw refuse(node, "This form of FEEL is not in the profile.", null);
        };
    }

    private Tree number(int start, int end) {
        String text = source.slice(start, end);
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException tooLarge) {
            throw refuse(start, end, "The number (%s) is out of range.".formatted(Scanner.shorten(text)), null);
        }
        if (value.precision() > Limits.DIGITS || Math.abs((long) value.scale()) > Limits.DIGITS * 10L) {
            throw refuse(
                    start,
                    end,
                    "The number (%s) is out of range.".formatted(Scanner.shorten(text)),
                    "Maybe fewer digits; %d are kept exactly.".formatted(Limits.DIGITS));
        }
        return new Tree.Literal(start, end, value);
    }

    private String value(int start) {
        Token token = tokensByStart.get(start);
        if (token == null) {
            throw new IllegalStateException("no token at (%d) of (%s)".formatted(start, source.text()));
        }
        return token.value();
    }

    private Tree.Name name(ASTNode node) {
        int start = node.getStartChar();
        if (!(node instanceof NameRefNode || node instanceof NameDefNode) || !tokensByStart.containsKey(start)) {
            throw refuse(node, "A plain name must stand here.", null);
        }
        return new Tree.Name(start, node.getEndChar() + 1, value(start));
    }

    private Tree qualified(QualifiedNameNode node) {
        Tree tree = name(node.getParts().getFirst());
        for (NameRefNode part : node.getParts().subList(1, node.getParts().size())) {
            tree = new Tree.Property(tree.start(), part.getEndChar() + 1, tree, name(part));
        }
        return tree;
    }

    private Tree signed(SignedUnaryNode node, int start, int end) {
        if (node.getSign() == SignedUnaryNode.Sign.POSITIVE) {
            throw refuse(node, "A plus sign stands before nothing to add to.", "Maybe leave it out.");
        }
        return new Tree.Negative(start, end, tree(node.getExpression()));
    }

    private Tree infix(InfixOpNode node) {
        int start = node.getStartChar();
        int end = node.getEndChar() + 1;
        if (isJunction(node)) {
            return junction(
                    node.getOperator() == InfixOperator.AND,
                    start,
                    end,
                    List.of(tree(node.getLeft()), tree(node.getRight())));
        }
        Operator operator = operator(node.getOperator());
        boolean plainLeft = node.getLeft().getStartChar() == start;
        if (operator.compares()
                && plainLeft
                && node.getLeft() instanceof InfixOpNode left
                && !isJunction(left)
                && operator(left.getOperator()).compares()) {
            throw refuse(
                    start,
                    end,
                    "Comparisons cannot be chained (%s).".formatted(Scanner.shorten(source.slice(start, end))),
                    chainAdvice(operator(left.getOperator()), operator));
        }
        return new Tree.Binary(start, end, operator, tree(node.getLeft()), tree(node.getRight()));
    }

    private static String chainAdvice(Operator first, Operator second) {
        boolean equal = first == Operator.EQ || second == Operator.EQ;
        return equal ? "Maybe “a = b and b = c”." : "Maybe “x between 1 and 10”, or “x in (1..10)”.";
    }

    private static boolean isJunction(InfixOpNode node) {
        return node.getOperator() == InfixOperator.AND || node.getOperator() == InfixOperator.OR;
    }

    /// Flattens `(a and b) and c` to one junction of three parts, whether or not brackets were written.
    private static Tree junction(boolean conjunction, int start, int end, List<Tree> sides) {
        List<Tree> parts = new ArrayList<>();
        for (Tree side : sides) {
            if (side instanceof Tree.Junction same && same.conjunction() == conjunction) {
                parts.addAll(same.parts());
            } else {
                parts.add(side);
            }
        }
        return new Tree.Junction(start, end, conjunction, List.copyOf(parts));
    }

    private static Operator operator(InfixOperator operator) {
        return switch (operator) {
            case EQ -> Operator.EQ;
            case NE -> Operator.NE;
            case LT -> Operator.LT;
            case LTE -> Operator.LE;
            case GT -> Operator.GT;
            case GTE -> Operator.GE;
            case ADD -> Operator.ADD;
            case SUB -> Operator.SUB;
            case MULT -> Operator.MUL;
            case DIV -> Operator.DIV;
            case POW -> Operator.POW;
            case AND, OR -> throw new IllegalStateException("a junction is no binary operator (" + operator + ")");
        };
    }

    private Tree in(InNode node) {
        return in(node.getStartChar(), tree(node.getValue()), node.getExprs(), node.getEndChar() + 1);
    }

    /// The FEEL grammar reads `x in xs and y` as `x in (xs and y)`. Whoever writes it means the other, so an
    /// unbracketed junction behind `in` is turned outwards.
    private Tree in(int start, Tree value, ASTNode tests, int end) {
        if (tests instanceof InfixOpNode infix && isJunction(infix)) {
            Tree left = in(start, value, infix.getLeft(), infix.getLeft().getEndChar() + 1);
            return junction(
                    infix.getOperator() == InfixOperator.AND, start, end, List.of(left, tree(infix.getRight())));
        }
        return new Tree.In(start, end, value, tests(tests));
    }

    private List<Tree.Test> tests(ASTNode node) {
        boolean bracketed = node instanceof ListNode && masked.charAt(Math.max(0, opening(node))) == '(';
        if (bracketed && node instanceof ListNode list) {
            List<Tree.Test> tests = new ArrayList<>();
            list.getElements().forEach(element -> tests.add(test(element)));
            return tests;
        }
        return List.of(test(node));
    }

    /// The offset of the bracket before a list, whose own position leaves the brackets out.
    private int opening(ASTNode list) {
        int at = list.getStartChar() - 1;
        while (at > 0 && masked.charAt(at) != '(' && masked.charAt(at) != '[') {
            at--;
        }
        return at;
    }

    private Tree.Test test(ASTNode node) {
        return switch (node) {
            case RangeNode r ->
                new Tree.Test.Range(
                        bound(r.getStart()),
                        r.getLowerBound() == RangeNode.IntervalBoundary.CLOSED,
                        bound(r.getEnd()),
                        r.getUpperBound() == RangeNode.IntervalBoundary.CLOSED);
            case UnaryTestNode u
            when u.getOperator() == UnaryTestNode.UnaryOperator.NE -> new Tree.Test.Other(tree(u.getValue()));
            case UnaryTestNode u
            when u.getOperator() == UnaryTestNode.UnaryOperator.EQ -> new Tree.Test.Value(tree(u.getValue()));
            default -> new Tree.Test.Value(tree(node));
        };
    }

    private @Nullable Tree bound(BaseNode node) {
        return node instanceof UndefinedValueNode ? null : tree(node);
    }

    private Tree list(ListNode node, int start, int end) {
        int open = node.getElements().isEmpty() ? start : opening(node);
        int close = end;
        if (!node.getElements().isEmpty()) {
            while (close < masked.length() && masked.charAt(close - 1) != ']') {
                close++;
            }
        }
        return new Tree.Items(open, close, trees(node.getElements()));
    }

    private Tree quantified(QuantifiedExpressionNode node, int start, int end) {
        List<Tree.Binding> bindings = new ArrayList<>();
        node.getIterationContexts().forEach(context -> {
            if (context.getRangeEndExpr() != null) {
                throw refuse(context, "Counting loops are not in the profile.", null);
            }
            bindings.add(new Tree.Binding(name(context.getName()), tree(context.getExpression())));
        });
        boolean every = node.getQuantifier() == QuantifiedExpressionNode.Quantifier.EVERY;
        return new Tree.Quantified(start, end, every, bindings, tree(node.getExpression()));
    }

    private Tree call(FunctionInvocationNode node, int start, int end) {
        List<Tree> arguments = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (BaseNode parameter : node.getParams().getElements()) {
            if (parameter instanceof NamedParameterNode named) {
                labels.add(name(named.getName()).name());
                arguments.add(tree(named.getExpression()));
            } else {
                arguments.add(tree(parameter));
            }
        }
        return new Tree.Call(start, end, name(node.getName()), arguments, labels);
    }

    private List<Tree> trees(List<BaseNode> nodes) {
        List<Tree> trees = new ArrayList<>();
        nodes.forEach(node -> trees.add(tree(node)));
        return trees;
    }

    private NotInProfile refuse(ASTNode node, String message, @Nullable String advice) {
        return refuse(node.getStartChar(), node.getEndChar() + 1, message, advice);
    }

    private NotInProfile refuse(int start, int end, String message, @Nullable String advice) {
        return new NotInProfile(source.fault(start, end, message, advice));
    }
}
