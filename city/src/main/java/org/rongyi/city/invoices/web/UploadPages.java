package org.rongyi.city.invoices.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.invoices.InvoiceUploads;
import org.rongyi.city.invoices.InvoiceUploads.Item;
import org.rongyi.city.invoices.InvoiceUploads.Pair;
import org.rongyi.city.invoices.InvoiceUploads.Sent;
import org.rongyi.city.invoices.InvoiceUploads.Upload;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.Pager;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Fault;
import org.rongyi.invoices.cn.TaxRates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// A firm sends invoices and sees what became of each.
@Controller
@RequestMapping("/my/invoices/uploads")
class UploadPages {
    private static final String HOME = "/my/invoices/uploads";
    private static final String FILES = "files";
    private static final int LATEST = 20;
    private static final int ON_A_PAGE = 50;
    private static final int AT_A_TIME = 200;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;
    private static final String SECONDS_TO_REFRESH = "2";

    /// What is sent lies unpacked in memory until it is kept.
    private final Semaphore unpacking = new Semaphore(AT_ONCE, true);

    private final InvoiceUploads uploads;

    UploadPages(InvoiceUploads uploads) {
        this.uploads = uploads;
    }

    @GetMapping
    String ask(Acting acting, Model model) {
        return ask(acting, Form.empty(), model);
    }

    private String ask(Acting acting, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("mayAnswer", acting.may(Purpose.ANSWER));
        model.addAttribute("uploads", uploads.latest(acting.firmFor(Purpose.VIEW), LATEST));
        model.addAttribute("rates", TaxRates.all());
        return "jte:invoices/uploads";
    }

    @PostMapping
    String send(
            Acting acting,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException, InterruptedException {
        acting.firmFor(Purpose.ANSWER);
        Form form = Form.of(request);
        if (unpacking.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            InvoiceUploads.Sending sending;
            try {
                sending = send(acting, files == null ? List.of() : files);
            } finally {
                unpacking.release();
            }
            switch (sending) {
                case InvoiceUploads.Taken taken -> {
                    return "redirect:" + HOME + "/" + taken.upload();
                }
                case InvoiceUploads.Refused refused -> reject(form, refused.why());
            }
        } else {
            form.reject(
                    FILES,
                    "现在传的人多，没有收下；过一会儿再传一次",
                    "Others are sending now, and this was not taken; send it again in a moment");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return ask(acting, form, model);
    }

    private InvoiceUploads.Sending send(Acting acting, List<MultipartFile> files) throws IOException {
        List<Sent> sent = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            sent.add(new Sent(name == null ? "" : name, file.getBytes()));
        }
        return sent.isEmpty() ? new InvoiceUploads.Refused(InvoiceUploads.Why.NO_FILE) : uploads.send(acting, sent);
    }

    private static void reject(Form form, InvoiceUploads.Why why) {
        switch (why) {
            case NO_FILE -> form.reject(FILES, "先选文件", "Choose files first");
            case NO_XML ->
                form.reject(
                        FILES,
                        "压缩包里没有 XML 文件；在税务数字账户下载时选 XML",
                        "There is no XML in the ZIP; choose XML when you download from the tax account");
            case BROKEN_ZIP -> form.reject(FILES, "压缩包打不开，重新压缩再传", "The ZIP cannot be opened; pack it again");
            case TOO_MANY ->
                form.reject(
                        FILES,
                        "一次最多 " + InvoiceUploads.MOST_FILES + " 个文件，分几次传",
                        "At most " + InvoiceUploads.MOST_FILES + " files at a time; send them in parts");
            case TOO_LARGE ->
                form.reject(FILES, "解开后超过 256 MB，分几次传", "More than 256 MB once unpacked; send it in parts");
            case TOO_MANY_WAIT ->
                form.reject(
                        FILES,
                        "前面传的还没有检查完，过几分钟再传一次；前面传的都在",
                        "What was sent before is still being checked; send this again in a few minutes");
        }
    }

    @GetMapping("/{id}")
    String show(
            Acting acting,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String stay,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        Optional<Upload> found = uploads.find(firm, id);
        if (found.isEmpty()) {
            return InvoiceWords.missing(response, model, HOME);
        }
        Upload upload = found.get();
        if (!upload.finished() && stay.isEmpty()) {
            // Needs no script, and the page offers an address where it stands still.
            response.setHeader("Refresh", SECONDS_TO_REFRESH);
        }
        String here = HOME + "/" + id;
        Pager pager = Pager.of(Form.of(request).value("page"), ON_A_PAGE, upload.faulty() + upload.other(), here);
        model.addAttribute("upload", upload);
        model.addAttribute("here", here);
        model.addAttribute("stay", !stay.isEmpty());
        model.addAttribute("pager", pager);
        model.addAttribute(
                "items", pager.total() == 0 ? List.of() : uploads.toSeeTo(firm, id, pager.offset(), ON_A_PAGE));
        return "jte:invoices/upload";
    }

    /// Written as it is read: thousands of files with hundreds of faults each would fill the memory.
    @GetMapping("/{id}/faults.csv")
    @Nullable
    String csv(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        Optional<Upload> found = uploads.find(firm, id);
        if (found.isEmpty()) {
            return InvoiceWords.missing(response, model, HOME);
        }
        CsvTable table = CsvTable.download(response, page.say("有问题的发票", "faulty-invoices") + "-" + id + ".csv")
                .row(List.of(
                        page.say("文件", "File"),
                        page.say("发票号码", "Number"),
                        page.say("行", "Line"),
                        page.say("规则", "Rule"),
                        page.say("问题", "What is wrong"),
                        page.say("怎么办", "What to do")));
        int behind = 0;
        List<Item> some = uploads.toSeeToBehind(firm, id, behind, AT_A_TIME);
        while (!some.isEmpty()) {
            some.forEach(item -> write(page, table, item));
            behind = some.getLast().place();
            some = uploads.toSeeToBehind(firm, id, behind, AT_A_TIME);
        }
        return null; // The table is the answer.
    }

    private static void write(Page page, CsvTable table, Item item) {
        for (Fault fault : item.faults()) {
            table.row(List.of(
                    item.name(),
                    item.number(),
                    Integer.toString(fault.line()),
                    fault.rule(),
                    page.say(fault.what().zh(), fault.what().en()),
                    page.say(fault.todo().zh(), fault.todo().en())));
        }
        if (item.faults().isEmpty()) {
            String other = page.say("号码已有一张，内容不同", "its number is taken by another one");
            table.row(List.of(item.name(), item.number(), "", "", other, ""));
        }
    }

    @GetMapping("/{id}/{place}")
    String pair(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable int place,
            HttpServletResponse response,
            Model model) {
        CreditCode firm = acting.firmFor(Purpose.VIEW);
        Optional<Pair> pair = uploads.pair(firm, id, place);
        if (pair.isEmpty()) {
            return InvoiceWords.missing(response, model, HOME);
        }
        model.addAttribute("pair", pair.get());
        model.addAttribute(
                "sheet",
                InvoiceWords.sheet(page, pair.get().archived(), pair.get().sent()));
        model.addAttribute("back", HOME + "/" + id);
        return "jte:invoices/pair";
    }
}
