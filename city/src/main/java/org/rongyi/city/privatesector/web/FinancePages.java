package org.rongyi.city.privatesector.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.privatesector.FinanceNeeds;
import org.rongyi.city.privatesector.FinanceNeeds.Fault;
import org.rongyi.city.privatesector.FinanceNeeds.NewNeed;
import org.rongyi.city.privatesector.FinanceNeeds.Outcome;
import org.rongyi.city.privatesector.FinanceNeeds.Told;
import org.rongyi.city.privatesector.PrivateSector;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A firm says what finance it needs; banks and units answer, and promise nothing.
@Controller
class FinancePages {
    private static final String AMOUNT = "amount";

    private final FinanceNeeds needs;
    private final PrivateSector sector;
    private final SectorViews views;

    FinancePages(FinanceNeeds needs, PrivateSector sector, SectorViews views) {
        this.needs = needs;
        this.sector = sector;
        this.views = views;
    }

    @GetMapping("/my/finance")
    String list(Acting acting, Page page, Model model) {
        return show(acting, page, Form.empty(), model);
    }

    private String show(Acting acting, Page page, Form form, Model model) {
        model.addAttribute(
                "rows",
                needs.of(acting).stream().map(need -> views.row(page, need)).toList());
        model.addAttribute("may", acting.may(Purpose.APPLY));
        model.addAttribute(
                "units",
                sector.finance().stream()
                        .map(unit -> Option.of(unit, Words.same(page.named(unit))))
                        .toList());
        model.addAttribute("form", form);
        return "jte:privatesector/finance";
    }

    @PostMapping("/my/finance")
    String state(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Set<Fault> faults = needs.state(
                new NewNeed(
                        SectorViews.number(form, AMOUNT),
                        form.value("months").matches("\\d{1,3}") ? Integer.parseInt(form.value("months")) : 0,
                        form.value("purpose"),
                        form.value("security"),
                        form.value("contact"),
                        Set.copyOf(form.values("units"))),
                acting);
        if (faults.isEmpty()) {
            return "redirect:/my/finance";
        }
        faults.forEach(fault -> reject(form, fault));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(acting, page, form, model);
    }

    private static void reject(Form form, Fault fault) {
        switch (fault) {
            case AMOUNT ->
                form.reject(AMOUNT, "写要多少万元，最多两位小数", "Say how much, in ten thousand yuan, with at most two decimals");
            case MONTHS -> form.reject("months", "写 1 到 360 个月", "1 to 360 months");
            case PURPOSE -> form.reject("purpose", "写做什么用，1 到 500 个字", "Say what for, 1 to 500 characters");
            case SECURITY -> form.reject("security", "最多 500 个字", "At most 500 characters");
            case CONTACT -> form.reject("contact", "写谁、怎么联系，1 到 100 个字", "Whom to call, 1 to 100 characters");
            case UNITS -> form.reject("units", "选让谁看", "Choose who may read it");
        }
    }

    @GetMapping("/my/finance/{id}")
    String one(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<Told> found = needs.find(id, acting);
        if (found.isEmpty()) {
            return SectorPages.missing(response, model);
        }
        show(page, found.get(), model);
        model.addAttribute("may", acting.may(Purpose.APPLY));
        model.addAttribute("looks", SectorViews.looks(page, found.get().looks()));
        return "jte:privatesector/finance-one";
    }

    private void show(Page page, Told told, Model model) {
        model.addAttribute("id", told.need().id());
        model.addAttribute("open", told.need().outcome() == null);
        model.addAttribute("rows", views.rows(page, told.need()));
        model.addAttribute(
                "answers",
                told.answers().stream()
                        .map(answer -> SectorViews.answer(page, answer))
                        .toList());
    }

    @PostMapping("/my/finance/{id}/close")
    String close(Acting acting, @PathVariable long id, @RequestParam(defaultValue = "") String outcome) {
        acting.firmFor(Purpose.APPLY);
        Arrays.stream(Outcome.values())
                .filter(each -> each.name().equals(outcome))
                .findFirst()
                .ifPresent(each -> needs.close(id, each, acting));
        return "redirect:/my/finance/" + id;
    }

    @GetMapping("/officer/finance")
    String waiting(Acting acting, Page page, Model model) {
        model.addAttribute(
                "rows",
                needs.waiting(acting).stream()
                        .map(need -> views.row(page, need))
                        .toList());
        return "jte:privatesector/officer-finance";
    }

    @GetMapping("/officer/finance/{id}")
    String open(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        return open(acting, page, id, Form.empty(), response, model);
    }

    private String open(Acting acting, Page page, long id, Form form, HttpServletResponse response, Model model) {
        Optional<Told> found = needs.open(id, acting);
        if (found.isEmpty()) {
            return SectorPages.missing(response, model);
        }
        show(page, found.get(), model);
        model.addAttribute("firm", views.firm(found.get().need().firm()));
        model.addAttribute("form", form);
        return "jte:privatesector/officer-finance-one";
    }

    @PostMapping("/officer/finance/{id}/answer")
    String answer(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        if (needs.answer(id, form.value("words"), acting)) {
            return "redirect:/officer/finance/" + id;
        }
        form.reject("words", "写 1 到 500 个字；或者企业已经结束", "1 to 500 characters; or the firm has closed it");
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return open(acting, page, id, form, response, model);
    }
}
