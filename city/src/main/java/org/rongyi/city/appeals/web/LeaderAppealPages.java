package org.rongyi.city.appeals.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealBoard;
import org.rongyi.city.appeals.AppealBoard.InHand;
import org.rongyi.city.appeals.AppealBoard.Late;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.AppealSeasons;
import org.rongyi.city.appeals.AppealTopics;
import org.rongyi.city.appeals.AppealTopics.Topic;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.ChangeRequests;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.identity.Acting;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Appeals as leaders need them: what is late and whose, what comes up more often than usual, what has to be changed.
@Controller
@RequestMapping("/leader/appeals")
class LeaderAppealPages {
    private static final int DAYS = 90;
    private static final int MOST_LATE = 20;
    private static final int MOST_TOPICS = 12;
    private static final int MOST_SEASONS = 8;
    private static final int MOST_CHANGES = 20;
    private static final int MOST_OF_A_TOPIC = 100;
    private static final String TARGET = "target";
    private static final String WORDS = "words";

    private final AppealBoard board;
    private final AppealTopics topics;
    private final AppealSeasons seasons;
    private final ChangeRequests changes;
    private final Appeals appeals;
    private final AppealCatalogue catalogue;
    private final CaseFiles cases;
    private final LeaderVoices voices;
    private final BoardPlaces places;

    LeaderAppealPages(
            AppealBoard board,
            AppealTopics topics,
            AppealSeasons seasons,
            ChangeRequests changes,
            Appeals appeals,
            AppealCatalogue catalogue,
            CaseFiles cases,
            LeaderVoices voices,
            BoardPlaces places) {
        this.board = board;
        this.topics = topics;
        this.seasons = seasons;
        this.changes = changes;
        this.appeals = appeals;
        this.catalogue = catalogue;
        this.cases = cases;
        this.voices = voices;
        this.places = places;
    }

    @GetMapping
    String overview(Acting acting, Page page, @RequestParam(defaultValue = "") String done, Model model) {
        AppealBoard.Report report = board.report(page.today().minusDays(DAYS));
        List<InHand> units = board.inHand();
        AppealTopics.Emerging emerging = topics.emerging();
        model.addAttribute("done", done);
        model.addAttribute("figures", LeaderAppealView.figures(page, units, report));
        model.addAttribute(
                "units",
                units.stream()
                        .map(unit -> LeaderAppealView.unit(page, unit, page.named(unit.unit())))
                        .toList());
        model.addAttribute("late", late(acting, page));
        model.addAttribute(
                "topics",
                emerging.topics().stream()
                        .limit(MOST_TOPICS)
                        .flatMap(topic -> row(acting, page, topic).stream())
                        .toList());
        model.addAttribute(
                "seasons",
                seasons.ahead().stream()
                        .limit(MOST_SEASONS)
                        .map(season -> season(acting, page, season))
                        .toList());
        model.addAttribute("read", LeaderAppealView.read(page, emerging));
        model.addAttribute("whole", emerging.whole());
        model.addAttribute("able", emerging.able());
        model.addAttribute("enough", emerging.enough());
        model.addAttribute(
                "changes",
                changes.latest(MOST_CHANGES).stream()
                        .map(change -> LeaderAppealView.change(page, change))
                        .toList());
        model.addAttribute(
                "categories",
                BoardRows.of(
                        page,
                        report.categories(),
                        line -> page.say(catalogue.categoryName(line.name().isEmpty() ? null : line.name()))));
        model.addAttribute("own", acting.person().department());
        model.addAttribute("rates", BoardRows.of(page, report.units(), line -> page.named(line.name())));
        model.addAttribute(
                "advice",
                LeaderAppealView.advice(page, board.advised(report.since()), category -> category(page, category)));
        model.addAttribute(
                "where",
                report.all().received() < AppealBoard.FEWEST
                        ? null
                        : places.where(page, board.districts(report.since())));
        return "jte:appeals/leader";
    }

    /// Some of last year's, called as the reader may read them.
    private LeaderAppealView.SeasonRow season(Acting acting, Page page, AppealSeasons.Season season) {
        List<Appeals.Line> lines = appeals.linesOf(season.numbers());
        Set<Long> open = cases.openable(
                lines.stream().map(line -> line.appeal().caseId()).toList(), acting);
        List<LeaderAppealView.Voice> said = lines.stream()
                .map(Appeals.Line::appeal)
                .filter(each -> open.contains(each.caseId()) && !each.reporter().confidential())
                .map(each -> new LeaderAppealView.Voice(each.number(), each.title(), page.moment(each.at()), "", ""))
                .toList();
        String unit = catalogue
                .leaf(season.category())
                .map(leaf -> page.named(leaf.unit()))
                .orElse("–");
        return LeaderAppealView.season(page, season, category(page, season.category()), unit, said);
    }

