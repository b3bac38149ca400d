package org.rongyi.city.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.ReviewRecord;
import org.rongyi.city.cases.CaseProgress;
import org.rongyi.city.cases.CaseProgress.OfItem;
import org.rongyi.city.cases.CaseProgress.OfUnit;
import org.rongyi.city.cases.CaseProgress.Report;
import org.rongyi.city.cases.Ratings;
import org.rongyi.city.desk.web.ProgressView.Figure;
import org.rongyi.city.desk.web.ProgressView.Promise;
import org.rongyi.city.desk.web.ProgressView.Rated;
import org.rongyi.city.ui.Bars;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// How departments keep what they promise, for leaders.
@Controller
@RequestMapping("/leader/progress")
class ProgressPages {
    private static final int DAYS = 90;
    private static final int MOST_ITEMS = 20;

    private final CaseProgress progress;
    private final Ratings ratings;
    private final ReviewRecord review;

    ProgressPages(CaseProgress progress, Ratings ratings, ReviewRecord review) {
        this.progress = progress;
        this.ratings = ratings;
        this.review = review;
    }

    @GetMapping
    String overview(Page page, Model model) {
        Report report = progress.report(since(page));
        model.addAttribute("view", view(page, report));
        return "jte:desk/progress";
    }

    private static LocalDate since(Page page) {
        return page.today().minusDays(DAYS);
    }

    private ProgressView view(Page page, Report report) {
        return new ProgressView(
                page.date(report.since()),
                figures(page, report),
                weeks(page, report),
                closed(page, report),
                open(page, report),
                corrected(page, report),
                promises(page, report),
                rated(page, report.since()),
                review(page));
    }

    private static Bars weeks(Page page, Report report) {
        return new Bars(
                page.say("每周办结：按时和超时", "Closed in each week: in time and late"),
                page.say("这一周从", "Week from"),
                series(page),
                report.weeks().stream()
                        .map(week -> new Bars.Bar(
                                page.day(week.monday()), null, List.of((long) week.inTime(), (long) week.late())))
                        .toList());
    }

    private static List<Bars.Series> series(Page page) {
        return List.of(
                new Bars.Series(page.say("按时", "In time"), "b-yes"), new Bars.Series(page.say("超时", "Late"), "b-late"));
    }

    private List<Rated> rated(Page page, LocalDate since) {
        return ratings.since(since).stream()
                .limit(MOST_ITEMS)
                .map(title -> new Rated(
                        page.named(title.title()),
                        page.number(title.ratings()),
                        page.number(title.average()),
                        page.number(title.bad()),
                        percent(title.average().doubleValue(), Ratings.MOST_STARS)))
                .toList();
    }

    /// Empty where no rule has found anything and nothing had to be corrected.
    private List<Figure> review(Page page) {
        List<ReviewRecord.Found> found = review.found();
        List<ReviewRecord.Corrected> corrected = review.corrected();
        if (found.isEmpty() && corrected.isEmpty()) {
            return List.of();
        }
        int findings = found.stream().mapToInt(ReviewRecord.Found::findings).sum();
        int right = found.stream().mapToInt(ReviewRecord.Found::confirmed).sum();
        int corrections =
                corrected.stream().mapToInt(ReviewRecord.Corrected::corrections).sum();
        int foreseen =
                corrected.stream().mapToInt(ReviewRecord.Corrected::foreseen).sum();
        return List.of(
                new Figure(
                        page.say("预审说了的，说对", "Found, and right"),
                        findings == 0 ? "–" : page.percent(share(right, findings)),
                        "",
                        page.say(
                                page.number(findings) + " 条意见，后来真要改的 " + page.number(right) + " 条",
                                page.number(findings) + " findings, " + page.number(right) + " corrected afterwards")),
                new Figure(
                        page.say("部门要改的，预审说到", "Corrected, and foreseen"),
                        corrections == 0 ? "–" : page.percent(share(foreseen, corrections)),
                        "",
                        page.say(
                                page.number(corrections) + " 处补正，事先说到 " + page.number(foreseen) + " 处",
                                page.number(corrections) + " corrections, " + page.number(foreseen) + " foreseen")));
    }

