package org.rongyi.city.appeals.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.AppealSearch;
import org.rongyi.city.appeals.AppealTopics;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.Appeals.Answer;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The seats' work: what nobody was sure of is dispatched, what was answered is asked about.
@Controller
class SeatPages {
    private static final int FOUND = 20;
    private static final int MOST_ALIKE = 5;
    private static final String CATEGORY = "category";
    private static final String INTO = "into";
    private static final String OUTCOME = "outcome";
    private static final String WORDS = "words";

    private final Seats seats;
    private final Appeals appeals;
    private final AppealCatalogue catalogue;
    private final TicketViews views;
    private final AppealSearch search;
    private final AppealTopics topics;

    SeatPages(
            Seats seats,
            Appeals appeals,
            AppealCatalogue catalogue,
            TicketViews views,
            AppealSearch search,
            AppealTopics topics) {
        this.seats = seats;
        this.appeals = appeals;
        this.catalogue = catalogue;
        this.views = views;
        this.search = search;
        this.topics = topics;
    }

    @GetMapping("/seat")
    String list(
            Page page,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String dispatch,
            @RequestParam(defaultValue = "") String calls,
            Model model) {
        model.addAttribute("dispatch", rows(page, "dispatch", seats.toDispatch(dispatch), !dispatch.isEmpty()));
        model.addAttribute("calls", rows(page, "calls", seats.toCallBack(calls), !calls.isEmpty()));
        model.addAttribute("form", Form.empty().with("q", q));
        model.addAttribute("found", q.isBlank() ? null : found(page, search.find(q, FOUND + 1)));
        return "jte:appeals/seat";
    }

    private SeatRows rows(Page page, String list, Seats.Waiting waiting, boolean later) {
        return new SeatRows(
                waiting.lines().stream().map(line -> row(page, line)).toList(),
                page.number(waiting.all()),
                waiting.next() == null ? null : "/seat?" + list + "=" + waiting.next() + "#" + list,
                later ? "/seat#" + list : null);
    }

    /// How many there are altogether nobody counts: a frequent word is in a third of all.
    private SeatRows found(Page page, List<AppealSearch.Found> found) {
        boolean more = found.size() > FOUND;
        return new SeatRows(
                found.stream().limit(FOUND).map(each -> found(page, each)).toList(),
                more ? page.say("最近 " + FOUND + " 件", "the latest " + FOUND) : page.number(found.size()),
                null,
                null);
    }

    private SeatRow found(Page page, AppealSearch.Found found) {
        Appeal appeal = found.appeal();
        return new SeatRow(
                appeal.number(),
                appeal.title(),
                page.named(found.unit()),
                page.moment(appeal.at()),
                page.say(catalogue.categoryName(appeal.category())));
    }

    private SeatRow row(Page page, Seats.Line line) {
        Appeal appeal = line.appeal();
        String category = page.say(catalogue.categoryName(appeal.category()));
        String tries =
                line.tries() == 0 ? "" : page.say("，打过 " + line.tries() + " 次", ", called " + line.tries() + " times");
        Instant by = line.contactBy();
        String contact = by == null
                ? ""
                : page.say("，" + page.moment(by) + " 前联系企业", ", speak to the firm by " + page.moment(by));
        return new SeatRow(
                appeal.number(),
                appeal.title(),
                page.named(line.unit()),
                page.moment(line.since()),
                category + contact + tries,
                catalogue.urgent(appeal.words()));
    }

    @GetMapping("/seat/{number}")
    String one(Acting acting, Page page, @PathVariable String number, HttpServletResponse response, Model model) {
        return show(acting, page, number, Form.empty(), response, model);
    }

    private String show(Acting acting, Page page, String number, Form form, HttpServletResponse response, Model model) {
        Appeal appeal = seats.find(number).orElse(null);
        if (appeal == null) {
            return notFound(number, response, model);
        }
        Case now = appeals.record(appeal).now();
        if (!form.hasFaults()) {
            seats.look(appeal, acting);
        }
        boolean hers = now.handled().contains(acting.account());
        model.addAttribute("view", views.forSeat(page, appeal));
        model.addAttribute("form", form.value(CATEGORY).isEmpty() ? suggested(form, appeal) : form);
        model.addAttribute(
                "who", seats.reveal(appeal, acting).map(Appeal.Reporter::who).orElse(""));
        model.addAttribute("place", appeal.place());
        model.addAttribute("confidential", appeal.reporter().confidential());
        model.addAttribute("dispatch", now.state().id().equals("received"));
        model.addAttribute("outcomes", SeatWords.outcomes(now.state().id(), hers));
        model.addAttribute("hers", hers);
        model.addAttribute("categories", categories(page, catalogue));
        model.addAttribute("suggested", suggested(page, appeal));
        model.addAttribute("alike", now.state().id().equals("received") ? alike(page, appeal) : List.of());
        return "jte:appeals/seat-one";
    }

