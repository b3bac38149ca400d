package org.rongyi.city.applications.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ElementDefinition.Sensitivity;
import org.rongyi.definitions.journey.JourneyPlan;
import org.rongyi.definitions.journey.JourneyPlan.Origin;
import org.springframework.stereotype.Component;

/// The fields of the one form, for whoever fills it in.
@Component
class FormFields {
    static final String SEEN = "seen";

    private final Elements elements;
    private final ApplicationWords words;

    FormFields(Elements elements, ApplicationWords words) {
        this.elements = elements;
        this.words = words;
    }

    /// A value that is there already; a personal number is used, not shown again.
    Form filled(Draft draft) {
        Form form = Form.empty();
        for (FormField field : of(null, draft)) {
            Object value = draft.known().value(field.input().name());
            if (value != null && !field.hidden()) {
                field.input().fill(form, value);
            }
        }
        return form;
    }

    List<FormField> of(@Nullable Page page, Draft draft) {
        List<FormField> fields = new ArrayList<>();
        for (JourneyPlan.Field field : draft.plan().form()) {
            Optional<ElementDefinition> element = elements.find(field.element());
            boolean asked = field.origin() == Origin.ASKED || field.origin() == Origin.KNOWN;
            if (asked && element.isPresent()) {
                boolean onRecord = draft.known().onRecord(field.element()) != null;
                boolean said = draft.application().said().containsKey(field.element());
                boolean hidden = field.origin() == Origin.KNOWN && element.get().sensitivity() == Sensitivity.S;
                fields.add(new FormField(
                        ElementInput.entry(element.get(), elements)
                                .keeping(draft.known().onRecord(field.element())),
                        page == null ? null : hint(page, draft, element.get(), onRecord, said, hidden),
                        onRecord && !said,
                        hidden));
            }
        }
        return fields;
    }

    /// What is asked before it is sure which items there are.
    List<FormField> questions(Draft draft) {
        return draft.questions().stream()
                .flatMap(question -> elements.find(question.element()).stream())
                .map(element -> new FormField(ElementInput.question(element, elements), null, false, false))
                .toList();
    }

    private @Nullable String hint(
            Page page, Draft draft, ElementDefinition element, boolean onRecord, boolean said, boolean hidden) {
        String kept = hidden ? page.say("已有，不显示；要改就重新填。", "On file, not shown; enter it anew to change it. ") : "";
        if (onRecord && said) {
            String before = words.value(page, element, draft.known().onRecord(element.id()));
            return kept
                    + page.say(
                            "您改过；" + words.origin(page, draft.known(), element.id()) + "的是：" + before,
                            "You changed it; " + words.origin(page, draft.known(), element.id()) + ": " + before);
        }
        if (onRecord) {
            return kept + words.origin(page, draft.known(), element.id());
        }
        String ask = element.ask() == null ? "" : page.say(element.ask());
        return kept.isEmpty() && ask.isEmpty() ? null : kept + ask;
    }

    /// Only fields that were sent: a browser sends no box that is not ticked, so those of a list count as sent.
    static Map<String, @Nullable Object> read(Form form, List<FormField> fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (FormField field : fields) {
            String name = field.input().name();
            boolean sent = !form.values(name).isEmpty() || form.chosen("listed", name);
            int before = form.faults().size();
            Object value = sent ? field.input().read(form).orElse(null) : null;
            boolean right = form.faults().size() == before;
            if (sent && right && !(value == null && field.hidden())) {
                values.put(name, value);
            }
        }
        return values;
    }

    /// The newest change that whoever fills it in had before them.
    static long seen(Form form) {
        String sent = form.value(SEEN);
        return sent.matches("\\d{1,18}") ? Long.parseLong(sent) : Long.MAX_VALUE;
    }

    /// Somebody else changed these meanwhile: what was typed stays in its field, and nothing was overwritten.
    void tell(Page page, Form form, Set<String> stays, Draft now) {
        for (String id : stays) {
            String there = elements.find(id)
                    .map(element -> words.value(page, element, now.known().value(id)))
                    .orElse("");
            form.reject(
                    id,
                    "您填的时候，对方改成了“" + there + "”；您要改的话，再存一次",
                    "While you typed the other side made it “" + there + "”; to change it, save again");
        }
    }
}
