package org.rongyi.city.appeals.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.rongyi.city.appeals.AppealBoard;
import org.rongyi.city.appeals.AppealBoard.Line;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How appeals are answered, for everybody: each rate with its count, nothing for fewer than ten.
@Controller
class BoardPages {
    private static final int DAYS = 90;
    private static final int DIGITS = 3;

    private final AppealBoard board;
    private final AppealCatalogue catalogue;

    BoardPages(AppealBoard board, AppealCatalogue catalogue) {
        this.board = board;
        this.catalogue = catalogue;
    }

    @GetMapping("/appeals/board")
    String board(Page page, Model model) {
        AppealBoard.Report report = board.report(page.today().minusDays(DAYS));
        model.addAttribute("since", page.day(report.since()));
        model.addAttribute("received", page.number(report.all().received()));
        model.addAttribute("all", row(page, page.say("全市", "The whole city"), report.all()));
        model.addAttribute(
                "units",
                report.units().stream()
                        .map(line -> row(page, line.name().isEmpty() ? few(page) : line.name(), line))
                        .toList());
        model.addAttribute(
                "categories",
                report.categories().stream()
                        .map(line -> row(
                                page,
                                line.name().isEmpty() ? few(page) : page.say(catalogue.categoryName(line.name())),
                                line))
                        .toList());
        return "jte:appeals/board";
    }

    private static String few(Page page) {
        return page.say("其他（各不足 " + AppealBoard.FEWEST + " 件）", "Others (fewer than " + AppealBoard.FEWEST + " each)");
    }

    private static BoardRow row(Page page, String name, Line line) {
        return new BoardRow(
                name,
                page.number(line.received()),
                List.of(
                        rate(page, line.inTime(), line.answered()),
                        rate(page, line.solved(), line.judged()),
                        rate(page, line.satisfied(), line.judged()),
                        rate(page, line.reopened(), line.received()),
                        rate(page, line.disputed(), line.received()),
                        rate(page, line.extended(), line.received())));
    }

    private static String rate(Page page, int part, int of) {
        if (of < AppealBoard.FEWEST) {
            return page.say("不足 " + AppealBoard.FEWEST + " 件", "fewer than " + AppealBoard.FEWEST);
        }
        BigDecimal share = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.HALF_UP);
        return page.percent(share) + page.say("（", " (") + page.number(part) + "/" + page.number(of)
                + page.say("）", ")");
    }
}
