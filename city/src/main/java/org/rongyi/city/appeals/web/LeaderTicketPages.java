package org.rongyi.city.appeals.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.rongyi.city.appeals.AppealBoard;
import org.rongyi.city.appeals.AppealBoard.Slice;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The appeals behind a figure of the overview, each as the reader may read it.
@Controller
class LeaderTicketPages {
    private static final int DAYS = 90;
    private static final int MOST = 100;

    private final AppealBoard board;
    private final AppealCatalogue catalogue;
    private final LeaderVoices voices;

    LeaderTicketPages(AppealBoard board, AppealCatalogue catalogue, LeaderVoices voices) {
        this.board = board;
        this.catalogue = catalogue;
        this.voices = voices;
    }

    @GetMapping("/leader/appeals/tickets")
    String tickets(
            Acting acting,
            Page page,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String slice,
            Model model) {
        Slice asked = Arrays.stream(Slice.values())
                .filter(each -> each.name().equals(slice))
                .findFirst()
                .orElse(Slice.RECEIVED);
        LocalDate since = page.today().minusDays(DAYS);
        List<String> numbers = board.behind(since, asked, unit, category, MOST + 1);
        LeaderVoices.Voices voices =
                this.voices.of(acting, page, numbers.stream().limit(MOST).toList());
        String whose = !unit.isEmpty()
                ? page.named(unit)
                : category.isEmpty() ? page.say("全市", "The whole city") : page.say(catalogue.categoryName(category));
        model.addAttribute("title", whose + page.say("：", ": ") + page.say(words(asked)));
        boolean told = told(since, unit, category).contains(asked);
        model.addAttribute("count", told ? count(page, numbers.size()) : untold(page));
        model.addAttribute("others", told ? LeaderAppealView.others(page, voices.others()) : "");
        model.addAttribute("voices", voices.said().reversed());
        return "jte:appeals/leader-tickets";
    }

    /// What the overview does not tell of a department or category, its list does not tell either.
    private Set<Slice> told(LocalDate since, String unit, String category) {
        AppealBoard.Report report = board.report(since);
        if (unit.isEmpty() && category.isEmpty()) {
            return BoardRows.told(report.all());
        }
        return !unit.isEmpty() && !category.isEmpty()
                ? Set.of()
                : unit.isEmpty() ? BoardRows.told(report.categories(), category) : BoardRows.told(report.units(), unit);
    }

    private static String untold(Page page) {
        return page.say(
                "近 90 天。件数少，不公布一共多少，只列归您看的。",
                "In 90 days. Too few to tell how many; those that you may open are listed.");
    }

    private static String count(Page page, int found) {
        return found > MOST
                ? page.say("近 90 天，最近的 " + MOST + " 件", "The latest " + MOST + " of 90 days")
                : page.say("近 90 天，" + page.number(found) + " 件", page.quantity(found, "件", "appeals") + " in 90 days");
    }

    private static Words words(Slice slice) {
        return switch (slice) {
            case RECEIVED -> new Words("收到的", "received");
            case CONTACT_LATE -> new Words("没有按时联系的", "first contact too late");
            case LATE -> new Words("没有按时答复的", "answered too late");
            case UNSOLVED -> new Words("企业说没解决的", "not solved, firms say");
            case UNSATISFIED -> new Words("不满意的", "not satisfied");
            case REOPENED -> new Words("重办的", "reopened");
            case DISPUTED -> new Words("有争议的", "disputed");
            case EXTENDED -> new Words("延期的", "extended");
        };
    }
}
