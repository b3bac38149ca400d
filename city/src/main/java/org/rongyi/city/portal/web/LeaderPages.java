package org.rongyi.city.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.cases.WorkList;
import org.rongyi.city.enterprises.Census;
import org.rongyi.city.enterprises.Census.Count;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.portal.web.FrontView.Figure;
import org.rongyi.city.portal.web.LeaderView.Table;
import org.rongyi.city.ui.CityMap;
import org.rongyi.city.ui.CityMaps;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// What a leader sees: how many entities there are, where, of what kind, and how many each policy reaches.
@Controller
@RequestMapping("/leader")
class LeaderPages {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);
    private static final List<String> TABLES = List.of("districts", "sections", "types", "years", "policies");

    private final HeadCount headCount;
    private final Matches matches;
    private final Tallies tallies;
    private final CityMaps maps;
    private final WorkList work;

    LeaderPages(HeadCount headCount, Matches matches, Tallies tallies, CityMaps maps, WorkList work) {
        this.headCount = headCount;
        this.matches = matches;
        this.tallies = tallies;
        this.maps = maps;
        this.work = work;
    }

    @GetMapping
    String overview(Acting acting, Page page, Model model) {
        WorkList.Counts mine = work.counts(WorkList.Query.of(
                WorkList.Whose.MINE, acting.account(), acting.person().department()));
        model.addAttribute("mine", mine.all() - mine.of(WorkList.Bucket.WAITING));
        model.addAttribute("overdue", mine.of(WorkList.Bucket.OVERDUE));
        model.addAttribute(
                "view", headCount.latest().map(made -> view(page, made)).orElse(null));
        return "jte:portal/leader";
    }

    @GetMapping("/districts/{code}")
    String district(@PathVariable String code, Page page, HttpServletResponse response, Model model) {
        Optional<Area> district = tallies.district(code);
        if (district.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("error", noSuchDistrict(code));
            return "jte:ui/error";
        }
        List<Count> counts =
                sectionsOf().map(all -> all.getOrDefault(code, List.of())).orElse(null);
        model.addAttribute("name", page.say(tallies.name(code)));
        model.addAttribute(
                "total",
                counts == null ? null : counts.stream().mapToLong(Count::firms).sum());
        model.addAttribute(
                "table",
                sectionsOf()
                        .map(all ->
                                table(page, tallies.sections(code, all), "/leader/districts/" + code + "/sections.csv"))
                        .orElse(null));
        return "jte:portal/leader-district";
    }

    private Optional<SortedMap<String, List<Count>>> sectionsOf() {
        return headCount.latest().map(made -> made.counts().sectionsOf());
    }

    @GetMapping("/districts/{code}/sections.csv")
    void districtFile(@PathVariable String code, Page page, HttpServletResponse response) throws IOException {
        if (tallies.district(code).isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        Optional<Tally> sections = sectionsOf().map(all -> tallies.sections(code, all));
        if (sections.isPresent()) {
            send(page, "sections-" + code, sections.get(), response);
        } else {
            comeBack(response);
        }
    }

    private static void comeBack(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ASK_AGAIN.toSeconds()));
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    @GetMapping("/tables/{name}.csv")
    void tableFile(@PathVariable String name, Page page, HttpServletResponse response) throws IOException {
        Optional<Tally> tally = tally(name, page);
        if (tally.isPresent()) {
            send(page, name, tally.get(), response);
        } else if (TABLES.contains(name)) {
            comeBack(response);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    /// Empty while it is being counted.
    private Optional<Tally> tally(String name, Page page) {
        if (name.equals("policies")) {
            return matches.reach() instanceof CityReach.Counted counted
                    ? Optional.of(tallies.reach(counted))
                    : Optional.empty();
        }
        Optional<Census.Counts> counts = headCount.latest().map(HeadCount.Made::counts);
        return switch (name) {
            case "districts" -> counts.map(all -> tallies.districts(all.byDistrict()));
            case "sections" -> counts.map(all -> tallies.sections(all.bySection()));
            case "types" -> counts.map(all -> tallies.types(all.byType()));
            case "years" -> counts.map(all -> tallies.years(all.byYear(), page.today()));
            default -> Optional.empty();
        };
    }

    private LeaderView view(Page page, HeadCount.Made made) {
        Census.Counts counts = made.counts();
        Tally districts = tallies.districts(counts.byDistrict());
        CityReach reach = matches.reach();
        return new LeaderView(
                figures(page, made, reach),
                map(page, districts),
                table(page, districts, "/leader/tables/districts.csv"),
                table(page, tallies.sections(counts.bySection()), "/leader/tables/sections.csv"),
                table(page, tallies.types(counts.byType()), "/leader/tables/types.csv"),
                table(page, tallies.years(counts.byYear(), page.today()), "/leader/tables/years.csv"),
                reach instanceof CityReach.Counted counted
                        ? table(page, tallies.reach(counted), "/leader/tables/policies.csv")
                        : null,
                reachNote(page, reach));
    }

    private List<Figure> figures(Page page, HeadCount.Made made, CityReach reach) {
        Census.Counts counts = made.counts();
        String year = Integer.toString(page.today().getYear());
        Long thisYear = tallies.years(counts.byYear(), page.today()).rows().stream()
                .filter(row -> year.equals(row.code()))
                .findFirst()
                .map(row -> row.counts().getFirst())
                .orElse(0L);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                page.say("经营主体", "Business entities"),
                page.number(counts.all()),
                page.say("户", ""),
                page.say(page.moment(made.at()) + "点数", "counted " + page.moment(made.at()))));
        figures.add(new Figure(
                page.say("今年成立", "Established this year"),
                page.count(thisYear),
                page.say("户", ""),
                page.say("成立日期在今年", "by date of establishment")));
        if (reach instanceof CityReach.Counted counted) {
            figures.add(new Figure(
                    page.say("对上政策", "Matches found"),
                    page.number(counted.policies().stream()
                            .mapToLong(CityReach.Reach::eligible)
                            .sum()),
                    page.say("次", ""),
                    page.say(
                            "每户对照 " + counted.policies().size() + " 项现行政策",
                            "each entity against " + counted.policies().size() + " policies in force")));
            figures.add(new Figure(
                    page.say("还缺数据", "Waiting for data"),
                    page.number(counted.policies().stream()
                            .mapToLong(CityReach.Reach::undetermined)
                            .sum()),
                    page.say("次", ""),
                    page.say("补上就能下结论", "a value more would decide")));
        }
        return figures;
    }

    private static String reachNote(Page page, CityReach reach) {
        return switch (reach) {
            case CityReach.Counted counted ->
                page.say(
                        page.moment(counted.at()) + "算完，按 " + page.day(counted.asOf()) + "的政策，"
                                + page.number(counted.entities()) + " 户。",
                        "Matched " + page.moment(counted.at()) + ", by the policies of " + page.day(counted.asOf())
                                + ", " + page.number(counted.entities()) + " entities.");
            case CityReach.BeingPrepared preparing ->
                page.say(
                        page.moment(preparing.since()) + "开始，已看 " + page.number(preparing.read()) + " 户，共 "
                                + page.number(preparing.total()) + " 户。",
                        "Begun " + page.moment(preparing.since()) + "; " + page.number(preparing.read()) + " of "
                                + page.number(preparing.total()) + " entities so far.");
        };
    }

    private @Nullable CityMap map(Page page, Tally districts) {
        Map<String, @Nullable Long> counts = new HashMap<>();
        districts.rows().forEach(row -> counts.put(row.code(), row.counts().getFirst()));
        return maps.draw(page, counts, code -> page.say(tallies.name(code)), page.count(null));
    }

    private static Table table(Page page, Tally tally, String csvHref) {
        return new Table(tally.bars(page), csvHref);
    }

    private static void send(Page page, String name, Tally tally, HttpServletResponse response) {
        tally.write(page, CsvTable.download(response, name + "-" + page.today() + ".csv"));
    }

    private static PageError noSuchDistrict(String code) {
        return PageError.notFound(
                new Words("没有代码是“" + code + "”的区（市）县。", "There is no district with the code “" + code + "”."),
                new Words("从全市概况里选一个。", "Choose one from the city overview."),
                Link.of("看全市概况", "See the city overview", "/leader"));
    }
}
