package org.rongyi.city.utilities.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.CityMap;
import org.rongyi.city.ui.CityMaps;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SmallCounts;
import org.rongyi.city.utilities.ConnectionFigures;
import org.rongyi.city.utilities.ConnectionFigures.OfArea;
import org.rongyi.city.utilities.ConnectionFigures.OfUtility;
import org.rongyi.city.utilities.ConnectionFigures.Report;
import org.rongyi.city.utilities.web.LeaderUtilityView.Figure;
import org.rongyi.city.utilities.web.LeaderUtilityView.Line;
import org.rongyi.city.utilities.web.LeaderUtilityView.Place;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Connections as leaders need them: how often a firm is visited, how long each operator takes, and where.
@Controller
class LeaderUtilityPages {
    private static final int MONTHS = 12;
    private static final BigDecimal AIM = BigDecimal.ONE;

    private final ConnectionFigures figures;
    private final ConnectionViews views;
    private final CityMaps maps;

    LeaderUtilityPages(ConnectionFigures figures, ConnectionViews views, CityMaps maps) {
        this.figures = figures;
        this.views = views;
        this.maps = maps;
    }

    @GetMapping("/leader/utilities")
    String figures(Page page, Model model) {
        LocalDate since = page.today().minusMonths(MONTHS);
        Report report = figures.since(since);
        List<List<@Nullable Long>> places = SmallCounts.hide(
                report.areas().stream()
                        .map(area -> List.of((long) area.applications(), (long) area.visitsAhead()))
                        .toList(),
                false);
        model.addAttribute(
                "view",
                new LeaderUtilityView(
                        page.date(since),
                        figures(page, report),
                        lines(page, report.utilities()),
                        places(page, report.areas(), places),
                        map(page, report.areas(), places)));
        return "jte:utilities/leader";
    }

    private static List<Figure> figures(Page page, Report report) {
        BigDecimal each = report.visitsEach();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                page.say("一件上门几次", "Visits for each"),
                each == null ? "–" : few(report.surveyed()) ? page.count(null) : page.number(each),
                visits(page, report, each)));
        boolean some = few(report.applications());
        figures.add(new Figure(
                page.say("报装", "Applications"),
                some ? page.count(null) : page.number(report.applications()),
                page.say("件", "handed in")));
        boolean hidden = some || few(report.joint()) || few(report.applications() - report.joint());
        figures.add(new Figure(
                page.say("一次报几样", "Joint"),
                report.applications() == 0
                        ? "–"
                        : hidden
                                ? page.count(null)
                                : page.percent(BigDecimal.valueOf(report.joint())
                                        .divide(BigDecimal.valueOf(report.applications()), 3, RoundingMode.HALF_UP)),
                hidden
                        ? page.say("报了两样以上的", "for two connections or more")
                        : page.say(report.joint() + " 件报了两样以上", report.joint() + " for two connections or more")));
        return figures;
    }

    /// One or two point at somebody, also when they are all that there are.
    private static boolean few(int count) {
        return SmallCounts.hideIn(List.of((long) count)).getFirst() == null;
    }

    private static String visits(Page page, Report report, @Nullable BigDecimal each) {
        if (each == null) {
            return page.say("目标 1 次；还没有踏勘完的", "the aim is 1; none was surveyed yet");
        }
        if (few(report.surveyed())) {
            return page.say("目标 1 次；踏勘完的不到 3 件", "the aim is 1; fewer than 3 were surveyed");
        }
        return (each.compareTo(AIM) > 0
                        ? page.say("比目标 1 次多；", "more than the aim of 1; ")
                        : page.say("目标 1 次；", "the aim is 1; "))
                + page.say(
                        "踏勘完的 " + report.surveyed() + " 件，上门 " + report.visits() + " 次",
                        report.visits() + " visits for " + report.surveyed() + " that were surveyed");
    }

    /// The middle of one or two is the time of one firm: it is shown no more than how many they are.
    private List<Line> lines(Page page, List<OfUtility> utilities) {
        List<List<@Nullable Long>> counts = SmallCounts.hide(
                utilities.stream()
                        .map(each -> List.of(
                                (long) each.requests(),
                                (long) each.supplied(),
                                (long) each.refused(),
                                (long) each.planned(),
                                (long) each.permitted()))
                        .toList(),
                false);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < utilities.size(); i++) {
            OfUtility each = utilities.get(i);
            List<@Nullable Long> shown = counts.get(i);
            lines.add(new Line(
                    views.name(page, each.utility()),
                    page.count(shown.getFirst()),
                    page.count(shown.get(1)),
                    page.count(shown.get(2)),
                    days(page, each.daysToPlan(), shown.get(3) != null),
                    days(page, each.permitDays(), shown.get(4) != null),
                    days(page, each.daysToSupply(), shown.get(1) != null)));
        }
        return lines;
    }

    private static String days(Page page, @Nullable Double days, boolean shown) {
        if (days == null) {
            return "–";
        }
        return shown
                ? page.number(BigDecimal.valueOf(days).setScale(1, RoundingMode.HALF_UP)) + page.say(" 天", " days")
                : page.count(null);
    }

    private List<Place> places(Page page, List<OfArea> all, List<List<@Nullable Long>> counts) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            places.add(new Place(
                    views.district(page, all.get(i).area()),
                    page.count(counts.get(i).getFirst()),
                    page.count(counts.get(i).get(1))));
        }
        return places;
    }

    /// Null where it is too few in each district to be told.
    private @Nullable CityMap map(Page page, List<OfArea> all, List<List<@Nullable Long>> counts) {
        Map<String, @Nullable Long> applications = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            applications.put(all.get(i).area(), counts.get(i).getFirst());
        }
        boolean told = applications.values().stream().anyMatch(Objects::nonNull);
        return told ? maps.draw(page, applications, code -> views.district(page, code), page.count(null)) : null;
    }
}
