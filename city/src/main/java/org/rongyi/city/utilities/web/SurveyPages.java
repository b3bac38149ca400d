package org.rongyi.city.utilities.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.Pager;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.city.utilities.SurveyRecord;
import org.rongyi.city.utilities.Surveys;
import org.rongyi.city.utilities.Surveys.Job;
import org.rongyi.city.utilities.Surveys.Keeping;
import org.rongyi.city.utilities.Surveys.Saving;
import org.rongyi.city.utilities.Surveys.Signing;
import org.rongyi.city.utilities.UtilityBook;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// What a crew has on its phone: where it is expected, and the record that it fills in and signs there.
@Controller
@RequestMapping("/officer/surveys")
class SurveyPages {
    private static final String HERE = "/officer/surveys";
    private static final String FORM = "form";
    private static final String KEY = "key";
    /// Set by the script of the page.
    private static final String KEPT = "kept";
    private static final String PHOTOS = "photos";
    /// Before each field: what stood there when the page was opened. Whoever sends a page of an hour ago changes
    /// only what they changed themselves, and takes out nothing that a colleague wrote since.
    private static final String WAS = "was.";

    private final Surveys surveys;
    private final UtilityBook book;
    private final SurveyViews views;

    SurveyPages(Surveys surveys, UtilityBook book, SurveyViews views) {
        this.surveys = surveys;
        this.book = book;
        this.views = views;
    }

    @GetMapping
    String list(Acting acting, Page page, @RequestParam(name = "page", defaultValue = "1") String number, Model model) {
        Pager pager = Pager.of(number, ConnectionRows.A_PAGE, surveys.callCount(acting), HERE);
        model.addAttribute("days", views.days(page, surveys.calls(acting, pager.offset(), pager.size())));
        model.addAttribute("pager", pager);
        model.addAttribute("account", acting.account());
        model.addAttribute("crew", views.hasCrew(acting));
        return "jte:utilities/survey-list";
    }

    @GetMapping("/{visit}")
    String one(
            Acting acting,
            Page page,
            @PathVariable long visit,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        Job job = surveys.job(visit, acting).orElse(null);
        return job == null ? nothing(response, model) : show(acting, page, job, Form.empty(), done, model);
    }

