package org.rongyi.city.utilities.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.Pager;
import org.rongyi.city.utilities.Connection;
import org.rongyi.city.utilities.Connection.Request;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.NewPlan;
import org.rongyi.city.utilities.OperatorDesk;
import org.rongyi.city.utilities.OperatorDesk.Fault;
import org.rongyi.city.utilities.OperatorDesk.Left;
import org.rongyi.city.utilities.OperatorDesk.Offering;
import org.rongyi.city.utilities.Surveys;
import org.rongyi.city.utilities.UtilityBook;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where operators and authorities read an application, and operators offer plans.
@Controller
@RequestMapping(OperatorPages.HERE)
class OperatorPages {
    static final String HERE = "/officer/utilities";
    private static final String WORDS = "words";
    private static final String METRES = "metres";
    private static final String KILOVOLTS = "kilovolts";
    private static final String QUOTE = "quote";
    private static final String VALID_UNTIL = "validUntil";
    private static final String WORKS_DAYS = "worksDays";
    private static final String PERMITS = "permits";

    private final OperatorDesk desk;
    private final Surveys surveys;
    private final UtilityBook book;
    private final ConnectionViews views;
    private final ConnectionRows rows;

    OperatorPages(OperatorDesk desk, Surveys surveys, UtilityBook book, ConnectionViews views, ConnectionRows rows) {
        this.desk = desk;
        this.surveys = surveys;
        this.book = book;
        this.views = views;
        this.rows = rows;
    }

