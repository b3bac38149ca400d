package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.Draft;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.policies.PolicyLab;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The policy lab: a draft beside the figures of what it would do. Nothing is written here.
@Controller
@RequestMapping("/editor/lab")
class LabPages {
    /// Which policy the draft would replace; empty for a new one.
    private static final String POLICY = "policy";

    private static final String DO = "do";
    private static final String ADD = "add";
    private static final String TURN = "turn ";
    private static final int POINTS = 50;

    private final Policies policies;
    private final PolicyLab lab;

    LabPages(Policies policies, PolicyLab lab) {
        this.policies = policies;
        this.lab = lab;
    }

    @GetMapping
    String choose(@RequestParam(defaultValue = "") String policy, Page page, Model model) {
        Optional<InForce> text = inForce(policy, page);
        if (text.isPresent()) {
            Draft draft = LabForm.of(text.get());
            return show(LabForm.show(draft), draft, null, page, model);
        }
        model.addAttribute("policies", policies.inForce(page.today()));
        return "jte:policies/lab-choose";
    }

    @GetMapping("/new")
    String blank(Page page, Model model) {
        Draft draft = new Draft(null, List.of(""), "", null);
        model.addAttribute("view", LabView.blank(page, draft));
        model.addAttribute("form", LabForm.show(draft));
        return "jte:policies/lab";
    }

    private Optional<InForce> inForce(String policy, Page page) {
        return policies.find(policy)
                .flatMap(found -> policies.text(found, page.today()).map(text -> new InForce(found, text)));
    }

    @PostMapping
    String count(HttpServletRequest request, HttpServletResponse response, Page page, Model model) {
        Form typed = Form.of(request);
        InForce against = inForce(typed.value(POLICY), page).orElse(null);
        Draft draft = LabForm.read(typed, against).orElse(null);
        if (draft == null || typed.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Draft shown = draft == null ? new Draft(against, List.of(""), "", null) : draft;
            model.addAttribute("view", LabView.blank(page, shown));
            model.addAttribute("form", typed);
            return "jte:policies/lab";
        }
        boolean add = typed.value(DO).equals(ADD) && draft.conditions().size() < LabForm.MOST_PARTS;
        Form form = LabForm.show(draft);
        if (lab.check(draft) instanceof Draft.Faulty) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("added", add);
        return show(form, draft, typed.value(DO), page, model);
    }

    /// @param wanted what was pressed, such as a number to be turned; null for nothing
    private String show(Form form, Draft draft, @Nullable String wanted, Page page, Model model) {
        switch (lab.check(draft)) {
            case Draft.Faulty faulty -> model.addAttribute("view", LabView.faulty(page, draft, faulty, form));
            case Draft.Sound sound -> {
                PolicyLab.Curve curve = dial(sound, wanted)
                        .flatMap(dial -> lab.curve(sound, dial, POINTS))
                        .orElse(null);
                model.addAttribute(
                        "view",
                        LabView.of(
                                page,
                                sound,
                                lab.effect(sound).orElse(null),
                                curve,
                                lab.coherence(sound).orElse(null)));
            }
        }
        model.addAttribute("form", form);
        return "jte:policies/lab";
    }

    /// The number whose curve is wanted; at first that of the first condition that has one.
    private static Optional<Draft.Dial> dial(Draft.Sound draft, @Nullable String wanted) {
        String name = wanted != null && wanted.startsWith(TURN) ? wanted.substring(TURN.length()) : "";
        return draft.dials().stream()
                .filter(dial -> LabForm.number(dial.part(), dial.number()).equals(name))
                .findFirst()
                .or(() -> draft.dials().stream().findFirst());
    }

    @GetMapping("/library")
    String library(Page page, Model model) {
        model.addAttribute(
                "view",
                lab.library().map(library -> LibraryView.of(page, library)).orElse(null));
        return "jte:policies/lab-library";
    }

    static String title(Page page, @Nullable InForce against) {
        PolicyDefinition policy = against == null ? null : against.policy();
        return policy == null
                ? page.say("新政策", "A new policy")
                : page.say(Objects.requireNonNull(policy).title());
    }
}
