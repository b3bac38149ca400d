package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Applications;
import org.rongyi.city.applications.Applications.Tracked;
import org.rongyi.city.applications.Part;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Following what was handed in: each department's step, its date, who holds it, what is asked.
@Controller
class TrackingPages {
    static final String SAYS = "says";
    private static final String WITHDRAW = "jte:applications/withdraw";
    private static final String LEAVE_OUT = "jte:applications/leave-out";

    private final Applications applications;
    private final TrackingViews views;

    TrackingPages(Applications applications, TrackingViews views) {
        this.applications = applications;
        this.views = views;
    }

    String show(Acting acting, Page page, long id, HttpServletResponse response, Model model) {
        Optional<Tracked> tracked = applications.open(id, acting);
        if (tracked.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        applications.seen(tracked.get().application(), acting);
        Application application = tracked.get().application();
        model.addAttribute(
                "view",
                views.of(
                        page,
                        tracked.get(),
                        applications.mayAct(application, acting),
                        applications.mayGiveUp(application, acting)));
        model.addAttribute("justNow", Boolean.TRUE.equals(model.getAttribute(HandInPages.JUST_NOW)));
        model.addAttribute("says", model.getAttribute(SAYS) instanceof String says ? says : null);
        return "jte:applications/tracking";
    }

    private Optional<Part> part(Tracked tracked, String item) {
        return tracked.parts().stream()
                .filter(part -> part.item().id().equals(item))
                .findFirst();
    }

    private Optional<Tracked> mine(Acting acting, long id) {
        return applications.open(id, acting).filter(found -> applications.mayGiveUp(found.application(), acting));
    }

    @GetMapping("/applications/{id}/parts/{item}/withdraw")
    String askWithdraw(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String item,
            HttpServletResponse response,
            Model model) {
        return confirm(acting, page, id, item, WITHDRAW, Form.empty(), response, model);
    }

    @GetMapping("/applications/{id}/parts/{item}/leave-out")
    String askLeaveOut(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String item,
            HttpServletResponse response,
            Model model) {
        return confirm(acting, page, id, item, LEAVE_OUT, Form.empty(), response, model);
    }

    private String confirm(
            Acting acting,
            Page page,
            long id,
            String item,
            String template,
            Form form,
            HttpServletResponse response,
            Model model) {
        Optional<Tracked> tracked = mine(acting, id);
        Optional<Part> part = tracked.flatMap(found -> part(found, item));
        if (tracked.isEmpty() || part.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        model.addAttribute("view", views.of(page, tracked.get(), true, true));
        model.addAttribute("item", item);
        model.addAttribute("name", page.say(part.get().item().name()));
        model.addAttribute("form", form);
        return template;
    }

    @PostMapping("/applications/{id}/parts/{item}/withdraw")
    String withdraw(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String item,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Form form = Form.of(request);
        String reason = form.value("reason");
        if (reason.isEmpty() || reason.length() > Cases.LONGEST_TEXT) {
            form.reject("reason", "写一句为什么撤回，1,000 字以内", "Say why, in at most 1,000 characters");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return confirm(acting, page, id, item, WITHDRAW, form, response, model);
        }
        return done(page, applications.withdraw(id, acting, item, reason), id, response, model, after);
    }

    static String done(
            Page page,
            Handling handling,
            long id,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (handling instanceof Handling.NoSuchCase) {
            return ApplicationWords.notFound(response, model);
        }
        after.addFlashAttribute(
                SAYS,
                handling instanceof Handling.Done
                        ? page.say("已送到部门。", "The department has it.")
                        : page.say(
                                "这一步没有送出：部门刚刚有了新的进展，请看下面。",
                                "This was not sent: the department has moved on; see below."));
        return "redirect:/applications/" + id;
    }

    @PostMapping("/applications/{id}/parts/{item}/leave-out")
    String leaveOut(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String item,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (mine(acting, id).isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        boolean out = applications.leaveOut(id, acting, item);
        after.addFlashAttribute(
                SAYS,
                out
                        ? page.say("好的，这项不办了，别的照办。", "Fine. The others go on.")
                        : page.say("这项已经开始，要停就撤回。", "It has started: withdraw it instead."));
        return "redirect:/applications/" + id;
    }
}