    private List<SeatRow> alike(Page page, Appeal appeal) {
        return topics.alike(appeal, MOST_ALIKE).stream()
                // Nothing is merged into what was brought up in confidence.
                .filter(each -> !each.appeal().reporter().confidential())
                .map(each -> new SeatRow(
                        each.appeal().number(),
                        each.appeal().title(),
                        page.named(each.unit()),
                        page.moment(each.appeal().at()),
                        page.percent(BigDecimal.valueOf(each.likeness()).setScale(2, RoundingMode.HALF_UP))))
                .toList();
    }

    private String suggested(Page page, Appeal appeal) {
        return seats.suggestions(appeal).stream()
                .map(each -> page.say(catalogue.categoryName(each.category())) + " "
                        + page.percent(BigDecimal.valueOf(each.confidence()).setScale(2, RoundingMode.HALF_UP)))
                .collect(Collectors.joining(page.say("，", ", ")));
    }

    private static Form suggested(Form form, Appeal appeal) {
        String category = appeal.category();
        return category == null ? form : form.with(CATEGORY, category);
    }

    static List<Option> categories(Page page, AppealCatalogue catalogue) {
        return catalogue.categories().stream()
                .flatMap(category -> category.leaves().stream()
                        .map(leaf -> Option.of(
                                leaf.code(),
                                new Words(
                                        category.name().zh() + " ／ "
                                                + leaf.name().zh() + "（" + page.named(leaf.unit()) + "）",
                                        category.name().en() + " / "
                                                + leaf.name().en() + " (" + page.named(leaf.unit()) + ")"))))
                .toList();
    }

    private static String notFound(String number, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有诉求 " + number + "。", "There is no appeal " + number + "."),
                        new Words("核对编号。", "Check the number."),
                        Link.of("回接线台", "To the seat's list", "/seat")));
        return "jte:ui/error";
    }

    @PostMapping("/seat/{number}/dispatch")
    String dispatch(
            Acting acting,
            Page page,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Optional<Appeal> appeal = seats.find(number);
        if (appeal.isEmpty()) {
            return notFound(number, response, model);
        }
        String into = form.value(INTO);
        Handling handling = null;
        if (!into.isEmpty()) {
            handling = seats.merge(appeal.get(), into, acting);
        } else if (catalogue.leaf(form.value(CATEGORY)).isPresent()) {
            handling = seats.dispatch(appeal.get(), form.value(CATEGORY), null, null, acting);
        }
        Words fault = into.isEmpty() ? SeatWords.fault(handling) : SeatWords.merging(handling);
        if (fault != null) {
            form.reject(into.isEmpty() ? CATEGORY : INTO, fault);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(acting, page, number, form, response, model);
        }
        return "redirect:/seat";
    }

    /// What the firm said, or that nobody was reached.
    @PostMapping("/seat/{number}/call")
    String call(
            Acting acting,
            Page page,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Appeal appeal = seats.find(number).orElse(null);
        if (appeal == null) {
            return notFound(number, response, model);
        }
        form.limit(WORDS, Cases.LONGEST_TEXT / 2);
        Words fault = form.hasFaults() ? null : called(appeal, form, acting);
        if (fault != null) {
            form.reject(OUTCOME, fault);
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(acting, page, number, form, response, model);
        }
        return "redirect:/seat";
    }

    private @Nullable Words called(Appeal appeal, Form form, Acting acting) {
        String words = form.value(WORDS);
        return switch (form.value(OUTCOME)) {
            case "good" -> SeatWords.fault(seats.calledBack(appeal, new Answer(true, true, words), acting));
            case "bad" -> SeatWords.fault(seats.calledBack(appeal, new Answer(true, false, words), acting));
            case "unsolved" -> SeatWords.fault(seats.calledBack(appeal, new Answer(false, false, words), acting));
            case "away" -> SeatWords.tried(seats.notReached(appeal, words, false, acting));
            case "close" -> SeatWords.closed(seats.notReached(appeal, words, true, acting));
            default -> new Words("选一个结果", "Choose what came of it");
        };
    }
}
