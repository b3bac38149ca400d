package org.rongyi.invoices.en;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A group of business terms, such as the seller (BG-4) or a line (BG-25), whatever it was written in.
final class Group {
    private final int line;
    private final Map<String, List<Term>> terms = new HashMap<>();
    private final Map<String, List<Group>> groups = new HashMap<>();

    Group(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    void put(String id, Term term) {
        terms.computeIfAbsent(id, _ -> new ArrayList<>()).add(term);
    }

    void put(String id, Group group) {
        groups.computeIfAbsent(id, _ -> new ArrayList<>()).add(group);
    }

    List<Term> terms(String id) {
        return terms.getOrDefault(id, List.of());
    }

    Optional<Term> term(String id) {
        return terms(id).stream().findFirst();
    }

    String text(String id) {
        return term(id).map(Term::text).orElse("");
    }

    /// Empty where there is none, or it is no number.
    Optional<BigDecimal> number(String id) {
        return term(id).flatMap(Term::number);
    }

    BigDecimal orZero(String id) {
        return number(id).orElse(BigDecimal.ZERO);
    }

    /// Whether there is a term or group of this name that is not empty.
    boolean has(String id) {
        return terms(id).stream().anyMatch(term -> !term.text().isEmpty()) || groups.containsKey(id);
    }

    int lineOf(String id) {
        return term(id).map(Term::line).orElse(line);
    }

    /// All at the end of a path of groups; an empty path is this one.
    List<Group> groups(String path) {
        if (path.isEmpty()) {
            return List.of(this);
        }
        List<Group> here = List.of(this);
        for (String step : path.split("/")) {
            here = here.stream()
                    .flatMap(group -> group.groups.getOrDefault(step, List.of()).stream())
                    .toList();
        }
        return here;
    }

    Optional<Group> group(String path) {
        return groups(path).stream().findFirst();
    }
}
