package org.rongyi.city.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.portal.web.FrontView.Figure;
import org.rongyi.city.portal.web.FrontView.PolicyLine;
import org.rongyi.city.services.Journeys;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Row;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The city's front page. Every figure on it is counted, none is set.
@Controller
class FrontPage {
    private static final int SHOWN = 5;
    private static final int SOON_DAYS = 90;

    private final Policies policies;
    private final Matches matches;
    private final Journeys journeys;
    private final HeadCount headCount;
    private final Subjects subjects;
    private final Elements elements;

    FrontPage(
            Policies policies,
            Matches matches,
            Journeys journeys,
            HeadCount headCount,
            Subjects subjects,
            Elements elements) {
        this.policies = policies;
        this.matches = matches;
        this.journeys = journeys;
        this.headCount = headCount;
        this.subjects = subjects;
        this.elements = elements;
    }

    @GetMapping("/")
    String front(Page page, Model model) {
        model.addAttribute(
                "view", new FrontView(subjects.of(page), stages(page), lines(page), figures(page), first(page)));
        return "jte:portal/front";
    }

    /// Whoever comes to get something done finds it without a search.
    private List<FrontView.Stage> stages(Page page) {
        Map<JourneyDefinition.Stage, List<Link>> stages = new EnumMap<>(JourneyDefinition.Stage.class);
        journeys.all()
                .forEach(journey -> stages.computeIfAbsent(journey.stage(), _ -> new ArrayList<>())
                        .add(new Link(journey.name(), "/journeys/" + journey.id())));
        return stages.entrySet().stream()
                .map(stage -> new FrontView.Stage(page.say(stage.getKey().words()), stage.getValue()))
                .toList();
    }

    /// What tells most of a firm of which nothing is known.
    private @Nullable ElementInput first(Page page) {
        return matches.questions(Row.of(Map.of()), page.today(), 1).stream()
                .findFirst()
                .map(question -> ElementInput.question(question.element(), elements))
                .orElse(null);
    }

    /// First what can be claimed only for some weeks, then what is new.
    private List<PolicyLine> lines(Page page) {
        LocalDate today = page.today();
        List<PolicyLine> lines = new ArrayList<>();
        List<PolicyDefinition> inForce = policies.inForce(today);
        inForce.stream()
                .filter(policy -> lastDay(policy, today).isBefore(today.plusDays(SOON_DAYS)))
                .sorted(Comparator.comparing(policy -> lastDay(policy, today)))
                .limit(SHOWN)
                .forEach(policy -> lines.add(line(page, policy, until(page, lastDay(policy, today)))));
        inForce.stream()
                .filter(policy -> !lastDay(policy, today).isBefore(today.plusDays(SOON_DAYS)))
                .sorted(Comparator.comparing((PolicyDefinition policy) -> firstDay(policy, today))
                        .reversed())
                .limit(SHOWN - lines.size())
                .forEach(policy -> lines.add(line(page, policy, since(page, firstDay(policy, today)))));
        return lines;
    }

    private static PolicyLine line(Page page, PolicyDefinition policy, String when) {
        return new PolicyLine(page.say(policy.title()), "/policies/" + policy.id(), when);
    }

    private static String until(Page page, LocalDate day) {
        return page.say(page.day(day) + "截止", "until " + page.day(day));
    }

    private static String since(Page page, LocalDate day) {
        return day.equals(LocalDate.MIN) ? "" : page.say(page.day(day) + "起", "since " + page.day(day));
    }

    private LocalDate firstDay(PolicyDefinition policy, LocalDate today) {
        return policies.text(policy, today).map(PolicyVersion::validFrom).orElse(LocalDate.MIN);
    }

    private LocalDate lastDay(PolicyDefinition policy, LocalDate today) {
        Optional<PolicyVersion> version = policies.text(policy, today);
        LocalDate closes = version.map(PolicyVersion::window)
                .map(PolicyVersion.Window::closes)
                .filter(day -> !day.isBefore(today))
                .orElse(LocalDate.MAX);
        LocalDate ends = version.map(PolicyVersion::validTo).orElse(LocalDate.MAX);
        return closes.isBefore(ends) ? closes : ends;
    }

    private List<Figure> figures(Page page) {
        List<Figure> figures = new ArrayList<>();
        int inForce = policies.inForce(page.today()).size();
        int all = policies.all().size();
        figures.add(new Figure(
                page.say("现行政策", "Policies in force"),
                page.number(inForce),
                page.say("项", ""),
                page.say("收录 " + all + " 项，其余已到期或还没开始", "of " + all + " on file; the others have ended or not begun")));
        Optional<HeadCount.Made> counted = headCount.latest();
        figures.add(new Figure(
                page.say("登记的经营主体", "Business entities"),
                counted.map(made -> page.number(made.counts().all())).orElse(null),
                page.say("户", ""),
                counted.map(made -> page.say(page.moment(made.at()) + "点数", "counted " + page.moment(made.at())))
                        .orElse(page.say("正在点数", "being counted"))));
        figures.addAll(reach(page));
        return figures;
    }

    private List<Figure> reach(Page page) {
        String fits = page.say("符合的（户×项）", "Matches found");
        return switch (matches.reach()) {
            case CityReach.BeingPrepared preparing ->
                List.of(new Figure(
                        fits,
                        null,
                        "",
                        page.say(
                                "正在逐户对照，已看 " + page.number(preparing.read()) + " 户",
                                "being matched; " + page.number(preparing.read()) + " entities so far")));
            case CityReach.Counted counted -> {
                List<Figure> figures = new ArrayList<>();
                long pairs = counted.policies().stream()
                        .mapToLong(CityReach.Reach::eligible)
                        .sum();
                figures.add(new Figure(
                        fits,
                        page.number(pairs),
                        page.say("次", ""),
                        page.say("每户对照每项现行政策", "each entity against each policy in force")));
                counted.shown().stream()
                        .filter(reach -> reach.eligible() != null && reach.eligible() > 0)
                        .max(Comparator.comparing(CityReach.Shown::eligible))
                        .ifPresent(reach -> figures.add(new Figure(
                                page.say("符合最多的一项", "Reaching most"),
                                page.count(reach.eligible()),
                                page.say("户", ""),
                                policies.find(reach.policyId())
                                        .map(policy -> page.say(policy.title()))
                                        .orElse(reach.policyId()))));
                yield figures;
            }
        };
    }
}
