package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.policies.Draft;
import org.rongyi.city.policies.KeptDrafts;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.policies.PolicyLab;
import org.rongyi.city.ui.CityMap;
import org.rongyi.city.ui.CityMaps;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The policy lab: a draft beside the figures of what it would do. Nothing is written into the policies; a draft may be
/// kept.
@Controller
@RequestMapping("/editor/lab")
class LabPages {
    /// Which policy the draft would replace; empty for a new one.
    private static final String POLICY = "policy";

    private static final String DO = "do";
    private static final String ADD = "add";
    private static final String KEEP = "keep";
    private static final String TURN = "turn ";
    private static final int POINTS = 50;

    private final Policies policies;
    private final PolicyLab lab;
    private final KeptDrafts drafts;
    private final CityMaps maps;

    LabPages(Policies policies, PolicyLab lab, KeptDrafts drafts, CityMaps maps) {
        this.policies = policies;
        this.lab = lab;
        this.drafts = drafts;
        this.maps = maps;
    }

    @GetMapping
    String choose(@RequestParam(defaultValue = "") String policy, Acting acting, Page page, Model model) {
        Optional<InForce> text = inForce(policy, page);
        if (text.isPresent()) {
            Draft draft = LabForm.of(text.get());
            return show(LabForm.show(draft), draft, null, page, model);
        }
        model.addAttribute("policies", policies.inForce(page.today()));
        model.addAttribute("drafts", drafts.of(acting.account()));
        return "jte:policies/lab-choose";
    }

    @GetMapping("/new")
    String blank(Page page, Model model) {
        Draft draft = new Draft(null, List.of(""), "", null);
        model.addAttribute("view", LabView.blank(page, draft));
        model.addAttribute("form", LabForm.show(draft));
        return "jte:policies/lab";
    }

    @GetMapping("/drafts/{id}")
    String kept(@PathVariable long id, Acting acting, Page page, HttpServletResponse response, Model model) {
        KeptDrafts.Kept kept = drafts.find(acting.account(), id).orElse(null);
        if (kept == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute(
                    "error",
                    PageError.notFound(
                            new Words("没有这份草案", "There is no such draft"),
                            new Words("也许已经删了；草案只有存它的人看得到。", "Maybe it was dropped; only who kept it sees it."),
                            Link.of("政策实验室", "Policy lab", "/editor/lab")));
            return "jte:ui/error";
        }
        Form form =
                LabForm.show(kept.draft()).with(LabForm.KEPT, Long.toString(id)).with(LabForm.NAME, kept.name());
        return show(form, kept.draft(), null, page, model);
    }

    @PostMapping("/drafts/{id}/drop")
    String drop(@PathVariable long id, Acting acting) {
        drafts.drop(acting.account(), id);
        return "redirect:/editor/lab";
    }

    private Optional<InForce> inForce(String policy, Page page) {
        return policies.find(policy)
                .flatMap(found -> policies.text(found, page.today()).map(text -> new InForce(found, text)));
    }

    @PostMapping
    String count(HttpServletRequest request, HttpServletResponse response, Acting acting, Page page, Model model) {
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
        if (typed.value(DO).equals(KEEP)) {
            Optional<Long> kept = keep(typed, draft, acting);
            if (kept.isPresent()) {
                return "redirect:/editor/lab/drafts/" + kept.get();
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(typed, draft, null, page, model);
        }
        boolean add = typed.value(DO).equals(ADD) && draft.conditions().size() < LabForm.MOST_PARTS;
        Form form = LabForm.show(draft)
                .with(LabForm.KEPT, typed.value(LabForm.KEPT))
                .with(LabForm.NAME, typed.value(LabForm.NAME));
        if (lab.check(draft) instanceof Draft.Faulty) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("added", add);
        return show(form, draft, typed.value(DO), page, model);
    }

    /// Empty when it was refused; the form says why. A draft with faults may be kept: it is not finished yet.
    private Optional<Long> keep(Form typed, Draft draft, Acting acting) {
        String name = typed.value(LabForm.NAME);
        if (name.isEmpty() || name.length() > KeptDrafts.LONGEST_NAME) {
            typed.reject(LabForm.NAME, "给草案起个名字，最多 60 个字", "Give the draft a name, of at most 60 characters");
            return Optional.empty();
        }
        String id = typed.value(LabForm.KEPT);
        Long before = id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
        Optional<Long> kept = drafts.keep(acting.account(), before, name, draft);
        if (kept.isEmpty()) {
            typed.reject(
                    LabForm.NAME,
                    "已经存了 " + KeptDrafts.MOST + " 份，先删掉不用的",
                    "You keep " + KeptDrafts.MOST + " drafts already; drop some first");
        }
        return kept;
    }

    /// @param wanted what was pressed, such as a number to be turned; null for nothing
    private String show(Form form, Draft draft, @Nullable String wanted, Page page, Model model) {
        switch (lab.check(draft)) {
            case Draft.Faulty faulty -> model.addAttribute("view", LabView.faulty(page, draft, faulty, form));
            case Draft.Sound sound -> {
                PolicyLab.Curve curve = dial(sound, wanted)
                        .flatMap(dial -> lab.curve(sound, dial, POINTS))
                        .orElse(null);
                PolicyLab.Effect effect = lab.effect(sound).orElse(null);
                model.addAttribute(
                        "map",
                        effect == null ? null : map(page, effect.groupings().getFirst()));
                model.addAttribute(
                        "view",
                        LabView.of(
                                page, sound, effect, curve, lab.coherence(sound).orElse(null)));
            }
        }
        model.addAttribute("form", form);
        return "jte:policies/lab";
    }

    /// Whom the draft reaches, on the map of the districts; null where it is too few in each of them to be told.
    private @Nullable CityMap map(Page page, PolicyLab.Grouping districts) {
        Map<String, @Nullable Long> counts = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        districts.groups().forEach(group -> {
            counts.put(group.code(), LabFigures.told(group.holds()));
            names.put(group.code(), page.say(group.name()));
        });
        boolean told = counts.values().stream().anyMatch(Objects::nonNull);
        return told ? maps.draw(page, counts, code -> names.getOrDefault(code, code), page.say(LabFigures.FEW)) : null;
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
