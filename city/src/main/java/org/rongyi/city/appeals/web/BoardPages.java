package org.rongyi.city.appeals.web;

import org.rongyi.city.appeals.AppealBoard;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How appeals are answered, for everybody: each rate with its count, nothing for fewer than ten.
@Controller
class BoardPages {
    private static final int DAYS = 90;

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
        model.addAttribute("received", BoardRows.all(page, report.all()).received());
        model.addAttribute("all", BoardRows.all(page, report.all()));
        model.addAttribute("units", BoardRows.of(page, report.units(), line -> page.named(line.name())));
        model.addAttribute(
                "categories",
                BoardRows.of(
                        page,
                        report.categories(),
                        line -> page.say(catalogue.categoryName(line.name().isEmpty() ? null : line.name()))));
        return "jte:appeals/board";
    }
}
