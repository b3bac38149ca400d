package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.SharedDrafts;
import org.rongyi.city.applications.SharedDrafts.Opened;
import org.rongyi.city.applications.SharedDrafts.Scope;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.definitions.ElementDefinition.Sensitivity;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A draft as a helper sees it, while its person lets them in: form and nothing else. There is no button that hands in.
@Controller
@RequestMapping("/helper/drafts/{id}")
class HelperFormPages {
    private final SharedDrafts shared;
    private final FormFields fields;
    private final ApplicationWords words;

    HelperFormPages(SharedDrafts shared, FormFields fields, ApplicationWords words) {
        this.shared = shared;
        this.fields = fields;
        this.words = words;
    }

    @GetMapping
    String open(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        Optional<Opened> opened = shared.open(id, acting);
        if (opened.isEmpty()) {
            return ended(response, model);
        }
        model.addAttribute("done", done);
        return show(page, opened.get(), fields.filled(opened.get().draft()), model);
    }

    private String show(Page page, Opened opened, Form form, Model model) {
        Draft draft = opened.draft();
        List<FormField> all = open(page, draft);
        List<FormField> questions =
                all.stream().filter(field -> field.input().unsure()).toList();
        boolean fills = opened.share().scope() == Scope.FILL;
        model.addAttribute("id", draft.application().id());
        model.addAttribute("journey", draft.application().journey().name());
        model.addAttribute("firm", words.firm(draft.application().firm()));
        model.addAttribute("until", page.moment(opened.share().until()));
        model.addAttribute("fills", fills);
        model.addAttribute("form", form);
        model.addAttribute("questions", questions);
        model.addAttribute(
                "ask",
                all.stream()
                        .filter(field -> !field.known() && !questions.contains(field))
                        .toList());
        model.addAttribute("known", all.stream().filter(FormField::known).toList());
        model.addAttribute("values", fills ? List.of() : values(page, draft, all));
        model.addAttribute("seen", shared.newest(draft.application().id()));
        return "jte:applications/helper-form";
    }

    /// Personal numbers are the person's own to fill in.
    private List<FormField> open(Page page, Draft draft) {
        return Stream.concat(fields.questions(draft).stream(), fields.of(page, draft).stream())
                .filter(field -> field.input().element().sensitivity() != Sensitivity.S)
                .toList();
    }

    private List<SummaryRow> values(Page page, Draft draft, List<FormField> all) {
        return all.stream()
                .map(field -> SummaryRow.of(
                        page.say(field.input().element().name()),
                        words.value(
                                page,
                                field.input().element(),
                                draft.known().value(field.input().name()))))
                .toList();
    }

    @PostMapping
    String save(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Opened> opened =
                shared.find(id, acting).filter(each -> each.share().scope() == Scope.FILL);
        if (opened.isEmpty()) {
            return ended(response, model);
        }
        Form form = Form.of(request);
        Set<String> stays = shared.say(
                id, acting, FormFields.read(form, open(page, opened.get().draft())), FormFields.seen(form));
        Opened now = shared.find(id, acting).orElse(opened.get());
        fields.tell(page, form, stays, now.draft());
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("done", "");
            return show(page, now, form, model);
        }
        return "redirect:/helper/drafts/" + id + "?done=kept";
    }

    private static String ended(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("这份申请没有授权给您，或者授权已经结束。", "You are not let into this application, or no longer."),
                        new Words("要接着帮，请企业再授权一次。", "To go on, ask the firm to let you in again."),
                        Link.of("我帮办的", "Those I help", "/helper")));
        return "jte:ui/error";
    }
}
