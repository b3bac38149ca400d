package org.rongyi.city.applications.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.rongyi.city.applications.ReviewRecord;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How right the rules before handing in are, for those who answer for them.
@Controller
class ReviewPages {
    private static final Map<String, Words> RULES = Map.ofEntries(
            Map.entry("open-question", new Words("问题没有回答", "question not answered")),
            Map.entry("missing", new Words("没有填", "not filled in")),
            Map.entry("phone", new Words("电话号码", "telephone number")),
            Map.entry("address", new Words("门牌号", "house number")),
            Map.entry("address-standard", new Words("标准地址", "standard address")),
            Map.entry("number", new Words("大于 0", "more than nothing")),
            Map.entry("whole-number", new Words("整数", "whole number")),
            Map.entry("visit", new Words("预约日期", "day of the visit")),
            Map.entry("identity-number", new Words("证件号", "identity number")),
            Map.entry("paper-open", new Words("材料没交", "paper not there")),
            Map.entry("paper-small", new Words("材料太小", "paper too small")),
            Map.entry("paper-cut", new Words("材料不完整", "paper cut off")),
            Map.entry("paper-unreadable", new Words("材料打不开", "paper cannot be opened")),
            Map.entry("paper-blank", new Words("材料是空白", "paper blank")),
            Map.entry("paper-name", new Words("材料：企业名称", "paper: name of the firm")),
            Map.entry("paper-code", new Words("材料：信用代码", "paper: credit code")),
            Map.entry("paper-person", new Words("材料：法定代表人", "paper: legal representative")),
            Map.entry("paper-identity", new Words("材料：证件号", "paper: identity number")),
            Map.entry("paper-expired", new Words("材料：有效期", "paper: validity")),
            Map.entry("forbidden-word", new Words("名称：禁用词", "name: forbidden word")),
            Map.entry("name-form", new Words("名称：组织形式", "name: form")),
            Map.entry("name-area", new Words("名称：行政区划", "name: area")),
            Map.entry("trade-name", new Words("名称：字号", "name: trade name")),
            Map.entry("name-characters", new Words("名称：用字", "name: characters")),
            Map.entry("same-name", new Words("名称：重名", "name: taken")),
            Map.entry("similar-name", new Words("名称：相近", "name: close to another")));

    private static final int DIGITS = 4;

    private final ReviewRecord record;
    private final Catalogue catalogue;

    ReviewPages(ReviewRecord record, Catalogue catalogue) {
        this.record = record;
        this.catalogue = catalogue;
    }

    @GetMapping({"/leader/pre-review", "/admin/pre-review"})
    String show(Page page, Model model) {
        List<ReviewRecord.Found> found = record.found();
        List<ReviewRecord.Corrected> corrected = record.corrected();
        int most = found.stream().mapToInt(ReviewRecord.Found::findings).max().orElse(1);
        model.addAttribute(
                "found",
                found.stream()
                        .map(each -> new ReviewLine(
                                item(page, each.item()),
                                page.say(RULES.getOrDefault(each.rule(), Words.same(each.rule()))),
                                each.findings(),
                                each.confirmed(),
                                share(page, each.confirmed(), each.findings()),
                                most))
                        .toList());
        int mostAsked = corrected.stream()
                .mapToInt(ReviewRecord.Corrected::corrections)
                .max()
                .orElse(1);
        model.addAttribute(
                "corrected",
                corrected.stream()
                        .map(each -> new ReviewLine(
                                item(page, each.item()),
                                "",
                                each.corrections(),
                                each.foreseen(),
                                share(page, each.foreseen(), each.corrections()),
                                mostAsked))
                        .toList());
        model.addAttribute(
                "precision",
                sum(
                        page,
                        found.stream().mapToInt(ReviewRecord.Found::confirmed).sum(),
                        found.stream().mapToInt(ReviewRecord.Found::findings).sum()));
        model.addAttribute(
                "recall",
                sum(
                        page,
                        corrected.stream()
                                .mapToInt(ReviewRecord.Corrected::foreseen)
                                .sum(),
                        corrected.stream()
                                .mapToInt(ReviewRecord.Corrected::corrections)
                                .sum()));
        model.addAttribute(
                "crumbs",
                page.under("/admin")
                        ? List.of(Link.of("系统管理", "Administration", "/admin"))
                        : List.of(
                                Link.of("全市概况", "City overview", "/leader"),
                                Link.of("办件进度", "Progress of cases", "/leader/progress")));
        return "jte:applications/review";
    }

    private String item(Page page, String id) {
        return catalogue.item(id).map(ServiceItem::name).map(page::say).orElse(id);
    }

    private static String sum(Page page, int right, int all) {
        return all == 0 ? "–" : share(page, right, all);
    }

    private static String share(Page page, int part, int all) {
        return page.percent(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_UP));
    }
}
