package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ElementDefinition.Sensitivity;
import org.rongyi.definitions.journey.JourneyPlan;
import org.rongyi.definitions.journey.JourneyPlan.Origin;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The one form: what is known is filled in, with its source, and can be corrected; everything else is asked once.
@Controller
class FormPages {
    private final Drafts drafts;
    private final DraftViews views;
    private final Elements elements;
    private final ApplicationWords words;
    private final NameViews names;
    private final ScopeWords scopes;

    FormPages(
            Drafts drafts,
            DraftViews views,
            Elements elements,
            ApplicationWords words,
            NameViews names,
            ScopeWords scopes) {
        this.drafts = drafts;
        this.views = views;
        this.elements = elements;
        this.words = words;
        this.names = names;
        this.scopes = scopes;
    }

    @GetMapping("/applications/{id}/form")
    String form(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String scope,
            HttpServletResponse response,
            Model model) {
        Optional<Draft> draft = drafts.find(id, acting);
        model.addAttribute("plainScope", scope);
        model.addAttribute("scopes", scopes.options(page, scope));
        return draft.isEmpty()
                ? ApplicationWords.notFound(response, model)
                : show(page, draft.get(), fields(page, draft.get()), filled(draft.get()), model);
    }

    /// A value that is there already; a personal number is used, not shown again.
    private Form filled(Draft draft) {
        Form form = Form.empty();
        for (FormField field : fields(null, draft)) {
            Object value = draft.known().value(field.input().name());
            if (value != null && !field.hidden()) {
                field.input().fill(form, value);
            }
        }
        return form;
    }

    private List<FormField> fields(@Nullable Page page, Draft draft) {
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

    private String show(Page page, Draft draft, List<FormField> fields, Form form, Model model) {
        model.addAttribute("view", views.of(page, draft));
        model.addAttribute("form", form);
        model.addAttribute("address", AddressPages.asked(draft).orElse(null));
        model.addAttribute("name", names.of(page, draft).orElse(null));
        model.addAttribute(
                "ask", fields.stream().filter(field -> !field.known()).toList());
        model.addAttribute("known", fields.stream().filter(FormField::known).toList());
        return "jte:applications/form";
    }

    /// What is right is kept even where something else is wrong: nothing is typed twice.
    @PostMapping("/applications/{id}/form")
    String save(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Optional<Draft> draft = drafts.find(id, acting);
        if (draft.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        Form form = Form.of(request);
        ScopeWords.ELEMENTS.stream()
                .filter(element -> !form.values(ScopeWords.ADD).isEmpty()
                        && !form.values(element).isEmpty())
                .forEach(element ->
                        form.with(element, ScopeWords.with(form.value(element), form.values(ScopeWords.ADD))));
        drafts.say(id, acting, read(form, fields(page, draft.get())), Set.of());
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Draft now = drafts.find(id, acting).orElse(draft.get());
            return show(page, now, fields(page, now), form, model);
        }
        if (!form.value("choose").isEmpty()) {
            return "redirect:/applications/" + id + "/address";
        }
        String checked = form.value("check");
        if (NameViews.ELEMENTS.contains(checked)) {
            return "redirect:/applications/" + id + "/form#" + checked;
        }
        if (ScopeWords.ELEMENTS.contains(checked)) {
            after.addAttribute("scope", form.value(ScopeWords.PLAIN));
            return "redirect:/applications/" + id + "/form#" + checked;
        }
        return "redirect:/applications/" + id + (form.value("later").isEmpty() ? "/papers" : "");
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
}
