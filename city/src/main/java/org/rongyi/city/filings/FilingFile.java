package org.rongyi.city.filings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Rule;
import org.rongyi.rules.RuleCompiler;

/// Reads `filings.yaml`. A city without one has no dates but those of licences.
final class FilingFile {
    private static final int MOST_MONTHS = 12;
    private static final int LONGEST_MONTH = 31;
    private static final int MOST_DAYS = 365;
    private static final int ORDINARY_DAYS = 30;

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final RuleCompiler compiler;

    private FilingFile(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    static FilingRule.Book read(Path file, RuleCompiler compiler) {
        if (!Files.exists(file)) {
            return new FilingRule.Book(List.of(), ORDINARY_DAYS, "");
        }
        FilingFile reading = new FilingFile(compiler);
        YamlField root = YamlField.read(file, reading.faults).only("filings", "licences");
        List<FilingRule> rules =
                root.need("filings").items().stream().map(reading::rule).toList();
        YamlField licences = root.get("licences").only("days", "basis");
        int days = reading.number(licences.get("days"), 1, MOST_DAYS, ORDINARY_DAYS);
        FaultyCityFiles.stopOn("filings", reading.faults);
        return new FilingRule.Book(rules, days, licences.get("basis").text());
    }

    private FilingRule rule(YamlField field) {
        field.only("id", "name", "who", "when", "every", "untilClosed", "due", "shift", "basis", "verify");
        YamlField id = field.need("id");
        if (id.isThere() && !ids.add(id.text())) {
            id.fault("(" + id.text() + ") is here for the second time", null);
        }
        YamlField due = field.need("due").only("months", "day");
        return new FilingRule(
                id.text(),
                field.need("name").words(Words.same("")),
                field.need("who").words(Words.same("")),
                condition(field.get("when")),
                one(FilingRule.Every.class, field.need("every"), FilingRule.Every.MONTH),
                field.get("untilClosed").flag(),
                number(due.need("months"), 0, MOST_MONTHS, 1),
                number(due.need("day"), 1, LONGEST_MONTH, 1),
                one(FilingRule.Shift.class, field.need("shift"), FilingRule.Shift.NONE),
                field.need("basis").text(),
                field.get("verify").words(Words.same("")));
    }

    private @Nullable Rule condition(YamlField field) {
        if (!field.isThere()) {
            return null;
        }
        return switch (compiler.condition(field.text())) {
            case Compilation.Compiled(Rule rule) -> rule;
            case Compilation.Rejected(var rejected) -> {
                rejected.forEach(fault -> field.fault(fault.message(), fault.advice()));
                yield null;
            }
        };
    }

    private int number(YamlField field, int least, int most, int otherwise) {
        if (!field.isThere()) {
            return otherwise;
        }
        int number = field.number().intValue();
        if (number < least || number > most) {
            field.fault("(" + field.text() + ") must be " + least + " to " + most, null);
            return otherwise;
        }
        return number;
    }

    private static <T extends Enum<T>> T one(Class<T> type, YamlField field, T otherwise) {
        for (T each : type.getEnumConstants()) {
            if (each.name().equals(field.text().toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        field.fault("(" + field.text() + ") is none of " + List.of(type.getEnumConstants()), null);
        return otherwise;
    }
}
