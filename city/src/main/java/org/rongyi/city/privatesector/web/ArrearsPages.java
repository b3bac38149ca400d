package org.rongyi.city.privatesector.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.privatesector.Arrears;
import org.rongyi.city.privatesector.Arrears.Complaining;
import org.rongyi.city.privatesector.Arrears.Fault;
import org.rongyi.city.privatesector.Arrears.NewArrears;
import org.rongyi.city.privatesector.PrivateSector;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A firm says what it is owed.
@Controller
@RequestMapping("/my/arrears")
class ArrearsPages {
    private static final String DUE = "dueOn";
    private static final String AMOUNT = "amount";
    private static final String INVOICES = "invoices";
    private static final String KEY = "key";
    private static final int LONGEST_KEY = 64;

    private final Arrears arrears;
    private final PrivateSector sector;
    private final SectorViews views;

    ArrearsPages(Arrears arrears, PrivateSector sector, SectorViews views) {
        this.arrears = arrears;
        this.sector = sector;
        this.views = views;
    }

    @GetMapping
    String list(Acting acting, Page page, Model model) {
        acting.firmFor(Purpose.VIEW);
        return show(acting, page, Form.empty().with(KEY, UUID.randomUUID().toString()), model);
    }

    private String show(Acting acting, Page page, Form form, Model model) {
        model.addAttribute(
                "rows",
                arrears.of(acting).stream().map(line -> views.row(page, line)).toList());
        model.addAttribute("rules", sector.rules());
        model.addAttribute("may", acting.may(Purpose.APPLY));
        model.addAttribute(
                "debtors",
                sector.debtors().stream()
                        .map(debtor -> Option.of(debtor.id(), debtor.name()))
                        .toList());
        model.addAttribute("form", form);
        return "jte:privatesector/arrears";
    }

    @PostMapping
    String complain(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        acting.firmFor(Purpose.APPLY);
        Form form = Form.of(request);
        switch (arrears.complain(wish(form), acting)) {
            case Complaining.Accepted(String number) -> {
                return "redirect:/appeals/" + number;
            }
            case Complaining.Elsewhere(var route) -> {
                model.addAttribute("elsewhere", route);
                form.with("insists", "");
            }
            case Complaining.Refused(Set<Fault> faults) -> {
                faults.forEach(fault -> reject(form, fault));
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
        }
        return show(acting, page, form, model);
    }

    private static NewArrears wish(Form form) {
        String key = form.value(KEY);
        List<String> invoices = Stream.of(form.value(INVOICES).split("[\\s,，、;；]+"))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        return new NewArrears(
                key.isEmpty() || key.length() > LONGEST_KEY ? UUID.randomUUID().toString() : key,
                form.value("debtor"),
                form.value("debtorKind"),
                form.value("contract"),
                SectorViews.number(form, AMOUNT),
                SectorViews.day(form, DUE),
                invoices,
                form.value("place"),
                form.value("contact"),
                form.value("words"),
                form.value("insists").equals("yes"));
    }

    private static void reject(Form form, Fault fault) {
        String most = "1 到 " + Arrears.LONGEST_TEXT + " 个字";
        String mostEn = "1 to " + Arrears.LONGEST_TEXT + " characters";
        switch (fault) {
            case DEBTOR -> form.reject("debtor", "写谁欠的，全称，" + most, "Say who owes, " + mostEn);
            case DEBTOR_KIND -> form.reject("debtorKind", "选一类", "Choose one");
            case CONTRACT -> form.reject("contract", "写合同名称或编号、日期，" + most, "Name the contract, " + mostEn);
            case AMOUNT -> form.reject(AMOUNT, "写欠多少元，最多两位小数", "Say how many yuan, with at most two decimals");
            case DUE_ON -> form.reject(DUE, "写应付的日期，要在今天以前", "The day on which it was due, before today");
            case INVOICES ->
                form.reject(
                        INVOICES,
                        "发票号码是 8 到 20 位数字，最多 " + Arrears.MOST_INVOICES + " 张",
                        "Numbers of 8 to 20 digits, at most " + Arrears.MOST_INVOICES);
            case PLACE -> form.reject("place", "写欠款方在哪里，" + most, "Say where the debtor is, " + mostEn);
            case CONTACT -> form.reject("contact", "写谁、怎么联系，" + most, "Say whom to call, " + mostEn);
            case WORDS ->
                form.reject(
                        "words",
                        "最多 " + Arrears.LONGEST_WORDS + " 个字",
                        "At most " + Arrears.LONGEST_WORDS + " characters");
        }
    }
}
