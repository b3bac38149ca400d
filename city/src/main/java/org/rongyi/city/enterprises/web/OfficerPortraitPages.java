package org.rongyi.city.enterprises.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A firm's portrait as an officer opens it: for a purpose, on record, on any day, and no more than the purpose needs.
@Controller
@RequestMapping("/officer/firms/{code}")
class OfficerPortraitPages {
    private static final String ALL = "all";
    private static final String PURPOSE = "purpose";
    private static final String DETAIL = "detail";
    private static final String ERROR = "jte:ui/error";

    private final Enterprises enterprises;
    private final Portraits portraits;
    private final PortraitReader reader;
    private final FirmWords words;
    private final SourceWords sources;

    OfficerPortraitPages(
            Enterprises enterprises, Portraits portraits, PortraitReader reader, FirmWords words, SourceWords sources) {
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.reader = reader;
        this.words = words;
        this.sources = sources;
    }

    @GetMapping
    String portrait(
            Acting acting,
            Page page,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Enterprise> found = mayOpen(acting, code, response, model);
        if (found.isEmpty()) {
            return ERROR;
        }
        Enterprise firm = found.get();
        Optional<StatedPurposes.Stated> stated = StatedPurposes.of(request, acting, firm.creditCode());
        if (stated.isEmpty()) {
            return "redirect:/officer/firms/" + firm.creditCode() + "/purpose";
        }
        String department = acting.person().department();
        portraits.recordLook(
                firm.creditCode(), acting.account(), department, stated.get().words());
        Form form = Form.of(request);
        LocalDate day = day(form, page);
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        show(page, firm, Sight.ofOfficer(department, stated.get().purpose()), day, form, model);
        model.addAttribute("purpose", LookPurpose.say(page, stated.get().words()));
        model.addAttribute("policies", stated.get().purpose() == LookPurpose.POLICY);
        model.addAttribute("secrets", stated.get().purpose().secrets());
        return "jte:enterprises/officer-portrait";
    }

    private void show(Page page, Enterprise firm, Sight sight, LocalDate day, Form form, Model model) {
        Portrait today = portraits.current(firm.creditCode()).orElse(empty(firm, page.today()));
        boolean past = day.isBefore(page.today());
        Portrait portrait = past ? portraits.asOf(firm.creditCode(), day).orElse(empty(firm, day)) : today;
        List<PortraitSection> all = reader.sections(page, sight, portrait, past ? today : null);
        boolean onlyDifferent = past && !form.value("only").equals(ALL);
        model.addAttribute("firm", words.row(page, firm));
        model.addAttribute("day", day);
        model.addAttribute("past", past);
        model.addAttribute("onlyDifferent", onlyDifferent);
        model.addAttribute(
                "differences",
                all.stream()
                        .flatMap(section -> section.lines().stream())
                        .filter(line -> line.today() != null)
                        .count());
        model.addAttribute("sections", onlyDifferent ? different(all) : all);
        model.addAttribute("missing", past ? List.of() : reader.missing(page, sight, portrait));
        model.addAttribute("form", form);
    }

    private static List<PortraitSection> different(List<PortraitSection> all) {
        return all.stream()
                .map(section -> new PortraitSection(
                        section.id(),
                        section.title(),
                        section.lines().stream()
                                .filter(line -> line.today() != null)
                                .toList()))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    private static Portrait empty(Enterprise firm, LocalDate day) {
        return new Portrait(firm.creditCode(), day, Map.of());
    }

    /// Today unless another day was chosen rightly.
    private static LocalDate day(Form form, Page page) {
        String chosen = form.value("on");
        if (chosen.isEmpty()) {
            form.with("on", page.today().toString());
            return page.today();
        }
        try {
            LocalDate day = LocalDate.parse(chosen);
            if (day.isAfter(page.today())) {
                form.reject("on", "这一天还没有到，选今天或以前", "This day has not come yet; choose today or earlier");
                return page.today();
            }
            return day;
        } catch (DateTimeException noDay) {
            form.reject("on", "填日期，例如 2025-12-31", "Enter a date, for example 2025-12-31");
            return page.today();
        }
    }

    @GetMapping("/purpose")
    String ask(
            Acting acting,
            Page page,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Enterprise> found = mayOpen(acting, code, response, model);
        if (found.isEmpty()) {
            return ERROR;
        }
        Form form = Form.of(request);
        return purposeForm(acting, page, found.get(), form, model);
    }

    @PostMapping("/purpose")
    String state(
            Acting acting,
            Page page,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Enterprise> found = mayOpen(acting, code, response, model);
        if (found.isEmpty()) {
            return ERROR;
        }
        Form form = Form.of(request);
        Optional<LookPurpose> purpose = LookPurpose.of(form.value(PURPOSE));
        String onRecord =
                purpose.map(known -> known.onRecord(form.value(DETAIL))).orElse("");
        if (purpose.isEmpty()) {
            form.reject(PURPOSE, "选一个目的", "Choose a purpose");
        } else if (onRecord.isEmpty()) {
            form.reject(DETAIL, "写明目的，企业看得到", "Say for what; the firm will read it");
        } else if (onRecord.length() > StatedPurposes.LONGEST) {
            form.reject(DETAIL, "目的一共最多 200 个字", "The purpose may have 200 characters in all");
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return purposeForm(acting, page, found.get(), form, model);
        }
        CreditCode firm = found.get().creditCode();
        StatedPurposes.state(request, acting, firm, new StatedPurposes.Stated(purpose.orElseThrow(), onRecord));
        return "redirect:/officer/firms/" + firm;
    }

    private String purposeForm(Acting acting, Page page, Enterprise firm, Form form, Model model) {
        model.addAttribute("firm", words.row(page, firm));
        model.addAttribute("department", sources.say(page, acting.person().department()));
        model.addAttribute("purposes", LookPurpose.options());
        model.addAttribute("form", form);
        return "jte:enterprises/officer-purpose";
    }

    /// The firm, if the register has it and the officer can be named to it; otherwise the error says why not.
    private Optional<Enterprise> mayOpen(Acting acting, String code, HttpServletResponse response, Model model) {
        Optional<Enterprise> found = enterprises.find(code);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("error", Enterprises.unknown(code));
        } else if (acting.person().department().isBlank()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("error", withoutDepartment());
            return Optional.empty();
        }
        return found;
    }

    /// The firm must read who looked.
    private static PageError withoutDepartment() {
        return PageError.refused(
                new Words(
                        "您的账号没有写明部门。看企业数据要留下部门，企业看得到是谁看的。",
                        "Your account names no department. Whoever opens a firm's data must, because the firm"
                                + " sees who looked."),
                new Words("请管理员补上您的部门。", "Ask the administrator to add your department."));
    }
}
