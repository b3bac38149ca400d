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
import org.rongyi.city.policies.PolicyEditor;
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
/// kept, or taken to where policies are published.
@Controller
@RequestMapping("/editor/lab")
class LabPages {
    /// Which policy the draft would replace; empty for a new one.
    private static final String POLICY = "policy";

    private static final String DO = "do";
    private static final String ADD = "add";
    private static final String KEEP = "keep";
    private static final String EXAMPLES = "examples";
    private static final String PUBLISH = "publish";
    private static final String TURN = "turn ";
    private static final int POINTS = 50;

    /// A library may have thousands; the desk has a search.
    private static final int MOST_OFFERED = 100;

    private final Policies policies;
    private final PolicyLab lab;
    private final KeptDrafts drafts;
    private final CityMaps maps;
    private final LabTurns turns;
    private final LabExamples examples;
    private final PolicyEditor editor;

    LabPages(
            Policies policies,
            PolicyLab lab,
            KeptDrafts drafts,
            CityMaps maps,
            LabTurns turns,
            LabExamples examples,
            PolicyEditor editor) {
        this.policies = policies;
        this.lab = lab;
        this.drafts = drafts;
        this.maps = maps;
        this.turns = turns;
        this.examples = examples;
        this.editor = editor;
    }

    @GetMapping
    String choose(
            @RequestParam(defaultValue = "") String policy,
            HttpServletResponse response,
            Acting acting,
            Page page,
            Model model) {
        Optional<InForce> text = inForce(policy, page);
        if (text.isPresent()) {
            Draft draft = LabForm.of(text.get());
            return show(new Shown(LabForm.show(draft), draft, null, acting, response), page, model);
        }
        List<PolicyDefinition> inForce = policies.inForce(page.today());
        model.addAttribute("policies", inForce.subList(0, Math.min(MOST_OFFERED, inForce.size())));
        model.addAttribute("more", inForce.size() > MOST_OFFERED);
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
        return show(new Shown(form, kept.draft(), null, acting, response), page, model);
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
            return show(new Shown(typed, draft, null, acting, response), page, model);
        }
        if (typed.value(DO).equals(PUBLISH) && lab.check(draft) instanceof Draft.Sound sound) {
            model.addAttribute("form", Form.empty().with(PublishPages.TEXT, editor.file(sound)));
            return PublishPages.PAGE;
        }
        boolean add = typed.value(DO).equals(ADD) && draft.conditions().size() < LabForm.MOST_PARTS;
        Form form = LabForm.show(draft)
                .with(LabForm.KEPT, typed.value(LabForm.KEPT))
                .with(LabForm.NAME, typed.value(LabForm.NAME));
        if (lab.check(draft) instanceof Draft.Faulty) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("added", add);
        return show(new Shown(form, draft, typed.value(DO), acting, response), page, model);
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

    /// A page that is asked for.
    ///
    /// @param wanted what was pressed, such as a number to be turned; null for nothing
    private record Shown(
            Form form, Draft draft, @Nullable String wanted, Acting acting, HttpServletResponse response) {}

    /// What the lab says to a draft.
    ///
    /// @param slow why there is no curve
    private record Said(
            Optional<PolicyLab.Curve> curve,
            List<String> slow,
            Optional<PolicyLab.Effect> effect,
            Optional<List<PolicyLab.Finding>> findings) {
        private static final Said NOTHING = new Said(Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    private String show(Shown shown, Page page, Model model) {
        switch (lab.check(shown.draft)) {
            case Draft.Faulty faulty ->
                model.addAttribute("view", LabView.faulty(page, shown.draft, faulty, shown.form));
            case Draft.Sound sound -> {
                Optional<Draft.Dial> dial = dial(sound, shown.wanted);
                LabTurns.Turn<Said> turn = turns.ask(shown.acting.account(), () -> ask(sound, dial));
                Said said = turn instanceof LabTurns.Turn.Answered<Said>(var answer) ? answer : Said.NOTHING;
                model.addAttribute("instead", instead(turn, shown.response));
                model.addAttribute("slow", said.slow);
                model.addAttribute("mayLook", LabExamples.mayLook(shown.acting));
                if (EXAMPLES.equals(shown.wanted) && said.effect.isPresent()) {
                    model.addAttribute("examples", examples.of(page, shown.acting, sound));
                }
                model.addAttribute(
                        "map",
                        said.effect
                                .map(effect -> map(page, effect.groupings().getFirst()))
                                .orElse(null));
                model.addAttribute(
                        "view",
                        LabView.of(
                                page,
                                sound,
                                said.effect.orElse(null),
                                said.curve.orElse(null),
                                said.findings.orElse(null)));
            }
        }
        model.addAttribute("form", shown.form);
        return "jte:policies/lab";
    }

    private Said ask(Draft.Sound draft, Optional<Draft.Dial> dial) {
        return new Said(
                dial.flatMap(turned -> lab.curve(draft, turned, POINTS)),
                dial.map(turned -> lab.slow(draft, turned)).orElse(List.of()),
                lab.effect(draft),
                lab.coherence(draft));
    }

    /// What a page says in the place of figures; null when it has them, or waits for the city's data.
    static @Nullable Words instead(LabTurns.Turn<?> turn, HttpServletResponse response) {
        return switch (turn) {
            case LabTurns.Turn.Answered<?> _ -> null;
            case LabTurns.Turn.Replaced<?> _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield new Words("您又问了别的，这里就不算了。", "You have asked something newer; this was not computed.");
            }
            case LabTurns.Turn.GaveWay<?> _ ->
                new Words(
                        "这份草案要算太久，别人在等，先停了；把慢的条件放窄些再试。您写的都还在。",
                        "This draft takes too long while others wait, so it was stopped; make its slow condition"
                                + " narrower and try again. What you wrote is kept.");
            case LabTurns.Turn.Busy<?> _ ->
                new Words(
                        "别人正在算，过几秒再试。您写的都还在。",
                        "Others are computing; try again in a few seconds. What you wrote is kept.");
        };
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
        return told ? maps.draw(page, counts, code -> names.getOrDefault(code, code), page.say("不到 10", "< 10")) : null;
    }

    /// The number whose curve is wanted; at first that of the first condition that has one.
    private static Optional<Draft.Dial> dial(Draft.Sound draft, @Nullable String wanted) {
        String name = wanted != null && wanted.startsWith(TURN) ? wanted.substring(TURN.length()) : "";
        return draft.dials().stream()
                .filter(dial -> LabForm.number(dial.part(), dial.number()).equals(name))
                .findFirst()
                .or(() -> draft.dials().stream().findFirst());
    }

    static String title(Page page, @Nullable InForce against) {
        PolicyDefinition policy = against == null ? null : against.policy();
        return policy == null
                ? page.say("新政策", "A new policy")
                : page.say(Objects.requireNonNull(policy).title());
    }
}
