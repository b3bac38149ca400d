package org.rongyi.match;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.Nearest;
import org.rongyi.definitions.files.Wording;

/// Codes in a file that their list does not have: a rule that asks for `有限责任公司` is quietly not met by
/// `有限公司`. Lists can be out of date, so the values are taken, and told together. Under the headers of registration
/// files they are words of the register and taken as missing.
final class UnlistedCodes {
    private static final int EXAMPLES = 3;

    private final Map<Integer, Found> byColumn = new TreeMap<>();
    private final Map<Integer, Map<String, Found>> unreadable = new TreeMap<>();

    private static final class Found {
        private long count;
        private final Set<String> examples = new LinkedHashSet<>();
    }

    void add(RowReader.Unlisted unlisted) {
        var reason = unlisted.reason();
        var found = reason == null
                ? byColumn.computeIfAbsent(unlisted.column(), column -> new Found())
                : unreadable
                        .computeIfAbsent(unlisted.column(), column -> new TreeMap<>())
                        .computeIfAbsent(reason, why -> new Found());
        found.count++;
        if (found.examples.size() < EXAMPLES) {
            found.examples.add(RowReader.shown(unlisted.code()));
        }
    }

    void tell(Path file, Columns columns, Definitions definitions, PrintStream err) {
        unreadable.forEach((column, byReason) -> tellUnreadable(file, columns, column, byReason, err));
        byColumn.forEach((column, found) -> {
            var element = columns.element(column);
            definitions
                    .classificationOf(element.id())
                    .ifPresent(list -> err.printf(
                            "%s: warning: column %d \"%s\": %,d %s no code of \"%s\", such as \"%s\"%s%s%n",
                            file,
                            column + 1,
                            columns.headerOf(column),
                            found.count,
                            found.count == 1 ? "value is" : "values are",
                            list.name(),
                            String.join("\", \"", found.examples),
                            columns.registered().contains(column) ? ", taken as missing" : "",
                            advice(found.examples.iterator().next(), list)));
        });
    }

    private static void tellUnreadable(
            Path file, Columns columns, int column, Map<String, Found> byReason, PrintStream err) {
        byReason.forEach((reason, found) -> err.printf(
                "%s: warning: column %d \"%s\": %s, such as \"%s\": %s; taken as missing%n",
                file,
                column + 1,
                columns.headerOf(column),
                Wording.count(found.count, "value", "values"),
                String.join("\", \"", found.examples),
                reason));
    }

    private static String advice(String code, Classification list) {
        var codes = list.entries().stream().map(Classification.Entry::code).toList();
        return list.entries().stream()
                .filter(entry -> entry.name().zh().equals(code))
                .map(Classification.Entry::code)
                .findFirst()
                .or(() -> Nearest.to(code, codes))
                .map(near -> ". Maybe \"" + near + "\"")
                .orElse("");
    }
}
