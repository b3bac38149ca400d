package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.Applications;
import org.rongyi.city.applications.Applications.Correction;
import org.rongyi.city.applications.Applications.Looked;
import org.rongyi.city.applications.Applications.NewPaper;
import org.rongyi.city.applications.Applications.Tracked;
import org.rongyi.city.applications.Applications.Upload;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.HandedIn;
import org.rongyi.city.applications.Part;
import org.rongyi.city.applications.Submission;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.definitions.ElementDefinition.Sensitivity;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/// Answering a department that asked for corrections: all its faults beside the form and the papers of its
/// item.
@Controller
class CorrectPages {
    private static final String FILE = "file-";
    private static final String KEPT = "kept-";
    private static final Words GONE = new Words("这份文件没有留住，请再传一次", "This file was not kept: upload it once more");

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
        return show(page, asked.get(), form, new Looked(List.of(), Map.of(), 0), model);
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

    private String show(Page page, Asked asked, Form form, Looked looked, Model model) {
        model.addAttribute("view", views.of(page, asked.tracked(), true, false));
        model.addAttribute("item", asked.part().item().id());
        model.addAttribute("name", page.say(asked.part().item().name()));
        model.addAttribute("department", words.department(page, asked.part().item()));
        model.addAttribute("faults", TrackingViews.faults(asked.part()));
        model.addAttribute("fields", fields(page, asked));
        model.addAttribute("papers", asked.before().papers());
        model.addAttribute("form", form);
        model.addAttribute("looked", looked);
        return "jte:applications/correct";
    }

    /// @param act check: look at it before it is sent; back: change it once more; send
    @PostMapping("/applications/{id}/parts/{item}/correct")
    String answer(
            Acting acting,
            Page page,
            @PathVariable long id,
            @PathVariable String item,
            @RequestParam(defaultValue = "check") String act,
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
        Map<String, @Nullable Object> values = FormFields.read(form, fields(page, asked.get()));
        hold(acting, asked.get(), request, form);
        Correction what = new Correction(values, kept(asked.get(), form));
        Looked looked = applications.look(id, acting, item, what);
        rejectGone(form, what, looked);
        if (act.equals("back")) {
            return show(page, asked.get(), form, looked, model);
        }
        boolean brings = form.chosen("brought", "yes");
        if (!form.hasFaults() && !brings && what.papers().isEmpty() && unchanged(asked.get(), values)) {
            form.reject("nothing", "还没有改动：照上面说的改，再送", "Nothing is changed yet: mend what is said above, then send it");
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, asked.get(), form, looked, model);
        }
        boolean despite = looked.findings().isEmpty() || form.chosen("despite", "yes");
        if (act.equals("send") && despite) {
            Handling sent = applications.correct(id, acting, item, what);
            return sent instanceof Handling.Missing
                    ? gone(acting, page, asked.get(), what, form, response, model)
                    : TrackingPages.done(page, sent, id, response, model, after);
        }
        if (act.equals("send")) {
            form.reject("despite", "先改，或者勾选“我知道，仍要送回”", "Mend it first, or say that you send it all the same");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return check(page, asked.get(), what, form, looked, model);
    }

    private static void rejectGone(Form form, Correction what, Looked looked) {
        what.papers().stream()
                .map(NewPaper::paper)
                .filter(paper -> !looked.files().containsKey(paper))
                .forEach(paper -> form.with(KEPT + paper, "").reject(FILE + paper, GONE));
    }

    /// A paper was replaced in another window while this answer was on its way.
    private String gone(
            Acting acting,
            Page page,
            Asked asked,
            Correction what,
            Form form,
            HttpServletResponse response,
            Model model) {
        Looked now = applications.look(
                asked.tracked().application().id(), acting, asked.part().item().id(), what);
        rejectGone(form, what, now);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(page, asked, form, now, model);
    }

    private String check(Page page, Asked asked, Correction what, Form form, Looked looked, Model model) {
        List<SummaryRow> rows = new ArrayList<>();
        asked.before().values().stream()
                .filter(value ->
                        isChanged(value.value(), what.values(), value.element().id()))
                .forEach(value -> rows.add(SummaryRow.of(
                        page.say(value.element().name()),
                        words.value(
                                page,
                                value.element(),
                                what.values().get(value.element().id())))));
        for (Submission.Paper paper : asked.before().papers()) {
            Attachment file = looked.files().get(paper.id());
            if (file != null) {
                rows.add(SummaryRow.of(page.say(paper.name()), file.name()));
            }
        }
        if (form.chosen("brought", "yes")) {
            rows.add(SummaryRow.of(page.say("交纸质的", "On paper"), page.say("带到部门交", "you bring it")));
        }
        model.addAttribute("rows", rows);
        model.addAttribute("sent", sent(asked, form));
        model.addAttribute(
                "findings",
                looked.findings().stream()
                        .map(finding -> new FindingView(
                                page.say(finding.reason()), page.say(finding.basis()), page.say(finding.mend()), ""))
                        .toList());
        show(page, asked, form, looked, model);
        return "jte:applications/correct-check";
    }

    /// What the page of the check sends once more.
    private Map<String, List<String>> sent(Asked asked, Form form) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        Stream.of(
                        asked.before().values().stream()
                                .map(value -> value.element().id()),
                        asked.before().papers().stream().map(paper -> KEPT + paper.id()),
                        Stream.of("brought", "listed"))
                .flatMap(names -> names)
                .filter(name -> !form.values(name).isEmpty())
                .forEach(name -> sent.put(name, form.values(name)));
        return sent;
    }

    private static boolean unchanged(Asked asked, Map<String, @Nullable Object> values) {
        return values.keySet().stream().noneMatch(element -> isChanged(value(asked, element), values, element));
    }

    private static boolean isChanged(
            @Nullable Object before, Map<String, ? extends @Nullable Object> values, String element) {
        Object now = values.get(element);
        return values.containsKey(element)
                && !(now instanceof BigDecimal number && before instanceof BigDecimal other
                        ? number.compareTo(other) == 0
                        : Objects.equals(now, before));
    }

    /// Keeps what was chosen now; the page names it from then on.
    private void hold(Acting acting, Asked asked, HttpServletRequest request, Form form) throws IOException {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        for (Submission.Paper paper : asked.before().papers()) {
            MultipartFile file = parts == null ? null : parts.getFile(FILE + paper.id());
            if (file != null && !file.isEmpty()) {
                boolean large = file.getSize() > Drafts.LARGEST_FILE;
                byte[] content = large ? new byte[0] : file.getBytes();
                Words fault = large ? PaperPages.TOO_LARGE : PaperPages.fault(Applications.look(content));
                String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
                Optional<Attachment> held = fault == null
                        ? applications.hold(
                                asked.tracked().application().id(),
                                acting,
                                asked.part().item().id(),
                                paper.id(),
                                new Upload(name, content))
                        : Optional.empty();
                held.ifPresent(kept -> form.with(KEPT + paper.id(), String.valueOf(kept.id())));
                if (held.isEmpty()) {
                    form.reject(FILE + paper.id(), fault == null ? GONE : fault);
                }
            }
        }
    }

    private static List<NewPaper> kept(Asked asked, Form form) {
        return asked.before().papers().stream()
                .filter(paper -> form.value(KEPT + paper.id()).matches("[0-9]{1,18}"))
                .map(paper -> new NewPaper(paper.id(), Long.parseLong(form.value(KEPT + paper.id()))))
                .toList();
    }
}
