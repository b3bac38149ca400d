package org.rongyi.city.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.documents.Licence;
import org.rongyi.city.documents.Licences;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A licence that a department has issued: how it stood, who looked, and suspending, reviving, revoking it.
@Controller
class OfficerLicencePages {
    private static final int LOOKS = 20;
    private static final String STATE = "state";
    private static final String REASON = "reason";

    private final Licences licences;

    OfficerLicencePages(Licences licences) {
        this.licences = licences;
    }

    private Optional<Licence> own(Acting acting, String document) {
        return licences.find(document)
                .filter(licence -> licence.unit().equals(acting.person().department()));
    }

    @GetMapping("/officer/licences/{document}")
    String show(Acting acting, Page page, @PathVariable String document, HttpServletResponse response, Model model) {
        Optional<Licence> licence = own(acting, document);
        return licence.isEmpty()
                ? LicenceWords.notFound(response, model)
                : show(page, licence.get(), Form.empty(), model);
    }

    private String show(Page page, Licence licence, Form form, Model model) {
        Licence.State state = licence.on(page.today());
        List<Option> next = state.next().stream()
                .map(each -> Option.of(each.name(), each.words()))
                .toList();
        model.addAttribute("licence", licence);
        model.addAttribute("form", form);
        model.addAttribute("state", page.say(state.words()));
        model.addAttribute("tag", LicenceWords.tag(state));
        model.addAttribute("rows", LicenceWords.rows(page, licence));
        model.addAttribute("next", next);
        model.addAttribute(
                "history",
                licences.history(licence.document()).stream()
                        .map(each -> page.moment(each.at())
                                + page.say("，", ", ")
                                + page.say(each.state().words())
                                + (each.reason().isEmpty() ? "" : page.say("：", ": ") + each.reason()))
                        .toList());
        model.addAttribute("looks", licences.looks(licence.document(), LOOKS).size());
        return "jte:documents/manage";
    }

    @PostMapping("/officer/licences/{document}")
    String change(
            Acting acting,
            Page page,
            @PathVariable String document,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Licence> licence = own(acting, document);
        if (licence.isEmpty()) {
            return LicenceWords.notFound(response, model);
        }
        Form form = Form.of(request);
        Licence.State chosen = licence.get().on(page.today()).next().stream()
                .filter(state -> state.name().equals(form.value(STATE)))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            form.reject(STATE, "选一项", "Choose one");
        } else {
            switch (licences.change(document, chosen, form.value(REASON), acting)) {
                case CHANGED -> {
                    return "redirect:/officer/licences/" + document;
                }
                case NO_REASON -> form.reject(REASON, "写明理由，企业会看到", "Say why; the firm reads it");
                case NOT_FROM_HERE -> form.reject(STATE, "状态刚刚变了，再看一遍", "It was just changed; look again");
                case NOT_YOURS -> form.reject(STATE, "只有发证部门可以改", "Only the department that issued it may");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(page, licence.get(), form, model);
    }
}
