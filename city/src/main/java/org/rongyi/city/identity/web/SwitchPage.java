package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a person chooses for which firm to act.
@Controller
class SwitchPage {
    static final String PATH = "/identity/switch";
    private static final String MYSELF = "self";
    private static final String VIEW = "jte:identity/switch";

    private final ActingSource source;
    private final MandateWords words;

    SwitchPage(ActingSource source, MandateWords words) {
        this.source = source;
        this.words = words;
    }

    @GetMapping(PATH)
    String ask(HttpServletRequest request, Acting acting, Page page, Model model) {
        Mandate mandate = acting.mandate();
        Form form = Form.empty();
        if (mandate != null) {
            form.with("firm", mandate.firm().value());
        } else if (source.choiceMade(request)) {
            form.with("firm", MYSELF);
        }
        return show(request, page, form, model);
    }

    @PostMapping(PATH)
    String choose(
            @RequestParam Optional<String> firm,
            HttpServletRequest request,
            HttpServletResponse response,
            Page page,
            Model model) {
        Form form = Form.of(request);
        boolean chosen = firm.isPresent()
                && (firm.get().equals(MYSELF)
                        ? source.choose(request, null)
                        : CreditCode.faultIn(firm.get()).isEmpty()
                                && source.choose(request, new CreditCode(firm.get())));
        if (chosen) {
            return "redirect:"
                    + source.of(request)
                            .map(ActingSource.Situation::acting)
                            .map(AfterSignIn::start)
                            .orElse("/");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (firm.isPresent()) {
            form.reject(
                    "firm",
                    "您现在不能代表这家企业：授权已到期或已撤销。",
                    "You may not act for this firm now: the mandate has run out or was revoked.");
        } else {
            form.reject("firm", "选一个。", "Choose one.");
        }
        return show(request, page, form, model);
    }

    private String show(HttpServletRequest request, Page page, Form form, Model model) {
        List<Option> options = new ArrayList<>();
        for (Mandate mandate :
                source.of(request).map(ActingSource.Situation::mandates).orElse(List.of())) {
            String capacity = page.say(mandate.capacity().words());
            Words hint = Words.same(capacity + page.say("；", "; ") + MandateWords.extent(page, mandate));
            options.add(new Option(mandate.firm().value(), Words.same(words.firm(mandate.firm())), hint));
        }
        boolean actsForNobody = options.isEmpty();
        options.add(Option.of(MYSELF, "我自己，不代表企业", "Myself, for no firm"));
        model.addAttribute("form", form);
        model.addAttribute("options", options);
        model.addAttribute("actsForNobody", actsForNobody);
        return VIEW;
    }
}
