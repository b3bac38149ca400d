package org.rongyi.city.appeals.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealBoard;
import org.rongyi.city.appeals.AppealBoard.Advised;
import org.rongyi.city.appeals.AppealBoard.InHand;
import org.rongyi.city.appeals.AppealBoard.Late;
import org.rongyi.city.appeals.AppealSeasons;
import org.rongyi.city.appeals.AppealTopics;
import org.rongyi.city.appeals.AppealTopics.Topic;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.ChangeRequests;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;

/// The leaders' page of appeals, in the language of the page.
public final class LeaderAppealView {
    private LeaderAppealView() {}

    public record Figure(String name, String figure, String note) {}

    public record Unit(String name, String open, String overdue, String raised, boolean late) {}

    public record LateRow(String number, String title, String unit, String due, String level) {}

    public record TopicRow(String number, String title, String place, String days, String voices, String usual) {}

    /// @param years count of the weeks and what is usual, by year
    /// @param said some of last year's that the reader may open
    public record SeasonRow(String name, String unit, String when, List<String> years, List<Voice> said) {}

    public record Voice(String number, String title, String at, String where, String state) {}

    /// @param changed null: the new text is still to come
    public record Change(
            String name,
            String words,
            String asked,
            String appeals,
            @Nullable String changed) {}

    /// How good suggested categories were.
    public record Advice(String category, String decided, String first, String three) {}

    /// All together first.
    static List<Advice> advice(Page page, List<Advised> advised, Function<String, String> name) {
        return Stream.concat(
                        advised.stream()
                                .reduce(Advised::plus)
                                .map(all -> advice(page, page.say("全部", "All"), all))
                                .stream(),
                        advised.stream().map(each -> advice(page, name.apply(each.category()), each)))
                .toList();
    }

    private static Advice advice(Page page, String name, Advised each) {
        return new Advice(
                name,
                page.number(each.decided()),
                share(page, each.first(), each.decided()),
                share(page, each.three(), each.decided()));
    }

    private static String share(Page page, int part, int of) {
        String counts = page.number(part) + " / " + page.number(of);
        return of < AppealBoard.FEWEST
                ? counts
                : page.percent(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), 3, RoundingMode.HALF_UP))
                        + page.say("（", " (")
                        + counts
                        + page.say("）", ")");
    }

    static List<Figure> figures(Page page, List<InHand> units, AppealBoard.Report report) {
        int open = units.stream().mapToInt(InHand::open).sum();
        int overdue = units.stream().mapToInt(InHand::overdue).sum();
        AppealBoard.Line all = report.all();
        String since = page.say("近 90 天", "in 90 days");
        return List.of(
                new Figure(page.say("部门手里", "In hand"), page.number(open), page.say("件，等答复", "to be answered")),
                new Figure(page.say("其中逾期", "Overdue"), page.number(overdue), page.say("答复时限已过", "past their date")),
                rate(page, page.say("按时答复", "Answered in time"), all.inTime(), all.answered(), since),
                rate(page, page.say("企业说解决", "Solved, firms say"), all.solved(), all.judged(), since));
    }

    private static Figure rate(Page page, String name, int part, int of, String since) {
        String share = of < AppealBoard.FEWEST
                ? "–"
                : page.percent(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), 3, RoundingMode.HALF_UP));
        return new Figure(name, share, page.number(part) + " / " + page.number(of) + page.say("，", ", ") + since);
    }

    static Unit unit(Page page, InHand unit, String name) {
        return new Unit(
                name,
                page.number(unit.open()),
                page.number(unit.overdue()),
                page.number(unit.raised()),
                unit.overdue() > 0);
    }

    static LateRow late(Page page, Late late, String title, String unit) {
        Words level = late.level();
        return new LateRow(
                late.number(), title, unit, page.moment(late.dueAt()), level == null ? "–" : page.say(level));
    }

    /// How many there are beside those that the reader may open; empty: none.
    static String others(Page page, int others) {
        return others == 0
                ? ""
                : page.say(
                        "另有 " + page.number(others) + " 件是别的部门的，不归您看。",
                        "And " + page.number(others) + " of other departments, which you may not open.");
    }

    static TopicRow topic(Page page, Topic topic, String title, String place) {
        return new TopicRow(
                topic.numbers().getFirst(),
                title,
                place,
                page.day(topic.first()) + (topic.first().equals(topic.last()) ? "" : " – " + page.day(topic.last())),
                page.number(topic.voices()),
                page.number(BigDecimal.valueOf(topic.usual()).setScale(1, RoundingMode.HALF_UP)));
    }

    static SeasonRow season(Page page, AppealSeasons.Season season, String name, String unit, List<Voice> said) {
        return new SeasonRow(
                name,
                unit,
                page.day(season.from()) + " – " + page.day(season.to().minusDays(1)),
                season.years().stream().map(year -> year(page, year)).toList(),
                said);
    }

    private static String year(Page page, AppealSeasons.Year year) {
        String usual = page.number(BigDecimal.valueOf(year.usual()).setScale(1, RoundingMode.HALF_UP));
        return page.say(
                year.year() + " 年 " + page.number(year.count()) + " 件，平时 " + usual,
                year.year() + ": " + page.number(year.count()) + ", usually " + usual);
    }

    static String read(Page page, AppealTopics.Emerging emerging) {
        if (emerging.read() == 0) {
            return "";
        }
        String number = page.number(emerging.read());
        String days = page.number(emerging.days());
        return emerging.whole()
                ? page.say("比了近 " + days + " 天的 " + number + " 件", number + " appeals of " + days + " days compared")
                : page.say("还在读，已读 " + number + " 件", "still reading, " + number + " read so far");
    }

    static Voice voice(Page page, Appeals.Line line, String title, String unit) {
        Appeal appeal = line.appeal();
        String where = appeal.reporter().confidential() ? unit : appeal.place();
        return new Voice(appeal.number(), title, page.moment(appeal.at()), where, page.say(line.state()));
    }

    static Change change(Page page, ChangeRequests.Request request) {
        return new Change(
                page.say(request.name()),
                request.words(),
                request.by() + page.say("，", ", ") + page.moment(request.at()),
                page.quantity(request.appeals(), "件诉求", "appeals"),
                request.changed());
    }
}
