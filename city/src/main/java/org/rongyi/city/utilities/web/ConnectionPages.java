package org.rongyi.city.utilities.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.Pager;
import org.rongyi.city.utilities.Connection;
import org.rongyi.city.utilities.Connection.Request;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connections;
import org.rongyi.city.utilities.Connections.Booking;
import org.rongyi.city.utilities.Connections.Choosing;
import org.rongyi.city.utilities.Connections.Proposals;
import org.rongyi.city.utilities.SurveyRecord;
import org.rongyi.city.utilities.Surveys;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How far the firm's connections are, and what it does about them.
@Controller
@RequestMapping(ConnectionPages.HERE)
class ConnectionPages {
    static final String ERROR = "jte:ui/error";
    static final String HERE = "/my/utilities";
    private static final String FORM = "form";
    private static final String REASON = "reason";
    private static final String SLOT = "slot";
    private static final String WITH = "with";

    private final Connections connections;
    private final Surveys surveys;
    private final ConnectionViews views;
    private final ConnectionRows rows;

    ConnectionPages(Connections connections, Surveys surveys, ConnectionViews views, ConnectionRows rows) {
        this.connections = connections;
        this.surveys = surveys;
        this.views = views;
        this.rows = rows;
    }

    @GetMapping
    String list(Acting acting, Page page, @RequestParam(name = "page", defaultValue = "1") String number, Model model) {
        Pager pager = Pager.of(number, ConnectionRows.A_PAGE, connections.count(acting), HERE);
        model.addAttribute("rows", rows.ofFirm(page, connections.of(acting, pager.offset(), pager.size())));
        model.addAttribute("pager", pager);
        return "jte:utilities/list";
    }

    @GetMapping("/{id}")
    String one(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        return with(acting, id, response, model, found -> show(acting, page, found, Form.empty(), done, model));
    }

