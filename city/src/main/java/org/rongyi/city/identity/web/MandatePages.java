package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Granting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a legal representative or owner sees who may act for the firm, lets someone, and ends it.
@Controller
@RequestMapping("/my/mandates")
class MandatePages {
    private static final String LIST = "redirect:/my/mandates";

    private final Mandates mandates;
    private final People people;
    private final MandateWords words;
    private final ActingSource source;

    MandatePages(Mandates mandates, People people, MandateWords words, ActingSource source) {
        this.mandates = mandates;
        this.people = people;
        this.words = words;
        this.source = source;
    }

    @GetMapping
    String list(Acting acting, Page page, @RequestParam(defaultValue = "") String done, Model model) {
        CreditCode firm = firm(acting);
        List<MandateRow> rows = mandates.forFirm(firm, source.today()).stream()
                .map(mandate -> row(page, mandate))
                .toList();
        model.addAttribute("firm", words.firm(firm));
        model.addAttribute("rows", rows);
        model.addAttribute("done", done);
        return "jte:identity/mandates";
    }

    @GetMapping("/new")
    String ask(Acting acting, Model model) {
        return form(acting, Form.empty(), model);
    }

    /// Shows everything once more, with what it means, before it is granted.
    @PostMapping("/check")
    String check(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Mandates.Wish wish = wish(form);
        Set<Granting.Fault> faults = mandates.faults(acting, wish, source.today());
        if (!faults.isEmpty()) {
            return refused(acting, form, faults, response, model);
        }
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.say("企业", "Firm"), words.firm(firm(acting))));
        rows.add(SummaryRow.of(
                page.say("授权给", "To"), wish.name() + page.say("（", " (") + wish.account() + page.say("）", ")")));
        rows.add(SummaryRow.of(page.say("可以办", "May do"), MandateWords.purposes(page, wish.purposes())));
        LocalDate until = wish.until();
        if (until != null) {
            rows.add(SummaryRow.of(page.say("最后一天", "Last day"), page.date(until)));
        }
        model.addAttribute("rows", rows);
        model.addAttribute("form", form);
        return "jte:identity/mandate-check";
    }

    @PostMapping
    String grant(Acting acting, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        return switch (mandates.grant(acting, wish(form), source.today())) {
            case Granting.Granted granted -> LIST + "?done=granted";
            case Granting.Refused(Set<Granting.Fault> faults) -> refused(acting, form, faults, response, model);
        };
    }

    @GetMapping("/{id}/revoke")
    String askToRevoke(Acting acting, Page page, @PathVariable long id, Model model) {
        Optional<Mandate> found = mandates.forFirm(firm(acting), source.today()).stream()
                .filter(mandate -> mandate.id() == id && mandate.capacity() == Mandate.Capacity.AGENT)
                .findFirst();
        if (found.isEmpty()) {
            return LIST + "?done=gone";
        }
        MandateRow row = row(page, found.get());
        model.addAttribute("id", id);
        model.addAttribute(
                "rows",
                List.of(
                        SummaryRow.of(page.say("谁", "Who"), row.person()),
                        SummaryRow.of(page.say("可以办", "May do"), row.extent())));
        return "jte:identity/mandate-revoke";
    }

    @PostMapping("/{id}/revoke")
    String revoke(Acting acting, @PathVariable long id) {
        return LIST + (mandates.revoke(acting, id).isPresent() ? "?done=revoked" : "?done=gone");
    }

    private String refused(
            Acting acting, Form form, Set<Granting.Fault> faults, HttpServletResponse response, Model model) {
        faults.forEach(fault -> form.reject(MandateWords.field(fault), MandateWords.fault(fault)));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(acting, form, model);
    }

    private String form(Acting acting, Form form, Model model) {
        model.addAttribute("firm", words.firm(firm(acting)));
        model.addAttribute("form", form);
        model.addAttribute("purposes", MandateWords.purposes());
        return "jte:identity/mandate-new";
    }

    private static CreditCode firm(Acting acting) {
        if (!acting.isPrincipal()) {
            throw new AccessDeniedException("(" + acting.account() + ") may not decide who acts for the firm");
        }
        return acting.firmFor(Mandate.Purpose.VIEW);
    }

    private MandateRow row(Page page, Mandate mandate) {
        String name = people.find(mandate.account()).map(Person::name).orElse("");
        return new MandateRow(
                mandate.id(),
                name + page.say("（", " (") + mandate.account() + page.say("）", ")"),
                page.say(mandate.capacity().words()),
                MandateWords.extent(page, mandate),
                mandate.capacity() == Mandate.Capacity.AGENT);
    }

    private static Mandates.Wish wish(Form form) {
        Set<String> sent = Set.copyOf(form.values("purposes"));
        Set<Mandate.Purpose> purposes = Arrays.stream(Mandate.Purpose.values())
                .filter(purpose -> sent.contains(purpose.name()))
                .collect(Collectors.toUnmodifiableSet());
        return new Mandates.Wish(form.value("account"), form.value("name"), purposes, day(form.value("until")));
    }

    /// Null when it is no day: the same fault as none at all.
    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
