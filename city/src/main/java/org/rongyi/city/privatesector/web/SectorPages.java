package org.rongyi.city.privatesector.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.privatesector.Opportunities;
import org.rongyi.city.privatesector.Opportunities.Opportunity;
import org.rongyi.city.privatesector.PrivateSector;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What private firms find in one place; for everybody.
@Controller
class SectorPages {
    private static final int MOST_OPEN = 20;

    private final PrivateSector sector;
    private final Opportunities opportunities;
    private final Policies policies;
    private final SectorViews views;

    SectorPages(PrivateSector sector, Opportunities opportunities, Policies policies, SectorViews views) {
        this.sector = sector;
        this.opportunities = opportunities;
        this.policies = policies;
        this.views = views;
    }

    @GetMapping("/private")
    String sector(Page page, Model model) {
        List<PolicyDefinition> inForce = policies.inForce(page.today());
        model.addAttribute("rules", sector.rules());
        model.addAttribute("finance", sector.finance());
        model.addAttribute(
                "opportunities",
                opportunities.open(MOST_OPEN).stream()
                        .map(each -> views.row(page, each))
                        .toList());
        model.addAttribute(
                "policies",
                sector.policies().stream()
                        .flatMap(id ->
                                inForce.stream().filter(policy -> policy.id().equals(id)))
                        .toList());
        List<PolicyDefinition> others = sector.policies().stream()
                .filter(id -> inForce.stream().noneMatch(policy -> policy.id().equals(id)))
                .flatMap(id ->
                        policies.all().stream().filter(policy -> policy.id().equals(id)))
                .toList();
        model.addAttribute(
                "ahead",
                others.stream()
                        .flatMap(policy -> begins(policy, page.today())
                                .map(day -> new SectorRow(
                                        policy.id(), page.say(policy.title()), page.date(day), "", "", ""))
                                .stream())
                        .toList());
        model.addAttribute(
                "ended",
                others.stream()
                        .filter(policy -> begins(policy, page.today()).isEmpty())
                        .toList());
        return "jte:privatesector/sector";
    }

    /// The first day of the next text that is known today; empty where none is to come.
    static Optional<LocalDate> begins(PolicyDefinition policy, LocalDate today) {
        return policy.versions().stream()
                .filter(text -> text.knownOn(today))
                .flatMap(text -> Optional.ofNullable(text.validFrom()).stream())
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder());
    }

    @GetMapping("/private/opportunities/{id}")
    String opportunity(Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<Opportunity> found = opportunities.find(id);
        if (found.isEmpty()) {
            return missing(response, model);
        }
        model.addAttribute("view", views.view(page, found.get()));
        return "jte:privatesector/opportunity";
    }

    static String missing(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words(
                                "没有这一项，或者它不归您现在的身份。",
                                "There is no such thing, or it is not yours as whom you act now."),
                        new Words("从民企专区再找一次。", "Look for it from the page for private firms."),
                        Link.of("民企专区", "For private firms", "/private")));
        return "jte:ui/error";
    }
}