    /// The longest overdue of those that the reader may open; a department's own are looked for apart, or others would
    /// take their places.
    private List<LeaderAppealView.LateRow> late(Acting acting, Page page) {
        List<Late> late = Stream.concat(
                        board.late("", MOST_LATE).stream(),
                        board.late(acting.person().department(), MOST_LATE).stream())
                .distinct()
                .sorted(Comparator.comparing(Late::dueAt).thenComparing(Late::caseId))
                .toList();
        Set<Long> open = cases.openable(late.stream().map(Late::caseId).toList(), acting);
        return late.stream()
                .filter(each -> open.contains(each.caseId()))
                .limit(MOST_LATE)
                .map(each -> LeaderAppealView.late(
                        page,
                        each,
                        each.confidential() ? category(page, each.category()) : each.title(),
                        page.named(each.unit())))
                .toList();
    }

    private String category(Page page, @Nullable String category) {
        return page.say(catalogue.categoryName(category));
    }

    /// Called as the first appeal is that the reader may open; where there is none, by what it is about.
    private Optional<LeaderAppealView.TopicRow> row(Acting acting, Page page, Topic topic) {
        Map<String, Appeal> found = new HashMap<>();
        appeals.linesOf(topic.numbers().stream().limit(MOST_OF_A_TOPIC).toList())
                .forEach(line -> found.put(line.appeal().number(), line.appeal()));
        Set<Long> open =
                cases.openable(found.values().stream().map(Appeal::caseId).toList(), acting);
        List<Appeal> all = topic.numbers().stream()
                .flatMap(number -> Optional.ofNullable(found.get(number)).stream())
                .toList();
        return all.stream().findFirst().map(first -> {
            String title = all.stream()
                    .filter(each ->
                            open.contains(each.caseId()) && !each.reporter().confidential())
                    .map(Appeal::title)
                    .findFirst()
                    .orElseGet(() -> category(page, first.category()));
            return LeaderAppealView.topic(page, topic, title, places.name(page, topic.area()));
        });
    }

    @GetMapping("/topics/{number}")
    String topic(Acting acting, Page page, @PathVariable String number, HttpServletResponse response, Model model) {
        return show(acting, page, number, Form.empty(), response, model);
    }

    private String show(Acting acting, Page page, String number, Form form, HttpServletResponse response, Model model) {
        Topic topic = topics.topic(number).stream().findFirst().orElse(null);
        Optional<LeaderAppealView.TopicRow> row = topic == null ? Optional.empty() : row(acting, page, topic);
        if (topic == null || row.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute(
                    "error",
                    PageError.notFound(
                            new Words("这件事不再比平时多。", "It no longer comes up more often than usual."),
                            new Words("看现在多起来的。", "See what does now."),
                            Link.of("回诉求总览", "Back to the appeals", "/leader/appeals")));
            return "jte:ui/error";
        }
        model.addAttribute("topic", row.get());
        LeaderVoices.Voices said = voices.of(
                acting, page, topic.numbers().stream().limit(MOST_OF_A_TOPIC).toList());
        model.addAttribute("voices", said.said());
        model.addAttribute("others", LeaderAppealView.others(page, said.others()));
        model.addAttribute(
                "targets",
                changes.targets().stream()
                        .map(target -> Option.of(target.id(), target.name()))
                        .toList());
        model.addAttribute("form", form);
        return "jte:appeals/leader-topic";
    }

    @PostMapping("/topics/{number}")
    String ask(
            Acting acting,
            Page page,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        form.limit(WORDS, ChangeRequests.LONGEST_WORDS);
        if (form.value(WORDS).isEmpty()) {
            form.reject(WORDS, "写要改什么", "Say what has to change");
        }
        if (changes.targets().stream().noneMatch(target -> target.id().equals(form.value(TARGET)))) {
            form.reject(TARGET, "选一个政策或事项", "Choose a policy or a service item");
        }
        List<String> numbers = topics.topic(number).stream()
                .flatMap(topic -> topic.numbers().stream())
                .toList();
        if (form.hasFaults() || numbers.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(acting, page, number, form, response, model);
        }
        boolean opened = changes.open(numbers, form.value(TARGET), form.value(WORDS), acting);
        return "redirect:/leader/appeals" + (opened ? "?done=asked#changes" : "");
    }
}
