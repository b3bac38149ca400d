package org.rongyi.city.appeals.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.Calls;
import org.rongyi.city.appeals.Calls.End;
import org.rongyi.city.appeals.Calls.Taken;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A whole call on one page: who, what, what becomes of it. Without scripts, and without a mouse: the first button
/// looks
/// up what is known, and every button has its key.
@Controller
@RequestMapping("/seat/call")
class CallPages {
    private static final int MOST_FIRMS = 5;
    private static final String WORDS = "words";
    private static final String CATEGORY = "category";
    private static final String FIRM = "firm";
    private static final String CODE = "code";
    private static final String ANSWER = "answer";
    private static final String INTO = "into";
    private static final String KEY = "key";
    private static final String WHO = "who";
    private static final String PLACE = "place";

    private final Calls calls;
    private final Appeals appeals;
    private final Enterprises enterprises;
    private final AppealCatalogue catalogue;

    CallPages(Calls calls, Appeals appeals, Enterprises enterprises, AppealCatalogue catalogue) {
        this.calls = calls;
        this.appeals = appeals;
        this.enterprises = enterprises;
        this.catalogue = catalogue;
    }

    @GetMapping
    String fresh(Acting acting, Page page, @RequestParam(defaultValue = "") String taken, Model model) {
        calls.taken(taken, acting).ifPresent(appeal -> model.addAttribute("taken", taken(page, appeal)));
        return show(acting, page, Form.empty(), model);
    }

    private CallView.Taken taken(Page page, Appeal appeal) {
        Appeals.Line line = appeals.linesOf(List.of(appeal.number())).getFirst();
        var now = appeals.record(appeal).now();
        return new CallView.Taken(
                appeal.number(),
                appeal.code(),
                page.say(line.state()),
                page.named(now.unit()),
                now.dueAt() == null ? "" : page.moment(now.dueAt()));
    }

    private String show(Acting acting, Page page, Form form, Model model) {
        if (form.value(KEY).isEmpty()) {
            form.with(KEY, UUID.randomUUID().toString());
        }
        String words = form.value(WORDS);
        Calls.Hints hints = words.isEmpty() ? null : calls.hints(words, acting);
        if (hints != null
                && form.value(CATEGORY).isEmpty()
                && !hints.categories().isEmpty()) {
            form.with(CATEGORY, hints.categories().getFirst().category());
        }
        model.addAttribute("form", form);
        model.addAttribute("firms", firms(form));
        model.addAttribute(
                "caller", chosen(form).map(firm -> caller(page, firm)).orElse(null));
        model.addAttribute("hints", hints == null ? null : hints(page, hints, form));
        model.addAttribute("categories", SeatPages.categories(page, catalogue));
        return "jte:appeals/call";
    }

    private Optional<Enterprise> chosen(Form form) {
        String code = form.value(CODE);
        return code.isEmpty() || CreditCode.faultIn(code).isPresent()
                ? Optional.empty()
                : enterprises.find(new CreditCode(code));
    }

    /// Those that may be meant; one that alone fits is chosen.
    private List<Option> firms(Form form) {
        String typed = form.value(FIRM);
        if (typed.isEmpty()) {
            return List.of();
        }
        List<Enterprise> found = enterprises.search(new Enterprises.Wanted(typed, null, null), 0, MOST_FIRMS);
        if (found.size() == 1 && form.value(CODE).isEmpty()) {
            form.with(CODE, found.getFirst().creditCode().value());
        }
        return found.stream()
                .map(firm -> Option.of(
                        firm.creditCode().value(),
                        Words.same(firm.name() + "　" + firm.creditCode().value())))
                .toList();
    }

    private CallView.Caller caller(Page page, Enterprise firm) {
        Calls.Caller caller = calls.caller(firm.creditCode());
        return new CallView.Caller(
                firm.name(),
                page.number(caller.open()),
                page.number(caller.year()),
                caller.latest().stream()
                        .map(line -> new SeatRow(
                                line.appeal().number(),
                                line.appeal().title(),
                                page.say(line.state()),
                                page.moment(line.appeal().at()),
                                ""))
                        .toList());
    }

