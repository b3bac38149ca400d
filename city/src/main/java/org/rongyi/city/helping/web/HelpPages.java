package org.rongyi.city.helping.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Applications;
import org.rongyi.city.applications.SharedDrafts.Scope;
import org.rongyi.city.applications.SharedDrafts.Sharing;
import org.rongyi.city.helping.Asking;
import org.rongyi.city.helping.Help;
import org.rongyi.city.helping.Help.Side;
import org.rongyi.city.helping.HelpRatings;
import org.rongyi.city.helping.Helps;
import org.rongyi.city.helping.NewHelp;
import org.rongyi.city.helping.Talks;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Help, for whoever asks: ask, talk, let the helper into a draft and take it back, end it.
@Controller
class HelpPages {
    private static final String WORDS = "words";
    private static final String DRAFT = "draft";
    private static final String STARS_FIELD = "stars";
    private static final String WHY = "why";
    private static final List<Option> STARS = List.of(
            Option.of("5", "帮上大忙", "A great help"),
            Option.of("4", "帮上了", "A help"),
            Option.of("3", "一般", "So-so"),
            Option.of("2", "没怎么帮上", "Of little help"),
            Option.of("1", "没帮上", "No help"));
    private static final Map<String, Duration> SPANS = Map.of(
            "1", Duration.ofDays(1), "3", Duration.ofDays(3), "7", Duration.ofDays(7), "14", Duration.ofDays(14));

    private final Helps helps;
    private final HelpRatings ratings;
    private final Talks talks;
    private final Applications applications;
    private final HelpViews views;
    private final Clock clock;

