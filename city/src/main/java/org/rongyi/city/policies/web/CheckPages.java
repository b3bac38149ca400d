package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.Judgement;
import org.rongyi.city.policies.Match;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.policies.Question;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// "Check my firm" without signing in: one question after another, the next being the one that decides most. Nothing
/// is kept beyond the session.
@Controller
class CheckPages {
    private static final String CHECK = "redirect:/check";

    private final Matches matches;
    private final Elements elements;
    private final VerdictViews views;

    CheckPages(Matches matches, Elements elements, VerdictViews views) {
        this.matches = matches;
        this.elements = elements;
        this.views = views;
    }

    /// @param ask the question to answer again
    /// @param policy only the questions of this policy
    @GetMapping("/check")
    String ask(
            Page page,
            @RequestParam(defaultValue = "") String ask,
            @RequestParam(defaultValue = "") String policy,
            HttpServletRequest request,
            Model model) {
        CheckAnswers answers = CheckAnswers.of(request);
        Optional<ElementDefinition> again = askable(ask);
        Optional<Question> next = again.isPresent() ? Optional.empty() : next(answers, page, policy);
        Form form = Form.empty();
        ElementInput input = again.or(() -> next.map(Question::element))
                .map(element -> ElementInput.question(element, elements))
                .orElse(null);
        if (input != null && answers.asked(input.name())) {
            Object given = answers.answer(input.name());
            if (given == null) {
                form.with(input.name(), ElementInput.NOT_SURE);
            } else {
                input.fill(form, given);
            }
        }
        model.addAttribute("question", next.orElse(null));
        return show(page, answers, input, form, policy, model);
    }

    private Optional<Question> next(CheckAnswers answers, Page page, String policy) {
        return matches.questions(answers.row(), page.today(), elements.all().size()).stream()
                .filter(question -> !answers.asked(question.element().id()))
                .filter(question -> policy.isEmpty() || question.policies().contains(policy))
                .findFirst();
    }

    private Optional<ElementDefinition> askable(String id) {
        return elements.find(id)
                .filter(element -> element.ask() != null && !element.element().derived());
    }

    @PostMapping("/check")
    String answer(
            Page page,
            @RequestParam(defaultValue = "") String element,
            @RequestParam(defaultValue = "") String policy,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<ElementDefinition> asked = askable(element);
        if (asked.isEmpty()) {
            return CHECK;
        }
        Form form = Form.of(request);
        CheckAnswers answers = CheckAnswers.of(request);
        ElementInput input = ElementInput.question(asked.get(), elements);
        boolean skipped = !form.value("skip").isEmpty();
        Optional<Object> value = skipped ? Optional.empty() : input.read(form);
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("question", null);
            return show(page, answers, input, form, policy, model);
        }
        answers.keep(request, input.name(), value.orElse(null));
        return policy.matches("[\\w.-]{1,100}") ? CHECK + "?policy=" + policy : CHECK;
    }

    @PostMapping("/check/restart")
    String restart(HttpServletRequest request) {
        CheckAnswers.forget(request);
        return CHECK;
    }

    private String show(
            Page page, CheckAnswers answers, @Nullable ElementInput input, Form form, String policy, Model model) {
        Judgement judgement = matches.judge(answers.row(), page.today());
        model.addAttribute("input", input);
        model.addAttribute("form", form);
        model.addAttribute("answers", given(page, answers));
        model.addAttribute("before", answers.before(input == null ? null : input.name()));
        model.addAttribute("judgement", judgement);
        model.addAttribute("eligible", judgement.with(Verdict.ELIGIBLE));
        model.addAttribute("nearly", judgement.with(Verdict.NEARLY));
        model.addAttribute("open", judgement.with(Verdict.UNDETERMINED));
        model.addAttribute("not", judgement.with(Verdict.NOT_ELIGIBLE));
        model.addAttribute("focus", judgement.of(policy).orElse(null));
        return "jte:policies/check";
    }

    private List<CheckAnswer> given(Page page, CheckAnswers answers) {
        List<CheckAnswer> given = new ArrayList<>();
        answers.all()
                .forEach((id, value) -> elements.find(id)
                        .ifPresent(element -> given.add(new CheckAnswer(
                                id,
                                page.say(element.name()),
                                value == null
                                        ? page.say("不清楚", "not sure")
                                        : ElementWords.value(page, elements, element, value)))));
        return given;
    }

    /// The whole verdict of one policy, by the visitor's answers.
    @GetMapping("/check/policies/{id}")
    String verdict(
            Page page, @PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        CheckAnswers answers = CheckAnswers.of(request);
        Optional<Match> match = matches.judge(answers.row(), page.today()).of(id);
        if (match.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute(
                    "error",
                    PageError.notFound(
                            new Words("今天没有编号“" + id + "”的政策。", "No policy “" + id + "” is in force today."),
                            new Words("您的回答还在，可以接着答。", "Your answers are kept: you can go on."),
                            Link.of("接着答", "Go on", "/check")));
            return "jte:ui/error";
        }
        model.addAttribute("view", views.of(page, match.get(), answers.row(), new ValueOrigin.Answers()));
        model.addAttribute("answered", answers.elements().size());
        return "jte:policies/check-verdict";
    }
}
