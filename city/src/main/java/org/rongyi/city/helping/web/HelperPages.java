package org.rongyi.city.helping.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.rongyi.city.helping.Help;
import org.rongyi.city.helping.Help.Side;
import org.rongyi.city.helping.HelpDesk;
import org.rongyi.city.helping.HelpRatings;
import org.rongyi.city.helping.Talks;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Help, for the one who is named: whom to answer, the talk, what one is let into, passing it on.
@Controller
@RequestMapping("/helper")
class HelperPages {
    private static final String WORDS = "words";

    private final HelpDesk desk;
    private final HelpRatings ratings;
    private final Talks talks;
    private final HelpViews views;

    HelperPages(HelpDesk desk, HelpRatings ratings, Talks talks, HelpViews views) {
        this.desk = desk;
        this.ratings = ratings;
        this.talks = talks;
        this.views = views;
    }

    @GetMapping
    String list(Acting acting, Page page, Model model) {
        model.addAttribute(
                "rows",
                desk.own(acting).stream()
                        .map(line -> views.row(page, line, Side.HELPER))
                        .toList());
        return "jte:helping/desk";
    }

    @GetMapping("/{id}")
    String one(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        return one(acting, page, desk.open(id, acting), Form.empty(), done, response, model);
    }

    private String one(
            Acting acting,
            Page page,
            Optional<Help> found,
            Form form,
            String done,
            HttpServletResponse response,
            Model model) {
        if (found.isEmpty()) {
            return HelpPages.missing(response, model);
        }
        Help help = found.get();
        model.addAttribute("view", views.view(page, help, desk.read(help, acting), Side.HELPER, acting));
        model.addAttribute(
                "leaves",
                desk.leaves(help).stream()
                        .map(share -> views.leave(page, share, Side.HELPER))
                        .toList());
        model.addAttribute(
                "others",
                desk.others(help).stream()
                        .map(person -> new Option(
                                person.account(),
                                Words.same(person.name() + " · " + page.named(person.department())),
                                null))
                        .toList());
        model.addAttribute("rating", ratings.of(help).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("done", done);
        return "jte:helping/desk-one";
    }

    @GetMapping("/{id}/talk")
    String talk(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<Help> help = desk.find(id, acting);
        if (help.isEmpty()) {
            return HelpPages.missing(response, model);
        }
        model.addAttribute("messages", views.messages(page, desk.read(help.get(), acting), acting));
        return "jte:helping/messages";
    }

    @GetMapping("/{id}/live")
    ResponseEntity<SseEmitter> live(
            Acting acting,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long last) {
        return HelpPages.live(
                talks,
                desk.find(id, acting),
                Math.max(after, last),
                () -> desk.find(id, acting).isPresent());
    }

    @PostMapping("/{id}/say")
    String say(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        if (desk.say(id, form.value(WORDS), acting)) {
            return "redirect:/helper/" + id + "#say";
        }
        form.reject(WORDS, HelpPages.notSaid());
        return again(acting, page, id, form, response, model);
    }

    private String again(Acting acting, Page page, long id, Form form, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return one(acting, page, desk.find(id, acting), form, "", response, model);
    }

    /// Afterwards it is another's.
    @PostMapping("/{id}/pass")
    String pass(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        if (desk.pass(id, form.value("to"), form.value("why"), acting)) {
            return "redirect:/helper";
        }
        form.reject("to", "选转给谁，并写为什么（最多 200 字）", "Choose to whom, and say why (at most 200 characters)");
        return again(acting, page, id, form, response, model);
    }

    @PostMapping("/{id}/close")
    String close(Acting acting, @PathVariable long id) {
        desk.close(id, acting);
        return "redirect:/helper/" + id + "?done=closed";
    }
}
