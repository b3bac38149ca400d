package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Way;
import org.rongyi.city.applications.Applications;
import org.rongyi.city.applications.Applications.Correction;
import org.rongyi.city.applications.Applications.NewPaper;
import org.rongyi.city.applications.Applications.Tracked;
import org.rongyi.city.applications.Applications.Upload;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.HandedIn;
import org.rongyi.city.applications.Part;
import org.rongyi.city.applications.Submission;
import org.rongyi.city.cases.Case;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition.Sensitivity;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/// Answering a department that asked for corrections: all its faults beside the form and the papers of its item.
@Controller
class CorrectPages {
    private static final String FILE = "file-";

    private final Applications applications;
    private final HandedIn handedIn;
    private final TrackingViews views;
    private final Elements elements;
    private final ApplicationWords words;

    CorrectPages(
            Applications applications,
            HandedIn handedIn,
            TrackingViews views,
            Elements elements,
            ApplicationWords words) {
        this.applications = applications;
        this.handedIn = handedIn;
        this.views = views;
        this.elements = elements;
        this.words = words;
    }

    /// What is corrected: only where the department asks for it, and the reader may answer.
    private record Asked(Tracked tracked, Part part, Submission before) {}

    private Optional<Asked> asked(Acting acting, long id, String item) {
        Optional<Tracked> tracked =
                applications.open(id, acting).filter(found -> applications.mayAct(found.application(), acting));
        Optional<Part> part = tracked.flatMap(found -> found.parts().stream()
                .filter(each -> each.item().id().equals(item) && ApplicationRows.waits(each))
                .findFirst());
        return part.map(Part::now)
                .map(Case::id)
                .flatMap(handedIn::forCase)
                .map(before -> new Asked(tracked.orElseThrow(), part.orElseThrow(), before));
    }

    @GetMapping("/applications/{id}/parts/{item}/correct")
    String correct(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String item,
            HttpServletResponse response,
            Model model) {
        Optional<Asked> asked = asked(acting, id, item);
        if (asked.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        Form form = Form.empty();
        for (FormField field : fields(page, asked.get())) {
            Object value = value(asked.get(), field.input().name());
            if (value != null && !field.hidden()) {
                field.input().fill(form, value);
            }
        }
        return show(page, asked.get(), form, model);
    }

    private static @Nullable Object value(Asked asked, String element) {
        return asked.before().values().stream()
                .filter(value -> value.element().id().equals(element))
                .findFirst()
                .map(Submission.Value::value)
                .orElse(null);
    }

    private List<FormField> fields(Page page, Asked asked) {
        List<FormField> fields = new ArrayList<>();
        for (Submission.Value value : asked.before().values()) {
            if (value.origin() != Submission.Origin.RESULT) {
                boolean hidden = value.value() != null && value.element().sensitivity() == Sensitivity.S;
                Words ask = value.element().ask();
                String kept = page.say("已有，不显示；要改就重新填。", "On file, not shown; enter it anew to change it.");
                fields.add(new FormField(
                        ElementInput.entry(value.element(), elements).keeping(value.value()),
                        hidden ? kept : ask == null ? null : page.say(ask),
                        false,
                        hidden));
            }
        }
        return fields;
    }

    private String show(Page page, Asked asked, Form form, Model model) {
        model.addAttribute("view", views.of(page, asked.tracked(), true, false));
        model.addAttribute("item", asked.part().item().id());
        model.addAttribute("name", page.say(asked.part().item().name()));
        model.addAttribute("department", words.department(page, asked.part().item()));
        model.addAttribute("faults", TrackingViews.faults(asked.part()));
        model.addAttribute("fields", fields(page, asked));
        model.addAttribute("papers", asked.before().papers());
        model.addAttribute("form", form);
        return "jte:applications/correct";
    }

    @PostMapping("/applications/{id}/parts/{item}/correct")
    String send(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String item,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after)
            throws IOException {
        Optional<Asked> asked = asked(acting, id, item);
        if (asked.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        Form form = Form.of(request);
        Map<String, @Nullable Object> values = FormPages.read(form, fields(page, asked.get()));
        List<NewPaper> papers = papers(request, form, asked.get());
        boolean brings = form.chosen("brought", "yes");
        if (!form.hasFaults() && !brings && papers.isEmpty() && unchanged(asked.get(), values)) {
            form.reject("nothing", "还没有改动：照上面说的改，再送", "Nothing is changed yet: mend what is said above, then send it");
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, asked.get(), form, model);
        }
        return TrackingPages.done(
                page,
                applications.correct(id, acting, item, new Correction(values, papers)),
                id,
                response,
                model,
                after);
    }

    private static boolean unchanged(Asked asked, Map<String, @Nullable Object> values) {
        return values.entrySet().stream().allMatch(entry -> {
            Object before = value(asked, entry.getKey());
            Object now = entry.getValue();
            return now instanceof BigDecimal number && before instanceof BigDecimal other
                    ? number.compareTo(other) == 0
                    : Objects.equals(now, before);
        });
    }

    private static List<NewPaper> papers(HttpServletRequest request, Form form, Asked asked) throws IOException {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<NewPaper> papers = new ArrayList<>();
        for (Submission.Paper paper : asked.before().papers()) {
            MultipartFile file = parts == null ? null : parts.getFile(FILE + paper.id());
            if (file != null && !file.isEmpty()) {
                boolean large = file.getSize() > Drafts.LARGEST_FILE;
                byte[] content = large ? new byte[0] : file.getBytes();
                Words fault = large ? PaperPages.TOO_LARGE : PaperPages.fault(Applications.look(content));
                if (fault == null) {
                    String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
                    papers.add(new NewPaper(paper.id(), Way.FILE, new Upload(name, content)));
                } else {
                    form.reject(FILE + paper.id(), fault);
                }
            }
        }
        return papers;
    }
}
