package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.Drafts.Assisting;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.services.Journeys;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// A clerk at a window types for somebody who is there.
@Controller
class WindowPages {
    private static final String VIEW = "jte:applications/window";
    private static final String FIRM = "firm";

    private final Drafts drafts;
    private final Journeys journeys;
    private final ApplicationRows rows;

    WindowPages(Drafts drafts, Journeys journeys, ApplicationRows rows) {
        this.drafts = drafts;
        this.journeys = journeys;
        this.rows = rows;
    }

    @GetMapping("/window")
    String ask(Acting acting, Page page, Model model) {
        return show(acting, page, Form.empty(), model);
    }

    private String show(Acting acting, Page page, Form form, Model model) {
        List<ApplicationRow> all = rows.of(page, acting);
        model.addAttribute("form", form);
        model.addAttribute(
                "journeys",
                journeys.all().stream()
                        .map(journey -> Option.of(journey.id(), journey.name()))
                        .toList());
        model.addAttribute("drafts", all.stream().filter(ApplicationRow::draft).toList());
        model.addAttribute("going", all.stream().filter(row -> !row.draft()).toList());
        return VIEW;
    }

    @PostMapping("/window")
    String begin(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        String journey = form.value("journey");
        if (journeys.find(journey).isEmpty()) {
            form.reject("journey", "选一件事", "Choose what is to be done");
        }
        CreditCode firm = firm(form);
        if (!form.hasFaults()) {
            Drafts.Consent consent =
                    new Drafts.Consent(form.value("account"), form.value("name"), firm, form.value("proof"));
            Drafts.Beginning what = new Drafts.Beginning(journey, Map.of(), Set.of(), Set.of());
            switch (drafts.assist(acting, what, consent)) {
                case Assisting.Begun(var draft) -> {
                    return "redirect:/applications/" + draft.id();
                }
                case Assisting.Refused(var faults) -> faults.forEach(fault -> reject(form, fault));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(acting, page, form, model);
    }

    private static @Nullable CreditCode firm(Form form) {
        String code = form.value(FIRM).strip();
        if (code.isEmpty()) {
            return null;
        }
        var fault = CreditCode.faultIn(code);
        fault.ifPresent(wrong -> form.reject(FIRM, wrong.zh(), wrong.en()));
        return fault.isPresent() ? null : new CreditCode(code);
    }

    private static void reject(Form form, Assisting.Fault fault) {
        switch (fault) {
            case NO_SUCH_PERSON ->
                form.reject(
                        "account",
                        "没有这个账号，或者姓名对不上，请对着证件核对",
                        "No such account, or another name: compare with the identity document");
            case NO_FIRM -> form.reject(FIRM, "这件事要有企业，填统一社会信用代码", "This is done for a firm: enter its credit code");
            case MAY_NOT_APPLY ->
                form.reject(
                        FIRM,
                        "这个人不能代表这家企业申请，请先由法定代表人授权",
                        "This person may not apply for the firm; the legal representative grants it first");
            case NO_PROOF ->
                form.reject("proof", "写明凭什么代填，200 字以内", "Say what shows the consent, in at most 200 characters");
        }
    }
}
