package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.applications.Application.Brought;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.Drafts.Handing;
import org.rongyi.city.applications.Finding;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.services.ServiceWords;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.journey.JourneyPlan;
import org.rongyi.definitions.journey.JourneyPlan.Origin;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The last page before handing in: everything once more, and what a department would ask to correct.
@Controller
class HandInPages {
    static final String JUST_NOW = "justHandedIn";
    private static final String YES = "yes";

    private final Drafts drafts;
    private final DraftViews views;
    private final Elements elements;
    private final ApplicationWords words;

    HandInPages(Drafts drafts, DraftViews views, Elements elements, ApplicationWords words) {
        this.drafts = drafts;
        this.views = views;
        this.elements = elements;
        this.words = words;
    }

    @GetMapping("/applications/{id}/check")
    String check(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<Draft> draft = drafts.find(id, acting);
        return draft.isEmpty()
                ? ApplicationWords.notFound(response, model)
                : show(page, draft.get(), drafts.review(draft.get()), Form.empty(), model);
    }

    private String show(Page page, Draft draft, List<Finding> findings, Form form, Model model) {
        model.addAttribute("view", views.of(page, draft));
        model.addAttribute("form", form);
        model.addAttribute(
                "findings",
                findings.stream().map(finding -> view(page, draft, finding)).toList());
        model.addAttribute("beingRead", draft.beingRead().size());
        model.addAttribute("values", values(page, draft));
        model.addAttribute("papers", papers(page, draft));
        model.addAttribute(
                "departments",
                draft.plan().steps().stream()
                        .map(step -> step.item().department())
                        .distinct()
                        .count());
        model.addAttribute(
                "items",
                ServiceWords.joined(
                        page,
                        draft.plan().steps().stream()
                                .map(step -> page.say(step.item().name()))
                                .toList()));
        return "jte:applications/check";
    }

    private FindingView view(Page page, Draft draft, Finding finding) {
        String here = "/applications/" + draft.application().id();
        String href = switch (finding.kind()) {
            case QUESTION -> here + "/questions?ask=" + finding.about();
            case VALUE -> here + "/form#" + finding.about();
            case PAPER -> here + "/papers#paper-" + finding.about();
        };
        return new FindingView(page.say(finding.reason()), page.say(finding.basis()), page.say(finding.mend()), href);
    }

    private List<SummaryRow> values(Page page, Draft draft) {
        String here = "/applications/" + draft.application().id() + "/form#";
        List<SummaryRow> rows = new ArrayList<>();
        for (JourneyPlan.Field field : draft.plan().form()) {
            Optional<ElementDefinition> element = elements.find(field.element());
            if (element.isPresent() && (field.origin() == Origin.KNOWN || field.origin() == Origin.ASKED)) {
                boolean onRecord = field.origin() == Origin.KNOWN
                        && !draft.application().said().containsKey(field.element());
                String value = words.value(page, element.get(), draft.known().value(field.element()));
                rows.add(new SummaryRow(
                        page.say(element.get().name()),
                        onRecord
                                ? value
                                        + page.say("（", " (")
                                        + words.origin(page, draft.known(), field.element())
                                        + page.say("）", ")")
                                : value,
                        field.origin() == Origin.ASKED ? page.say("补", "Fill in") : page.say("改", "Change"),
                        here + field.element()));
            }
        }
        return rows;
    }

    private List<SummaryRow> papers(Page page, Draft draft) {
        String here = "/applications/" + draft.application().id() + "/papers#paper-";
        List<SummaryRow> rows = new ArrayList<>();
        for (JourneyPlan.Paper paper : draft.plan().papers()) {
            Brought brought = draft.application().papers().get(paper.id());
            if (paper.handedIn()) {
                rows.add(new SummaryRow(
                        words.paper(page, paper.id()),
                        brought == null ? page.say("还没有交", "not there yet") : way(page, brought),
                        page.say("改", "Change"),
                        here + paper.id()));
            }
        }
        return rows;
    }

    private static String way(Page page, Brought brought) {
        return switch (brought.way()) {
            case FILE ->
                page.say("已上传", "uploaded")
                        + (brought.file() == null
                                ? ""
                                : page.say("：", ": ") + brought.file().name());
            case PROMISE -> page.say("先承诺，后补", "promised, to follow");
            case COUNTER -> page.say("带到部门交", "brought to the department");
        };
    }

    /// Nothing that the rules find stops a person who means it: the department decides.
    @PostMapping("/applications/{id}/hand-in")
    String handIn(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Optional<Draft> draft = drafts.find(id, acting);
        Form form = Form.of(request);
        if (draft.isPresent()) {
            List<Finding> findings = drafts.review(draft.get());
            reject(form, findings, draft.get());
            if (form.hasFaults()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return show(page, draft.get(), findings, form, model);
            }
        }
        return switch (drafts.handIn(id, acting)) {
            case Handing.Done _ -> {
                after.addFlashAttribute(JUST_NOW, true);
                yield "redirect:/applications/" + id;
            }
            case Handing.NotReady _ -> "redirect:/applications/" + id;
            case Handing.NoSuchDraft _ -> ApplicationWords.notFound(response, model);
        };
    }

    private static void reject(Form form, List<Finding> findings, Draft draft) {
        if (draft.plan().steps().isEmpty()) {
            form.reject("true", "还没有确定要办的事项，先回答问题", "No item is sure to apply yet: answer the questions first");
        }
        if (!findings.isEmpty() && !form.chosen("despite", YES)) {
            form.reject("despite", "先改，或者勾选“我知道，仍要提交”", "Mend it first, or say that you hand it in all the same");
        }
        if (!form.chosen("true", YES)) {
            form.reject("true", "请确认以上属实", "Please say that this is true");
        }
    }
}
