package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.MailNotices;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.services.JourneyAnswers;
import org.rongyi.city.services.Journeys;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.JourneyDefinition.Subject;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Beginning an application, and the list of one's own.
@Controller
class StartPages {
    private static final String ADDRESS = "address";
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+");

    private final Drafts drafts;
    private final Journeys journeys;
    private final ApplicationRows rows;
    private final ApplicationWords words;
    private final MailNotices mails;

    StartPages(Drafts drafts, Journeys journeys, ApplicationRows rows, ApplicationWords words, MailNotices mails) {
        this.drafts = drafts;
        this.journeys = journeys;
        this.rows = rows;
        this.words = words;
        this.mails = mails;
    }

    @GetMapping("/applications")
    String list(Acting acting, Page page, Model model) {
        Form form = Form.empty();
        mails.addressOf(acting.account()).ifPresent(address -> form.with(ADDRESS, address));
        return list(acting, page, form, model);
    }

    private String list(Acting acting, Page page, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("mail", mails.offered());
        List<ApplicationRow> all = rows.of(page, acting);
        model.addAttribute("drafts", all.stream().filter(ApplicationRow::draft).toList());
        model.addAttribute("going", all.stream().filter(row -> !row.draft()).toList());
        model.addAttribute("news", rows.news(page, acting));
        return "jte:applications/list";
    }

    /// Where to be told of turns beside these pages; empty: nowhere.
    @PostMapping("/applications/mail")
    String mail(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        String address = form.value(ADDRESS).strip();
        if (address.length() > MailNotices.LONGEST_ADDRESS
                || !address.isEmpty() && !PLAIN_ADDRESS.matcher(address).matches()) {
            form.reject(ADDRESS, "不像电子邮箱地址", "This does not look like an e-mail address");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(acting, page, form, model);
        }
        mails.setAddress(acting.account(), address.isEmpty() ? null : address);
        return "redirect:/applications";
    }

    /// The sign-in page leads here, and what was answered before is still in the session.
    @GetMapping("/applications/new")
    String start(
            Acting acting,
            Page page,
            @RequestParam(defaultValue = "") String journey,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<JourneyDefinition> found = journeys.find(journey);
        if (found.isEmpty()) {
            return noJourney(response, model);
        }
        String elsewhere = found.get().handedInAt();
        if (elsewhere != null) {
            return "redirect:" + elsewhere;
        }
        boolean founds = found.get().subject() == Subject.NEW_FIRM;
        Mandate mandate = acting.mandate();
        model.addAttribute("journey", found.get());
        model.addAttribute("founds", founds);
        boolean closed = !founds && mandate != null && drafts.closed(mandate.firm());
        model.addAttribute("may", founds || acting.may(Mandate.Purpose.APPLY) && !closed);
        model.addAttribute("closed", closed);
        model.addAttribute("firm", mandate == null ? null : words.firm(mandate.firm()));
        model.addAttribute("answered", (int) JourneyAnswers.of(request, journey).all().values().stream()
                .filter(Objects::nonNull)
                .count());
        model.addAttribute(
                "drafts",
                rows.of(page, acting).stream()
                        .filter(row -> row.draft() && row.journeyId().equals(journey))
                        .toList());
        return "jte:applications/start";
    }

    @PostMapping("/applications")
    String begin(
            Acting acting,
            @RequestParam(defaultValue = "") String journey,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (journeys.find(journey).isEmpty()) {
            return noJourney(response, model);
        }
        JourneyAnswers answers = JourneyAnswers.of(request, journey);
        Map<String, Object> said = new LinkedHashMap<>();
        Set<String> unsure = new LinkedHashSet<>();
        answers.all().forEach((element, value) -> {
            if (value == null) {
                unsure.add(element);
            } else {
                said.put(element, value);
            }
        });
        Application begun =
                drafts.begin(acting, new Drafts.Beginning(journey, said, unsure, Set.copyOf(answers.leftOut())));
        JourneyAnswers.forget(request, journey);
        return "redirect:/applications/" + begun.id();
    }

    private static String noJourney(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有这件事。", "There is no such journey."),
                        new Words("从全部“一件事”里挑。", "Choose from all journeys."),
                        Link.of("看全部", "See all", "/journeys")));
        return "jte:ui/error";
    }
}
