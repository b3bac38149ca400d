package org.rongyi.city.courts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.courts.CourtGuide;
import org.rongyi.city.courts.HandOver;
import org.rongyi.city.courts.HandOvers;
import org.rongyi.city.courts.HandOvers.Handing;
import org.rongyi.city.courts.HandOvers.Keeping;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpHeaders;
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

/// A firm hands its papers over to the courts' platform and sees how far its case is there.
@Controller
@RequestMapping("/my/courts")
class CourtPages {
    private static final String ERROR = "jte:ui/error";
    private static final String MATTER = "matter";
    private static final String STEP = "step";
    private static final String OPPONENT = "opponent";
    private static final String CLAIM = "claim";
    private static final String AMOUNT = "amount";
    private static final String PAPER = "paper";
    private static final String FILE = "file";
    private static final String AGREE = "agree";
    private static final String CONSENT = "consent";

    private final HandOvers handOvers;
    private final CourtGuide guide;
    private final CourtViews views;

    CourtPages(HandOvers handOvers, CourtGuide guide, CourtViews views) {
        this.handOvers = handOvers;
        this.guide = guide;
        this.views = views;
    }

    @GetMapping
    String list(Acting acting, Page page, Model model) {
        return list(acting, page, Form.empty(), model);
    }

    private String list(Acting acting, Page page, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("guide", views.guide(page));
        model.addAttribute("exists", guide.exists());
        model.addAttribute("matters", options(guide.matters()));
        model.addAttribute("steps", options(guide.steps()));
        model.addAttribute(
                "rows",
                handOvers.of(acting).stream().map(each -> views.row(page, each)).toList());
        return "jte:courts/list";
    }

    private static List<Option> options(List<CourtGuide.Named> named) {
        return named.stream().map(each -> Option.of(each.id(), each.name())).toList();
    }

    @PostMapping
    String begin(Acting acting, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        choose(form, MATTER, guide.matters(), "选一种纠纷", "Choose what it is about");
        choose(form, STEP, guide.steps(), "选要办哪一步", "Choose what you want there");
        text(form, OPPONENT, HandOvers.LONGEST_OPPONENT, "写对方是谁", "Name the other side");
        text(form, CLAIM, HandOvers.LONGEST_CLAIM, "写要求什么", "Say what you claim");
        String amount = form.value(AMOUNT).replace(",", "");
        if (!amount.isEmpty() && !amount.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            form.reject(AMOUNT, "写一个数，单位元；没有就空着", "A number in yuan, or nothing");
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(acting, page, form, model);
        }
        HandOver begun = handOvers.begin(
                form.value(MATTER),
                form.value(STEP),
                form.value(OPPONENT),
                form.value(CLAIM),
                amount.isEmpty() ? null : new BigDecimal(amount),
                acting);
        return "redirect:/my/courts/" + begun.id();
    }

    private static void choose(Form form, String field, List<CourtGuide.Named> of, String zh, String en) {
        if (of.stream().noneMatch(each -> each.id().equals(form.value(field)))) {
            form.reject(field, zh, en);
        }
    }

    private static void text(Form form, String field, int longest, String zh, String en) {
        if (form.value(field).isEmpty()) {
            form.reject(field, zh, en);
        } else {
            form.limit(field, longest);
        }
    }

    @GetMapping("/{id}")
    String one(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        return with(acting, id, response, model, found -> show(page, found, Form.empty(), model));
    }