    private static List<Figure> figures(Page page, Report report) {
        int closed = report.inTime() + report.late();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                page.say("在办", "Open"), page.number(report.open()), page.say("件", ""), page.say("现在", "now")));
        figures.add(new Figure(
                page.say("其中逾期", "Overdue"),
                page.number(report.overdue()),
                page.say("件", ""),
                page.say("时限已过，还没办", "a clock has run out")));
        figures.add(new Figure(
                page.say("按时办结", "Closed in time"),
                closed == 0 ? "–" : page.percent(share(report.inTime(), closed)),
                "",
                page.say(
                        "办结 " + page.number(closed) + " 件，" + page.number(report.late()) + " 件超时",
                        page.number(closed) + " closed, " + page.number(report.late()) + " of them late")));
        figures.add(new Figure(
                page.say("要过补正", "Corrections asked"),
                closed == 0 ? "–" : page.percent(share(report.corrected(), closed)),
                "",
                page.say(page.number(report.corrected()) + " 件", page.number(report.corrected()) + " cases")));
        return figures;
    }

    private static BigDecimal share(int part, int of) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_UP);
    }

    private Bars closed(Page page, Report report) {
        return bars(
                page,
                report,
                page.say("办结：按时和超时", "Closed: in time and late"),
                series(page),
                OfUnit::closed,
                List.of(OfUnit::inTime, OfUnit::late));
    }

    private Bars open(Page page, Report report) {
        return bars(
                page,
                report,
                page.say("在办：没到期和逾期", "Open: within the limit and overdue"),
                List.of(
                        new Bars.Series(page.say("没到期", "Within"), "b-yes"),
                        new Bars.Series(page.say("逾期", "Overdue"), "b-late")),
                OfUnit::open,
                List.of(unit -> unit.open() - unit.overdue(), OfUnit::overdue));
    }

    private Bars corrected(Page page, Report report) {
        return bars(
                page,
                report,
                page.say("办结：要过补正的", "Closed: corrections asked"),
                List.of(
                        new Bars.Series(page.say("没要补正", "None asked"), "b-no"),
                        new Bars.Series(page.say("要过补正", "Asked"), "b-ask")),
                OfUnit::closed,
                List.of(unit -> unit.closed() - unit.corrected(), OfUnit::corrected));
    }

    private Bars bars(
            Page page,
            Report report,
            String caption,
            List<Bars.Series> series,
            ToIntFunction<OfUnit> has,
            List<ToIntFunction<OfUnit>> parts) {
        return new Bars(
                caption,
                page.say("部门", "Department"),
                series,
                report.units().stream()
                        .filter(unit -> has.applyAsInt(unit) > 0)
                        .map(unit -> new Bars.Bar(
                                page.named(unit.unit()),
                                null,
                                parts.stream()
                                        .<@Nullable Long>map(part -> (long) part.applyAsInt(unit))
                                        .toList()))
                        .toList());
    }

    private List<Promise> promises(Page page, Report report) {
        int longest = report.items().stream().mapToInt(OfItem::allowed).max().orElse(1);
        return report.items().stream()
                .limit(MOST_ITEMS)
                .map(item -> {
                    BigDecimal used = item.used();
                    return new Promise(
                            page.named(item.title()),
                            page.say(item.clock()),
                            page.number(item.closed()),
                            page.number(item.allowed()),
                            page.number(item.promised()),
                            used == null ? page.say("算不出", "unknown") : page.number(used),
                            percent(item.allowed(), longest),
                            percent(item.promised().doubleValue(), longest),
                            used == null ? 0 : percent(used.doubleValue(), longest));
                })
                .toList();
    }

    private static double percent(double days, int longest) {
        return Math.min(100, Math.round(days * 1000 / longest) / 10.0);
    }

    @GetMapping("/{table}.csv")
    void file(@PathVariable String table, Page page, HttpServletResponse response) throws IOException {
        String name = table + "-" + page.today() + ".csv";
        switch (table) {
            case "departments" -> departments(page, CsvTable.download(response, name));
            case "items" -> items(page, CsvTable.download(response, name));
            case "weeks" -> weeks(page, CsvTable.download(response, name));
            case "ratings" -> ratings(page, CsvTable.download(response, name));
            default -> response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    private void departments(Page page, CsvTable csv) {
        csv.row(List.of(
                page.say("部门", "Department"),
                page.say("在办", "Open"),
                page.say("其中逾期", "Overdue"),
                page.say("按时办结", "Closed in time"),
                page.say("超时办结", "Closed late"),
                page.say("要过补正", "Corrections asked")));
        progress.report(since(page))
                .units()
                .forEach(unit -> csv.row(List.of(
                        page.named(unit.unit()),
                        Integer.toString(unit.open()),
                        Integer.toString(unit.overdue()),
                        Integer.toString(unit.inTime()),
                        Integer.toString(unit.late()),
                        Integer.toString(unit.corrected()))));
    }

    private void items(Page page, CsvTable csv) {
        csv.row(List.of(
                page.say("事项", "Item"),
                page.say("时限", "Clock"),
                page.say("办结", "Closed"),
                page.say("法定（工作日）", "Allowed (working days)"),
                page.say("承诺", "Promised"),
                page.say("实际", "Used")));
        progress.report(since(page)).items().forEach(item -> {
            BigDecimal used = item.used();
            csv.row(List.of(
                    page.named(item.title()),
                    page.say(item.clock()),
                    Integer.toString(item.closed()),
                    Integer.toString(item.allowed()),
                    item.promised().toPlainString(),
                    used == null ? "" : used.toPlainString()));
        });
    }

    private void weeks(Page page, CsvTable csv) {
        csv.row(List.of(
                page.say("这一周从", "Week from"), page.say("按时办结", "Closed in time"), page.say("超时办结", "Closed late")));
        progress.report(since(page))
                .weeks()
                .forEach(week -> csv.row(List.of(
                        week.monday().toString(), Integer.toString(week.inTime()), Integer.toString(week.late()))));
    }

    private void ratings(Page page, CsvTable csv) {
        csv.row(List.of(
                page.say("事项", "Item"),
                page.say("评价", "Ratings"),
                page.say("平均分", "Average"),
                page.say("其中差评", "Bad ones")));
        ratings.since(since(page))
                .forEach(title -> csv.row(List.of(
                        page.named(title.title()),
                        Integer.toString(title.ratings()),
                        title.average().toPlainString(),
                        Integer.toString(title.bad()))));
    }
}
