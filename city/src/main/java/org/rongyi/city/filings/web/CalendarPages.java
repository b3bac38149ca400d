package org.rongyi.city.filings.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.filings.Due;
import org.rongyi.city.filings.FilingCalendar;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What the firm must file, pay or renew, and by when.
@Controller
@RequestMapping("/my/calendar")
class CalendarPages {
    private static final int MONTHS_AHEAD = 6;
    /// Everything comes once in so many months.
    private static final int LONGEST_AHEAD = 15;
    private static final String DAYS = "days";

    private final FilingCalendar calendar;
    private final Elements elements;
    private final String address;

    CalendarPages(FilingCalendar calendar, Elements elements, @Value("${rongyi.documents.address}") String address) {
        this.calendar = calendar;
        this.elements = elements;
        this.address = address;
    }

    @GetMapping
    String show(Acting acting, Page page, Model model) {
        Form form = Form.empty().with(DAYS, Integer.toString(calendar.daysBefore(acting)));
        return show(acting, page, form, "", model);
    }

    private String show(Acting acting, Page page, Form form, String newAddress, Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        LocalDate today = page.today();
        List<Due> all = calendar.between(firm, today, today.plusMonths(LONGEST_AHEAD));
        LocalDate until = today.plusMonths(MONTHS_AHEAD);
        List<Due> dues = all.stream().filter(due -> !due.day().isAfter(until)).toList();
        model.addAttribute("form", form);
        model.addAttribute(
                "rows", dues.stream().map(due -> DueRow.of(page, due)).toList());
        all.stream().findFirst().ifPresent(due -> model.addAttribute("next", DueRow.of(page, due)));
        model.addAttribute(
                "missing",
                calendar.missing(firm).stream()
                        .flatMap(id -> elements.find(id).stream())
                        .map(element -> Link.of(
                                element.element().zh(),
                                element.element().en(),
                                "/my/data/" + element.element().id()))
                        .toList());
        model.addAttribute("hasAddress", calendar.hasAddress(acting));
        model.addAttribute("newAddress", newAddress);
        model.addAttribute("months", MONTHS_AHEAD);
        return "jte:filings/calendar";
    }

    /// The answer shows the address, so it is in nobody's history.
    @PostMapping("/address")
    String make(Acting acting, Page page, Model model) {
        String secret = calendar.makeAddress(acting);
        Form form = Form.empty().with(DAYS, Integer.toString(calendar.daysBefore(acting)));
        return show(acting, page, form, address + "/feeds/" + secret + ".ics", model);
    }

    @PostMapping("/address/end")
    String end(Acting acting) {
        calendar.endAddress(acting);
        return "redirect:/my/calendar";
    }

    @PostMapping("/reminder")
    String remind(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        acting.firmFor(Purpose.VIEW);
        Form form = Form.of(request);
        String days = form.value(DAYS);
        if (!days.matches("[0-9]{1,2}") || Integer.parseInt(days) > FilingCalendar.MOST_DAYS_BEFORE) {
            form.reject(
                    DAYS,
                    "填 0 到 " + FilingCalendar.MOST_DAYS_BEFORE + " 的整数，0 表示不提醒",
                    "Enter 0 to " + FilingCalendar.MOST_DAYS_BEFORE + "; 0 is no e-mail");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(acting, page, form, "", model);
        }
        calendar.remind(acting, Integer.parseInt(days));
        return "redirect:/my/calendar";
    }
}
