package org.rongyi.match;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Clause;
import org.rongyi.rules.Margin;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;
import org.rongyi.rules.Used;

/// Prints why: each condition with its outcome, then the clauses of its rule with the values used and the distance to
/// the threshold.
final class ExplanationPrinter {
    private final PrintStream out;
    private final Row row;
    private final LocalDate asOf;

    ExplanationPrinter(PrintStream out, Row row, LocalDate asOf) {
        this.out = out;
        this.row = row;
        this.asOf = asOf;
    }

    void print(PolicyDefinition policy) {
        out.printf("%n%s %s%n", policy.id(), policy.title().zh());
        var version = policy.versionAt(asOf, LocalDate.MAX).orElse(null);
        if (version == null) {
            out.printf("  not in force on %s: not judged%n", asOf);
            return;
        }
        var outcome = version.rule().decide(row, asOf);
        out.printf("  %s (version %s)%n", verdict(outcome), version.version());
        for (var condition : version.conditions()) {
            print(condition);
        }
        var benefit = version.benefit();
        if (benefit != null && !(outcome instanceof Outcome.Fails)) {
            print(benefit, outcome instanceof Outcome.Holds ? "" : "if eligible: ");
        }
    }

    private static String verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Holds holds -> "ELIGIBLE";
            case Outcome.Fails fails -> "NOT_ELIGIBLE";
            case Outcome.Unknown(var missing) -> "UNDETERMINED, missing: " + String.join(", ", missing);
        };
    }

    private void print(PolicyVersion.Condition condition) {
        var explanation = condition.rule().explain(row, asOf);
        if (condition.text().zh().equals(condition.rule().text())) {
            print(explanation.root(), "  ");
            return;
        }
        var clause = condition.clause() == null ? "" : " [" + condition.clause().zh() + "]";
        out.printf(
                "  %s %s%s%n",
                sign(explanation.outcome()), oneLine(condition.text().zh()), clause);
        print(explanation.root(), "      ");
    }

    private void print(Clause clause, String indent) {
        out.printf("%s%s %s%n", indent, sign(clause.outcome()), oneLine(clause.text()));
        if (clause.parts().isEmpty()) {
            for (var used : clause.values()) {
                out.printf("%s    %s%n", indent, said(used));
            }
        }
        var margin = clause.margin();
        if (margin != null) {
            out.printf("%s    %s%n", indent, said(margin));
        }
        for (var part : clause.parts()) {
            print(part, indent + "    ");
        }
    }

    private static String sign(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Holds holds -> "✓";
            case Outcome.Fails fails -> "✗";
            case Outcome.Unknown unknown -> "?";
        };
    }

    private static String said(Used used) {
        var element = used.element();
        var name = element.id().equals(element.zh()) ? element.id() : element.id() + " " + element.zh();
        var value = used.value();
        var unit = value instanceof BigDecimal && element.unit() != null ? " " + element.unit() : "";
        return "%s = %s%s".formatted(name, value(value), unit);
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "missing";
            case BigDecimal number -> plain(number);
            case String text -> "\"" + text + "\"";
            case Collection<?> codes ->
                codes.isEmpty()
                        ? "none"
                        : codes.stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String said(Margin margin) {
        var unit = switch (margin.unit()) {
            case DAYS -> " days";
            case NUMBER -> {
                var element = margin.element();
                yield element == null || element.unit() == null ? "" : " " + element.unit();
            }
        };
        var distance = plain(margin.distance().abs()) + unit;
        var against = margin.threshold() instanceof BigDecimal number
                ? plain(number)
                : margin.threshold().toString();
        return margin.distance().signum() < 0
                ? "misses %s by %s".formatted(against, distance)
                : "clears %s by %s".formatted(against, distance);
    }

    private void print(PolicyVersion.Benefit benefit, String proviso) {
        out.printf("  → %s%s%n", proviso, oneLine(benefit.text().zh()));
        var amount = benefit.amountYuan();
        if (amount == null) {
            return;
        }
        switch (amount.evaluate(row, asOf)) {
            case Answer.Known(var value) -> {
                if (value instanceof BigDecimal yuan) {
                    var cap = benefit.capYuan();
                    out.printf("    %s%s 元%n", proviso, plain(cap == null ? yuan : yuan.min(cap)));
                }
            }
            case Answer.Unknown(var missing) -> out.printf("    the amount needs: %s%n", String.join(", ", missing));
        }
    }

    /// Exact as it is, without trailing zeros; a quotient has as many digits as the decimal arithmetic gives, of which
    /// ten are enough to read.
    private static String plain(BigDecimal number) {
        var shown = number.scale() > 10 ? number.setScale(10, RoundingMode.HALF_UP) : number;
        return shown.stripTrailingZeros().toPlainString();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
