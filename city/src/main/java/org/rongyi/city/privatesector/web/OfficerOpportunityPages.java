package org.rongyi.city.privatesector.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.privatesector.Opportunities;
import org.rongyi.city.privatesector.Opportunities.Fault;
import org.rongyi.city.privatesector.Opportunities.NewOpportunity;
import org.rongyi.city.privatesector.Opportunities.Opportunity;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a department offers projects, sees who is interested, and says what came of it.
@Controller
@RequestMapping("/officer/opportunities")
class OfficerOpportunityPages {
    /// What is no number is refused as one that is too small.
    private static final String NO_AMOUNT = "0";

    private final Opportunities opportunities;
    private final SectorViews views;

    OfficerOpportunityPages(Opportunities opportunities, SectorViews views) {
        this.opportunities = opportunities;
        this.views = views;
    }

    @GetMapping
    String list(Acting acting, Page page, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("done", done);
        return show(acting, page, Form.empty(), model);
    }

    private String show(Acting acting, Page page, Form form, Model model) {
        model.addAttribute(
                "rows",
                opportunities.own(acting).stream()
                        .map(each -> views.row(page, each))
                        .toList());
        model.addAttribute("form", form);
        return "jte:privatesector/officer-opportunities";
    }

    @PostMapping
    String publish(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        if (!form.value("amount").isEmpty() && SectorViews.number(form, "amount") == null) {
            form.with("amount", NO_AMOUNT);
        }
        Set<Fault> faults = opportunities.publish(
                new NewOpportunity(
                        form.value("title"),
                        form.value("words"),
                        SectorViews.number(form, "amount"),
                        SectorViews.day(form, "until"),
                        form.value("contact")),
                acting);
        faults.forEach(fault -> reject(form, fault));
        if (faults.isEmpty()) {
            return "redirect:/officer/opportunities?done=published";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("done", "");
        return show(acting, page, form, model);
    }

    private static void reject(Form form, Fault fault) {
        switch (fault) {
            case TITLE -> form.reject("title", "写标题，1 到 100 个字", "A title, 1 to 100 characters");
            case WORDS ->
                form.reject("words", "写做什么、要什么条件，1 到 2,000 个字", "Say what, and for whom, 1 to 2,000 characters");
            case AMOUNT ->
                form.reject(
                        "amount",
                        "写大于 0、不超过 100000000 的数，最多两位小数，或者不写",
                        "A number above 0, at most 100000000, with at most two decimals, or nothing");
            case UNTIL -> form.reject("until", "从今天起两年内的一天", "A day from today on, within two years");
            case CONTACT -> form.reject("contact", "写问谁、电话，1 到 100 个字", "Whom to ask, 1 to 100 characters");
        }
    }

    @GetMapping("/{id}")
    String one(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        Optional<Opportunity> found = opportunities
                .find(id)
                .filter(each -> each.unit().equals(acting.person().department()));
        if (found.isEmpty()) {
            return SectorPages.missing(response, model);
        }
        model.addAttribute("view", views.view(page, found.get()));
        model.addAttribute(
                "interests",
                opportunities.interests(id, acting).stream()
                        .map(each -> SummaryRow.of(
                                views.firm(each.firm()),
                                each.contact() + (each.words().isEmpty() ? "" : page.say("：", ": ") + each.words())))
                        .toList());
        model.addAttribute("form", Form.empty());
        model.addAttribute("done", done);
        return "jte:privatesector/officer-opportunity";
    }

    @PostMapping("/{id}/close")
    String close(Acting acting, @PathVariable long id, @RequestParam(defaultValue = "") String outcome) {
        return "redirect:/officer/opportunities/" + id + "?done="
                + (opportunities.close(id, outcome, acting) ? "closed" : "not");
    }
}
