package org.rongyi.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.plan.Planner;
import org.rongyi.rules.syntax.Words;

/// Which element each id, Chinese and English name means.
final class NameTable {

    private NameTable() {}

    /// The table; names that cannot be used or mean two elements are left to the first and reported.
    static Map<String, Element> of(List<Element> elements, Map<String, List<RuleFault>> faults) {
        Map<String, Element> table = new LinkedHashMap<>();
        for (Element element : elements) {
            Set<String> names = new LinkedHashSet<>(List.of(element.id(), element.zh(), element.en()));
            for (String name : names) {
                String message = refusal(element, name, table.get(name));
                if (message == null) {
                    table.put(name, element);
                } else {
                    faults.computeIfAbsent(element.id(), id -> new ArrayList<>())
                            .add(new RuleFault(1, 1, 0, message, null));
                }
            }
        }
        return table;
    }

    private static @Nullable String refusal(Element element, String name, @Nullable Element holder) {
        if (name.equals(element.id()) && !name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            return "element (%s): an id is a letter followed by letters, digits or _".formatted(name);
        }
        if (name.isBlank() || !name.equals(name.strip())) {
            return "element (%s): a name is blank or begins or ends with a blank (%s)".formatted(element.id(), name);
        }
        if (Words.isReserved(name) || name.equals(Planner.AS_OF) || name.contains("\"")) {
            return "element (%s): the name (%s) is a word of the rule language".formatted(element.id(), name);
        }
        return holder == null
                ? null
                : "element (%s): the name (%s) already means element (%s)".formatted(element.id(), name, holder.id());
    }
}
