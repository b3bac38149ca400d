package org.rongyi.city.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.Licences;
import org.rongyi.city.documents.Signing;
import org.rongyi.city.documents.Signing.Sitting;
import org.rongyi.city.documents.UsePurpose;
import org.rongyi.city.documents.Uses;
import org.rongyi.city.documents.Uses.Thing;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// A firm seals a document: brought in, looked at, proved, downloaded.
@Controller
@RequestMapping("/my/sign")
class SignPages {
    private static final String SEAL = "seal";
    private static final String PURPOSE = "purpose";
    private static final String FILE = "file";
    private static final String PAGE = "page";
    private static final String CORNER = "corner";
    private static final String CODE = "code";
    private static final String OTHERS = "others";
    private static final List<Option> HOW_MANY = List.of(
            Option.of("0", "没有了", "Nobody"),
            Option.of("1", "还有 1 家", "One more"),
            Option.of("2", "还有 2 家", "Two more"),
            Option.of("3", "还有 3 家", "Three more"));

    private final Signing signing;
    private final Licences licences;
    private final Uses uses;

    SignPages(Signing signing, Licences licences, Uses uses) {
        this.signing = signing;
        this.licences = licences;
        this.uses = uses;
    }

    @GetMapping
    String ask(Acting acting, Model model) {
        return ask(
                acting,
                Form.empty().with(CORNER, Signing.Corner.BOTTOM_RIGHT.name()).with(OTHERS, "0"),
                model);
    }

    private String ask(Acting acting, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("decides", acting.isPrincipal());
        model.addAttribute(
                "seals",
                licences.seals(acting.firmFor(Purpose.VIEW)).stream()
                        .filter(seal -> uses.may(acting, new Thing(Thing.Kind.SEAL, seal.id()), null))
                        .map(seal -> Option.of(seal.id(), seal.kind().words()))
                        .toList());
        model.addAttribute(
                "purposes",
                Arrays.stream(UsePurpose.values())
                        .map(purpose -> Option.of(purpose.name(), purpose.words()))
                        .toList());
        model.addAttribute(
                "corners",
                Arrays.stream(Signing.Corner.values())
                        .map(corner -> Option.of(corner.name(), corner.words()))
                        .toList());
        model.addAttribute("others", HOW_MANY);
        return "jte:documents/sign";
    }

