package org.rongyi.city.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.meetings.MeetingDesk;
import org.rongyi.city.meetings.MeetingSession;
import org.rongyi.city.meetings.Meetings;
import org.rongyi.city.meetings.NewSession;
import org.rongyi.city.meetings.Planning;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a department plans its meetings, answers what firms bring, and closes them.
@Controller
@RequestMapping("/officer/meetings")
class MeetingDeskPages {
    private static final int MOST_LISTED = 100;
    private static final String SERIES = "series";
    private static final String THEME = "theme";
    private static final String DAY = "day";
    private static final String FROM = "from";
    private static final String UNTIL_DAY = "untilDay";
    private static final String SEATS = "seats";
    private static final String WHY_MOVED = "why";
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final MeetingDesk desk;
    private final Meetings meetings;
    private final MeetingViews views;

    MeetingDeskPages(MeetingDesk desk, Meetings meetings, MeetingViews views) {
        this.desk = desk;
        this.meetings = meetings;
        this.views = views;
    }

    @GetMapping
    String list(Acting acting, Page page, Model model) {
        model.addAttribute(
                "rows",
                desk.own(acting, MOST_LISTED).stream()
                        .map(session -> views.row(page, session))
                        .toList());
        model.addAttribute(
                "owed",
                desk.duties(page.today()).stream()
                        .filter(duty -> duty.unit().equals(acting.person().department()))
                        .map(duty -> views.owed(page, duty))
                        .toList());
        return "jte:meetings/desk";
    }

    @GetMapping("/new")
    String ask(Acting acting, Model model) {
        return show(acting, Form.empty().with(FROM, "09:30").with("to", "11:30").with(SEATS, "20"), model);
    }

    private String show(Acting acting, Form form, Model model) {
        List<Option> series = desk.owed(acting).stream()
                .map(each -> new Option(each.id(), each.name(), null))
                .toList();
        if (series.size() == 1 && form.value(SERIES).isEmpty()) {
            form.with(SERIES, series.getFirst().value());
        }
        model.addAttribute("series", series);
        model.addAttribute("form", form);
        return "jte:meetings/new";
    }

    @PostMapping
    String plan(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        return switch (desk.plan(wish(page, form), acting)) {
            case Planning.Planned(long id) -> to(id, "planned");
            case Planning.TooLate _ -> throw new IllegalStateException("what is planned anew is never too late");
            case Planning.Refused(Set<Planning.Fault> faults) -> {
                faults.forEach(fault -> reject(form, fault));
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(acting, form, model);
            }
        };
    }

    private static NewSession wish(Page page, Form form) {
        Instant starts = moment(page, form.value(DAY), time(form.value(FROM)));
        Instant ends = moment(page, form.value(DAY), time(form.value("to")));
        Instant until = moment(page, form.value(UNTIL_DAY), LAST_MINUTE);
        return new NewSession(
                form.value(SERIES),
                form.value(THEME),
                form.value("host"),
                form.value("place"),
                starts,
                ends,
                until != null && starts != null && sameDay(page, until, starts) ? starts : until,
                form.value(SEATS).matches("\\d{1,3}") ? Integer.parseInt(form.value(SEATS)) : 0);
    }

    @PostMapping("/{id}/move")
    String move(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        form.limit(WHY_MOVED, MeetingDesk.LONGEST_ANSWER);
        if (form.hasFaults()) {
            return again(acting, page, id, form, response, model);
        }
        return switch (desk.move(id, wish(page, form), form.value(WHY_MOVED), acting)) {
            case Planning.Planned _ -> to(id, "moved");
            case Planning.TooLate _ -> to(id, "late");
            case Planning.Refused(Set<Planning.Fault> faults) -> {
                faults.forEach(fault -> reject(form, fault));
                yield again(acting, page, id, form, response, model);
            }
        };
    }

    /// Whoever lets firms sign up until the day of the meeting means until it begins.
    private static boolean sameDay(Page page, Instant one, Instant other) {
        return page.city().dayOf(one).equals(page.city().dayOf(other));
    }

