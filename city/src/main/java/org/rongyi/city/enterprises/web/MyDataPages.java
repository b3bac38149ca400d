package org.rongyi.city.enterprises.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.Pager;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the city knows of the firm, what it lacks, who looked, and what became of contests.
@Controller
class MyDataPages {
    private static final int LOOKS_ON_A_PAGE = 500;
    private static final int CONTESTS_ON_A_PAGE = 20;

    private final Portraits portraits;
    private final Contests contests;
    private final FirmNames names;
    private final PortraitReader reader;
    private final ContestWords contestWords;
    private final LookWords lookWords;
    private final DataExport export;

    MyDataPages(
            Portraits portraits,
            Contests contests,
            FirmNames names,
            PortraitReader reader,
            ContestWords contestWords,
            LookWords lookWords,
            DataExport export) {
        this.portraits = portraits;
        this.contests = contests;
        this.names = names;
        this.reader = reader;
        this.contestWords = contestWords;
        this.lookWords = lookWords;
        this.export = export;
    }

    /// Everything that the four pages say of a firm.
    private record Known(CreditCode firm, Portrait portrait, List<MissingElement> missing, int contests, int looks) {}

    private Known known(Acting acting, Page page, Model model) {
        CreditCode firm = acting.firmFor(Mandate.Purpose.VIEW);
        Portrait portrait = portraits.current(firm).orElse(new Portrait(firm, page.today(), Map.of()));
        Sight sight = Sight.ofFirm(acting);
        List<PortraitSection> sections = reader.sections(page, sight, portrait, null);
        Known known = new Known(
                firm,
                portrait,
                reader.missing(page, sight, portrait),
                contests.count(firm, acting),
                portraits.lookCount(firm));
        long values = sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.from() != null)
                .count();
        model.addAttribute("sections", sections);
        model.addAttribute(
                "tabs",
                new MyDataTabs(
                        names.nameOf(firm).orElse(firm.value()),
                        (int) values,
                        (int) known.missing().stream()
                                .filter(one -> one.source() != null)
                                .count(),
                        known.contests(),
                        known.looks()));
        return known;
    }

    @GetMapping("/my/data")
    String data(Acting acting, Page page, Model model) {
        Known known = known(acting, page, model);
        long departments = known.portrait().facts().values().stream()
                .map(Portrait.Fact::source)
                .filter(source -> !source.equals(FactReport.SELF_DECLARED) && !source.equals(FactReport.INFERRED))
                .distinct()
                .count();
        model.addAttribute("departments", departments);
        return "jte:enterprises/my-data";
    }

    @GetMapping("/my/missing")
    String missing(Acting acting, Page page, Model model) {
        Known known = known(acting, page, model);
        model.addAttribute("missing", known.missing());
        model.addAttribute("mayAnswer", acting.may(Mandate.Purpose.ANSWER));
        return "jte:enterprises/my-missing";
    }

    @GetMapping("/my/contests")
    String contests(
            Acting acting, Page page, @RequestParam(name = "page", defaultValue = "1") String sent, Model model) {
        Known known = known(acting, page, model);
        Pager pager = Pager.of(sent, CONTESTS_ON_A_PAGE, known.contests(), "/my/contests");
        model.addAttribute(
                "contests",
                contests.of(known.firm(), acting, pager.offset(), CONTESTS_ON_A_PAGE).stream()
                        .map(contest -> contestWords.row(page, contest))
                        .toList());
        model.addAttribute("pager", pager);
        return "jte:enterprises/my-contests";
    }

    @GetMapping("/my/looks")
    String looks(Acting acting, Page page, @RequestParam(name = "page", defaultValue = "1") String sent, Model model) {
        Known known = known(acting, page, model);
        Pager pager = Pager.of(sent, LOOKS_ON_A_PAGE, known.looks(), "/my/looks");
        model.addAttribute(
                "looks", lookWords.rows(page, portraits.looks(known.firm(), pager.offset(), LOOKS_ON_A_PAGE)));
        model.addAttribute("pager", pager);
        return "jte:enterprises/my-looks";
    }

    @GetMapping("/my/data.csv")
    void csv(Acting acting, Page page, HttpServletResponse response) {
        CreditCode firm = acting.firmFor(Mandate.Purpose.VIEW);
        CsvTable table = CsvTable.download(response, firm + ".csv").row(DataExport.COLUMNS);
        export.of(page, Sight.ofFirm(acting), portraits.current(firm)).forEach(value -> table.row(value.cells()));
    }

    @GetMapping("/my/data.json")
    ResponseEntity<DataExport.Whole> json(Acting acting, Page page) {
        CreditCode firm = acting.firmFor(Mandate.Purpose.VIEW);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, CsvTable.attachment(firm + ".json"))
                .body(new DataExport.Whole(
                        firm.value(), page.today(), export.of(page, Sight.ofFirm(acting), portraits.current(firm))));
    }
}
