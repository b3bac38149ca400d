package org.rongyi.city.appeals.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.AppealFiles;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The one button: what, where, who; then a number at once.
@Controller
class AppealPages {
    static final String NEW = "jte:appeals/new";
    private static final String KEY = "key";
    private static final String WORDS = "words";
    private static final String PLACE = "place";
    private static final String WHO = "who";
    private static final String CONFIDENTIAL = "confidential";
    private static final int FEWEST_SIGNS = 5;

    private final Appeals appeals;
    private final AppealFiles files;
    private final KnownAppeals known;
    private final FirmNames firms;

    AppealPages(Appeals appeals, AppealFiles files, KnownAppeals known, FirmNames firms) {
        this.appeals = appeals;
        this.files = files;
        this.known = known;
        this.firms = firms;
    }

    @GetMapping("/appeals")
    String front(Optional<Acting> acting, Page page, HttpServletRequest request, Model model) {
        return front(acting, page, request, Form.of(request), model);
    }

    private String front(Optional<Acting> acting, Page page, HttpServletRequest request, Form form, Model model) {
        String before = form.value("before");
        Long from = before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
        Appeals.Listed listed =
                acting.map(who -> appeals.of(who, from)).orElseGet(() -> new Appeals.Listed(List.of(), 0, null));
        // What only this browser knows stands before what the account or the firm sent.
        List<Appeal> others = known.all(request).stream()
                .filter(appeal -> acting.flatMap(who -> appeals.open(appeal.number(), who))
                        .isEmpty())
                .toList();
        List<Appeals.Line> lines = new ArrayList<>(from == null ? appeals.lines(others) : List.of());
        lines.addAll(listed.lines());
        model.addAttribute("form", form);
        model.addAttribute(
                "mine", lines.stream().map(line -> TicketViews.row(page, line)).toList());
        model.addAttribute("all", page.number(listed.all() + others.size()));
        model.addAttribute("next", listed.next() == null ? null : "/appeals?before=" + listed.next());
        model.addAttribute("later", from != null);
        return "jte:appeals/front";
    }

    /// Number and code, from the receipt.
    @PostMapping("/appeals/follow")
    String follow(
            Optional<Acting> acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Optional<Appeal> found = appeals.follow(form.value("number"), form.value("code"));
        if (found.isEmpty()) {
            form.reject("number", "编号和查询码对不上，照回执再看一遍", "Number and code do not fit; see the receipt");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return front(acting, page, request, form, model);
        }
        known.remember(found.get(), request, response);
        return "redirect:/appeals/" + found.get().number();
    }

    @GetMapping("/appeals/new")
    String ask(Optional<Acting> acting, Model model) {
        Form form = Form.empty().with(KEY, UUID.randomUUID().toString());
        firm(acting).flatMap(firms::nameOf).ifPresent(name -> form.with(WHO, name));
        return show(acting, form, model);
    }

    private static String show(Optional<Acting> acting, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("files", acting.isPresent());
        return NEW;
    }

    private static Optional<CreditCode> firm(Optional<Acting> acting) {
        return acting.map(Acting::mandate)
                .filter(mandate -> mandate.allows(Mandate.Purpose.APPLY))
                .map(Mandate::firm);
    }

    @PostMapping("/appeals")
    String send(
            Optional<Acting> acting,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Form form = Form.of(request);
        check(form);
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(acting, form, model);
        }
        Reporter reporter = new Reporter(
                form.value(WHO),
                firm(acting).orElse(null),
                acting.map(Acting::account).orElse(null),
                form.chosen(CONFIDENTIAL, "yes"));
        NewAppeal what = new NewAppeal(
                form.value(KEY),
                Channel.WEB,
                form.value(WORDS),
                form.value(PLACE),
                null,
                reporter,
                null,
                !form.value("insists").isEmpty());
        return switch (appeals.receive(what)) {
            case Receiving.Elsewhere(var route) -> {
                model.addAttribute("form", form);
                model.addAttribute("route", route);
                model.addAttribute("files", acting.isPresent());
                model.addAttribute("chosen", file == null || file.isEmpty() ? null : file.getOriginalFilename());
                yield "jte:appeals/elsewhere";
            }
            case Receiving.Accepted(Appeal appeal, boolean _) -> {
                if (acting.isEmpty()
                        || appeals.open(appeal.number(), acting.get()).isEmpty()) {
                    known.remember(appeal, request, response);
                }
                yield attach(appeal, acting, file);
            }
        };
    }

    /// The appeal is there already: a file that is not taken is said on its page.
    private String attach(Appeal appeal, Optional<Acting> acting, @Nullable MultipartFile file) throws IOException {
        String to = "redirect:/appeals/" + appeal.number() + "?sent=1";
        if (acting.isEmpty() || file == null || file.isEmpty()) {
            return to;
        }
        AppealFiles.Keeping keeping = file.getSize() > AppealFiles.LARGEST
                ? AppealFiles.Keeping.TOO_LARGE
                : files.keep(
                        appeal, file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), file.getBytes());
        return keeping == AppealFiles.Keeping.KEPT ? to : to + "&file=" + keeping.name();
    }

    private static void check(Form form) {
        if (form.value(KEY).isEmpty() || form.value(KEY).length() > NewAppeal.LONGEST_KEY) {
            form.with(KEY, UUID.randomUUID().toString());
        }
        int signs = form.value(WORDS).length();
        if (signs < FEWEST_SIGNS) {
            form.reject(WORDS, "写一句发生了什么", "Say in a sentence what happened");
        }
        form.limit(WORDS, NewAppeal.LONGEST_WORDS);
        if (form.value(PLACE).isEmpty()) {
            form.reject(PLACE, "写在哪里，写到街道或者路口就行", "Say where; a street or a corner is enough");
        }
        form.limit(PLACE, NewAppeal.LONGEST_PLACE);
        if (form.value(WHO).isEmpty()) {
            form.reject(WHO, "写怎么称呼您、怎么找到您", "Say who you are and how to reach you");
        }
        form.limit(WHO, NewAppeal.LONGEST_WHO);
    }
}
