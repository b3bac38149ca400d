package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.policies.PolicyLab;
import org.rongyi.city.policies.PolicyLab.Library;
import org.rongyi.city.policies.PolicyLab.Pair;
import org.rongyi.city.policies.PolicyLab.Within;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyDefinition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whether the policies in force fit together: some findings on a page, all of them as a table.
@Controller
class LibraryFitPages {
    private final PolicyLab lab;
    private final LabTurns turns;

    LibraryFitPages(PolicyLab lab, LabTurns turns) {
        this.lab = lab;
        this.turns = turns;
    }

    @GetMapping("/editor/lab/library")
    String library(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(name = "page", defaultValue = "1") String asked,
            HttpServletResponse response,
            Acting acting,
            Page page,
            Model model) {
        LabTurns.Turn<Optional<Library>> turn = turns.ask(acting.account(), lab::library);
        model.addAttribute("instead", LabPages.instead(turn, response));
        model.addAttribute(
                "view",
                found(turn)
                        .map(library -> LibraryView.of(page, library, list, asked))
                        .orElse(null));
        return "jte:policies/lab-library";
    }

    private static Optional<Library> found(LabTurns.Turn<Optional<Library>> turn) {
        return turn instanceof LabTurns.Turn.Answered<Optional<Library>>(var answer) ? answer : Optional.empty();
    }

    /// Where there is no answer yet the page says why.
    @GetMapping("/editor/lab/library.csv")
    @Nullable
    String table(HttpServletResponse response, Acting acting, Page page) {
        Library library = found(turns.ask(acting.account(), lab::library)).orElse(null);
        if (library == null) {
            return "redirect:/editor/lab/library";
        }
        CsvTable table = CsvTable.download(response, "findings-" + library.asOf() + ".csv");
        table.row(head(page));
        library.pairs().forEach(pair -> table.row(row(page, pair)));
        library.within().forEach(within -> table.row(row(page, within)));
        return null;
    }

    private static List<String> head(Page page) {
        return List.of(
                page.say("问题", "Finding"),
                page.say("编号", "Number"),
                page.say("政策", "Policy"),
                page.say("另一项的编号", "Number of the other"),
                page.say("另一项", "The other"),
                page.say("涉及户数", "Entities touched"),
                page.say("这一项的户数", "Entities of the policy"),
                page.say("另一项的户数", "Entities of the other"),
                page.say("说明", "What it is"),
                page.say("条件", "Conditions"));
    }

    private static List<String> row(Page page, Pair pair) {
        PolicyDefinition one = pair.one().policy();
        PolicyDefinition other = pair.other().policy();
        return List.of(
                page.say(LabFinding.tag(pair.what())),
                one.id(),
                page.say(one.title()),
                other.id(),
                page.say(other.title()),
                count(page, pair.firms()),
                count(page, pair.ofOne()),
                count(page, pair.ofOther()),
                "",
                "");
    }

    private static List<String> row(Page page, Within within) {
        LibraryView.Alone alone = LibraryView.alone(page, within);
        PolicyDefinition policy = within.text().policy();
        return List.of(
                alone.finding().tag(),
                policy.id(),
                page.say(policy.title()),
                "",
                "",
                count(page, within.finding().firms()),
                "",
                "",
                alone.finding().says(),
                String.join("\n", alone.finding().clauses()));
    }

    /// As told as on the page, in digits that a spreadsheet adds up.
    private static String count(Page page, long firms) {
        Long told = LabFigures.told(firms);
        return told == null ? page.say(LabFigures.FEW) : told.toString();
    }
}
