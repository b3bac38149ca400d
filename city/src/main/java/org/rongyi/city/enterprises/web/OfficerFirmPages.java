package org.rongyi.city.enterprises.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.Pager;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where an officer finds a firm in the register. The register is public; what is behind a firm asks for a purpose.
@Controller
class OfficerFirmPages {
    private static final int ON_A_PAGE = 20;
    private static final int MOST_COUNTED = 10_000;
    private static final int MOST_EXPORTED = 1_000;

    private final Enterprises enterprises;
    private final Contests contests;
    private final Areas areas;
    private final FirmWords words;
    private final Optional<Classification> industries;

    OfficerFirmPages(Enterprises enterprises, Contests contests, Areas areas, Elements elements, FirmWords words) {
        this.enterprises = enterprises;
        this.contests = contests;
        this.areas = areas;
        this.words = words;
        this.industries = elements.classification("industry");
    }

    @GetMapping("/officer")
    String find(Acting acting, Page page, HttpServletRequest request, Model model) {
        Form form = Form.of(request);
        Enterprises.Wanted wanted = wanted(form);
        boolean asked = Stream.of("q", "area", "section")
                .anyMatch(field -> !form.value(field).isEmpty());
        long counted = asked ? enterprises.count(wanted, MOST_COUNTED + 1) : 0;
        long total = Math.min(counted, MOST_COUNTED);
        Pager pager = Pager.of(form.value("page"), ON_A_PAGE, total, "/officer?" + query(form));
        model.addAttribute("form", form);
        model.addAttribute("asked", asked);
        model.addAttribute("registered", enterprises.count());
        model.addAttribute("more", counted > MOST_COUNTED);
        model.addAttribute("pager", pager);
        model.addAttribute("query", query(form));
        model.addAttribute(
                "firms", total == 0 ? List.of() : rows(page, enterprises.search(wanted, pager.offset(), ON_A_PAGE)));
        model.addAttribute("districts", districts());
        model.addAttribute("sections", sections());
        Contests.Waiting waiting = contests.waitingFor(acting.person().department());
        model.addAttribute("waiting", waiting.all());
        model.addAttribute("nextDue", waiting.nextDue());
        return "jte:enterprises/officer";
    }

    @GetMapping("/officer/firms.csv")
    void csv(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response) {
        CsvTable table = CsvTable.download(response, page.say("企业名单", "firms") + ".csv")
                .row(List.of(
                        page.say("统一社会信用代码", "Credit code"),
                        page.say("名称", "Name"),
                        page.say("类型", "Type"),
                        page.say("地区", "Area"),
                        page.say("行业", "Industry"),
                        page.say("成立", "Established")));
        rows(page, enterprises.search(wanted(Form.of(request)), 0, MOST_EXPORTED))
                .forEach(row -> table.row(row.cells()));
    }

    private List<FirmRow> rows(Page page, List<Enterprise> firms) {
        return firms.stream().map(firm -> words.row(page, firm)).toList();
    }

    /// What cannot be a district or a section narrows nothing.
    private static Enterprises.Wanted wanted(Form form) {
        String area = form.value("area");
        String section = form.value("section");
        return new Enterprises.Wanted(
                form.value("q"),
                AreaCode.isValid(area) ? new AreaCode(area) : null,
                section.matches("[A-T]") ? section : null);
    }

    private static String query(Form form) {
        return Stream.of("q", "area", "section")
                .filter(field -> !form.value(field).isEmpty())
                .map(field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private List<Option> districts() {
        return areas.districts().stream()
                .map(area -> Option.of(area.code().value(), new Words(area.name(), area.englishName())))
                .toList();
    }

    private List<Option> sections() {
        return industries
                .map(known -> known.children(null).stream()
                        .map(entry -> Option.of(entry.code(), entry.name()))
                        .toList())
                .orElse(List.of());
    }
}
