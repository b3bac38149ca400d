package org.rongyi.city.privatesector.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.privatesector.Opportunities;
import org.rongyi.city.privatesector.Opportunities.Interest;
import org.rongyi.city.privatesector.Opportunities.Opportunity;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A firm says that a project interests it.
@Controller
@RequestMapping("/my/opportunities/{id}")
class MyOpportunityPages {
    private final Opportunities opportunities;
    private final SectorViews views;

    MyOpportunityPages(Opportunities opportunities, SectorViews views) {
        this.opportunities = opportunities;
        this.views = views;
    }

    @GetMapping
    String one(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        Form form = Form.empty();
        opportunities
                .interest(id, acting)
                .ifPresent(own -> form.with("contact", own.contact()).with("words", own.words()));
        model.addAttribute("done", done);
        return show(acting, page, id, form, response, model);
    }

    private String show(Acting acting, Page page, long id, Form form, HttpServletResponse response, Model model) {
        Optional<Interest> own = opportunities.interest(id, acting);
        Optional<Opportunity> found = opportunities.find(id);
        if (found.isEmpty()) {
            return SectorPages.missing(response, model);
        }
        model.addAttribute("view", views.view(page, found.get()));
        model.addAttribute("interested", own.isPresent());
        model.addAttribute("may", acting.may(Purpose.APPLY));
        model.addAttribute(
                "looks",
                own.map(interest -> opportunities.looks(id).stream()
                                .filter(look -> !look.at().isBefore(interest.at()))
                                .toList())
                        .map(looks -> SectorViews.looks(page, looks))
                        .orElse(List.of()));
        model.addAttribute("form", form);
        return "jte:privatesector/my-opportunity";
    }

    @PostMapping
    String beInterested(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        if (opportunities.beInterested(id, form.value("contact"), form.value("words"), acting)) {
            return "redirect:/my/opportunities/" + id + "?done=interested";
        }
        form.reject("contact", "写谁、怎么联系；或者已经截止", "Say whom to call; or it is over");
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("done", "");
        return show(acting, page, id, form, response, model);
    }

    @PostMapping("/withdraw")
    String withdraw(Acting acting, @PathVariable long id) {
        opportunities.withdraw(id, acting);
        return "redirect:/my/opportunities/" + id + "?done=withdrawn";
    }
}
