package org.rongyi.rules.syntax;

import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Parser;
import org.rongyi.rules.RuleFault;

/// Reads rule texts: scan, check the structure, let the FEEL parser group, convert to our tree.
public final class Parser {

    private final Names names;

    /// A parser that knows these names of several words or odd signs.
    public Parser(Names names) {
        this.names = names;
    }

    /// Parses one rule text.
    public Parsed parse(String text) {
        Source source = new Source(text);
        if (text.length() > Limits.TEXT) {
            String message = "The rule is longer than %d characters (%d).".formatted(Limits.TEXT, text.length());
            return refused(source.fault(
                    Limits.TEXT, text.length(), message, "Maybe split it, or name a part as a derived element."));
        }
        Scanner scanner = new Scanner(source, names);
        scanner.scan();
        if (!scanner.faults().isEmpty()) {
            return new Parsed.Refused(scanner.faults());
        }
        RuleFault fault = new Structure(source, names, scanner.tokens()).check();
        if (fault != null) {
            return refused(fault);
        }
        try {
            return group(source, scanner);
        } catch (StackOverflowError smallStack) {
            // The limits keep this from happening on a stack of 1 MB; a caller may run on less.
            return refused(source.fault(0, text.length(), "The rule is nested too deeply.", "Maybe split it."));
        }
    }

    private static Parsed group(Source source, Scanner scanner) {
        FirstError error = new FirstError();
        FEEL_1_1Parser parser =
                FEELParser.parse(null, scanner.masked(), Map.of(), Map.of(), List.of(), List.of(), null);
        // Full LL lookahead on this grammar takes twice as long for each further `x in xs and` (a minute for sixteen);
        // SLL is linear
        // and groups alike, as the comparison with KIE's evaluator and the TCK shows.
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.addErrorListener(error);
        FEEL_1_1Parser.Compilation_unitContext unit = parser.compilation_unit();
        if (error.start >= 0) {
            String found = source.slice(error.start, error.end);
            String message = found.isEmpty()
                    ? "The rule ends too early."
                    : "The rule cannot be read on from (%s).".formatted(Scanner.shorten(found));
            return refused(source.fault(error.start, error.end, message, null));
        }
        try {
            BaseNode root = new ASTBuilderVisitor(Map.of(), null).visit(unit);
            return new Parsed.Read(new Conversion(source, scanner.masked(), scanner.tokens()).tree(root));
        } catch (Conversion.NotInProfile refusal) {
            return refused(refusal.fault());
        }
    }

    private static Parsed refused(RuleFault fault) {
        return new Parsed.Refused(List.of(fault));
    }

    /// Keeps the place of the parser's first syntax error. Its complaints about unknown variables are left out:
    /// every name is masked and resolved by the plan.
    private static final class FirstError extends BaseErrorListener {

        int start = -1;
        int end = -1;

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            if (start < 0 && symbol instanceof Token token) {
                start = token.getStartIndex();
                end = token.getType() == Token.EOF ? start : token.getStopIndex() + 1;
            }
        }
    }
}
