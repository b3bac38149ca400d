package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.SharedDrafts;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
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
    private final SharedDrafts shared;
    private final FormFields fields;
    private final NameViews names;
    private final ScopeWords scopes;

    FormPages(
            Drafts drafts,
            DraftViews views,
            SharedDrafts shared,
            FormFields fields,
            NameViews names,
            ScopeWords scopes) {
        this.drafts = drafts;
        this.views = views;
        this.shared = shared;
        this.fields = fields;
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
                : show(page, draft.get(), fields.of(page, draft.get()), fields.filled(draft.get()), model);
    }

    private String show(Page page, Draft draft, List<FormField> all, Form form, Model model) {
        model.addAttribute("view", views.of(page, draft));
        model.addAttribute("form", form);
        model.addAttribute("address", AddressPages.asked(draft).orElse(null));
        model.addAttribute("name", names.of(page, draft).orElse(null));
        model.addAttribute("ask", all.stream().filter(field -> !field.known()).toList());
        model.addAttribute("known", all.stream().filter(FormField::known).toList());
        model.addAttribute("seen", shared.newest(draft.application().id()));
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
        Set<String> stays =
                shared.say(id, acting, FormFields.read(form, fields.of(page, draft.get())), FormFields.seen(form));
        Draft now = drafts.find(id, acting).orElse(draft.get());
        fields.tell(page, form, stays, now);
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, now, fields.of(page, now), form, model);
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
}
