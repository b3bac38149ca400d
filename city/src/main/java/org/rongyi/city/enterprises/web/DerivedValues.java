package org.rongyi.city.enterprises.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Rule;
import org.springframework.stereotype.Component;

/// The derived elements of a portrait: always computed, never stored.
@Component
class DerivedValues {
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Elements elements;

    DerivedValues(Elements elements) {
        this.elements = elements;
        for (ElementDefinition element : elements.all()) {
            String formula = element.element().formula();
            if (formula != null && elements.compiler().value(formula) instanceof Compilation.Compiled compiled) {
                rules.put(element.id(), compiled.rule());
            }
        }
    }

    /// Empty when the element is not derived.
    Optional<Answer> of(String element, Portrait portrait) {
        return Optional.ofNullable(rules.get(element)).map(rule -> rule.evaluate(portrait, portrait.asOf()));
    }

    /// The stored elements that a derived one stands on.
    List<ElementDefinition> standsOn(String element) {
        Rule rule = rules.get(element);
        return rule == null
                ? List.of()
                : rule.elements().stream()
                        .flatMap(id -> elements.find(id).stream())
                        .toList();
    }

    /// The derived elements that stand on a stored one.
    List<ElementDefinition> over(String element) {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().elements().contains(element))
                .flatMap(rule -> elements.find(rule.getKey()).stream())
                .toList();
    }
}
