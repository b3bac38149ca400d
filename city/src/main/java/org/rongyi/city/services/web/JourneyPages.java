package org.rongyi.city.services.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.services.JourneyAnswers;
import org.rongyi.city.services.Journeys;
import org.rongyi.city.services.ServiceWords;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.JourneyDefinition.Stage;
import org.rongyi.definitions.JourneyDefinition.Subject;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.journey.JourneyPlan;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Journeys: one question after another, the next being the one that settles most; the plan grows beside them. Answers
/// are kept in the session only.
@Controller
class JourneyPages {
    private static final String JOURNEYS = "/journeys";

    private final Journeys journeys;
    private final Catalogue catalogue;
    private final Elements elements;
    private final Portraits portraits;
    private final JourneyViews views;

    JourneyPages(Journeys journeys, Catalogue catalogue, Elements elements, Portraits portraits, JourneyViews views) {
        this.journeys = journeys;
        this.catalogue = catalogue;
        this.elements = elements;
        this.portraits = portraits;
        this.views = views;
    }

    @GetMapping(JOURNEYS)
    String list(Model model) {
        Map<Stage, List<JourneyDefinition>> stages = new EnumMap<>(Stage.class);
        journeys.all()
                .forEach(journey -> stages.computeIfAbsent(journey.stage(), _ -> new ArrayList<>())
                        .add(journey));
        model.addAttribute("stages", stages);
        model.addAttribute("items", catalogue.items().size());
        return "jte:services/journeys";
    }

    /// @param ask the question to answer again
    @GetMapping("/journeys/{id}")
    String journey(
            Optional<Acting> acting,
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ask,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<JourneyDefinition> journey = journeys.find(id);
        if (journey.isEmpty()) {
            return notFound(id, response, model);
        }
        KnownValues known = known(acting, journey.get(), request);
        JourneyPlan plan = journeys.plan(journey.get(), known, known.answers().leftOut());
        Optional<ElementDefinition> again = known.answers().asked(ask) ? elements.find(ask) : Optional.empty();
        Optional<ElementDefinition> asked = again.or(() -> next(plan, known.answers()));
        Form form = Form.empty();
        ElementInput input =
                asked.map(element -> ElementInput.question(element, elements)).orElse(null);
        Object given = input == null ? null : known.answers().all().get(input.name());
        if (input != null && given != null) {
            input.fill(form, given);
        }
        return show(page, journey.get(), plan, known, input, form, model);
    }

    private Optional<ElementDefinition> next(JourneyPlan plan, JourneyAnswers answers) {
        return plan.questions().stream()
                .filter(question -> !answers.asked(question.element()))
                .findFirst()
                .flatMap(question -> elements.find(question.element()));
    }

    /// A portrait fills the form of its own firm only.
    private KnownValues known(Optional<Acting> acting, JourneyDefinition journey, HttpServletRequest request) {
        JourneyAnswers answers = JourneyAnswers.of(request, journey.id());
        Portrait portrait = acting.filter(person -> person.may(Mandate.Purpose.VIEW))
                .filter(_ -> journey.subject() == Subject.FIRM)
                .flatMap(person -> portraits.current(person.firmFor(Mandate.Purpose.VIEW)))
                .orElse(null);
        return new KnownValues(answers, portrait);
    }

    private String show(
            Page page,
            JourneyDefinition journey,
            JourneyPlan plan,
            KnownValues known,
            @Nullable ElementInput input,
            Form form,
            Model model) {
        model.addAttribute("journey", journey);
        model.addAttribute("lead", page.say(ServiceWords.department(catalogue, journey.lead())));
        model.addAttribute("view", views.of(page, plan, known));
        model.addAttribute("input", input);
        model.addAttribute("form", form);
        model.addAttribute(
                "settles",
                input == null
                        ? List.of()
                        : plan.questions().stream()
                                .filter(question -> question.element().equals(input.name()))
                                .flatMap(question -> question.items().stream())
                                .flatMap(item -> catalogue.item(item).stream())
                                .map(item -> page.say(item.name()))
                                .toList());
        model.addAttribute("answers", given(page, known.answers()));
        model.addAttribute("any", known.answers().any());
        model.addAttribute("signedIn", known.portrait() != null);
        return "jte:services/journey";
    }

    private List<JourneyView.Field> given(Page page, JourneyAnswers answers) {
        List<JourneyView.Field> given = new ArrayList<>();
        answers.all()
                .forEach((id, value) -> elements.find(id)
                        .ifPresent(element -> given.add(new JourneyView.Field(
                                id,
                                page.say(element.name()),
                                value == null
                                        ? page.say("不清楚", "not sure")
                                        : ElementWords.value(page, elements, element, value),
                                ""))));
        return given;
    }

    @PostMapping("/journeys/{id}")
    String answer(
            Optional<Acting> acting,
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String element,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<JourneyDefinition> journey = journeys.find(id);
        if (journey.isEmpty()) {
            return notFound(id, response, model);
        }
        KnownValues known = known(acting, journey.get(), request);
        JourneyPlan plan = journeys.plan(journey.get(), known, known.answers().leftOut());
        boolean open = known.answers().asked(element)
                || plan.questions().stream()
                        .anyMatch(question -> question.element().equals(element));
        Optional<ElementDefinition> asked = open ? elements.find(element) : Optional.empty();
        if (asked.isEmpty()) {
            return to(journey.get());
        }
        Form form = Form.of(request);
        ElementInput input = ElementInput.question(asked.get(), elements);
        boolean skipped = !form.value("skip").isEmpty();
        Optional<Object> value = skipped ? Optional.empty() : input.read(form);
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, journey.get(), plan, known, input, form, model);
        }
        known.answers().keep(request, input.name(), value.orElse(null));
        return to(journey.get());
    }

    /// Leaves an optional item out or takes it in again.
    @PostMapping("/journeys/{id}/items/{item}")
    String leaveOut(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String out,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<JourneyDefinition> journey = journeys.find(id);
        if (journey.isEmpty()) {
            return notFound(id, response, model);
        }
        boolean optional =
                journey.get().part(item).map(JourneyDefinition.Part::optional).orElse(false);
        if (optional) {
            JourneyAnswers.of(request, id).leaveOut(request, item, out.equals("1"));
        }
        return to(journey.get());
    }

    @PostMapping("/journeys/{id}/restart")
    String restart(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<JourneyDefinition> journey = journeys.find(id);
        if (journey.isEmpty()) {
            return notFound(id, response, model);
        }
        JourneyAnswers.forget(request, id);
        return to(journey.get());
    }

    private static String to(JourneyDefinition journey) {
        return "redirect:" + JOURNEYS + "/" + journey.id();
    }

    private static String notFound(String id, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有“" + id + "”这件事。", "There is no journey “" + id + "”."),
                        new Words("从全部“一件事”里挑。", "Choose from all journeys."),
                        Link.of("看全部", "See all", JOURNEYS)));
        return "jte:ui/error";
    }
}