    @GetMapping
    String list(Acting acting, Page page, @RequestParam(name = "page", defaultValue = "1") String number, Model model) {
        Pager pager = Pager.of(number, ConnectionRows.A_PAGE, desk.openCount(acting), HERE);
        model.addAttribute(
                "rows",
                rows.ofDepartment(
                        page,
                        desk.open(acting, pager.offset(), pager.size()),
                        acting.person().department()));
        model.addAttribute("pager", pager);
        return "jte:utilities/desk";
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
        Optional<Connection> found = desk.find(id, acting);
        if (found.isPresent()) {
            return then.apply(found.get());
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有这件报装，或者里面没有本部门的事。", "There is none, or your department has no part in it."),
                        new Words("看本部门的清单。", "See the list of your department."),
                        Link.of("报装", "Utilities", HERE)));
        return ConnectionPages.ERROR;
    }

    private String show(Acting acting, Page page, Connection found, Form form, String done, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("done", done);
        model.addAttribute("firm", found.applicant());
        model.addAttribute("unit", acting.person().department());
        model.addAttribute(
                "view",
                views.one(
                        page,
                        found,
                        visit -> surveys.record(visit.id(), acting),
                        HERE + "/" + found.id() + "/photos/",
                        false,
                        List.of()));
        Request offering = found.requests().stream()
                .filter(each -> each.unit().equals(acting.person().department()) && each.state() == State.SURVEYED)
                .findFirst()
                .orElse(null);
        model.addAttribute("utility", offering == null ? "" : offering.utility());
        model.addAttribute(
                "left", offering == null ? "" : says(page, desk.left(found.id(), offering.utility(), acting)));
        model.addAttribute("power", offering != null && book.voltageCounts(offering.utility()));
        model.addAttribute(
                "crewless",
                found.requests().stream()
                        .anyMatch(each ->
                                each.unit().equals(acting.person().department()) && each.state() == State.NO_CREW));
        model.addAttribute(
                "permits",
                book.permits().stream()
                        .map(kind -> new Option(kind.id(), kind.name(), Words.same(page.named(kind.unit()))))
                        .toList());
        model.addAttribute("limits", limits(page));
        return "jte:utilities/desk-one";
    }

    /// What the operator's own system could not do; empty: nothing.
    private static String says(Page page, Left left) {
        return switch (left) {
            case Left.Nothing _ -> "";
            case Left.Refused(String reason) -> reason.isBlank() ? page.say("它没有说明原因", "it gave no reason") : reason;
            case Left.FaultyPlan(Set<Fault> faults) ->
                page.say("它的方案有错：", "its plan has faults: ")
                        + faults.stream()
                                .sorted()
                                .map(fault -> page.say(field(fault)))
                                .collect(Collectors.joining(page.say("、", ", ")));
        };
    }

    private static Words field(Fault fault) {
        return switch (fault) {
            case WORDS -> new Words("怎么接", "how");
            case METRES -> new Words("外线长度", "works outside");
            case KILOVOLTS -> new Words("电压", "voltage");
            case QUOTE -> new Words("报价", "quote");
            case VALID_UNTIL -> new Words("报价有效期", "until when the quote holds");
            case WORKS_DAYS -> new Words("施工天数", "days of the works");
            case PERMITS -> new Words("许可", "permits");
        };
    }

    /// How long works may take, as the city's file says.
    private String limits(Page page) {
        String all = String.join(
                page.say("；", "; "),
                book.works().stream()
                        .map(limit -> limit.upToMetres() == 0
                                ? page.say(
                                        "没有外线 " + limit.workingDays() + " 个工作日",
                                        limit.workingDays() + " working day without works outside")
                                : page.say(
                                        limit.upToMetres() + " 米以内最多 " + limit.workingDays() + " 个工作日",
                                        "up to " + limit.upToMetres() + " m at most " + limit.workingDays()
                                                + " working days"))
                        .toList());
        boolean verified =
                book.works().stream().allMatch(limit -> limit.verify().zh().isBlank());
        return verified ? all : all + page.say("（待核）", " (to be verified)");
    }

    @PostMapping("/{id}/{utility}/plan")
    String offer(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String utility,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        return with(acting, id, response, model, found -> switch (desk.offer(id, utility, plan(form), acting)) {
            case Offering.Offered _ -> "redirect:" + HERE + "/" + id + "?done=offered";
            case Offering.NotNow _ -> "redirect:" + HERE + "/" + id + "?done=late";
            case Offering.Refused(Set<Fault> faults) -> {
                faults.forEach(fault -> reject(form, fault));
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(acting, page, found, form, "", model);
            }
        });
    }

    private static NewPlan plan(Form form) {
        return new NewPlan(
                form.value(WORDS),
                number(form.value(METRES)),
                number(form.value(KILOVOLTS)),
                yuan(form.value(QUOTE)),
                day(form.value(VALID_UNTIL)),
                number(form.value(WORKS_DAYS)),
                Set.copyOf(form.values(PERMITS)));
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable BigDecimal yuan(String text) {
        String plain = text.replace(",", "").replace("，", "");
        return plain.matches("\\d{1,10}(\\.\\d{1,2})?") ? new BigDecimal(plain) : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private void reject(Form form, Fault fault) {
        switch (fault) {
            case WORDS ->
                form.reject(
                        WORDS,
                        "写怎么接，最多 " + NewPlan.LONGEST_WORDS + " 个字",
                        "Say how, in at most " + NewPlan.LONGEST_WORDS + " characters");
            case METRES -> form.reject(METRES, "写整数，没有外线写 0", "A whole number; 0 without works outside");
            case KILOVOLTS ->
                form.reject(KILOVOLTS, "写整数，例如 10；低压写 0", "A whole number, for example 10; 0 for low voltage");
            case QUOTE -> form.reject(QUOTE, "写一个数，单位元；不收费写 0", "A number in yuan; 0 where it is free");
            case VALID_UNTIL -> form.reject(VALID_UNTIL, "写今天以后、一年之内的日期", "A day after today, within a year");
            case WORKS_DAYS -> {
                Integer metres = number(form.value(METRES));
                String most = metres == null
                        ? ""
                        : book.worksLimit(metres)
                                .map(limit -> Integer.toString(limit.workingDays()))
                                .orElse("");
                form.reject(
                        WORKS_DAYS,
                        "超过这么长的外线允许的天数" + (most.isEmpty() ? "" : "（最多 " + most + " 个工作日）") + "，或不是整数",
                        "More than works of this length may take"
                                + (most.isEmpty() ? "" : " (" + most + " working days)")
                                + ", or no whole number");
            }
            case PERMITS -> form.reject(PERMITS, "从列出的里面选", "Choose from the list");
        }
    }

    @GetMapping("/{id}/photos/{visit}/{photo}")
    ResponseEntity<byte[]> photo(
            Acting acting, @PathVariable long id, @PathVariable long visit, @PathVariable long photo) {
        return ConnectionPages.picture(surveys.record(visit, acting)
                .filter(record -> record.visit().connection() == id)
                .flatMap(_ -> surveys.photo(visit, photo, acting)));
    }
}