    private static void reject(Form form, Planning.Fault fault) {
        String most = "1 到 " + NewSession.LONGEST_TEXT + " 个字";
        String mostEn = "1 to " + NewSession.LONGEST_TEXT + " characters";
        switch (fault) {
            case SERIES -> form.reject(SERIES, "选一个系列", "Choose a series");
            case THEME -> form.reject(THEME, "写主题，" + most, "Say the theme, " + mostEn);
            case HOST -> form.reject("host", "写谁来谈，" + most, "Say whom firms meet, " + mostEn);
            case PLACE -> form.reject("place", "写地点，" + most, "Say where, " + mostEn);
            case STARTS -> form.reject(DAY, "日期和开始时间要在现在以后", "Day and beginning must lie ahead");
            case ENDS -> form.reject("to", "结束要晚于开始", "It must end after it begins");
            case SIGN_UP -> form.reject(UNTIL_DAY, "报名截止要在今天以后、开会那天以前（含当天）", "From today up to the day of the meeting");
            case REASON -> form.reject(WHY_MOVED, "写为什么改期", "Say why it is moved");
            case SEATS ->
                form.reject(
                        SEATS, "写 1 到 " + NewSession.MOST_SEATS + " 的数", "A number from 1 to " + NewSession.MOST_SEATS);
        }
    }

    private static @Nullable LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static @Nullable Instant moment(Page page, String day, @Nullable LocalTime time) {
        if (time == null) {
            return null;
        }
        try {
            return LocalDate.parse(day).atTime(time).atZone(page.city().zone()).toInstant();
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    @GetMapping("/{id}")
    String one(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        return one(acting, page, id, Form.empty(), done, response, model);
    }

    private String one(
            Acting acting, Page page, long id, Form form, String done, HttpServletResponse response, Model model) {
        Optional<MeetingSession> found = meetings.find(id);
        if (found.isEmpty()) {
            return MeetingPages.missing(response, model);
        }
        List<MeetingView.Guest> guests = desk.guests(id, acting).stream()
                .map(guest -> views.guest(page, guest))
                .toList();
        model.addAttribute("view", views.view(page, found.get()));
        model.addAttribute("guests", guests);
        model.addAttribute(
                "issues",
                desk.issues(id, acting).stream()
                        .map(issue -> views.brought(issue, false))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("done", done);
        return "jte:meetings/desk-one";
    }

    @PostMapping("/{id}/issues/{issue}/answer")
    String answer(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable long issue,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        String field = "answer-" + issue;
        required(form, field, MeetingDesk.LONGEST_ANSWER, new Words("写怎么答复的", "Say what the answer was"));
        if (form.hasFaults()) {
            return again(acting, page, id, form, response, model);
        }
        return to(id, desk.answer(id, issue, form.value(field), acting) ? "answered" : "late");
    }

    @PostMapping("/{id}/held")
    String held(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        required(
                form, "summary", MeetingDesk.LONGEST_SUMMARY, new Words("写一段给大家看的纪要", "Write a summary for everybody"));
        if (form.hasFaults()) {
            return again(acting, page, id, form, response, model);
        }
        Set<CreditCode> came = form.values("came").stream()
                .filter(code -> CreditCode.faultIn(code).isEmpty())
                .map(CreditCode::new)
                .collect(Collectors.toUnmodifiableSet());
        return to(id, desk.held(id, form.value("summary"), came, acting) ? "held" : "early");
    }

    @PostMapping("/{id}/cancel")
    String cancel(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        required(form, "reason", MeetingDesk.LONGEST_ANSWER, new Words("写为什么不开", "Say why it does not take place"));
        if (form.hasFaults()) {
            return again(acting, page, id, form, response, model);
        }
        return to(id, desk.cancel(id, form.value("reason"), acting) ? "cancelled" : "late");
    }

    private static void required(Form form, String field, int most, Words otherwise) {
        if (form.value(field).isEmpty()) {
            form.reject(field, otherwise);
        }
        form.limit(field, most);
    }

    private String again(Acting acting, Page page, long id, Form form, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return one(acting, page, id, form, "", response, model);
    }

    private static String to(long id, String done) {
        return "redirect:/officer/meetings/" + id + "?done=" + done;
    }
}