    @PostMapping
    String begin(
            Acting acting,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Form form = Form.of(request);
        if (file != null && file.getSize() > Signing.LARGEST_FILE) {
            reject(form, new Signing.Refused(Signing.Fault.TOO_LARGE, null));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(acting, form, model);
        }
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Signing.Order order = new Signing.Order(
                form.value(SEAL),
                Arrays.stream(UsePurpose.values())
                        .filter(each -> each.name().equals(form.value(PURPOSE)))
                        .findFirst()
                        .orElse(null),
                name.replaceAll("[\\p{Cntrl}/\\\\]", ""),
                file == null ? new byte[0] : file.getBytes(),
                page(form.value(PAGE)),
                Arrays.stream(Signing.Corner.values())
                        .filter(each -> each.name().equals(form.value(CORNER)))
                        .findFirst()
                        .orElse(null),
                form.value(OTHERS).matches("[1-3]") ? Integer.parseInt(form.value(OTHERS)) : 0);
        switch (signing.begin(acting, order)) {
            case Signing.Ready ready -> {
                return "redirect:/my/sign/" + ready.id();
            }
            case Signing.Refused refused -> reject(form, refused);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return ask(acting, form, model);
    }

    /// Nothing typed means the last page.
    private static int page(String typed) {
        return typed.isEmpty() ? 0 : typed.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(typed) : -1;
    }

    private static void reject(Form form, Signing.Refused refused) {
        switch (refused.fault()) {
            case NO_SEAL -> form.reject(SEAL, "选一枚印章", "Choose a seal");
            case NOT_GRANTED ->
                form.reject(SEAL, "这枚印章没有给你用在这里，请负责人先给", "You were not granted this seal for this; ask the owner");
            case NO_PURPOSE -> form.reject(PURPOSE, "选一个用途", "Choose what for");
            case NO_FILE -> form.reject(FILE, "先选一个文件", "Choose a file first");
            case TOO_LARGE_SEALED ->
                form.reject(FILE, "盖完章会超过 4 MB，先缩小文件", "With its seals it would have more than 4 MB: make it smaller");
            case TOO_LARGE -> form.reject(FILE, "文件超过 4 MB", "The file has more than 4 MB");
            case NO_SUCH_PAGE -> form.reject(PAGE, "文件里没有这一页", "The document has no such page");
            case NO_CORNER -> form.reject(CORNER, "选一个位置", "Choose a place");
            case NO_ROOM -> form.reject(OTHERS, "这一页放不下这么多章", "The page has no room for so many seals");
            case TOO_MANY ->
                form.reject(
                        FILE,
                        "没盖完的文件太多了（最多 " + Signing.MOST_OPEN + " 份），明天再来",
                        "Too many are begun and not sealed (at most " + Signing.MOST_OPEN + "); come back tomorrow");
            case CANNOT_BE_SEALED -> form.reject(FILE, why(refused));
            case SEAL_FOR_OFD_ONLY -> form.reject(SEAL, "这枚印章是旧的，只能盖 OFD", "This seal is an old one, for OFD only");
        }
    }

    private static Words why(Signing.Refused refused) {
        return refused.why() == null
                ? new Words("这个文件不能盖章", "This file cannot be sealed")
                : new Words(
                        "不能盖章：" + refused.why().zh(),
                        "It cannot be sealed: " + refused.why().en());
    }

    @GetMapping("/{id}")
    String show(Acting acting, Page page, @PathVariable String id, HttpServletResponse response, Model model) {
        Optional<Sitting> sitting = signing.find(acting, id);
        return sitting.isEmpty() ? gone(response, acting, model) : show(page, sitting.get(), Form.empty(), model);
    }

    private String gone(HttpServletResponse response, Acting acting, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        Form form = Form.empty();
        form.reject(FILE, "这份文件已经不在了，重新选一次", "That document is gone; choose it again");
        return ask(acting, form, model);
    }

    private String show(Page page, Sitting sitting, Form form, Model model) {
        model.addAttribute("sitting", sitting);
        model.addAttribute("form", form);
        model.addAttribute(
                "picture", "data:image/png;base64," + Base64.getEncoder().encodeToString(sitting.picture()));
        model.addAttribute("where", page.say(sitting.asked()));
        model.addAttribute(
                "rows",
                List.of(
                        SummaryRow.of(page.say("文件", "Document"), sitting.name()),
                        SummaryRow.of(
                                page.say("印章", "Seal"), page.say(sitting.seal().words())),
                        SummaryRow.of(
                                page.say("用来", "For"),
                                page.say(sitting.purpose().words())),
                        SummaryRow.of(
                                page.say("盖在", "On"),
                                page.say(
                                        "第 " + sitting.page() + " 页，共 " + sitting.pages() + " 页",
                                        "page " + sitting.page() + " of " + sitting.pages()))));
        return "jte:documents/sitting";
    }

    @PostMapping("/{id}")
    String seal(
            Acting acting,
            Page page,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        switch (signing.seal(acting, id, form.value(CODE))) {
            case SEALED -> {
                return "redirect:/my/sign/" + id;
            }
            case WRONG_CODE -> form.reject(CODE, "验证码不对", "The code is wrong");
            case OVER -> form.reject(CODE, "输错太多次，或者已经盖过；重新选一次文件", "Wrong too often, or sealed already; begin again");
            case NOT_GRANTED -> form.reject(CODE, "这枚印章现在不给你用了", "You may no longer use this seal");
            case NOT_VALID ->
                form.reject(CODE, "这个文件盖了章也通不过核验，所以没有盖", "Sealed, it would not pass verification, so it was not");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Optional<Sitting> sitting = signing.find(acting, id);
        return sitting.isEmpty() ? gone(response, acting, model) : show(page, sitting.get(), form, model);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(Acting acting, @PathVariable String id) {
        return signing.file(acting, id)
                .map(done -> LicenceWords.file(done.file(), "sealed-" + done.name()))
                .orElse(ResponseEntity.notFound().build());
    }
}
