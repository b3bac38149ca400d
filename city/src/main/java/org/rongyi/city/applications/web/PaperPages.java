package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Brought;
import org.rongyi.city.applications.Application.Way;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.Drafts.Attaching;
import org.rongyi.city.applications.Finding;
import org.rongyi.city.applications.HandedIn;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.journey.JourneyPlan;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The one set of papers: what is handed in and how, what is not and why.
@Controller
class PaperPages {
    static final Words EMPTY = new Words("先选一个文件", "Choose a file first");
    static final Words TOO_LARGE = new Words("文件超过 10 MB", "The file has more than 10 MB");
    static final Words UNKNOWN = new Words("只收 PDF、PNG、JPEG；看的是内容，不是文件名", "Only PDF, PNG and JPEG, told by content");

    private final Drafts drafts;
    private final DraftViews views;
    private final ApplicationWords words;

    PaperPages(Drafts drafts, DraftViews views, ApplicationWords words) {
        this.drafts = drafts;
        this.views = views;
        this.words = words;
    }

    @GetMapping("/applications/{id}/papers")
    String papers(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<Draft> draft = drafts.find(id, acting);
        return draft.isEmpty()
                ? ApplicationWords.notFound(response, model)
                : show(page, draft.get(), Form.empty(), model);
    }

    private String show(Page page, Draft draft, Form form, Model model) {
        model.addAttribute("view", views.of(page, draft));
        model.addAttribute("form", form);
        model.addAttribute("papers", papers(page, draft));
        return "jte:applications/papers";
    }

    private List<PaperView> papers(Page page, Draft draft) {
        List<PaperView> papers = new ArrayList<>();
        List<Finding> findings = drafts.review(draft);
        for (JourneyPlan.Paper paper : draft.plan().papers()) {
            Brought brought = draft.application().papers().get(paper.id());
            papers.add(new PaperView(
                    paper.id(),
                    words.paper(page, paper.id()),
                    paper.handedIn() ? words.paperNote(page, paper.id()) : words.exempt(page, paper),
                    page.say("用于", "for: ") + words.items(page, paper.neededBy()),
                    paper.handedIn(),
                    paper.handling() == JourneyPlan.Handling.PROMISE,
                    brought == null ? null : brought.way(),
                    brought == null ? null : brought.file(),
                    brought != null
                            && brought.file() != null
                            && draft.beingRead().contains(brought.file().id()),
                    brought == null || brought.file() == null ? List.of() : about(page, paper.id(), findings)));
        }
        return papers;
    }

    private static List<String> about(Page page, String paper, List<Finding> findings) {
        return findings.stream()
                .filter(finding ->
                        finding.kind() == Finding.About.PAPER && finding.about().equals(paper))
                .map(finding -> page.say(finding.reason()) + page.say("。", ". ") + page.say(finding.mend()))
                .toList();
    }

    /// @param way FILE with an upload, PROMISE, COUNTER, or nothing to take back what was said
    @PostMapping("/applications/{id}/papers/{paper}")
    String bring(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String paper,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Optional<Draft> draft = drafts.find(id, acting);
        if (draft.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        Form form = Form.empty();
        switch (way) {
            case "FILE" -> attach(acting, id, paper, file, form);
            case "PROMISE" -> drafts.bring(id, acting, paper, Way.PROMISE);
            case "COUNTER" -> drafts.bring(id, acting, paper, Way.COUNTER);
            default -> drafts.bring(id, acting, paper, null);
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, draft.get(), form, model);
        }
        return "redirect:/applications/" + id + "/papers";
    }

    private void attach(Acting acting, long id, String paper, @Nullable MultipartFile file, Form form)
            throws IOException {
        boolean large = file != null && file.getSize() > Drafts.LARGEST_FILE;
        byte[] content = file == null || large ? new byte[0] : file.getBytes();
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Attaching attaching = large ? Attaching.TOO_LARGE : drafts.attach(id, acting, paper, name, content);
        Words fault = fault(attaching);
        if (fault != null) {
            form.reject("file-" + paper, fault);
        }
    }

    static @Nullable Words fault(Attaching attaching) {
        return switch (attaching) {
            case KEPT, NOT_ASKED -> null;
            case EMPTY -> EMPTY;
            case TOO_LARGE -> TOO_LARGE;
            case UNKNOWN_TYPE -> UNKNOWN;
        };
    }

    /// As a download: a file of somebody else's is never shown as a page of the city.
    @GetMapping("/applications/{id}/files/{file}")
    ResponseEntity<byte[]> file(Acting acting, @PathVariable long id, @PathVariable long file) {
        return drafts.file(id, acting, file)
                .map(PaperPages::download)
                .orElse(ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> download(HandedIn.Content content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.about().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(content.about().type()))
                .body(content.bytes());
    }
}
