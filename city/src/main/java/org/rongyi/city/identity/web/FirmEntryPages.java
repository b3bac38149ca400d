package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rongyi.city.identity.Accounts;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.FirmEntries;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where an administrator enters who represents a firm that was not founded here, and ends it.
@Controller
@RequestMapping(AccountPages.PATH + "/{account}")
class FirmEntryPages {
    private static final String FIRM = "firm";
    private static final String CAPACITY = "capacity";
    private static final String PROOF = "proof";
    private static final String FORM = "form";

    private final Accounts accounts;
    private final FirmEntries entries;
    private final Mandates mandates;
    private final AccountViews views;

    FirmEntryPages(Accounts accounts, FirmEntries entries, Mandates mandates, AccountViews views) {
        this.accounts = accounts;
        this.entries = entries;
        this.mandates = mandates;
        this.views = views;
    }

    @GetMapping("/firm")
    String ask(@PathVariable String account, HttpServletResponse response, Model model) {
        return accounts.find(account).isEmpty()
                ? AccountPages.missing(account, response, model)
                : form(account, Form.empty(), model);
    }

    private String form(String account, Form form, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("name", views.name(account));
        model.addAttribute("capacities", capacities());
        model.addAttribute(FORM, form);
        return "jte:identity/account-firm";
    }

    private static List<Option> capacities() {
        return Arrays.stream(Mandate.Capacity.values())
                .filter(capacity -> capacity != Mandate.Capacity.AGENT)
                .map(capacity -> Option.of(capacity.name(), capacity.words()))
                .toList();
    }

    /// Shows everything once more, with whom it replaces, before it is done.
    @PostMapping("/firm")
    String register(
            Acting acting,
            Page page,
            @PathVariable String account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (accounts.find(account).isEmpty()) {
            return AccountPages.missing(account, response, model);
        }
        Form form = Form.of(request);
        Optional<Mandate.Capacity> capacity = Arrays.stream(Mandate.Capacity.values())
                .filter(each -> each != Mandate.Capacity.AGENT && each.name().equals(form.value(CAPACITY)))
                .findFirst();
        if (capacity.isEmpty()) {
            form.reject(CAPACITY, "选一个。", "Choose one.");
        }
        FirmEntries.Claim claim = new FirmEntries.Claim(
                account,
                form.value(FIRM).toUpperCase(Locale.ROOT),
                capacity.orElse(Mandate.Capacity.LEGAL_REPRESENTATIVE),
                form.value(PROOF));
        AccountWords.reject(form, entries.faults(acting, claim));
        if (!form.hasFaults() && form.value("confirmed").isEmpty()) {
            return check(page, claim, form, model);
        }
        if (!form.hasFaults() && entries.register(acting, claim) instanceof Accounts.Done.Refused(var faults)) {
            AccountWords.reject(form, faults);
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(account, form, model);
        }
        return AccountPages.to(account, "registered");
    }

    private String check(Page page, FirmEntries.Claim claim, Form form, Model model) {
        CreditCode firm = new CreditCode(claim.firm());
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.say("谁", "Who"), views.named(page, claim.account())));
        rows.add(SummaryRow.of(page.say("企业", "Firm"), views.firm(page, firm)));
        rows.add(SummaryRow.of(page.say("登记为", "As"), page.say(claim.capacity().words())));
        rows.add(SummaryRow.of(page.say("凭据", "Evidence"), claim.proof()));
        for (Mandate before : entries.replaced(firm, claim.capacity())) {
            rows.add(SummaryRow.of(page.say("不再是", "No longer"), views.named(page, before.account())));
        }
        model.addAttribute("account", claim.account());
        model.addAttribute("rows", rows);
        model.addAttribute(FORM, form);
        return "jte:identity/account-firm-check";
    }

    @GetMapping("/mandates/{id}")
    String askToEnd(
            Page page, @PathVariable String account, @PathVariable long id, HttpServletResponse response, Model model) {
        return toEnd(page, account, id, Form.empty(), response, model);
    }

    private String toEnd(Page page, String account, long id, Form form, HttpServletResponse response, Model model) {
        if (accounts.find(account).isEmpty()) {
            return AccountPages.missing(account, response, model);
        }
        Optional<AccountView.Held> held = held(page, account, id);
        if (held.isEmpty()) {
            return AccountPages.to(account, "ended");
        }
        model.addAttribute("account", account);
        model.addAttribute("name", views.name(account));
        model.addAttribute("held", held.get());
        model.addAttribute(FORM, form);
        return "jte:identity/account-end";
    }

    private Optional<AccountView.Held> held(Page page, String account, long id) {
        return mandates.inForce(account, page.today()).stream()
                .filter(mandate -> mandate.id() == id)
                .map(mandate -> views.held(page, mandate))
                .findFirst();
    }

    @PostMapping("/mandates/{id}")
    String end(
            Acting acting,
            Page page,
            @PathVariable String account,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        if (held(page, account, id).isPresent()
                && entries.end(acting, id, form.value(PROOF)) instanceof Accounts.Done.Refused(var faults)) {
            AccountWords.reject(form, faults);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return form.hasFaults()
                ? toEnd(page, account, id, form, response, model)
                : toEnd(page, account, id, Form.empty(), response, model);
    }
}
