package org.rongyi.rules;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongyi.rules.plan.Vocabulary;
import org.rongyi.rules.syntax.Parser;

/// The elements that rules may name. Immutable and safe for many threads.
public final class Dictionary {

    private final List<Element> elements;
    private final Map<String, Element> byName;
    private final Map<String, List<RuleFault>> faults;
    private final Formulas formulas;

    private Dictionary(Collection<Element> elements) {
        this.elements = List.copyOf(elements);
        Map<String, List<RuleFault>> found = new LinkedHashMap<>();
        this.byName = new HashMap<>(NameTable.of(this.elements, found));
        this.formulas = new Formulas(this.elements, byName);
        formulas.faults().forEach((id, list) -> found.merge(id, list, Dictionary::joined));
        this.faults = Collections.unmodifiableMap(found);
    }

    private static List<RuleFault> joined(List<RuleFault> a, List<RuleFault> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    /// A dictionary of stored and derived elements. It is always made; what is wrong in it is in [#faults].
    public static Dictionary of(Collection<Element> elements) {
        return new Dictionary(elements);
    }

    /// The element with this id, Chinese or English name.
    public Optional<Element> find(String idOrZhOrEn) {
        return Optional.ofNullable(byName.get(idOrZhOrEn));
    }

    /// The element with this id or name; it must exist.
    public Element get(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no element (" + id + ")"));
    }

    /// All elements in the order given.
    public List<Element> elements() {
        return elements;
    }

    /// Faults of formulas, clashing names and circles, each message naming the element. Empty when all is well.
    public List<RuleFault> faults() {
        return faults.values().stream().flatMap(List::stream).toList();
    }

    /// The same faults by element id. Positions count within that element's formula; a fault of a name stands at 1:1.
    public Map<String, List<RuleFault>> faultsByElement() {
        return faults;
    }

    Vocabulary vocabulary() {
        return formulas;
    }

    Parser parser() {
        return formulas.parser();
    }
}
