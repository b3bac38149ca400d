package org.rongyi.city.invoices.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.Purposes;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.invoices.InvoiceArchive;
import org.rongyi.city.invoices.KeptInvoice;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Invoice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// A firm's invoices as an officer opens them: for a purpose that may need commercial secrets, each
/// look on record.
@Controller
@RequestMapping("/officer/firms/{code}/invoices")
class OfficerInvoicePages {
    private static final String LOOK = "：看发票";
    private static final int LONGEST_PURPOSE = 200;

    private final InvoiceArchive archive;
    private final Enterprises enterprises;
    private final Portraits portraits;
    private final Purposes purposes;

    OfficerInvoicePages(InvoiceArchive archive, Enterprises enterprises, Portraits portraits, Purposes purposes) {
        this.archive = archive;
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.purposes = purposes;
    }

    @GetMapping
    String list(
            Acting acting,
            Page page,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Enterprise> found = enterprises.find(code);
        if (found.isEmpty()) {
            return InvoiceWords.missing(response, model, "/officer");
        }
        CreditCode firm = found.get().creditCode();
        if (!look(acting, request, firm)) {
            return "redirect:/officer/firms/" + firm + "/purpose";
        }
        Form form = Form.of(request);
        InvoiceArchive.Wanted wanted = InvoiceWords.wanted(form);
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        List<KeptInvoice> some =
                archive.search(firm, wanted, InvoiceWords.place(form.value("after")), InvoiceWords.ON_A_PAGE + 1);
        List<KeptInvoice> shown = some.subList(0, Math.min(some.size(), InvoiceWords.ON_A_PAGE));
        String here = "/officer/firms/" + firm + "/invoices";
        String query = InvoiceWords.query(form);
        model.addAttribute("firm", found.get().name());
        model.addAttribute("code", firm.value());
        model.addAttribute("form", form);
        model.addAttribute("asked", InvoiceWords.asked(form));
        model.addAttribute("later", !form.value("after").isEmpty());
        model.addAttribute("rows", InvoiceWords.rows(page, shown));
        model.addAttribute(
                "next",
                some.size() > shown.size()
                        ? here + "?" + (query.isEmpty() ? "" : query + "&") + InvoiceWords.after(shown.getLast())
                        : "");
        return "jte:invoices/officer";
    }

    @GetMapping("/{id}")
    String show(
            Acting acting,
            Page page,
            @PathVariable String code,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<CreditCode> firm = enterprises.find(code).map(Enterprise::creditCode);
        if (firm.isPresent() && !look(acting, request, firm.get())) {
            return "redirect:/officer/firms/" + firm.get() + "/purpose";
        }
        Optional<KeptInvoice> kept = firm.flatMap(known -> archive.find(known, id));
        Optional<Invoice> content = firm.flatMap(known -> archive.content(known, id));
        if (kept.isEmpty() || content.isEmpty()) {
            return InvoiceWords.missing(response, model, "/officer");
        }
        model.addAttribute("kept", kept.get());
        model.addAttribute("sheet", InvoiceWords.sheet(page, content.get(), null));
        model.addAttribute("home", "/officer/firms/" + firm.get() + "/invoices");
        model.addAttribute("file", "");
        return "jte:invoices/one";
    }

    /// False without a purpose that may need commercial secrets, stated in this session.
    private boolean look(Acting acting, HttpServletRequest request, CreditCode firm) {
        String department = acting.person().department();
        Optional<String> stated =
                department.isBlank() ? Optional.empty() : purposes.toSeeSecrets(request, acting, firm);
        stated.ifPresent(purpose -> {
            String words = purpose.substring(0, Math.min(purpose.length(), LONGEST_PURPOSE - LOOK.length()));
            portraits.recordLook(firm, acting.account(), department, words + LOOK);
        });
        return stated.isPresent();
    }
}
