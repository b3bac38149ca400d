package org.rongyi.city.interactions.web;

import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.interactions.Interactions;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.Pager;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a firm reads of its log: who comes, and who came.
@Controller
class MyContactPages {
    static final int ON_A_PAGE = 30;

    private final Interactions log;
    private final ContactViews views;

    MyContactPages(Interactions log, ContactViews views) {
        this.log = log;
        this.views = views;
    }

    @GetMapping("/my/contacts")
    String mine(Acting acting, Page page, @RequestParam(name = "page", defaultValue = "1") String number, Model model) {
        show(page, acting.firmFor(Purpose.VIEW), number, "/my/contacts", model);
        return "jte:interactions/mine";
    }

    private void show(Page page, CreditCode firm, String number, String path, Model model) {
        fill(log, views, page, firm, Pager.of(number, ON_A_PAGE, log.count(firm), path), model);
    }

    static void fill(Interactions log, ContactViews views, Page page, CreditCode firm, Pager pager, Model model) {
        model.addAttribute(
                "ahead",
                log.ahead(firm).stream().map(visit -> views.row(page, visit)).toList());
        model.addAttribute(
                "past",
                log.of(firm, pager.offset(), ON_A_PAGE).stream()
                        .map(one -> views.row(page, one))
                        .toList());
        model.addAttribute("pager", pager);
        model.addAttribute("limits", views.limits(page));
        model.addAttribute("rules", log.rules());
    }
}