    private String with(
            Acting acting, long id, HttpServletResponse response, Model model, Function<HandOver, String> then) {
        Optional<HandOver> found = handOvers.find(id, acting);
        if (found.isPresent()) {
            return then.apply(found.get());
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有这一件。", "There is no such hand-over."),
                        new Words("看您企业的清单。", "See the list of your firm."),
                        Link.of("涉诉", "Going to court", "/my/courts")));
        return ERROR;
    }

    private String show(Page page, HandOver found, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("guide", views.guide(page));
        model.addAttribute("view", views.one(page, found));
        model.addAttribute("connected", handOvers.connected());
        model.addAttribute("consentZh", guide.consent().zh());
        model.addAttribute(
                "papers",
                guide.papers().stream()
                        .map(paper -> new Option(paper.id(), paper.name(), paper.hint()))
                        .toList());
        return "jte:courts/one";
    }

    @PostMapping("/{id}/papers")
    String keep(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String paper,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Form form = Form.empty().with(PAPER, paper);
        byte[] content = file == null || file.getSize() > HandOvers.LARGEST_FILE ? new byte[0] : file.getBytes();
        boolean tooLarge = file != null && file.getSize() > HandOvers.LARGEST_FILE;
        return with(acting, id, response, model, found -> {
            if (guide.paper(paper).isEmpty()) {
                form.reject(PAPER, "选是哪一种材料", "Choose which paper it is");
            } else {
                String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
                Keeping keeping = tooLarge ? Keeping.TOO_LARGE : handOvers.keep(id, paper, name, content, acting);
                Words fault = fault(keeping);
                if (fault != null) {
                    form.reject(FILE, fault);
                }
            }
            if (form.hasFaults()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return show(page, found, form, model);
            }
            return "redirect:/my/courts/" + id + "#papers";
        });
    }

    private static @Nullable Words fault(Keeping keeping) {
        return switch (keeping) {
            case KEPT -> null;
            case EMPTY -> new Words("选一个文件", "Choose a file");
            case TOO_LARGE -> new Words("文件超过 10 MB", "The file has more than 10 MB");
            case TOO_MANY -> new Words("最多 20 个文件", "At most 20 files");
            case UNKNOWN_TYPE -> new Words("只收 PDF、PNG、JPEG，看的是内容", "Only PDF, PNG and JPEG, told by their content");
            case NOT_NOW -> new Words("已经交出去了，不能再加", "It was handed over; nothing can be added");
        };
    }

    @PostMapping("/{id}/papers/{file}/remove")
    String remove(
            Acting acting, @PathVariable long id, @PathVariable long file, HttpServletResponse response, Model model) {
        return with(acting, id, response, model, _ -> {
            handOvers.remove(id, file, acting);
            return "redirect:/my/courts/" + id + "#papers";
        });
    }

    @PostMapping("/{id}/hand-over")
    String handOver(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        return with(acting, id, response, model, found -> {
            if (form.value(AGREE).isEmpty()) {
                form.reject(AGREE, "同意了才能交", "It goes out only if you agree");
            } else {
                switch (handOvers.handOver(id, form.value(CONSENT), acting)) {
                    case Handing.Done _ -> {}
                    case Handing.Missing(List<String> papers) -> form.reject(PAPER, missing(papers));
                    case Handing.NotAgreed _ ->
                        form.reject(AGREE, "同意的文字刚才改了，请再看一遍", "The words changed a moment ago; read them again");
                    case Handing.NotConnected _ ->
                        form.reject(AGREE, "还没有连上法院平台，请下载后自己去交", "Not connected: download it and go there");
                    case Handing.NotNow _ -> form.reject(AGREE, "已经交出去了", "It was handed over");
                }
            }
            if (form.hasFaults()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return show(page, found, form, model);
            }
            return "redirect:/my/courts/" + id;
        });
    }

    private Words missing(List<String> papers) {
        List<CourtGuide.Paper> needed =
                papers.stream().flatMap(id -> guide.paper(id).stream()).toList();
        return new Words(
                "还差："
                        + String.join(
                                "、",
                                needed.stream().map(each -> each.name().zh()).toList()),
                "Missing: "
                        + String.join(
                                ", ",
                                needed.stream().map(each -> each.name().en()).toList()));
    }

    @GetMapping("/{id}/package")
    ResponseEntity<byte[]> zip(Acting acting, @PathVariable long id) {
        return handOvers
                .zip(id, acting)
                .map(bytes -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, CsvTable.attachment("court-" + id + ".zip"))
                        .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                        .body(bytes))
                .orElse(ResponseEntity.notFound().build());
    }
}
