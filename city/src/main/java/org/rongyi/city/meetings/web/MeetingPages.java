package org.rongyi.city.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.meetings.Attending;
import org.rongyi.city.meetings.Issue;
import org.rongyi.city.meetings.MeetingSession;
import org.rongyi.city.meetings.Meetings;
import org.rongyi.city.meetings.SignUp;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.Pager;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Meetings for everybody, and what a firm does about one: sign up, bring something, say how it was.
@Controller
class MeetingPages {
    private static final int MOST_AHEAD = 50;
    private static final int HELD_A_PAGE = 20;
    private static final int MOST_STARS = 5;
    private static final String CONTACT = "contact";
    private static final String PEOPLE = "people";
    private static final String WORDS = "words";
    private static final String STARS = "stars";

    private final Meetings meetings;
    private final Attending attending;
    private final MeetingViews views;

    MeetingPages(Meetings meetings, Attending attending, MeetingViews views) {
        this.meetings = meetings;
        this.attending = attending;
        this.views = views;
    }

    @GetMapping("/meetings")
    String list(Page page, @RequestParam(name = "page", defaultValue = "1") String number, Model model) {
        Pager pager = Pager.of(number, HELD_A_PAGE, meetings.heldCount(), "/meetings");
        model.addAttribute("series", meetings.series());
        model.addAttribute(
                "ahead",
                meetings.ahead(MOST_AHEAD).stream()
                        .map(session -> views.row(page, session))
                        .toList());
        model.addAttribute(
                "held",
                meetings.held(pager.offset(), HELD_A_PAGE).stream()
                        .map(session -> views.row(page, session))
                        .toList());
        model.addAttribute("pager", pager);
        return "jte:meetings/list";
    }

    @GetMapping("/meetings/{id}")
    String one(Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<MeetingSession> found = meetings.find(id);
        if (found.isEmpty()) {
            return missing(response, model);
        }
        model.addAttribute("view", views.view(page, found.get()));
        return "jte:meetings/one";
    }

