package org.rongyi.city.enterprises.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Following;
import org.rongyi.city.enterprises.registrations.ImportRun;
import org.rongyi.city.enterprises.registrations.Imports;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Attention;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Where the administrator sees how the register stands and brings in registration files.
@Controller
class AdminPages {
    private static final int MOST_RUNS = 20;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final String FILE = "file";
    private static final String AS_OF = "asOf";

    private final Enterprises enterprises;
    private final Imports imports;
    private final SentFiles sent;
    private final ObjectProvider<Following> followers;
    private final ObjectProvider<Attention> attention;

    AdminPages(
            Enterprises enterprises,
            Imports imports,
            SentFiles sent,
            ObjectProvider<Following> followers,
            ObjectProvider<Attention> attention) {
        this.enterprises = enterprises;
        this.imports = imports;
        this.sent = sent;
        this.followers = followers;
        this.attention = attention;
    }

    @GetMapping("/admin")
    String start(Model model) {
        model.addAttribute("registered", enterprises.count());
        model.addAttribute(
                "matches", followers.stream().map(Following::state).findFirst().orElse(null));
        model.addAttribute(
                "attention",
                attention.stream()
                        .flatMap(room -> room.forAdministrators().stream())
                        .toList());
        model.addAttribute("latest", imports.latest(1).stream().findFirst().orElse(null));
        return "jte:enterprises/admin";
    }

    @GetMapping("/admin/import")
    String ask(Page page, Model model) {
        return form(Form.empty().with(AS_OF, page.today().toString()), null, model);
    }

    private String form(Form form, @Nullable ImportRun busy, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("busy", busy);
        model.addAttribute("runs", imports.latest(MOST_RUNS));
        return "jte:enterprises/admin-import";
    }

    @PostMapping("/admin/import")
    String take(
            Acting acting,
            Page page,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        LocalDate asOf = day(form, page);
        if (file == null || nameOf(file).isEmpty()) {
            form.reject(FILE, "选一个文件", "Choose a file");
        } else if (file.isEmpty()) {
            form.reject(FILE, "这个文件是空的", "The file is empty");
        }
        if (form.hasFaults() || file == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, null, model);
        }
        return switch (imports.start(sent.keep(file), nameOf(file), asOf, acting.account())) {
            case Imports.Starting.Started(long id) -> "redirect:/admin/imports/" + id;
            case Imports.Starting.Unreadable(var why) -> {
                form.reject(FILE, why);
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(form, null, model);
            }
            case Imports.Starting.Busy(var other) -> {
                form.reject(
                        FILE,
                        "正在导入另一个文件，一次只能导一个。等它完了，再选一次文件",
                        "Another file is being imported; there can be only one at a time. Choose the file again when it"
                                + " has ended");
                response.setStatus(HttpStatus.CONFLICT.value());
                yield form(form, other.orElse(null), model);
            }
        };
    }

    private static LocalDate day(Form form, Page page) {
        try {
            LocalDate day = LocalDate.parse(form.value(AS_OF));
            if (day.isBefore(EARLIEST) || day.isAfter(page.today())) {
                form.reject(AS_OF, "选 2000 年以后、今天为止的一天", "Choose a day between the year 2000 and today");
            }
            return day;
        } catch (DateTimeException noDay) {
            form.reject(AS_OF, "填日期，例如 2026-11-23", "Enter a date, for example 2026-11-23");
            return page.today();
        }
    }

    /// Some browsers send a whole path.
    private static String nameOf(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name.replaceFirst("(?s)^.*[/\\\\]", "").strip();
    }
}
