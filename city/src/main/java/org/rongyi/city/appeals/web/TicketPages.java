package org.rongyi.city.appeals.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealFiles;
import org.rongyi.city.appeals.AppealFiles.Keeping;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.Appeals.Answer;
import org.rongyi.city.appeals.ChangeRequests;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One appeal, for whoever sent it: by the code that this browser knows, or signed in.
@Controller
class TicketPages {
    private static final String TICKET = "jte:appeals/ticket";
    private static final String SAY = "say";
    private static final String STATE = "state";

    private final Appeals appeals;
    private final AppealFiles files;
    private final KnownAppeals known;
    private final TicketViews views;
    private final ChangeRequests changes;

    TicketPages(Appeals appeals, AppealFiles files, KnownAppeals known, TicketViews views, ChangeRequests changes) {
        this.appeals = appeals;
        this.files = files;
        this.known = known;
        this.views = views;
        this.changes = changes;
    }

    /// @param mayAct speaks for whoever sent it
    /// @param mayJudge also says what came of it, and withdraws it: where somebody else took it down, the
    /// code alone     does not
    private record Opened(Appeal appeal, boolean mayAct, boolean mayJudge) {}

    private Optional<Opened> opened(String number, Optional<Acting> acting, HttpServletRequest request) {
        Optional<Opened> byCode = known.find(request, number).map(appeal -> byCode(appeal, acting));
        return byCode.or(() -> acting.flatMap(who -> appeals.open(number, who).map(appeal -> {
            boolean own = appeals.mayAct(appeal, who);
            return new Opened(appeal, own, own);
        })));
    }

    private Opened byCode(Appeal appeal, Optional<Acting> acting) {
        boolean mayAct = acting.filter(who -> hadIt(appeal, who.account())).isEmpty();
        boolean mayJudge = mayAct
                && (!appeal.channel().takenDown()
                        || acting.filter(who -> appeals.mayAct(appeal, who)).isPresent());
        return new Opened(appeal, mayAct, mayJudge);
    }

    /// Who had it in hand does not speak for whoever sent it, number and code or not.
    private boolean hadIt(Appeal appeal, String account) {
        Case now = appeals.record(appeal).now();
        return account.equals(now.handler()) || now.handled().contains(account);
    }

