package org.rongyi.city.invoices.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.invoices.InvoiceArchive;
import org.rongyi.city.invoices.InvoiceArchive.Wanted;
import org.rongyi.city.invoices.InvoiceUploads;
import org.rongyi.city.invoices.KeptInvoice;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Invoice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A firm's archive of invoices: found, looked at, taken out again.
@Controller
@RequestMapping("/my/invoices")
class InvoicePages {
    private static final String HOME = "/my/invoices";
    private static final String AMOUNT = "amount";
    private static final int LATEST = 3;

    private final InvoiceArchive archive;
    private final InvoiceUploads uploads;

    InvoicePages(InvoiceArchive archive, InvoiceUploads uploads) {
        this.archive = archive;
        this.uploads = uploads;
    }

    @GetMapping
    String list(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        return list(acting, page, Form.of(request), response, model);
    }

    private String list(Acting acting, Page page, Form form, HttpServletResponse response, Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        Wanted wanted = InvoiceWords.wanted(form);
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        List<KeptInvoice> found =
                archive.search(firm, wanted, InvoiceWords.place(form.value("after")), InvoiceWords.ON_A_PAGE + 1);
        boolean more = found.size() > InvoiceWords.ON_A_PAGE;
        List<KeptInvoice> shown = found.subList(0, Math.min(found.size(), InvoiceWords.ON_A_PAGE));
        String query = InvoiceWords.query(form);
        model.addAttribute("form", form);
        model.addAttribute("asked", InvoiceWords.asked(form));
        model.addAttribute("later", !form.value("after").isEmpty());
        model.addAttribute("query", query);
        model.addAttribute("rows", InvoiceWords.rows(page, shown));
        model.addAttribute(
                "next",
                more ? HOME + "?" + (query.isEmpty() ? "" : query + "&") + InvoiceWords.after(shown.getLast()) : "");
        model.addAttribute("mayAnswer", acting.may(Purpose.ANSWER));
        model.addAttribute("uploads", uploads.latest(firm, LATEST));
        model.addAttribute("quota", QuotaView.of(page, archive.quota(firm, page.today())));
        return "jte:invoices/list";
    }

    @PostMapping("/quota")
    String quota(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        acting.firmFor(Purpose.ANSWER);
        Form form = Form.of(request);
        BigDecimal amount = InvoiceWords.amount(form, AMOUNT);
        if (amount == null || amount.signum() < 0) {
            if (!form.hasFaults()) {
                form.reject(AMOUNT, "填本月总额度（元）", "Enter the quota of this month in yuan");
            }
            return list(acting, page, form, response, model);
        }
        archive.allow(acting, page.today(), amount);
        return "redirect:" + HOME;
    }

    @GetMapping("/{id}")
    String show(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        Optional<KeptInvoice> kept = archive.find(firm, id);
        Optional<Invoice> content = archive.content(firm, id);
        if (kept.isEmpty() || content.isEmpty()) {
            return InvoiceWords.missing(response, model, HOME);
        }
        model.addAttribute("kept", kept.get());
        model.addAttribute("sheet", InvoiceWords.sheet(page, content.get(), null));
        model.addAttribute("home", HOME);
        model.addAttribute("file", HOME + "/" + id + "/file");
        return "jte:invoices/one";
    }

    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(Acting acting, @PathVariable long id) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        Optional<KeptInvoice> kept = archive.find(firm, id);
        return archive.original(firm, id)
                .map(bytes -> ResponseEntity.ok()
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                CsvTable.attachment(kept.orElseThrow().number() + ".xml"))
                        .header("X-Content-Type-Options", "nosniff")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(bytes))
                .orElse(ResponseEntity.notFound().build());
    }

    /// Written as it is read, however many there are. What cannot be asked is said, and nothing more is exported
    /// in its place.
    @GetMapping("/export")
    @Nullable
    String export(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        Form form = Form.of(request);
        Wanted wanted = InvoiceWords.wanted(form);
        if (form.hasFaults()) {
            return list(acting, page, form, response, model);
        }
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                CsvTable.attachment(
                        page.say("发票", "invoices") + "-" + firm + "-" + YearMonth.from(page.today()) + ".zip"));
        archive.export(firm, wanted, response.getOutputStream());
        return null; // The file is the answer.
    }
}
