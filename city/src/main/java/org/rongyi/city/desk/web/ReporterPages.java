package org.rongyi.city.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealFiles;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Who brought up an appeal, and what was sent with it: for those who have it, on record.
@Controller
class ReporterPages {
    private final CaseFiles files;
    private final AppealContents contents;

    ReporterPages(CaseFiles files, AppealContents contents) {
        this.files = files;
        this.contents = contents;
    }

    @PostMapping("/cases/{number}/reporter")
    String reporter(Acting acting, @PathVariable String number, HttpServletResponse response, Model model) {
        Optional<CaseFile> file = files.open(number, acting);
        Optional<Appeal.Reporter> reporter = file.flatMap(each -> contents.reveal(acting, each.now()));
        if (file.isEmpty() || reporter.isEmpty()) {
            PageError error = file.isEmpty()
                    ? Meanwhile.unknown(number)
                    : PageError.refused(
                            new Words("来信人要求保密，或者这件不归您办。", "The reporter asked for secrecy, or you do not have this."),
                            new Words("要核实情况，请热线的坐席联系。", "Ask a seat of the hotline to contact the reporter."));
            response.setStatus(error.status());
            model.addAttribute("error", error);
            return CasePages.ERROR;
        }
        model.addAttribute("number", number);
        model.addAttribute("title", file.get().now().title());
        model.addAttribute("who", reporter.get().who());
        return "jte:desk/reporter";
    }

    @GetMapping("/cases/{number}/attachments/{id}")
    @Nullable
    ModelAndView file(Acting acting, @PathVariable String number, @PathVariable long id, HttpServletResponse response)
            throws IOException {
        Optional<AppealFiles.Download> file = files.open(number, acting)
                .filter(each -> CaseContents.works(acting, each.now()))
                .flatMap(each -> contents.file(acting, each.now(), id));
        if (file.isEmpty()) {
            return new ModelAndView(CasePages.ERROR, Map.of("error", Meanwhile.unknown(number)), HttpStatus.NOT_FOUND);
        }
        response.setContentType(file.get().about().type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                CsvTable.attachment(file.get().about().name()));
        response.getOutputStream().write(file.get().content());
        return null;
    }
}