    private static String nothing(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有这次踏勘，或者不是您的班组去。", "There is no such survey, or your crew has no part in it."),
                        new Words("看您要去的。", "See where you are expected."),
                        Link.of("踏勘", "Surveys", HERE)));
        return ConnectionPages.ERROR;
    }

    private String show(Acting acting, Page page, Job job, Form form, String done, Model model) {
        Map<String, String> stored = job.record().values();
        book.fields(job.record().visit()).keySet().forEach(field -> {
            if (form.values(field).isEmpty() || form.value(field).equals(form.value(WAS + field))) {
                form.with(field, stored.getOrDefault(field, ""));
            }
        });
        form.with(KEY, UUID.randomUUID().toString());
        model.addAttribute(FORM, form);
        model.addAttribute("done", done);
        model.addAttribute("view", views.one(page, job, acting));
        model.addAttribute("lost", List.<SummaryRow>of());
        return "jte:utilities/survey-record";
    }

    @PostMapping("/{visit}")
    String save(
            Acting acting,
            Page page,
            @PathVariable long visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Job job = surveys.job(visit, acting).orElse(null);
        if (job == null) {
            return nothing(response, model);
        }
        Form form = Form.of(request);
        Map<String, String> changed = changed(job, form);
        return switch (surveys.save(visit, key(form, changed), changed, acting)) {
            case Saving.Saved _ -> redirect(visit, "saved");
            case Saving.Wrong(var fields) -> {
                fields.forEach(field -> reject(job, form, field));
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(acting, page, job, form, "", model);
            }
            case Saving.Closed _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                String view = show(acting, page, job, Form.empty(), "unsaved", model);
                model.addAttribute("lost", lost(page, job, changed));
                yield view;
            }
        };
    }

    private static String redirect(long visit, String done) {
        return "redirect:" + HERE + "/" + visit + "?done=" + done;
    }

    /// What a phone kept has one name however often it is sent. A page that somebody went back to and changed is
    /// another form.
    private static UUID key(Form form, Map<String, String> changed) {
        String kept = form.value(KEPT);
        return UUID.nameUUIDFromBytes(
                (kept.isEmpty() ? form.value(KEY) + changed : kept).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> changed(Job job, Form form) {
        Map<String, String> changed = new TreeMap<>();
        for (String field : book.fields(job.record().visit()).keySet()) {
            if (!form.values(field).isEmpty() && !form.value(field).equals(form.value(WAS + field))) {
                changed.put(field, form.value(field));
            }
        }
        return changed;
    }

    private List<SummaryRow> lost(Page page, Job job, Map<String, String> changed) {
        Map<String, UtilityBook.Measure> fields = book.fields(job.record().visit());
        List<SummaryRow> lost = new ArrayList<>();
        changed.forEach((field, value) -> Optional.ofNullable(fields.get(field))
                .ifPresent(measure -> lost.add(SummaryRow.of(page.say(measure.name()), value))));
        return lost;
    }

    private void reject(Job job, Form form, String field) {
        UtilityBook.Measure measure = book.fields(job.record().visit()).get(field);
        if (measure != null && measure.number()) {
            form.reject(field, "写一个数，例如 12.5", "A number, for example 12.5");
        } else {
            form.reject(
                    field,
                    "最多 " + SurveyRecord.LONGEST_VALUE + " 个字",
                    "At most " + SurveyRecord.LONGEST_VALUE + " characters");
        }
    }

    /// Apart from the words: a form with files is turned away unread when the session has ended, and words shall
    /// not be lost with it.
    @PostMapping("/{visit}/photos")
    String photos(
            Acting acting,
            Page page,
            @PathVariable long visit,
            @RequestParam(required = false) @Nullable List<MultipartFile> photos,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Form form = Form.empty();
        Keeping keeping = Keeping.KEPT;
        if (photos == null) {
            refuse(form, Keeping.EMPTY);
        }
        for (MultipartFile photo : photos == null ? List.<MultipartFile>of() : photos) {
            keeping = photo.getSize() > Surveys.LARGEST_PHOTO
                    ? Keeping.TOO_LARGE
                    : surveys.photo(visit, photo.getBytes(), acting);
            if (keeping != Keeping.KEPT) {
                refuse(form, keeping);
                break;
            }
        }
        Job job = surveys.job(visit, acting).orElse(null);
        if (job == null) {
            return nothing(response, model);
        }
        if (!form.hasFaults()) {
            return redirect(visit, "saved");
        }
        // A phone keeps what came too late, until whoever took it removes it.
        response.setStatus(
                keeping == Keeping.CLOSED ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(acting, page, job, form, "", model);
    }

    private static void refuse(Form form, Keeping keeping) {
        int megabytes = Surveys.LARGEST_PHOTO / 1_000_000;
        switch (keeping) {
            case KEPT -> {}
            case EMPTY -> form.reject(PHOTOS, "选一张照片", "Choose a photo");
            case NO_PICTURE -> form.reject(PHOTOS, "照片要 JPEG 或 PNG", "A photo is a JPEG or PNG");
            case TOO_LARGE -> form.reject(PHOTOS, "一张最大 " + megabytes + " MB", "At most " + megabytes + " MB each");
            case TOO_MANY ->
                form.reject(
                        PHOTOS,
                        "一份记录最多 " + Surveys.MOST_PHOTOS + " 张照片",
                        "A record has at most " + Surveys.MOST_PHOTOS + " photos");
            case CLOSED -> form.reject(PHOTOS, "记录刚签完，照片没有放进去", "The record was just closed; the photo is not in it");
        }
    }

    /// An empty reason: it is there after all.
    @PostMapping("/{visit}/absent")
    String absent(
            Acting acting,
            @PathVariable long visit,
            @RequestParam(defaultValue = "") String utility,
            @RequestParam(defaultValue = "") String reason) {
        boolean marked = surveys.absent(visit, utility, reason, acting);
        return redirect(visit, !marked ? "late" : reason.isBlank() ? "there" : "absent");
    }

    @PostMapping("/{visit}/sign")
    String sign(Acting acting, @PathVariable long visit, @RequestParam(defaultValue = "") String hash) {
        return redirect(
                visit,
                switch (surveys.sign(visit, hash, acting)) {
                    case Signing.Signed(var closed) -> closed ? "closed" : "signed";
                    case Signing.Changed _ -> "changed";
                    case Signing.Missing _ -> "missing";
                    case Signing.TooEarly _, Signing.Closed _ -> "late";
                });
    }
}
