package org.rongyi.definitions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Rule;
import org.rongyi.rules.RuleCompiler;
import org.rongyi.rules.RuleFault;
import org.rongyi.rules.ValueType;

/// Compiles the rule texts of a file; each fault of a rule gets its place in the file.
final class RuleTexts {
    private final Definitions definitions;
    private final RuleCompiler compiler;

    RuleTexts(Definitions definitions) {
        this.definitions = definitions;
        this.compiler = new RuleCompiler(definitions.dictionary());
    }

    @Nullable
    Rule condition(YamlFile file, YamlNode.Scalar scalar, List<Fault> faults) {
        return rule(compiler.condition(scalar.text().stripTrailing()), file, scalar, faults);
    }

    /// A rule that computes an amount of money.
    @Nullable
    Rule amount(YamlFile file, YamlNode.Scalar scalar, List<Fault> faults) {
        var rule = rule(compiler.value(scalar.text().stripTrailing()), file, scalar, faults);
        if (rule != null && rule.type() != ValueType.NUMBER) {
            faults.add(file.fault(scalar, "an amount must be a number, not a %s".formatted(rule.type()), null));
            return null;
        }
        return rule;
    }

    /// All conditions as one rule. Each was compiled alone before, so the whole compiles, unless it is too long.
    @Nullable
    Rule all(List<Rule> conditions, YamlFile file, YamlNode place, List<Fault> faults) {
        if (conditions.size() == 1) {
            return conditions.getFirst();
        }
        var text = new StringBuilder();
        for (var condition : conditions) {
            text.append(text.isEmpty() ? "" : " and\n").append('(').append(condition.text());
            text.append(condition.text().contains("//") ? "\n)" : ")");
        }
        return switch (compiler.condition(text.toString())) {
            case Compilation.Compiled(var rule) -> rule;
            case Compilation.Rejected(var rejected) -> {
                var message = "the conditions cannot be joined (%s)"
                        .formatted(rejected.getFirst().message());
                faults.add(file.fault(place, message, null));
                yield null;
            }
        };
    }

    private @Nullable Rule rule(Compilation compilation, YamlFile file, YamlNode.Scalar scalar, List<Fault> faults) {
        return switch (compilation) {
            case Compilation.Compiled(var rule) -> {
                warnOfUnknownCodes(rule, file, scalar, faults);
                yield rule;
            }
            case Compilation.Rejected(var rejected) -> {
                rejected.forEach(fault -> faults.add(inFile(file, scalar, fault)));
                yield null;
            }
        };
    }

    static Fault inFile(YamlFile file, YamlNode.Scalar scalar, RuleFault fault) {
        int offset = file.offset(scalar, offset(scalar.text(), fault.line(), fault.column()));
        return file.source().fault(offset, fault.message(), fault.advice());
    }

    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int next = text.indexOf('\n', start);
            if (next < 0) {
                return text.length();
            }
            start = next + 1;
        }
        return Math.min(text.length(), start + column - 1);
    }

    private void warnOfUnknownCodes(Rule rule, YamlFile file, YamlNode.Scalar scalar, List<Fault> faults) {
        for (var element : definitions.dictionary().elements()) {
            var classification = definitions.classificationOf(element.id()).orElse(null);
            // Of a derived element a rule reads those behind it, so its own codes are looked for in every rule.
            boolean mayBeRead = element.derived() || rule.elements().contains(element.id());
            if (classification == null || !mayBeRead) {
                continue;
            }
            for (var literal : CodeLiterals.of(rule.text(), element)) {
                boolean known = literal.prefix()
                        ? classification.hasPrefix(literal.text())
                        : classification.contains(literal.text());
                if (!known) {
                    faults.add(unknownCode(classification, literal, file, scalar));
                }
            }
        }
    }

    private static Fault unknownCode(
            Classification classification, CodeLiterals.Literal literal, YamlFile file, YamlNode.Scalar scalar) {
        var what = literal.prefix() ? "no code of classification \"%s\" begins with \"%s\"" : null;
        var message = what == null
                ? "\"%s\" is not in classification \"%s\"".formatted(literal.text(), classification.name())
                : what.formatted(classification.name(), literal.text());
        var codes = classification.entries().stream()
                .map(Classification.Entry::code)
                .toList();
        var byName = classification.entries().stream()
                .filter(entry -> entry.name().zh().equals(literal.text())
                        || entry.name().en().equalsIgnoreCase(literal.text()))
                .map(Classification.Entry::code)
                .findFirst();
        var advice = byName.or(() -> Nearest.to(literal.text(), codes))
                .map(code -> "Maybe \"" + code + "\"")
                .orElse(codes.size() <= 20 ? "Maybe one of " + String.join(", ", codes) : null);
        int offset = file.offset(scalar, literal.start());
        return file.source().fault(offset, Fault.Severity.WARNING, message, advice);
    }
}
