package org.rongyi.city.enterprises.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.registrations.ImportRun;
import org.rongyi.city.enterprises.registrations.Imports;
import org.rongyi.city.enterprises.registrations.Problem;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.Pager;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What became of imports, for those who bring files in and for the departments that work with what came of them.
@Controller
class ImportReportPages {
    private static final int MOST_RUNS = 50;
    private static final int ON_A_PAGE = 50;
    private static final int MOST_REASONS = 12;
    private static final String SECONDS_TO_REFRESH = "4";

    private final Imports imports;

    ImportReportPages(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/officer/imports")
    String list(Model model) {
        model.addAttribute("runs", imports.latest(MOST_RUNS));
        return "jte:enterprises/officer-imports";
    }

    @GetMapping({"/admin/imports/{id}", "/officer/imports/{id}"})
    String report(
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String stay,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<ImportRun> found = imports.find(id);
        if (found.isEmpty()) {
            return unknown(page, response, model);
        }
        ImportRun run = found.get();
        String here = (page.under("/admin") ? "/admin/imports/" : "/officer/imports/") + id;
        if (run.running() && stay.isEmpty()) {
            // Needs no script, and the page offers an address where it stands still.
            response.setHeader("Refresh", SECONDS_TO_REFRESH);
        }
        Pager pager = Pager.of(Form.of(request).value("page"), ON_A_PAGE, run.problems(), here);
        model.addAttribute("run", run);
        model.addAttribute("here", here);
        model.addAttribute("list", list(page));
        model.addAttribute("stay", !stay.isEmpty());
        model.addAttribute("reasons", imports.reasons(id, MOST_REASONS));
        model.addAttribute("problems", imports.problems(id, pager.offset(), ON_A_PAGE));
        model.addAttribute("pager", pager);
        return "jte:enterprises/import-report";
    }

    @GetMapping({"/admin/imports/{id}/report.csv", "/officer/imports/{id}/report.csv"})
    @Nullable
    String csv(Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        if (imports.find(id).isEmpty()) {
            return unknown(page, response, model);
        }
        CsvTable table = CsvTable.download(response, "import-" + id + ".csv").row(Problem.COLUMNS);
        imports.forEachProblem(id, problem -> table.row(problem.cells()));
        return null; // The table is the answer.
    }

    private static String list(Page page) {
        return page.under("/admin") ? "/admin/import" : "/officer/imports";
    }

    private static String unknown(Page page, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有这次导入。", "There is no such import."),
                        new Words("从导入记录里点开。", "Open it from the list of imports."),
                        Link.of("导入记录", "Imports", list(page))));
        return "jte:ui/error";
    }
}
