package org.rongyi.city.desk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.city.applications.Results;
import org.rongyi.city.cases.Case;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// What a decision states beside yes: the credit code of a new firm, its tax office. Left open, it can be stated later.
@Component
class ResultFields {
    private final Results results;
    private final Elements elements;

    ResultFields(Results results, Elements elements) {
        this.results = results;
        this.elements = elements;
    }

    /// Only a decision in favour brings something about: it is the one that needs no reason.
    List<ElementInput> of(Case now, Act act) {
        return act instanceof Act.Fire(CaseKind.Event event)
                        && event.decides()
                        && event.needs().isEmpty()
                ? results.asked(now.id()).stream()
                        .map(element -> ElementInput.entry(element, elements))
                        .toList()
                : List.of();
    }

    /// What was entered; what is wrong is a fault of the form.
    static Map<String, Object> read(List<ElementInput> inputs, Form form) {
        Map<String, Object> values = new LinkedHashMap<>();
        inputs.forEach(input -> input.read(form).ifPresent(value -> values.put(input.name(), value)));
        return values;
    }

    List<SummaryRow> rows(Page page, List<ElementInput> inputs, Form form) {
        Map<String, Object> values = read(inputs, form);
        return inputs.stream()
                .filter(input -> values.containsKey(input.name()))
                .map(input -> SummaryRow.of(
                        page.say(input.label()),
                        ElementWords.value(page, elements, input.element(), values.get(input.name()))))
                .toList();
    }

    /// Recorded before the decision, so that it counts from the decision on. A fault becomes one of the form.
    void state(Case now, List<ElementInput> inputs, Form form, Acting by) {
        Map<String, Object> values = read(inputs, form);
        if (!values.isEmpty()) {
            Map<String, Words> faults = results.state(now.id(), values, by);
            faults.forEach(form::reject);
        }
    }
}