    private static String notFound(String number, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有您能看的诉求 " + number + "。", "There is no appeal " + number + " that you may see."),
                        new Words("用回执上的编号和查询码查，或者先登录。", "Use number and code of your receipt, or sign in first."),
                        Link.of("用编号查", "Look it up by its number", "/appeals")));
        return "jte:ui/error";
    }

    @GetMapping("/appeals/{number}")
    String one(
            Optional<Acting> acting,
            Page page,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String sent,
            @RequestParam(defaultValue = "") String file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Opened> opened = opened(number, acting, request);
        return opened.isEmpty()
                ? notFound(number, response, model)
                : show(page, opened.get(), Form.empty(), !sent.isEmpty(), refused(file), model);
    }

    private String show(Page page, Opened opened, Form form, boolean sent, @Nullable Words refused, Model model) {
        model.addAttribute("view", views.of(page, opened.appeal(), opened.mayAct(), opened.mayJudge()));
        model.addAttribute(
                "changes",
                changes.of(opened.appeal()).stream()
                        .map(change -> changed(page, change))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("sent", sent);
        model.addAttribute("refused", refused == null ? null : page.say(refused));
        return TICKET;
    }

    private static String changed(Page page, ChangeRequests.Request change) {
        String name = page.say(change.name());
        return change.changed() == null
                ? page.say(
                        "不止您一家这么说：市里已要求修改《" + name + "》，改了在这里告诉您。",
                        "You are not the only one: the city asked for a change of “" + name
                                + "”. You will read here when it came.")
                : page.say(
                        "因为你们反映的事，《" + name + "》改了，新版本 " + change.changed() + "。",
                        "Because of what you all reported, “" + name + "” was changed: version " + change.changed()
                                + ".");
    }

    private static @Nullable Words refused(String file) {
        for (Keeping keeping : Keeping.values()) {
            if (keeping.name().equals(file)) {
                return fault(keeping);
            }
        }
        return null;
    }

    private static @Nullable Words fault(Keeping keeping) {
        return switch (keeping) {
            case KEPT -> null;
            case EMPTY -> new Words("文件是空的，没有收下", "The file is empty and was not taken");
            case TOO_LARGE -> new Words("文件超过 10 MB，没有收下", "The file has more than 10 MB and was not taken");
            case TOO_MANY -> new Words("最多 5 个文件", "At most 5 files");
            case UNKNOWN_TYPE ->
                new Words(
                        "只收 PDF、PNG、JPEG，看的是内容；这个文件没有收下",
                        "Only PDF, PNG and JPEG, told by content; this was not taken");
        };
    }

    @PostMapping("/appeals/{number}/words")
    String say(
            Optional<Acting> acting,
            Page page,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Opened> opened = opened(number, acting, request).filter(Opened::mayAct);
        if (opened.isEmpty()) {
            return notFound(number, response, model);
        }
        Form form = Form.of(request);
        if (form.value(SAY).isEmpty()) {
            form.reject(SAY, "写一句要说的", "Write what you want to say");
        }
        form.limit(SAY, Cases.LONGEST_TEXT);
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, opened.get(), form, false, null, model);
        }
        Handling handling = appeals.say(opened.get().appeal(), form.value(SAY));
        if (!(handling instanceof Handling.Done)) {
            form.reject(
                    SAY,
                    "这件已经办结，这句话没有送出；还有事就另外反映",
                    "This is closed, so it was not sent; tell us anew if there is more");
            return refused(page, opened.get(), form, response, model);
        }
        return "redirect:/appeals/" + number;
    }

    /// Read anew: it shows what came in between.
    private String refused(Page page, Opened opened, Form form, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(page, opened, form, false, null, model);
    }

    /// @param answer solved and satisfied, solved only, or not solved
    @PostMapping("/appeals/{number}/answer")
    String answer(
            Optional<Acting> acting,
            Page page,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Opened> opened = opened(number, acting, request).filter(Opened::mayJudge);
        if (opened.isEmpty()) {
            return notFound(number, response, model);
        }
        Form form = Form.of(request);
        form.limit("why", Cases.LONGEST_TEXT / 2);
        if (!answer.matches("good|bad|unsolved")) {
            form.reject("why", "点一个：解决了没有", "Choose one: is it solved?");
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, opened.get(), form, false, null, model);
        }
        Answer given = new Answer(!answer.equals("unsolved"), answer.equals("good"), form.value("why"));
        Handling handling = appeals.answer(opened.get().appeal(), given);
        if (!(handling instanceof Handling.Done)) {
            String why = form.value("why");
            form.with(SAY, why)
                    .reject(
                            why.isEmpty() ? STATE : SAY,
                            "刚才已经答过了，下面是现在的样子；您写的还在",
                            "This was answered a moment ago, see below; what you wrote is still here");
            return refused(page, opened.get(), form, response, model);
        }
        return "redirect:/appeals/" + number;
    }

    @PostMapping("/appeals/{number}/withdraw")
    String withdraw(
            Optional<Acting> acting,
            Page page,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Opened> opened = opened(number, acting, request).filter(Opened::mayJudge);
        if (opened.isEmpty()) {
            return notFound(number, response, model);
        }
        Handling handling = appeals.withdraw(opened.get().appeal());
        if (!(handling instanceof Handling.Done) && !withdrawnBefore(handling)) {
            Form form = Form.of(request);
            form.reject(
                    STATE,
                    "现在不能撤回：已经答复或办结，或者别人反映的同一件事也在这里办",
                    "It cannot be withdrawn now: it was answered or closed, or others wait for the same answer");
            return refused(page, opened.get(), form, response, model);
        }
        return "redirect:/appeals/" + number;
    }

    /// Pressed twice: it is as they wanted it.
    private static boolean withdrawnBefore(Handling handling) {
        return handling instanceof Handling.NotNow(Case now) && now.state().id().equals("withdrawn");
    }

    /// As a download: what somebody sent is never shown as a page of the city.
    @GetMapping("/appeals/{number}/files/{id}")
    ResponseEntity<byte[]> file(
            Optional<Acting> acting, @PathVariable String number, @PathVariable long id, HttpServletRequest request) {
        return opened(number, acting, request).stream()
                .flatMap(opened -> files.read(opened.appeal(), id).stream())
                .findFirst()
                .map(TicketPages::download)
                .orElse(ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> download(AppealFiles.Download file) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.about().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(file.about().type()))
                .body(file.content());
    }
}