    static String missing(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有这场见面会。", "There is no such meeting."),
                        new Words("从列表里再找一次。", "Look for it in the list."),
                        Link.of("见面会", "Meetings", "/meetings")));
        return "jte:ui/error";
    }

    @GetMapping("/my/meetings/{id}")
    String mine(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        return mine(acting, page, id, Form.empty().with(PEOPLE, "1"), done, response, model);
    }

    private String mine(
            Acting acting, Page page, long id, Form form, String done, HttpServletResponse response, Model model) {
        Optional<SignUp> place = attending.place(id, acting);
        Optional<MeetingSession> found = meetings.find(id);
        if (found.isEmpty()) {
            return missing(response, model);
        }
        MeetingView view = views.view(page, found.get());
        model.addAttribute("view", view);
        model.addAttribute("place", place.orElse(null));
        model.addAttribute("mayAct", acting.may(Purpose.APPLY));
        model.addAttribute(
                "brought",
                attending.issues(id, acting).stream()
                        .map(issue -> views.brought(issue, !view.planned()))
                        .toList());
        model.addAttribute("rating", attending.rating(id, acting).orElse(null));
        model.addAttribute(
                "looks",
                attending.looks(id, acting).stream()
                        .map(look -> page.moment(look.at()) + page.say("，", ", ") + look.name())
                        .toList());
        model.addAttribute("people", people());
        model.addAttribute("stars", stars());
        model.addAttribute("form", form);
        model.addAttribute("done", done);
        return "jte:meetings/mine";
    }

    private static List<Option> people() {
        return IntStream.rangeClosed(1, SignUp.MOST_PEOPLE)
                .mapToObj(number -> Option.of(Integer.toString(number), number + " 人", Integer.toString(number)))
                .toList();
    }

    private static List<Option> stars() {
        return List.of(
                Option.of("5", "很有用", "Very useful"),
                Option.of("4", "有用", "Useful"),
                Option.of("3", "一般", "So-so"),
                Option.of("2", "没什么用", "Of little use"),
                Option.of("1", "白来了", "A waste of time"));
    }

    @PostMapping("/my/meetings/{id}")
    String signUp(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        acting.firmFor(Purpose.APPLY);
        Form form = Form.of(request);
        if (form.value(CONTACT).isEmpty()) {
            form.reject(CONTACT, "写谁来、怎么联系", "Say who comes and how to reach them");
        }
        form.limit(CONTACT, SignUp.LONGEST_CONTACT);
        form.limit(WORDS, Issue.LONGEST_WORDS);
        int people = number(form.value(PEOPLE), SignUp.MOST_PEOPLE);
        if (people == 0) {
            form.reject(PEOPLE, "选来几个人", "Choose how many come");
        }
        if (form.hasFaults()) {
            return again(acting, page, id, form, response, model);
        }
        Optional<SignUp> place = attending.signUp(id, form.value(CONTACT), people, acting);
        if (place.isEmpty()) {
            form.reject(CONTACT, "报名已经截止，或者这场不开了", "Signing up is over, or the meeting does not take place");
            return again(acting, page, id, form, response, model);
        }
        if (!form.value(WORDS).isEmpty()) {
            attending.bring(id, form.value(WORDS), acting);
        }
        return to(id, place.get().seated() ? "seat" : "waits");
    }

    private String again(Acting acting, Page page, long id, Form form, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return mine(acting, page, id, form, "", response, model);
    }

    /// 1 to `most`; 0 when it is none of these.
    private static int number(String typed, int most) {
        int number = typed.matches("\\d") ? Integer.parseInt(typed) : 0;
        return number <= most ? number : 0;
    }

    private static String to(long id, String done) {
        return "redirect:/my/meetings/" + id + "?done=" + done;
    }

    @GetMapping("/my/meetings/{id}/withdraw")
    String askToWithdraw(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<SignUp> place = attending.place(id, acting);
        Optional<MeetingSession> found = meetings.find(id);
        if (found.isEmpty() || place.isEmpty()) {
            return missing(response, model);
        }
        model.addAttribute("view", views.view(page, found.get()));
        return "jte:meetings/withdraw";
    }

    @PostMapping("/my/meetings/{id}/withdraw")
    String withdraw(Acting acting, @PathVariable long id) {
        return to(id, attending.withdraw(id, acting) ? "withdrawn" : "late");
    }

    @PostMapping("/my/meetings/{id}/issues")
    String bring(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        acting.firmFor(Purpose.APPLY);
        Form form = Form.of(request);
        if (form.value(WORDS).isEmpty()) {
            form.reject(WORDS, "写一句想谈什么", "Say what you want to talk about");
        }
        form.limit(WORDS, Issue.LONGEST_WORDS);
        if (!form.hasFaults() && !attending.bring(id, form.value(WORDS), acting)) {
            form.reject(
                    WORDS,
                    "现在不能再提：没报名、已经开过，或者提满 " + Attending.MOST_ISSUES + " 件",
                    "Not possible now: not signed up, already held, or " + Attending.MOST_ISSUES + " brought already");
        }
        return form.hasFaults() ? again(acting, page, id, form, response, model) : to(id, "brought");
    }

    @PostMapping("/my/meetings/{id}/issues/{issue}/appeal")
    String notSolved(Acting acting, @PathVariable long id, @PathVariable long issue) {
        return attending
                .notSolved(issue, acting)
                .map(became -> "redirect:/appeals/" + became.appeal() + "?sent=1")
                .orElseGet(() -> to(id, "late"));
    }

    @PostMapping("/my/meetings/{id}/rating")
    String rate(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        acting.firmFor(Purpose.APPLY);
        Form form = Form.of(request);
        int stars = number(form.value(STARS), MOST_STARS);
        if (stars == 0) {
            form.reject(STARS, "选一个", "Choose one");
        }
        form.limit("why", Attending.LONGEST_RATING);
        if (form.hasFaults()) {
            return again(acting, page, id, form, response, model);
        }
        return to(id, attending.rate(id, stars, form.value("why"), acting) ? "rated" : "late");
    }
}
