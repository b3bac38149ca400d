package org.rongyi.city.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.Licence;
import org.rongyi.city.documents.Verification;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.rongyi.seals.Check;
import org.rongyi.seals.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Whether a licence may be believed, for everybody: by its code, or by the file itself.
@Controller
class VerifyPages {
    private static final String FILE = "file";
    private static final Words EMPTY = new Words("先选一个文件", "Choose a file first");
    private static final Words TOO_LARGE = new Words("文件超过 4 MB", "The file has more than 4 MB");

    private final Verification verification;

    VerifyPages(Verification verification) {
        this.verification = verification;
    }

    @GetMapping("/verify")
    String ask(@RequestParam(required = false) @Nullable String large, HttpServletResponse response, Model model) {
        Form form = Form.empty();
        if (large != null) {
            form.reject(FILE, TOO_LARGE);
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        }
        return ask(form, model);
    }

    private String ask(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("trust", List.copyOf(verification.trust().keySet()));
        return "jte:documents/verify";
    }

    @PostMapping("/verify")
    String judge(
            Optional<Acting> acting,
            Page page,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (file == null || file.isEmpty() || file.getSize() > Verification.LARGEST_FILE) {
            Form form = Form.empty();
            form.reject(FILE, file == null || file.isEmpty() ? EMPTY : TOO_LARGE);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(form, model);
        }
        model.addAttribute("view", view(page, verification.judge(file.getBytes(), acting), file.getOriginalFilename()));
        return "jte:documents/verdict";
    }

    private static VerdictView view(Page page, Verification.Answer answer, @Nullable String name) {
        String file = name == null ? "" : name;
        return switch (answer.verdict()) {
            case Verdict.NotReadable not ->
                new VerdictView(
                        file,
                        false,
                        false,
                        page.say("无法核验这个文件", "This file cannot be verified"),
                        page.say(not.why().zh(), not.why().en()),
                        List.of(),
                        List.of(),
                        List.of());
            case Verdict.Judged judged -> judged(page, file, judged, answer);
        };
    }

    /// A file may be genuine and its licence have run out: then it does not count today.
    private static VerdictView judged(Page page, String file, Verdict.Judged judged, Verification.Answer answer) {
        Optional<Licence> licence = answer.licence();
        boolean over = judged.failed().equals(Set.of(Check.DOCUMENT_IN_TIME))
                || judged.valid()
                        && licence.filter(found -> found.on(page.today()) == Licence.State.EXPIRED)
                                .isPresent();
        boolean genuine = judged.valid() || over;
        boolean ofFirm = judged.valid() && !answer.ofOffice();
        String title = ofFirm
                ? page.say("企业自己盖章的文件，不是本市发的证照", "Sealed by a firm; not a licence of this city")
                : title(page, over, genuine);
        String says = genuine
                ? page.say(
                        "盖章后没有改动，印章和证书都是真的，也没有被吊销。",
                        "Unchanged since it was sealed; its seal is genuine and not revoked.")
                : page.say("原因见下面打叉的各项。", "Each reason is marked below.");
        return new VerdictView(
                file,
                judged.valid() && !over,
                ofFirm,
                title,
                says,
                judged.answers().stream()
                        .sorted(Comparator.comparing(Verdict.Answer::holds))
                        .map(each -> new VerdictView.Line(
                                each.holds(),
                                page.say(
                                        each.check().zh(each.holds()),
                                        each.check().en(each.holds()))))
                        .toList(),
                judged.uses().stream()
                        .map(use -> (use.sealName().isEmpty() ? use.signer() : use.sealName())
                                + page.say("，", ", ")
                                + page.moment(use.at()))
                        .toList(),
                genuine ? licence.map(found -> LicenceWords.rows(page, found)).orElse(List.of()) : List.of());
    }

    private static String title(Page page, boolean over, boolean genuine) {
        if (over) {
            return page.say("文件是真的，但证照已过期", "The file is genuine, but the licence has expired");
        }
        return genuine
                ? page.say("文件有效", "The file is valid")
                : page.say("文件无效，不要相信", "The file is not valid; do not rely on it");
    }

    @GetMapping("/verify/{document}")
    String lookUp(
            Optional<Acting> acting,
            Page page,
            @PathVariable String document,
            HttpServletResponse response,
            Model model) {
        Optional<Licence> found = verification.lookUp(document, acting);
        if (found.isEmpty()) {
            return LicenceWords.notFound(response, model);
        }
        Licence.State state = found.get().on(page.today());
        model.addAttribute("title", page.say(found.get().name()));
        model.addAttribute("state", page.say(state.words()));
        model.addAttribute("tag", LicenceWords.tag(state));
        model.addAttribute("counts", state == Licence.State.VALID);
        model.addAttribute("rows", LicenceWords.rows(page, found.get()));
        model.addAttribute(
                "manage",
                acting.filter(reader -> reader.has(Role.OFFICER)
                                && reader.person()
                                        .department()
                                        .equals(found.get().unit()))
                        .map(reader -> "/officer/licences/" + document)
                        .orElse(null));
        return "jte:documents/licence";
    }

    @GetMapping("/verify/trust/{file}")
    ResponseEntity<byte[]> trust(@PathVariable String file) {
        byte[] bytes = verification.trust().get(file);
        return bytes == null ? ResponseEntity.notFound().build() : LicenceWords.file(bytes, file);
    }
}
