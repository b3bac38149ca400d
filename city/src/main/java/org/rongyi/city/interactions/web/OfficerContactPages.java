package org.rongyi.city.interactions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.Purposes;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.interactions.Interaction;
import org.rongyi.city.interactions.Interaction.Kind;
import org.rongyi.city.interactions.Interactions;
import org.rongyi.city.interactions.Visits;
import org.rongyi.city.interactions.Visits.Fault;
import org.rongyi.city.interactions.Visits.NewVisit;
import org.rongyi.city.interactions.Visits.Noting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.Pager;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The log of a firm for an officer who said for what; note what was, plan what comes.
@Controller
@RequestMapping("/officer")
class OfficerContactPages {
    private static final String WORDS = "words";
    private static final String KIND = "kind";
    private static final String DAY = "day";
    private static final String ERROR = "jte:ui/error";

    private final Interactions log;
    private final Visits visits;
    private final ContactViews views;
    private final Enterprises enterprises;
    private final Portraits portraits;
    private final Purposes purposes;

    OfficerContactPages(
            Interactions log,
            Visits visits,
            ContactViews views,
            Enterprises enterprises,
            Portraits portraits,
            Purposes purposes) {
        this.log = log;
        this.visits = visits;
        this.views = views;
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.purposes = purposes;
    }

    @GetMapping("/firms/{code}/contacts")
    String contacts(
            Acting acting,
            Page page,
            @PathVariable String code,
            @RequestParam(name = "page", defaultValue = "1") String number,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Enterprise> firm = enterprises.find(code);
        if (firm.isEmpty()) {
            return unknown(code, response, model);
        }
        Optional<String> purpose = purposes.stated(request, acting, firm.get().creditCode());
        if (purpose.isEmpty()) {
            return toPurpose(firm.get());
        }
        model.addAttribute("done", done);
        return show(
                acting, page, firm.get(), purpose.get(), number, Form.empty().with("what", "ahead"), model);
    }

    private static String toPurpose(Enterprise firm) {
        return "redirect:/officer/firms/" + firm.creditCode() + "/purpose";
    }

    private static String unknown(String code, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("error", Enterprises.unknown(code));
        return ERROR;
    }

    private String show(
            Acting acting, Page page, Enterprise firm, String purpose, String number, Form form, Model model) {
        CreditCode code = firm.creditCode();
        portraits.recordLook(code, acting.account(), acting.person().department(), purpose);
        Pager pager =
                Pager.of(number, MyContactPages.ON_A_PAGE, log.count(code), "/officer/firms/" + code + "/contacts");
        MyContactPages.fill(log, views, page, code, pager, model);
        model.addAttribute("name", firm.name());
        model.addAttribute("code", code.value());
        model.addAttribute(
                "kinds",
                Visits.KINDS.stream()
                        .map(kind -> Option.of(kind.name(), kind.words()))
                        .toList());
        model.addAttribute(
                "triggers",
                log.rules().triggers().stream()
                        .map(trigger -> Option.of(trigger.id(), trigger.name()))
                        .toList());
        model.addAttribute("form", form);
        return "jte:interactions/officer";
    }

    /// @param form `what` says whether it was, or is to come
    @PostMapping("/firms/{code}/contacts")
    String note(
            Acting acting,
            Page page,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Enterprise> firm = enterprises.find(code);
        if (firm.isEmpty()) {
            return unknown(code, response, model);
        }
        CreditCode credit = firm.get().creditCode();
        Optional<String> purpose = purposes.stated(request, acting, credit);
        if (purpose.isEmpty()) {
            return toPurpose(firm.get());
        }
        Form form = Form.of(request);
        boolean ahead = !form.value("what").equals("was");
        NewVisit what = new NewVisit(
                credit, kind(form), day(form), form.value(WORDS), form.value("trigger"), form.value("despite"));
        Noting noting = ahead ? visits.plan(what, acting) : visits.note(what, acting);
        switch (noting) {
            case Noting.Noted _ -> {
                return "redirect:/officer/firms/" + credit + "/contacts?done=" + (ahead ? "planned" : "noted");
            }
            case Noting.Refused(Set<Fault> faults) -> faults.forEach(fault -> reject(form, fault, ahead));
            case Noting.Warned(var tooOften) -> {
                model.addAttribute("tooOften", views.tooOften(page, tooOften));
                form.reject("despite", "次数超了；一定要去，写明理由，企业看得到", "Too often; if it must be, say why: the firm reads it");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("done", "");
        return show(acting, page, firm.get(), purpose.get(), "1", form, model);
    }

    private static @Nullable Kind kind(Form form) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(form.value(KIND)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(Form form) {
        try {
            return LocalDate.parse(form.value(DAY));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static void reject(Form form, Fault fault, boolean ahead) {
        switch (fault) {
            case KIND -> form.reject(KIND, "选一种", "Choose one");
            case DAY -> {
                if (ahead) {
                    form.reject(DAY, "要去的日期在今天以后一年内", "From today on, within a year");
                } else {
                    form.reject(DAY, "去过的日期在今天以前一年内", "Up to today, within a year");
                }
            }
            case WORDS ->
                form.reject(
                        WORDS,
                        "写为什么事，1 到 " + Interaction.LONGEST_WORDS + " 个字",
                        "Say what it was about, 1 to " + Interaction.LONGEST_WORDS + " characters");
            case TRIGGER -> form.reject("trigger", "从列出的里面选", "Choose from the list");
            case DESPITE -> form.reject("despite", "最多 200 个字", "At most 200 characters");
        }
    }

    @GetMapping("/visits")
    String own(Acting acting, Page page, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute(
                "rows",
                visits.own(acting).stream().map(visit -> views.row(page, visit)).toList());
        model.addAttribute("form", Form.empty());
        model.addAttribute("done", done);
        return "jte:interactions/visits";
    }

    @PostMapping("/visits/{id}/done")
    String done(Acting acting, @PathVariable long id, @RequestParam(defaultValue = "") String words) {
        return "redirect:/officer/visits?done=" + (visits.done(id, words, acting) ? "done" : "not");
    }

    @PostMapping("/visits/{id}/cancel")
    String cancel(Acting acting, @PathVariable long id) {
        return "redirect:/officer/visits?done=" + (visits.cancel(id, acting) ? "cancelled" : "not");
    }
}
