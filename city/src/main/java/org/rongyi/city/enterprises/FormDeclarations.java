package org.rongyi.city.enterprises;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.ui.Form;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.springframework.stereotype.Component;

@Component
class FormDeclarations implements Declarations {
    private final Elements elements;
    private final Enterprises enterprises;
    private final FactLog log;

    FormDeclarations(Elements elements, Enterprises enterprises, FactLog log) {
        this.elements = elements;
        this.enterprises = enterprises;
        this.log = log;
    }

    @Override
    public Answers read(Form form, Portrait portrait) {
        Map<String, Object> values = new HashMap<>();
        List<String> notSure = new ArrayList<>();
        for (ElementDefinition element : elements.all()) {
            Portrait.Fact fact = portrait.facts().get(element.id());
            if (form.values(element.id()).isEmpty()
                    || element.sensitivity() == ElementDefinition.Sensitivity.S
                    || !Declarations.allowed(element, fact)) {
                continue;
            }
            ElementInput.question(element, elements).read(form).ifPresent(value -> values.put(element.id(), value));
            if (form.chosen(element.id(), ElementInput.NOT_SURE)) {
                notSure.add(element.id());
            }
        }
        return new Answers(values, notSure);
    }

    @Override
    public void record(CreditCode firm, Map<String, ? extends @Nullable Object> values, String account) {
        enterprises.record(new FactReport(
                firm, FactReport.SELF_DECLARED, FactReport.Origin.SELF_DECLARED, log.today(), values, account));
    }
}