    private CallView.Hints hints(Page page, Calls.Hints hints, Form form) {
        AppealCatalogue.Leaf leaf = catalogue.leaf(form.value(CATEGORY)).orElse(null);
        AppealCatalogue.LegalRoute route = hints.route();
        return new CallView.Hints(
                hints.categories().stream()
                        .map(each -> page.say(catalogue.categoryName(each.category())) + " "
                                + page.percent(
                                        BigDecimal.valueOf(each.confidence()).setScale(2, RoundingMode.HALF_UP)))
                        .toList(),
                route == null ? null : page.say(route.tell()),
                hints.alike().stream()
                        .map(each -> new SeatRow(
                                each.appeal().number(),
                                each.appeal().title(),
                                page.named(each.unit()),
                                page.moment(each.appeal().at()),
                                page.percent(BigDecimal.valueOf(each.likeness()).setScale(2, RoundingMode.HALF_UP))))
                        .toList(),
                hints.answers(),
                leaf == null ? "" : page.named(leaf.unit()),
                leaf == null
                        ? ""
                        : catalogue
                                .type(leaf.type())
                                .map(type -> page.quantity(type.workingDays(), "个工作日", "working days"))
                                .orElse(""));
    }

    @PostMapping
    String take(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        String act = form.value("act");
        if (act.equals("look")) {
            return show(acting, page, form, model);
        }
        End end = end(form, act);
        check(form, end);
        Taken taken = form.hasFaults() ? null : calls.take(what(form), end, acting);
        switch (taken) {
            case Taken.Done(Appeal _, String key) -> {
                return "redirect:/seat/call?taken=" + key;
            }
            case Taken.Elsewhere(AppealCatalogue.LegalRoute route) ->
                form.reject(
                        WORDS,
                        new Words("按规定走：" + route.tell().zh(), route.tell().en()));
            case Taken.Refused(var why) ->
                form.reject(end instanceof End.Merge ? INTO : ANSWER, SeatWords.refused(end, why));
            case null -> {}
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(acting, page, form, model);
    }

    private static End end(Form form, String act) {
        if (act.startsWith(INTO + "-")) {
            return new End.Merge(act.substring(INTO.length() + 1));
        }
        return act.equals(ANSWER) ? new End.Answer(form.value(ANSWER)) : new End.Dispatch();
    }

    private void check(Form form, End end) {
        form.limit(WORDS, NewAppeal.LONGEST_WORDS);
        form.limit(PLACE, NewAppeal.LONGEST_PLACE);
        form.limit(WHO, NewAppeal.LONGEST_WHO);
        if (form.value(WHO).isEmpty() && chosen(form).isEmpty()) {
            form.reject(WHO, "写怎么称呼、回电打哪个号码，或者选是哪一家企业", "Say who it is and where to call back, or choose the firm");
        }
        if (form.value(WORDS).isEmpty()) {
            form.reject(WORDS, "写什么事", "Say what it is about");
        }
        if (form.value(PLACE).isEmpty()) {
            form.reject(PLACE, "写发生在哪里，街道或者路口就行", "Say where; a street or a corner is enough");
        }
        if (catalogue.leaf(form.value(CATEGORY)).isEmpty()) {
            form.reject(CATEGORY, "选类别", "Choose the category");
        }
        if (end instanceof End.Answer && form.value(ANSWER).isEmpty()) {
            form.reject(ANSWER, "写您怎么答的", "Say what you answered");
        }
    }

    private NewAppeal what(Form form) {
        @Nullable CreditCode firm = chosen(form).map(Enterprise::creditCode).orElse(null);
        Reporter reporter = new Reporter(
                form.value(WHO), firm, null, !form.value("confidential").isEmpty());
        String key = form.value(KEY).matches("[0-9a-f-]{36}")
                ? form.value(KEY)
                : UUID.randomUUID().toString();
        return new NewAppeal(
                key, Channel.CALL, form.value(WORDS), form.value(PLACE), null, reporter, form.value(CATEGORY), false);
    }
}
