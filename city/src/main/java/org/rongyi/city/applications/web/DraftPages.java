package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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
import org.rongyi.definitions.journey.JourneyPlan;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A draft: how far it is, and its questions, the next being the one that settles most.
@Controller
class DraftPages {
    private final Drafts drafts;
    private final DraftViews views;
    private final TrackingPages tracking;
    private final Elements elements;
    private final ApplicationWords words;

    DraftPages(Drafts drafts, DraftViews views, TrackingPages tracking, Elements elements, ApplicationWords words) {
        this.drafts = drafts;
        this.views = views;
        this.tracking = tracking;
        this.elements = elements;
        this.words = words;
    }

    /// A draft shows what is left to do; what was handed in, how far it is.
    @GetMapping("/applications/{id}")
    String open(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<Draft> draft = drafts.find(id, acting);
        if (draft.isEmpty()) {
            return tracking.show(acting, page, id, response, model);
        }
        model.addAttribute("view", views.of(page, draft.get()));
        return "jte:applications/draft";
    }

    /// @param ask the question to answer again
    @GetMapping("/applications/{id}/questions")
    String questions(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String ask,
            HttpServletResponse response,
            Model model) {
        Optional<Draft> draft = drafts.find(id, acting);
        if (draft.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        Draft found = draft.get();
        boolean again = found.application().said().containsKey(ask)
                || found.application().unsure().contains(ask);
        Optional<ElementDefinition> asked = again ? elements.find(ask) : next(found);
        if (asked.isEmpty()) {
            return "redirect:/applications/" + id;
        }
        ElementInput input = ElementInput.question(asked.get(), elements);
        Form form = Form.empty();
        Object given = found.application().said().get(input.name());
        if (given != null) {
            input.fill(form, given);
        }
        return question(page, found, input, form, model);
    }

    private Optional<ElementDefinition> next(Draft draft) {
        return draft.questions().stream()
                .findFirst()
                .map(JourneyPlan.Question::element)
                .flatMap(elements::find);
    }

    private String question(Page page, Draft draft, ElementInput input, Form form, Model model) {
        model.addAttribute("view", views.of(page, draft));
        model.addAttribute("input", input);
        model.addAttribute("form", form);
        model.addAttribute(
                "settles",
                draft.plan().questions().stream()
                        .filter(question -> question.element().equals(input.name()))
                        .map(question -> words.items(page, question.items()))
                        .findFirst()
                        .orElse(""));
        return "jte:applications/questions";
    }

    @PostMapping("/applications/{id}/questions")
    String answer(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String element,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Draft> draft = drafts.find(id, acting);
        if (draft.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        boolean open = draft.get().application().said().containsKey(element)
                || draft.get().plan().questions().stream()
                        .anyMatch(question -> question.element().equals(element));
        Optional<ElementDefinition> asked = open ? elements.find(element) : Optional.empty();
        if (asked.isEmpty()) {
            return "redirect:/applications/" + id + "/questions";
        }
        Form form = Form.of(request);
        ElementInput input = ElementInput.question(asked.get(), elements);
        Object value = form.value("skip").isEmpty() ? input.read(form).orElse(null) : null;
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return question(page, draft.get(), input, form, model);
        }
        say(id, acting, element, value);
        return "redirect:/applications/" + id + "/questions";
    }

    private void say(long id, Acting acting, String element, @Nullable Object value) {
        Map<String, Object> values = new HashMap<>();
        if (value != null) {
            values.put(element, value);
        }
        drafts.say(id, acting, values, value == null ? Set.of(element) : Set.of());
    }

    /// Leaves an optional item out or takes it in again.
    @PostMapping("/applications/{id}/items/{item}")
    String leaveOut(
            Acting acting,
            @PathVariable long id,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String out,
            HttpServletResponse response,
            Model model) {
        if (drafts.find(id, acting).isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        drafts.leaveOut(id, acting, item, out.equals("1"));
        return "redirect:/applications/" + id;
    }

    @GetMapping("/applications/{id}/discard")
    String askDiscard(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<Draft> draft = drafts.find(id, acting);
        if (draft.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        model.addAttribute("view", views.of(page, draft.get()));
        return "jte:applications/discard";
    }

    @PostMapping("/applications/{id}/discard")
    String discard(Acting acting, @PathVariable long id, HttpServletResponse response, Model model) {
        return drafts.discard(id, acting) ? "redirect:/applications" : ApplicationWords.notFound(response, model);
    }
}
