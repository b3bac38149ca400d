package org.rongyi.city.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.enterprises.Declarations;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.policies.Judgement;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A firm's home: what the city has for it, and what it can do next.
@Controller
class HomePage {
    /// Elements whose value the person did not know, kept with the session: they are asked last.
    private static final String PUT_OFF = HomePage.class.getName() + ".putOff.";

    private static final String SAVED = "saved";

    private final Portraits portraits;
    private final Declarations declarations;
    private final Matches matches;
    private final HomeBuilder builder;
    private final Clock clock;

    HomePage(Portraits portraits, Declarations declarations, Matches matches, HomeBuilder builder, Clock clock) {
        this.portraits = portraits;
        this.declarations = declarations;
        this.matches = matches;
        this.builder = builder;
        this.clock = clock;
    }

    @GetMapping("/home")
    String home(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        return show(acting, page, Form.empty(), request, response, model);
    }

    /// Takes what was answered; what was left open stays open.
    @PostMapping("/home/answers")
    String answer(
            Acting acting,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        CreditCode firm = acting.firmFor(Purpose.ANSWER);
        Optional<Portrait> known = portraits.current(firm);
        if (known.isEmpty()) {
            return notInRegister(response, model);
        }
        Portrait before = known.get();
        Form form = Form.of(request);
        Declarations.Answers answers = declarations.read(form, before);
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(acting, page, form, request, response, model);
        }
        putOff(request.getSession(), firm, answers.notSure());
        Judgement then = matches.judge(before, page.today());
        Judgement now = then;
        if (!answers.values().isEmpty()) {
            declarations.record(firm, answers.values(), acting.account());
            now = matches.forFirm(portraits.current(firm).orElse(before));
        }
        after.addFlashAttribute(SAVED, Saved.of(answers, then, now));
        return "redirect:/home";
    }

    private String show(
            Acting acting,
            Page page,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        Optional<Portrait> portrait = portraits.current(firm);
        if (portrait.isEmpty()) {
            return notInRegister(response, model);
        }
        int hour = clock.instant().atZone(page.city().zone()).getHour();
        HomeBuilder.Request asked =
                new HomeBuilder.Request(acting, page, hour, form, putOff(request.getSession(), firm));
        model.addAttribute("code", firm.value());
        model.addAttribute("view", builder.build(asked, portrait.get()));
        model.addAttribute("news", model.getAttribute(SAVED) instanceof Saved saved ? builder.news(page, saved) : null);
        return "jte:portal/home";
    }

    private static String notInRegister(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("登记名册里还没有这家企业。", "The register does not have this firm yet."),
                        new Words(
                                "新登记的企业通常第二天就有。到时再来看。",
                                "A newly registered firm usually appears the next day. Please come back then."),
                        Link.of("看全部政策", "See all policies", "/policies")));
        return "jte:ui/error";
    }

    @SuppressWarnings("unchecked")
    private static List<String> putOff(HttpSession session, CreditCode firm) {
        return session.getAttribute(PUT_OFF + firm) instanceof ArrayList<?> ids ? (ArrayList<String>) ids : List.of();
    }

    private static void putOff(HttpSession session, CreditCode firm, List<String> more) {
        if (!more.isEmpty()) {
            ArrayList<String> all = new ArrayList<>(putOff(session, firm));
            all.removeAll(more);
            all.addAll(more);
            session.setAttribute(PUT_OFF + firm, all);
        }
    }
}
