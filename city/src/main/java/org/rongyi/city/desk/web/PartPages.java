package org.rongyi.city.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.CoHandling;
import org.rongyi.city.appeals.CoHandling.Asking;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
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

/// Whoever has an appeal asks other departments for their part of the answer.
@Controller
class PartPages {
    private static final String UNIT = "unit";
    private static final String QUESTION = "question";
    private static final String DAYS = "days";

    private final CaseFiles files;
    private final Seats seats;
    private final CoHandling parts;
    private final People people;

    PartPages(CaseFiles files, Seats seats, CoHandling parts, People people) {
        this.files = files;
        this.seats = seats;
        this.parts = parts;
        this.people = people;
    }

    private record Led(Case now, Appeal appeal) {}

    private Optional<Led> led(Acting acting, String number, HttpServletResponse response, Model model) {
        Optional<CaseFile> file = files.open(number, acting);
        Optional<Led> led = file.map(CaseFile::now)
                .filter(now -> PartViews.leads(acting, now))
                .flatMap(now -> seats.ofCase(now.id()).map(appeal -> new Led(now, appeal)));
        if (led.isEmpty()) {
            PageError error = file.isEmpty()
                    ? Meanwhile.unknown(number)
                    : PageError.refused(
                            new Words("只有正在办这件诉求的人能请别人协办。", "Only whoever handles this appeal asks others."),
                            new Words("回到办件看现在归谁办。", "Go back to the case and see who has it now."));
            response.setStatus(error.status());
            model.addAttribute("error", error);
        }
        return led;
    }

    @GetMapping("/cases/{number}/contributions")
    String form(Acting acting, Page page, @PathVariable String number, HttpServletResponse response, Model model) {
        return led(acting, number, response, model)
                .map(led -> show(page, number, led, Form.empty().with(DAYS, days(led)), model))
                .orElse(CasePages.ERROR);
    }

    private String days(Led led) {
        int most = parts.mostWorkingDays(led.appeal);
        return most == 0 ? "" : Integer.toString(Math.max(1, most / 2));
    }

    private String show(Page page, String number, Led led, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("number", number);
        model.addAttribute("title", led.now.title());
        model.addAttribute("most", parts.mostWorkingDays(led.appeal));
        model.addAttribute("secret", led.appeal.reporter().confidential());
        model.addAttribute(
                "units",
                people.holding(Role.OFFICER, null).stream()
                        .map(Person::department)
                        .filter(unit -> !unit.isBlank() && !unit.equals(led.now.unit()))
                        .distinct()
                        .sorted()
                        .map(unit -> Option.of(unit, Words.same(page.named(unit))))
                        .toList());
        model.addAttribute(
                "crumbs", List.of(Link.of("任务清单", "Work list", "/tasks"), Link.of(number, number, "/cases/" + number)));
        return "jte:desk/part";
    }

    @PostMapping("/cases/{number}/contributions")
    String ask(
            Acting acting,
            Page page,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Led> found = led(acting, number, response, model);
        if (found.isEmpty()) {
            return CasePages.ERROR;
        }
        Led led = found.get();
        Form form = Form.of(request);
        check(form);
        if (!form.hasFaults()) {
            Asking asking = parts.ask(
                    led.appeal, form.value(UNIT), form.value(QUESTION), Integer.parseInt(form.value(DAYS)), acting);
            reject(form, asking);
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, number, led, form, model);
        }
        return "redirect:/cases/" + number + "#h-parts";
    }

    private static void check(Form form) {
        if (form.value(UNIT).isEmpty()) {
            form.reject(UNIT, "选一个部门", "Choose a department");
        }
        if (form.value(QUESTION).isEmpty()) {
            form.reject(QUESTION, "写要它答什么", "Write what it is asked");
        } else if (form.value(QUESTION).length() > CoHandling.LONGEST_QUESTION) {
            form.reject(QUESTION, "最多 500 个字", "At most 500 characters");
        }
        if (!form.value(DAYS).matches("\\d{1,3}")) {
            form.reject(DAYS, "写几个工作日，一个数", "Write the working days as a number");
        }
    }

    private static void reject(Form form, Asking asking) {
        switch (asking) {
            case Asking.Done _ -> {}
            case Asking.NotYours _, Asking.NotNow _ ->
                form.reject(UNIT, "这件刚才已经答复或转走了", "It was answered or passed on a moment ago");
            case Asking.NoSuchUnit _ -> form.reject(UNIT, "这个部门没有人在这里办事", "Nobody of that department works here");
            case Asking.Enough _ ->
                form.reject(UNIT, "已经问了它还没答，或者还有 5 个没答", "It was asked already, or five have not answered yet");
            case Asking.TooLong(int most) -> form.reject(DAYS, latest(most));
        }
    }

    private static Words latest(int most) {
        return most == 0
                ? new Words("答复时限只剩不到两天：先申请延期", "Your own time is nearly over: ask for more first")
                : new Words(
                        "要在您的答复时限前一天到，最多 " + most + " 个工作日",
                        "It must end a day before yours: at most " + most + " working days");
    }

    @PostMapping("/cases/{number}/contributions/{id}/back")
    String takeBack(
            Acting acting,
            @PathVariable String number,
            @PathVariable long id,
            HttpServletResponse response,
            Model model) {
        Optional<Led> led = led(acting, number, response, model);
        if (led.isEmpty()) {
            return CasePages.ERROR;
        }
        // What was answered at the same moment stands: the page shows it.
        parts.takeBack(led.get().appeal, id, acting);
        return "redirect:/cases/" + number + "#h-parts";
    }
}