    HelpPages(Helps helps, HelpRatings ratings, Talks talks, Applications applications, HelpViews views, Clock clock) {
        this.helps = helps;
        this.ratings = ratings;
        this.talks = talks;
        this.applications = applications;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/helpers")
    String helpers(Page page, Model model) {
        HelpRatings.Rated rated = ratings.lately();
        Double mean = rated.mean();
        model.addAttribute("helpers", helps.helpers());
        model.addAttribute("rated", mean == null ? null : views.rated(page, rated.ratings(), mean));
        return "jte:helping/helpers";
    }

    @GetMapping("/help")
    String list(Acting acting, Page page, Model model) {
        model.addAttribute(
                "rows",
                helps.of(acting).stream()
                        .map(line -> views.row(page, line, Side.ASKER))
                        .toList());
        return "jte:helping/list";
    }

    @GetMapping("/help/new")
    String ask(
            Acting acting,
            Page page,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String journey,
            @RequestParam(defaultValue = "") String draft,
            Model model) {
        Form form = Form.empty()
                .with("item", item)
                .with("journey", journey)
                .with(DRAFT, draft)
                .with("key", UUID.randomUUID().toString());
        return ask(acting, page, form, model);
    }

    private String ask(Acting acting, Page page, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("about", about(acting, page, form));
        return "jte:helping/new";
    }

    private @Nullable String about(Acting acting, Page page, Form form) {
        Long draft = number(form.value(DRAFT));
        if (draft != null) {
            return drafts(acting).stream()
                    .filter(each -> each.id() == draft)
                    .map(each -> page.say(each.journey().name()))
                    .findFirst()
                    .orElse(null);
        }
        return form.value("item").isEmpty()
                ? views.about(page, Help.About.JOURNEY, form.value("journey"))
                : views.about(page, Help.About.ITEM, form.value("item"));
    }

    private List<Application> drafts(Acting acting) {
        return applications.of(acting).stream()
                .map(Applications.Tracked::application)
                .filter(each -> each.draft() && each.account().equals(acting.account()))
                .filter(each -> each.firm() == null || isActedFor(acting, each.firm()))
                .toList();
    }

    private static boolean isActedFor(Acting acting, CreditCode firm) {
        Mandate mandate = acting.mandate();
        return mandate != null && mandate.firm().equals(firm) && mandate.allows(Mandate.Purpose.APPLY);
    }

    private static @Nullable Long number(String sent) {
        return sent.matches("\\d{1,18}") ? Long.valueOf(sent) : null;
    }

    @PostMapping("/help")
    String asked(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        String key = form.value("key");
        NewHelp what = new NewHelp(
                key.isEmpty() || key.length() > NewHelp.LONGEST_KEY
                        ? UUID.randomUUID().toString()
                        : key,
                form.value("item"),
                form.value("journey"),
                number(form.value(DRAFT)),
                form.value(WORDS));
        return switch (helps.ask(what, acting)) {
            case Asking.Named(Help help) -> "redirect:/help/" + help.id();
            case Asking.Refused(Asking.Fault fault) -> {
                form.reject(WORDS, said(fault));
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield ask(acting, page, form, model);
            }
        };
    }

    private static Words said(Asking.Fault fault) {
        return switch (fault) {
            case WORDS ->
                new Words(
                        "写哪里卡住了，1 到 " + Help.LONGEST_WORDS + " 个字",
                        "Say where you are stuck, 1 to " + Help.LONGEST_WORDS + " characters");
            case MAY_NOT ->
                new Words(
                        "您的授权里没有“申请”这一项，请企业负责人来问，或者给您授权",
                        "Your mandate does not cover applying: let the firm's head ask, or extend it");
            case NO_SUCH_DRAFT -> new Words("这份申请不在您名下，或者已经提交", "That application is not yours, or is handed in");
            case NO_HELPER ->
                new Words(
                        "现在没有帮办员；请打热线，或者提一条诉求",
                        "There is no helper now: call the hotline, or bring it up as an appeal");
        };
    }

    @GetMapping("/help/{id}")
    String one(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        return one(acting, page, id, Form.empty().with("span", "3"), done, response, model);
    }

    private String one(
            Acting acting, Page page, long id, Form form, String done, HttpServletResponse response, Model model) {
        Optional<Help> found = helps.find(id, acting);
        if (found.isEmpty()) {
            return missing(response, model);
        }
        Help help = found.get();
        List<Application> drafts = drafts(acting);
        if (help.draft() != null && form.value(DRAFT).isEmpty()) {
            form.with(DRAFT, help.draft().toString());
        }
        model.addAttribute("view", views.view(page, help, helps.read(help, acting), Side.ASKER, acting));
        model.addAttribute("helper", help.helper());
        model.addAttribute("rating", ratings.of(help).orElse(null));
        model.addAttribute("stars", STARS);
        model.addAttribute("may", help.firm() == null || acting.may(Mandate.Purpose.APPLY));
        model.addAttribute(
                "drafts",
                drafts.stream()
                        .map(each -> new Option(
                                Long.toString(each.id()),
                                new Words(
                                        each.journey().name().zh() + "（" + each.id() + "）",
                                        each.journey().name().en() + " (" + each.id() + ")"),
                                null))
                        .toList());
        model.addAttribute(
                "leaves",
                helps.shares(help, acting).stream()
                        .map(share -> views.leave(page, share, Side.ASKER))
                        .toList());
        model.addAttribute(
                "looks",
                helps.looks(help).stream()
                        .map(look -> page.moment(look.at())
                                + page.say("，", ", ")
                                + look.name()
                                + page.say("，", ", ")
                                + page.named(look.department()))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("done", done);
        return "jte:helping/one";
    }

    @GetMapping("/help/{id}/talk")
    String talk(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<Help> help = helps.find(id, acting);
        if (help.isEmpty()) {
            return missing(response, model);
        }
        model.addAttribute("messages", views.messages(page, helps.read(help.get(), acting), acting));
        return "jte:helping/messages";
    }

    @GetMapping("/help/{id}/live")
    ResponseEntity<SseEmitter> live(
            Acting acting,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long last) {
        return live(
                talks,
                helps.find(id, acting),
                Math.max(after, last),
                () -> helps.find(id, acting).isPresent());
    }

    /// A browser that gets anything but 200 does not come back.
    static ResponseEntity<SseEmitter> live(Talks talks, Optional<Help> help, long after, BooleanSupplier still) {
        return help.isEmpty()
                ? ResponseEntity.notFound().build()
                : talks.watch(help.get().id(), after, still)
                        .map(page -> ResponseEntity.ok()
                                .header("Cache-Control", "no-store")
                                .header("X-Accel-Buffering", "no")
                                .body(page))
                        .orElse(ResponseEntity.noContent().build());
    }

    @PostMapping("/help/{id}/say")
    String say(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        if (helps.say(id, form.value(WORDS), acting)) {
            return "redirect:/help/" + id + "#say";
        }
        form.reject(WORDS, notSaid());
        return again(acting, page, id, form, response, model);
    }

    static Words notSaid() {
        return new Words("写 1 到 2,000 个字", "Write 1 to 2,000 characters");
    }

    private String again(Acting acting, Page page, long id, Form form, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return one(acting, page, id, form, "", response, model);
    }

    @PostMapping("/help/{id}/let")
    String let(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Long draft = number(form.value(DRAFT));
        Duration span = SPANS.get(form.value("span"));
        if (draft == null) {
            form.reject(DRAFT, "选一份申请", "Choose an application");
        }
        if (span == null) {
            form.reject("span", "选到什么时候", "Choose until when");
        }
        Scope scope = Arrays.stream(Scope.values())
                .filter(each -> each.name().equals(form.value("scope")))
                .findFirst()
                .orElse(null);
        if (scope == null) {
            form.reject("scope", "选能做什么", "Choose what they may do");
        }
        if (draft == null || span == null || scope == null) {
            return again(acting, page, id, form, response, model);
        }
        return switch (helps.let(id, draft, scope, clock.instant().plus(span), form.value("helper"), acting)) {
            case Sharing.Shared _ -> "redirect:/help/" + id + "?done=let";
            case Sharing.Refused(Sharing.Fault fault) -> {
                if (fault == Sharing.Fault.NO_HELPER) {
                    form.reject(
                            DRAFT,
                            "帮您的人换了，或者不再帮办：先看清名字，再授权",
                            "Your helper has changed, or helps no longer: read the name first, then let them in");
                } else {
                    form.reject(DRAFT, "这份申请不在您名下，或者已经提交", "That application is not yours, or is handed in");
                }
                yield again(acting, page, id, form, response, model);
            }
        };
    }

    @PostMapping("/help/{id}/leaves/{leave}/end")
    String takeBack(Acting acting, @PathVariable long id, @PathVariable long leave) {
        helps.takeBack(id, leave, acting);
        return "redirect:/help/" + id + "?done=back";
    }

    @PostMapping("/help/{id}/close")
    String close(Acting acting, @PathVariable long id) {
        helps.close(id, acting);
        return "redirect:/help/" + id + "?done=closed";
    }

    @PostMapping("/help/{id}/rating")
    String rate(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        String stars = form.value(STARS_FIELD);
        if (STARS.stream().noneMatch(each -> each.value().equals(stars))) {
            form.reject(STARS_FIELD, "选一个", "Choose one");
        }
        form.limit(WHY, Help.Rating.LONGEST);
        if (form.hasFaults()) {
            return again(acting, page, id, form, response, model);
        }
        boolean rated = ratings.rate(id, new Help.Rating(Integer.parseInt(stars), form.value(WHY)), acting);
        return "redirect:/help/" + id + (rated ? "?done=rated" : "?done=late");
    }

    static String missing(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words(
                                "没有这次帮办，或者它不归您现在的身份。",
                                "There is no such talk, or it is not yours as whom you act now."),
                        new Words("如果您为几家企业办事，先换一个身份。", "If you act for several firms, change identity first."),
                        Link.of("首页", "Front page", "/")));
        return "jte:ui/error";
    }
}
