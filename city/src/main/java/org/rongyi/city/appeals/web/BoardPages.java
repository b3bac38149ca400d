package org.rongyi.city.appeals.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.appeals.AppealBoard;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.AppealTopics;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How appeals are answered, for everybody: each rate with its count, nothing for fewer than ten.
@Controller
class BoardPages {
    private static final int DAYS = 90;
    private static final int MOST_TOPICS = 8;
    private static final int MOST_LOOKED_AT = 20;

    private final CountedBoard board;
    private final AppealTopics topics;
    private final Appeals appeals;
    private final AppealCatalogue catalogue;
    private final BoardPlaces places;

    BoardPages(
            CountedBoard board, AppealTopics topics, Appeals appeals, AppealCatalogue catalogue, BoardPlaces places) {
        this.board = board;
        this.topics = topics;
        this.appeals = appeals;
        this.catalogue = catalogue;
        this.places = places;
    }

    @GetMapping("/appeals/board")
    String board(Page page, Model model) {
        CountedBoard.Counted counted = board.since(page.today().minusDays(DAYS));
        AppealBoard.Report report = counted.report();
        AppealTopics.Emerging emerging = topics.emerging();
        model.addAttribute("since", page.day(report.since()));
        model.addAttribute("received", BoardRows.all(page, report.all()).received());
        model.addAttribute("all", BoardRows.all(page, report.all()));
        model.addAttribute("units", BoardRows.of(page, report.units(), line -> page.named(line.name())));
        model.addAttribute(
                "categories",
                BoardRows.of(
                        page,
                        report.categories(),
                        line -> page.say(catalogue.categoryName(line.name().isEmpty() ? null : line.name()))));
        model.addAttribute(
                "where", report.all().received() < AppealBoard.FEWEST ? null : places.where(page, counted.districts()));
        model.addAttribute("able", emerging.able() && emerging.whole() && emerging.enough());
        model.addAttribute("topics", topics(page, emerging.topics()));
        return "jte:appeals/board";
    }

    /// Those that so many say that nobody is pointed at.
    private List<BoardTopic> topics(Page page, List<AppealTopics.Topic> all) {
        List<AppealTopics.Topic> many = all.stream()
                .filter(topic -> topic.voices() >= AppealBoard.FEWEST)
                .limit(MOST_TOPICS)
                .toList();
        Map<String, String> categories = categories(many);
        return many.stream()
                .flatMap(topic -> category(topic, categories).map(code -> topic(page, topic, code)).stream())
                .toList();
    }

    /// By number, of those that have one; asked for once.
    private Map<String, String> categories(List<AppealTopics.Topic> topics) {
        Map<String, String> categories = new HashMap<>();
        List<String> numbers = topics.stream()
                .flatMap(topic -> topic.numbers().stream().limit(MOST_LOOKED_AT))
                .distinct()
                .toList();
        for (Appeals.Line line : appeals.linesOf(numbers)) {
            String category = line.appeal().category();
            if (category != null) {
                categories.put(line.appeal().number(), category);
            }
        }
        return categories;
    }

    /// The one that most of its voices have; of equal ones the one that came first.
    static Optional<String> category(AppealTopics.Topic topic, Map<String, String> categories) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String number : topic.numbers()) {
            String category = categories.get(number);
            if (category != null) {
                counts.merge(category, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey);
    }

    private BoardTopic topic(Page page, AppealTopics.Topic topic, String category) {
        LeaderAppealView.TopicRow row = LeaderAppealView.topic(
                page, topic, page.say(catalogue.categoryName(category)), places.district(page, topic.area()));
        return new BoardTopic(row.title(), row.place(), row.voices(), row.usual(), row.days());
    }
}
