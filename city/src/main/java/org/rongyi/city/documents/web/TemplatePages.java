package org.rongyi.city.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.LicenceTemplates;
import org.rongyi.city.documents.LicenceTemplates.Open;
import org.rongyi.city.documents.LicenceTemplates.Trial;
import org.rongyi.city.documents.LicenceTemplates.Wording;
import org.rongyi.city.documents.LicenceTemplates.Wrong;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An officer changes the template of a licence that the department issues: checked and looked at first,
/// then a new version, with who and why.
@Controller
@RequestMapping("/officer/licence-types/{type}")
class TemplatePages {
    private static final String LINES = "lines";
    private static final String YEARS = "years";
    private static final String REASON = "reason";
    private static final String SEEN = "seen";

    private final LicenceTemplates templates;

    TemplatePages(LicenceTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    String open(Acting acting, Page page, @PathVariable String type, HttpServletResponse response, Model model) {
        Optional<Open> open = templates.open(acting, type);
        if (open.isEmpty()) {
            return LicenceWords.notFound(response, model);
        }
        Form form = Form.empty()
                .with(SEEN, String.valueOf(open.get().version()))
                .with(LINES, open.get().wording().lines())
                .with(YEARS, open.get().wording().years());
        return show(page, open.get(), form, null, model);
    }

    private static String show(Page page, Open open, Form form, @Nullable Trial trial, Model model) {
        model.addAttribute("open", open);
        model.addAttribute("form", form);
        model.addAttribute("trial", trial);
        model.addAttribute("notes", trial == null ? List.of() : says(page, trial.notes()));
        return "jte:documents/template";
    }

    private static List<String> says(Page page, List<Wrong> wrong) {
        return wrong.stream()
                .map(each -> at(page, each) + page.say(each.what()))
                .toList();
    }

    private static String at(Page page, Wrong wrong) {
        return wrong.line() == 0 ? "" : page.say("第 " + wrong.line() + " 行：", "Line " + wrong.line() + ": ");
    }

    private static Wording wording(Form form) {
        return new Wording(form.value(LINES), form.value(YEARS));
    }

    /// @param act check or publish
    @PostMapping
    String change(
            Acting acting,
            Page page,
            @PathVariable String type,
            @RequestParam(defaultValue = "check") String act,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Optional<Open> open = templates.open(acting, type);
        if (open.isEmpty()) {
            return LicenceWords.notFound(response, model);
        }
        Form form = Form.of(request);
        Trial trial = templates.tryOut(type, wording(form));
        trial.wrong()
                .forEach(each -> form.reject(
                        each.line() == 0 ? YEARS : LINES,
                        at(page, each) + each.what().zh(),
                        at(page, each) + each.what().en()));
        if (trial.sound() && !trial.changes()) {
            form.reject(LINES, "什么都没有改", "Nothing is changed");
        }
        if (!form.hasFaults() && act.equals("publish")) {
            int seen = form.value(SEEN).matches("[0-9]{1,9}") ? Integer.parseInt(form.value(SEEN)) : -1;
            switch (templates.publish(acting, type, seen, wording(form), form.value(REASON))) {
                case DONE -> {
                    after.addFlashAttribute(
                            OfficerTypePages.SAYS,
                            page.say(
                                    "新模板马上生效；已经发的还是旧样，要换就全部换发。",
                                    "The new template holds now; what was issued stays until it is issued anew."));
                    return "redirect:/officer/licence-types";
                }
                case NO_REASON -> form.reject(REASON, "写一句为什么改", "Say why it is changed");
                case STALE -> form.reject(REASON, "别人刚改过，打开再看一次", "Somebody changed it meanwhile: open it anew");
                case NOT_SOUND -> form.reject(LINES, "有错，不能发布", "It has faults and is not published");
                case NOT_YOURS -> {
                    return LicenceWords.notFound(response, model);
                }
            }
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(page, open.get(), form, trial, model);
    }

    /// What is written in the form, as a page; nothing is kept.
    @PostMapping("/preview")
    ResponseEntity<byte[]> preview(Acting acting, @PathVariable String type, HttpServletRequest request) {
        return templates
                .open(acting, type)
                .flatMap(_ -> templates.preview(type, wording(Form.of(request))))
                .map(OfficerTypePages::pdf)
                .orElse(ResponseEntity.notFound().build());
    }
}
