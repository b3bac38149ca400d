package org.rongyi.rules.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.RuleFault;
import org.rongyi.rules.syntax.Token.Kind;

/// Walks the tokens once and refuses what cannot be read: brackets that do not close, operators without operands,
/// names side by side. A parser generator reports such things as “no viable alternative”; here each gets its own
/// words and its advice.
final class Structure {

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "=", "!=");

    /// An open bracket, or the whole text (`open` is null), with what has been begun in it.
    private static final class Frame {
        final @Nullable Token open;
        final boolean call;
        final boolean tests;
        boolean range;
        /// What nests to the right without a bracket: if, some, every, and `in` before anything but a bracket.
        int begun;
        final Deque<Token> ifs = new ArrayDeque<>();
        final Deque<Token> quantifiers = new ArrayDeque<>();

        Frame(@Nullable Token open, boolean call, boolean tests) {
            this.open = open;
            this.call = call;
            this.tests = tests;
        }

        boolean list() {
            return open != null && open.value().equals("[");
        }
    }

    private final Source source;
    private final Names names;
    private final List<Token> tokens;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private @Nullable Token previous;
    private boolean operandExpected = true;
    private int operators;
    private int prefixes;
    private int tests;
    private int arithmetic;
    private @Nullable RuleFault fault;

    Structure(Source source, Names names, List<Token> tokens) {
        this.source = source;
        this.names = names;
        this.tokens = tokens;
    }

    /// The first fault, or null.
    @Nullable
    RuleFault check() {
        frames.push(new Frame(null, false, false));
        for (int i = 0; i < tokens.size() && fault == null; i++) {
            Token token = tokens.get(i);
            step(token, i);
            previous = token;
            if (depth() > Limits.NESTING || tests > Limits.TESTS) {
                refuse(
                        token,
                        "The rule is nested deeper than %d levels.".formatted(Limits.NESTING),
                        "Maybe split it, or name a part as a derived element.");
            } else if (arithmetic > Limits.ARITHMETIC) {
                String message = "The rule has more than %d arithmetic operators.".formatted(Limits.ARITHMETIC);
                refuse(token, message, "Maybe use a list: sum([a, b, c]).");
            } else if (operators > Limits.OPERATORS) {
                refuse(
                        token,
                        "The rule has more than %d operators.".formatted(Limits.OPERATORS),
                        "Maybe use a list: x in (a, b, c).");
            }
        }
        return fault;
    }

    private int depth() {
        int depth = frames.size() + prefixes;
        for (Frame frame : frames) {
            depth += frame.begun;
        }
        return depth;
    }

    private void step(Token token, int index) {
        switch (token.kind()) {
            case NUMBER, STRING, AT_LITERAL, NAME -> operand(token);
            case KEYWORD -> keyword(token, index);
            case OPERATOR -> operator(token);
            case OPEN -> open(token);
            case CLOSE -> close(token);
            case COMMA -> comma(token);
            case DOT -> dot(token, index);
            case DOTS -> dots(token);
            case COLON -> colon(token);
            case END -> end();
        }
    }

    private void operand(Token token) {
        if (!operandExpected) {
            sideBySide(token);
        }
        operandExpected = false;
        prefixes = 0;
    }

    private void sideBySide(Token token) {
        Token before = previous;
        if (before == null) {
            return;
        }
        String pair = source.slice(before.start(), token.end());
        for (Token word : List.of(before, token)) {
            String meant = word.kind() == Kind.NAME ? Advice.forWord(word.value()) : null;
            if (meant != null) {
                refuse(word, "(%s) is not of the rule language.".formatted(word.value()), meant);
                return;
            }
        }
        boolean twoNames = before.kind() == Kind.NAME && token.kind() == Kind.NAME;
        String near = twoNames ? Nearest.advice(before.value() + " " + token.value(), names.all()) : null;
        String advice = near != null ? near : "Maybe an operator is missing between them (and, or, =, +).";
        fault = source.fault(
                before.start(),
                token.end(),
                "Two things stand side by side (%s).".formatted(Scanner.shorten(pair)),
                advice);
    }

    private void keyword(Token token, int index) {
        switch (token.value()) {
            case "true", "false", "null" -> operand(token);
            case "not" -> {
                operand(token);
                if (fault == null && !tokens.get(index + 1).is(Kind.OPEN, "(")) {
                    refuse(token, "After (not) a bracket must open.", "Maybe “not(…)”.");
                }
            }
            case "if" -> {
                begin(token);
                top().ifs.push(token);
            }
            case "some", "every" -> {
                begin(token);
                top().quantifiers.push(token);
                if (tokens.get(index + 1).kind() != Kind.NAME
                        || !tokens.get(index + 2).is(Kind.KEYWORD, "in")) {
                    refuse(
                            token,
                            "After (%s) a variable and “in” must follow.".formatted(token.value()),
                            "Maybe “%s x in 资质 satisfies x = …”.".formatted(token.value()));
                }
            }
            case "then", "else", "satisfies" -> continuation(token);
            default -> infix(token, index); // and, or, in, between
        }
    }

    private void begin(Token token) {
        if (!operandExpected) {
            sideBySide(token);
        }
        operandExpected = true;
        operators++;
        top().begun++;
    }

    private void continuation(Token token) {
        if (operandExpected) {
            nothingBefore(token);
            return;
        }
        operandExpected = true;
        Deque<Token> begun = token.value().equals("satisfies") ? top().quantifiers : top().ifs;
        if (begun.isEmpty()) {
            String opener = token.value().equals("satisfies") ? "some … in …" : "if …";
            refuse(token, "(%s) stands without “%s” before it.".formatted(token.value(), opener), null);
        } else if (!token.value().equals("then")) {
            begun.pop();
        }
    }

    /// The `in` of `some x in …`, not that of a test.
    private boolean isBinding(int index) {
        Token before = index < 2 ? null : tokens.get(index - 2);
        boolean quantifier = before != null && (before.is(Kind.KEYWORD, "some") || before.is(Kind.KEYWORD, "every"));
        return quantifier
                || (before != null
                        && before.kind() == Kind.COMMA
                        && !top().quantifiers.isEmpty());
    }

    private void infix(Token token, int index) {
        if (token.value().equals("in") && !isBinding(index)) {
            tests++;
            top().begun += tokens.get(index + 1).is(Kind.OPEN, "(") ? 0 : 1;
        }
        if (operandExpected) {
            nothingBefore(token);
        }
        operandExpected = true;
        operators++;
    }

    private void operator(Token token) {
        operators++;
        arithmetic += COMPARISONS.contains(token.value()) ? 0 : 1;
        if (!operandExpected) {
            operandExpected = true;
            return;
        }
        Token before = previous;
        if (token.value().equals("-")) {
            prefixes++;
            return;
        }
        boolean startsTest = COMPARISONS.contains(token.value())
                && before != null
                && (before.is(Kind.KEYWORD, "in")
                        || (top().tests && (before == top().open || before.kind() == Kind.COMMA)));
        if (!startsTest) {
            nothingBefore(token);
        }
    }

    private void nothingBefore(Token token) {
        Token before = previous;
        if (before != null && before.kind() == Kind.OPERATOR && token.kind() == Kind.OPERATOR) {
            fault = source.fault(
                    before.start(),
                    token.end(),
                    "Two operators stand side by side (%s).".formatted(source.slice(before.start(), token.end())),
                    null);
            return;
        }
        String where = before == null ? "at the start of the rule" : "after (%s)".formatted(before.value());
        refuse(token, "Before (%s) something is missing %s.".formatted(token.value(), where), null);
    }

    private void open(Token token) {
        Token before = previous;
        boolean round = token.value().equals("(");
        if (operandExpected) {
            frames.push(new Frame(token, false, before != null && before.is(Kind.KEYWORD, "in")));
        } else if (round && before != null && (before.kind() == Kind.NAME || before.is(Kind.KEYWORD, "not"))) {
            frames.push(new Frame(token, true, false));
            operandExpected = true;
        } else if (!round) {
            refuse(token, "Filters and indexes (x[…]) are not in the profile.", "Maybe “some x in … satisfies …”.");
        } else {
            sideBySide(token);
        }
    }

    private void close(Token token) {
        Frame frame = top();
        Token open = frame.open;
        if (open == null) {
            refuse(
                    token,
                    "(%s) closes nothing.".formatted(token.value()),
                    "Maybe it is one too many, or an opening bracket is missing before it.");
            return;
        }
        boolean empty = previous == open && (frame.call || frame.list());
        if (previous == open && !empty) {
            fault = source.fault(open.start(), token.end(), "Nothing stands in the brackets.", null);
            return;
        }
        if (operandExpected && !empty) {
            nothingBefore(token);
            return;
        }
        boolean sameShape = open.value().equals("(") == token.value().equals(")");
        if (!sameShape && !frame.range) {
            refuse(
                    token,
                    "(%s) does not close (%s).".formatted(token.value(), open.value()),
                    "Maybe “%s”.".formatted(open.value().equals("(") ? ")" : "]"));
            return;
        }
        unfinished(frame);
        frames.pop();
        operandExpected = false;
    }

    private void comma(Token token) {
        Frame frame = top();
        if (operandExpected) {
            nothingBefore(token);
        } else if (frame.open == null && frame.quantifiers.isEmpty()) {
            Token before = previous;
            boolean thousands = before != null
                    && before.kind() == Kind.NUMBER
                    && token.end() < source.text().length()
                    && Character.isDigit(source.text().charAt(token.end()));
            refuse(
                    token,
                    "A comma stands outside a list and a call.",
                    thousands ? "Maybe write the number without commas." : "Maybe “and”.");
        } else if (!frame.call && !frame.tests && !frame.list() && frame.quantifiers.isEmpty()) {
            refuse(token, "A comma stands in plain brackets.", "Maybe a list: [ … , … ], or “in ( … , … )”.");
        }
        frame.begun = frame.ifs.size() + frame.quantifiers.size();
        operandExpected = true;
    }

    private void dot(Token token, int index) {
        Token next = tokens.get(index + 1);
        if (operandExpected) {
            nothingBefore(token);
        } else if (next.kind() != Kind.NAME) {
            refuse(token, "After the dot a property must follow.", "Maybe “.year”, “.month” or “.days”.");
        }
        operators++;
        operandExpected = true;
    }

    private void dots(Token token) {
        Frame frame = top();
        if (operandExpected) {
            nothingBefore(token);
        } else if (frame.open == null || frame.call) {
            refuse(token, "(..) stands outside brackets.", "Maybe “x in [1..10]”.");
        }
        frame.range = true;
        operandExpected = true;
    }

    private void colon(Token token) {
        Token before = previous;
        if (!top().call || before == null || before.kind() != Kind.NAME) {
            refuse(token, "(:) is not of the rule language here.", "Maybe “=”.");
        }
        operandExpected = true;
    }

    private void end() {
        Frame frame = top();
        Token before = previous;
        if (before == null) {
            fault = source.fault(0, 0, "The rule is empty.", "Maybe “true”, if it always holds.");
        } else if (operandExpected && before != frame.open) {
            fault = source.fault(
                    before.start(),
                    before.end(),
                    "The rule ends after (%s).".formatted(before.value()),
                    "Maybe something must follow, or (%s) is one too many.".formatted(before.value()));
        } else if (frame.open != null) {
            refuse(
                    frame.open,
                    "The bracket (%s) is not closed.".formatted(frame.open.value()),
                    "Maybe add “%s”.".formatted(frame.open.value().equals("(") ? ")" : "]"));
        } else {
            unfinished(frame);
        }
    }

    private void unfinished(Frame frame) {
        if (!frame.ifs.isEmpty()) {
            refuse(
                    frame.ifs.peek(),
                    "This (if) lacks its then or its else.",
                    "Maybe “if … then … else …”; the else may be null.");
        } else if (!frame.quantifiers.isEmpty()) {
            Token token = frame.quantifiers.peek();
            refuse(
                    token,
                    "This (%s) lacks its satisfies.".formatted(token.value()),
                    "Maybe “%s x in … satisfies …”.".formatted(token.value()));
        }
    }

    private Frame top() {
        return frames.getFirst();
    }

    private void refuse(Token token, String message, @Nullable String advice) {
        if (fault == null) {
            fault = source.fault(token.start(), token.end(), message, advice);
        }
    }
}