    private String with(
            Acting acting, long id, HttpServletResponse response, Model model, Function<Connection, String> then) {
        Optional<Connection> found = connections.find(id, acting);
        if (found.isPresent()) {
            return then.apply(found.get());
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有这件报装。", "There is no such application."),
                        new Words("看您企业的清单。", "See the list of your firm."),
                        Link.of("水电气讯报装", "Utilities", HERE)));
        return ERROR;
    }

    private String show(Acting acting, Page page, Connection found, Form form, String done, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute("done", done);
        model.addAttribute("mayAct", acting.may(Purpose.APPLY));
        model.addAttribute(
                "view",
                views.one(
                        page,
                        found,
                        visit -> surveys.record(visit.id(), acting),
                        HERE + "/" + found.id() + "/photos/",
                        true,
                        connections.looks(found.id(), acting).stream()
                                .map(look -> page.moment(look.at()) + page.say("　", " · ") + page.named(look.unit())
                                        + " " + look.name())
                                .toList()));
        return "jte:utilities/one";
    }

    /// The earliest times at which all can come; those for whom one was booked are moved with them.
    @GetMapping("/{id}/survey")
    String ask(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") Set<String> with,
            HttpServletResponse response,
            Model model) {
        acting.firmFor(Purpose.APPLY);
        return with(
                acting,
                id,
                response,
                model,
                found -> propose(acting, page, found, chosen(found, with), Form.empty(), model));
    }

    /// Where nothing is chosen: what waits for a time, or, where nothing does, what has one.
    private static Set<String> chosen(Connection found, Set<String> with) {
        if (!with.isEmpty()) {
            return with;
        }
        List<String> waiting = ConnectionViews.in(found, State.APPLIED);
        return new TreeSet<>(waiting.isEmpty() ? ConnectionViews.in(found, State.SURVEY_BOOKED) : waiting);
    }

    private String propose(Acting acting, Page page, Connection found, Set<String> with, Form form, Model model) {
        List<Request> surveyed = found.requests().stream()
                .filter(each -> each.state() == State.APPLIED || each.state() == State.SURVEY_BOOKED)
                .toList();
        form.with(WITH, List.copyOf(with));
        model.addAttribute(FORM, form);
        model.addAttribute("id", found.id());
        model.addAttribute(
                "options",
                surveyed.stream()
                        .map(each -> Option.of(each.utility(), views.words(each.utility())))
                        .toList());
        model.addAttribute(
                "moves",
                surveyed.stream()
                        .anyMatch(each -> with.contains(each.utility()) && each.state() == State.SURVEY_BOOKED));
        Proposals proposals = connections.slots(found.id(), with, acting);
        model.addAttribute(
                "slots",
                proposals instanceof Proposals.Found(var slots, var _)
                        ? slots.stream().map(slot -> views.slot(page, slot)).toList()
                        : List.of());
        model.addAttribute("says", says(page, found, proposals));
        model.addAttribute("crewless", views.names(page, ConnectionViews.in(found, State.NO_CREW)));
        return "jte:utilities/survey";
    }

    /// Why there is no time to choose; empty where there is one.
    private String says(Page page, Connection found, Proposals proposals) {
        return switch (proposals) {
            case Proposals.Found(var slots, var until) ->
                slots.isEmpty()
                        ? page.say(
                                "到" + page.date(until) + "为止，几家没有同时有空的时间。少选一家，或者明天再看。",
                                "Until " + page.date(until)
                                        + " there is no time at which all can come. Leave one out, or look again"
                                        + " tomorrow.")
                        : "";
            case Proposals.NoCrew(var utilities) -> {
                String names = views.names(page, List.copyOf(utilities));
                yield page.say(
                        names + "在这里没有能去的踏勘班组。先不选它，别的照样约；有了班组，这一页就能约。",
                        "No crew for " + names + " can come to this place. Leave it out and book the others; as soon as"
                                + " there is a crew, it can be booked here.");
            }
            case Proposals.Nothing _ ->
                ConnectionViews.in(found, State.NO_CREW).isEmpty()
                        ? page.say("没有要约踏勘的。", "Nothing waits for a survey.")
                        : page.say("现在没有能约的。", "Nothing can be booked now.");
        };
    }

    @PostMapping("/{id}/survey")
    String book(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        acting.firmFor(Purpose.APPLY);
        Form form = Form.of(request);
        return with(acting, id, response, model, found -> {
            Set<String> with = new TreeSet<>(form.values(WITH));
            Instant start = instant(form.value(SLOT));
            form.limit(REASON, Connections.LONGEST_REASON);
            if (start == null) {
                form.reject(SLOT, "选一个时间", "Choose a time");
            }
            if (start != null && !form.hasFaults()) {
                switch (connections.book(id, with, start, form.value(REASON), acting)) {
                    case Booking.Booked _ -> {
                        return "redirect:" + HERE + "/" + id + "?done=booked";
                    }
                    case Booking.Taken _ ->
                        form.reject(SLOT, "这个时间刚被约走，下面是现在能约的", "This time was just taken; these can be booked now");
                    case Booking.ReasonMissing _ -> form.reject(REASON, "写明为什么改", "Say why you move it");
                    case Booking.TooLate _ -> {
                        return "redirect:" + HERE + "/" + id + "?done=late";
                    }
                }
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return propose(acting, page, found, with, form, model);
        });
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException noInstant) {
            return null;
        }
    }

    @PostMapping("/{id}/{utility}/choose")
    String choose(
            Acting acting,
            @PathVariable long id,
            @PathVariable String utility,
            @RequestParam(defaultValue = "0") long plan) {
        return "redirect:" + HERE + "/" + id
                + switch (connections.choose(id, utility, plan, acting)) {
                    case Choosing.Chosen _ -> "?done=chosen";
                    case Choosing.Expired _ -> "?done=expired";
                    case Choosing.NotNow _ -> "?done=late";
                };
    }

    @PostMapping("/{id}/{utility}/again")
    String again(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String utility,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return because(
                acting,
                page,
                id,
                "again-" + utility,
                request,
                response,
                model,
                reason -> connections.askAgain(id, utility, reason, acting) ? "asked" : "late");
    }

    @PostMapping("/{id}/{utility}/withdraw")
    String withdraw(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String utility,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return because(
                acting,
                page,
                id,
                "withdraw-" + utility,
                request,
                response,
                model,
                reason -> connections.withdraw(id, utility, reason, acting) ? "withdrawn" : "late");
    }

    private String because(
            Acting acting,
            Page page,
            long id,
            String field,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Function<String, String> then) {
        acting.firmFor(Purpose.APPLY);
        Form form = Form.of(request);
        form.limit(field, Connections.LONGEST_REASON);
        if (form.value(field).isEmpty()) {
            form.reject(field, "写一句为什么", "Say why, in a sentence");
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return with(acting, id, response, model, found -> show(acting, page, found, form, "", model));
        }
        return "redirect:" + HERE + "/" + id + "?done=" + then.apply(form.value(field));
    }

    @GetMapping("/{id}/photos/{visit}/{photo}")
    ResponseEntity<byte[]> photo(
            Acting acting, @PathVariable long id, @PathVariable long visit, @PathVariable long photo) {
        return picture(connections
                .find(id, acting)
                .flatMap(found -> found.visit(visit))
                .flatMap(found -> surveys.photo(found.id(), photo, acting)));
    }

    /// Nothing of a picture runs in the page, and nobody else keeps it.
    static ResponseEntity<byte[]> picture(Optional<SurveyRecord.Content> content) {
        return content.map(found -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, found.type())
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                        .header("X-Content-Type-Options", "nosniff")
                        .body(found.bytes()))
                .orElse(ResponseEntity.notFound().build());
    }
}
