package org.rongyi.match;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.RegistrationColumn;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Element;
import org.rongyi.rules.ValueType;

/// What the columns of a file mean: headers are element ids, Chinese or English names.
///
/// @param elements by number of the column; a column that is no stored element has none
/// @param registered columns under the headers of registration files: amounts carry their unit there, `N/A` is nothing
/// @param unit number of the column with the unit of the registered capital; -1: none
/// @param key number of the column that names the enterprise
/// @param warnings columns that are not used, and why
record Columns(
        List<String> headers,
        Map<Integer, Element> elements,
        Set<Integer> registered,
        int unit,
        int key,
        List<String> warnings) {
    private static final String CREDIT_CODE = "creditCode";

    private static final int MOST_WARNINGS = 20;
    private static final int MOST_NAMED = 12;

    sealed interface Mapping {}

    record Mapped(Columns columns) implements Mapping {}

    record Refused(List<String> reasons) implements Mapping {}

    /// @param keyOption header or element name of the key column; null: the credit code, else the first column
    static Mapping of(List<String> headers, Dictionary dictionary, @Nullable String keyOption) {
        var elements = new LinkedHashMap<Integer, Element>();
        var columnOf = new HashMap<String, Integer>();
        var warnings = new ArrayList<String>();
        var refusals = new ArrayList<String>();
        var registered = registered(headers, dictionary);
        for (int i = 0; i < headers.size(); i++) {
            var header = headers.get(i);
            var element = registered.getOrDefault(i, dictionary.find(header).orElse(null));
            if (element != null) {
                var earlier = columnOf.putIfAbsent(element.id(), i);
                if (earlier != null) {
                    refusals.add("columns %d \"%s\" and %d \"%s\" are both the element %s. Maybe leave one out"
                            .formatted(earlier + 1, headers.get(earlier), i + 1, header, element.id()));
                }
            }
            if (element != null && !element.derived()) {
                elements.put(i, element);
            }
        }
        int key = key(headers, dictionary, keyOption);
        if (key < 0) {
            var named = headers.subList(0, Math.min(MOST_NAMED, headers.size()));
            var more = named.size() < headers.size() ? ", …" : "";
            refusals.add(
                    "there is no key column \"%s\" among %s%s".formatted(keyOption, String.join(", ", named), more));
        }
        if (keyOption == null && elements.get(key) instanceof Element element && !mayName(element)) {
            warnings.add("there is no credit code, so column 1 \"%s\" names the enterprise. Maybe choose with --key"
                    .formatted(headers.getFirst()));
        }
        int unit = headers.stream().map(RegistrationColumn::of).toList().indexOf(RegistrationColumn.CAPITAL_UNIT);
        int unused = 0;
        for (int i = 0; i < headers.size(); i++) {
            if (i != key && !elements.containsKey(i) && i != unit && ++unused <= MOST_WARNINGS) {
                warnings.add(unused(i, headers.get(i), dictionary));
            }
        }
        if (unused > MOST_WARNINGS) {
            warnings.add("%,d more columns are ignored".formatted(unused - MOST_WARNINGS));
        }
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        registered.forEach((column, element) -> warnings.add("column %d \"%s\" is read as %s, %s"
                .formatted(column + 1, headers.get(column), element.id(), element.zh())));
        return new Mapped(
                new Columns(List.copyOf(headers), elements, Set.copyOf(registered.keySet()), unit, key, warnings));
    }

    /// Columns whose headers are no elements, but those of registration files.
    private static Map<Integer, Element> registered(List<String> headers, Dictionary dictionary) {
        var taken = headers.stream()
                .flatMap(header -> dictionary.find(header).stream())
                .map(Element::id)
                .collect(Collectors.toSet());
        var registered = new LinkedHashMap<Integer, Element>();
        for (int i = 0; i < headers.size(); i++) {
            var column = dictionary.find(headers.get(i)).isPresent() ? null : RegistrationColumn.of(headers.get(i));
            var element = column == null || column.element() == null
                    ? null
                    : dictionary.find(column.element()).orElse(null);
            if (element != null && !element.derived() && taken.add(element.id())) {
                registered.put(i, element);
            }
        }
        return registered;
    }

    /// The columns of a file; what is wrong with them is told, and null given, if they cannot be used.
    static @Nullable Columns chosen(
            EnterpriseFile file, Path path, Dictionary dictionary, @Nullable String keyOption, PrintStream err) {
        file.remarks().forEach(err::println);
        return switch (of(file.columns(), dictionary, keyOption)) {
            case Refused(var reasons) -> {
                reasons.stream().limit(MOST_WARNINGS).forEach(reason -> err.printf("%s: %s%n", path, reason));
                yield null;
            }
            case Mapped(var columns) -> {
                columns.warnings.forEach(warning -> err.printf("%s: warning: %s%n", path, warning));
                yield columns;
            }
        };
    }

    private static int key(List<String> headers, Dictionary dictionary, @Nullable String keyOption) {
        if (keyOption != null && headers.contains(keyOption)) {
            return headers.indexOf(keyOption);
        }
        var wanted = keyOption == null ? CREDIT_CODE : keyOption;
        var element = dictionary.find(wanted).map(Element::id);
        for (int i = 0; i < headers.size(); i++) {
            var header = headers.get(i);
            boolean byElement = element.isPresent()
                    && dictionary.find(header).map(Element::id).equals(element);
            if (byElement || (keyOption == null && RegistrationColumn.of(header) == RegistrationColumn.CREDIT_CODE)) {
                return i;
            }
        }
        return keyOption == null ? 0 : -1;
    }

    private static boolean mayName(Element element) {
        return element.type() == ValueType.TEXT || element.type() == ValueType.CODE;
    }

    private static String unused(int column, String header, Dictionary dictionary) {
        if (header.isEmpty()) {
            return "column %d is ignored: it has no name".formatted(column + 1);
        }
        var name = "column %d \"%s\"".formatted(column + 1, RowReader.shown(header));
        var element = dictionary.find(header).orElse(null);
        if (element != null) {
            return "%s is ignored: %s is derived and is computed from other elements".formatted(name, element.id());
        }
        return name + " is ignored: there is no such element" + Nearby.advice(header, dictionary);
    }

    boolean knowsOnlyTheKey() {
        return elements.keySet().stream().allMatch(column -> column == key);
    }

    Element element(int column) {
        return Objects.requireNonNull(elements.get(column));
    }

    /// The key, the elements, and the unit of one of them.
    Set<Integer> used() {
        var used = new HashSet<>(elements.keySet());
        used.add(key);
        if (unit >= 0) {
            used.add(unit);
        }
        return used;
    }

    String headerOf(int column) {
        return headers.get(column);
    }
}
