package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.policies.PolicyEditor;
import org.rongyi.city.policies.PolicyEditor.Sound;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;
import org.rongyi.rules.RuleFault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// An editor publishes a policy: its file is checked and shown beside what holds now, then it holds for the
/// whole city.
@Controller
class PublishPages {
    static final String PAGE = "jte:policies/publish";
    static final String TEXT = "text";
    private static final String FILE = "file";
    private static final String REASON = "reason";
    private static final String LAST = "last";
    private static final String SEEN = "seen";

    /// Which text the editor looked at: another one is shown again before it is published.
    private static final String LOOKED = "looked";

    private static final String PUBLISH = "publish";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final PolicyEditor editor;
    private final Policies policies;
    private final Matches matches;
    private final PublishFigures figures;

    PublishPages(PolicyEditor editor, Policies policies, Matches matches, PublishFigures figures) {
        this.editor = editor;
        this.policies = policies;
        this.matches = matches;
        this.figures = figures;
    }

    @GetMapping("/editor/publish")
    String open(@RequestParam(defaultValue = "") String policy, Model model) {
        model.addAttribute("form", Form.empty().with(TEXT, editor.file(policy).orElse("")));
        return PAGE;
    }

    @PostMapping("/editor/publish")
    String check(
            Acting acting,
            Page page,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Form form = Form.of(request);
        String text = text(form, file);
        form.with(TEXT, text);
        if (!form.hasFaults()) {
            Optional<String> published = check(text, form, acting, page, model);
            if (published.isPresent()) {
                return "redirect:/editor/policies/" + published.get() + "?done=1";
            }
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("form", form);
        return PAGE;
    }

    /// A file that was chosen stands before what is in the box.
    private static String text(Form form, @Nullable MultipartFile file) throws IOException {
        List<String> typed = form.values(TEXT);
        String text = typed.isEmpty() ? "" : typed.getFirst();
        if (file != null && !file.isEmpty()) {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(file.getBytes()))
                        .toString();
            } catch (CharacterCodingException otherCoding) {
                form.reject(FILE, "这个文件不是 UTF-8 编码，另存为 UTF-8 再传", "The file is not in UTF-8: save it as UTF-8");
            }
        }
        if (text.length() > PolicyEditor.MOST_CHARACTERS) {
            form.reject(TEXT, "最多 20 万个字符", "At most 200,000 characters");
        } else if (text.isBlank()) {
            form.reject(TEXT, "选一个文件，或者把内容贴进来", "Choose a file or paste its text");
        }
        return text.replace("\uFEFF", "").replaceAll("\\R", "\n").strip();
    }

    /// @return the policy that was published
    private Optional<String> check(String text, Form form, Acting acting, Page page, Model model) {
        switch (editor.check(text)) {
            case PolicyEditor.Faulty(var faults) -> {
                form.reject(
                        TEXT,
                        "文件有 " + faults.size() + " 处错，改好才能发布",
                        faults.size() == 1 ? "The file has a fault to mend" : faults.size() + " faults to mend");
                model.addAttribute(
                        "problems",
                        faults.stream().map(fault -> problem(fault, text)).toList());
            }
            case Sound sound
            when sound.changesNothing() ->
                form.reject(TEXT, "和现在的一样，没有要发布的", "It says what holds now: there is nothing to publish");
            case Sound sound -> {
                boolean looked = form.value(LOOKED).equals(mark(text));
                if (form.value("do").equals(PUBLISH) && publish(text, looked, form, acting)) {
                    return Optional.of(sound.policy().id());
                }
                form.with(SEEN, sound.seen()).with(LOOKED, mark(text));
                model.addAttribute("view", figures.view(page, sound, acting));
            }
        }
        return Optional.empty();
    }

    private boolean publish(String text, boolean looked, Form form, Acting acting) {
        String reason = form.value(REASON);
        if (!looked) {
            form.reject(TEXT, "内容改过了，再看一遍再发布", "The text has changed: look at it again, then publish");
        } else if (reason.isEmpty() || reason.length() > PolicyEditor.LONGEST_REASON) {
            form.reject(REASON, "写一句为什么，最多 400 个字", "Say why, in at most 400 characters");
        } else {
            switch (editor.publish(text, form.value(SEEN), reason, acting)) {
                case DONE -> {
                    return true;
                }
                case STALE ->
                    form.reject(
                            REASON,
                            "别人刚发布了这项政策，下面是和新文本比",
                            "Somebody has just published this policy: compared anew below");
                case NOT_SOUND -> form.reject(REASON, "有错，没有发布", "It has faults and was not published");
            }
        }
        return false;
    }

    private static String mark(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static RuleProblem problem(Fault fault, String text) {
        return RuleProblem.of(
                new RuleFault(
                        fault.place().line(),
                        fault.place().column(),
                        wordAt(fault.line(), fault.place().column()),
                        fault.message(),
                        fault.advice()),
                text);
    }

    /// How long the word is that begins at the column, or the run of signs.
    private static int wordAt(String line, int column) {
        int from = Math.clamp(column - 1L, 0, line.length());
        int to = from;
        while (to < line.length() && kind(line.charAt(to)) == kind(line.charAt(from)) && kind(line.charAt(to)) > 0) {
            to++;
        }
        return Math.max(1, to - from);
    }

    private static int kind(char character) {
        return Character.isWhitespace(character) ? 0 : Character.isLetterOrDigit(character) ? 1 : 2;
    }

    @GetMapping("/editor/policies/{id}")
    String one(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        return policies.find(id)
                .map(policy -> {
                    if (done.equals("1")) {
                        awaitCount(policy, page);
                    }
                    return show(page, policy, Form.empty(), done.equals("1"), model);
                })
                .orElseGet(() -> unknown(id, response, model));
    }

    /// The city is judged in a moment: who has just published sees for whom, instead of looking again.
    private void awaitCount(PolicyDefinition policy, Page page) {
        Optional<PolicyVersion> today = policies.text(policy, page.today());
        long begun = System.nanoTime();
        while (today.isPresent()
                && reach(policy, today.get()) == null
                && System.nanoTime() - begun < LONGEST_WAIT.toNanos()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /// Null as long as it is not counted by this text.
    private CityReach.@Nullable Shown reach(PolicyDefinition policy, PolicyVersion text) {
        CityReach.Shown shown = PolicyWords.reach(matches.reach()).get(policy.id());
        return shown == null || !shown.version().equals(text.version()) ? null : shown;
    }

    private String show(Page page, PolicyDefinition policy, Form form, boolean done, Model model) {
        model.addAttribute("policy", policy);
        Optional<PolicyVersion> today = policies.text(policy, page.today());
        model.addAttribute("today", today.orElse(null));
        model.addAttribute("history", editor.history(policy.id()));
        model.addAttribute("aside", PublishFigures.asideOf(page, editor, policy.id()));
        model.addAttribute("reach", today.map(text -> reach(policy, text)).orElse(null));
        model.addAttribute("done", done);
        model.addAttribute("form", form);
        return "jte:policies/published";
    }

    private static String unknown(String id, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("error", notFound(id));
        return "jte:ui/error";
    }

    private static PageError notFound(String id) {
        return PageError.notFound(
                new Words("政策库里没有“" + id + "”。", "The library has no policy “" + id + "”."),
                new Words("从清单里选。", "Choose one of the list."),
                Link.of("看政策文件", "To the policy files", "/editor"));
    }

    /// Shows what it would be like if the text of today ended.
    @PostMapping("/editor/policies/{id}/end")
    String end(
            Acting acting,
            Page page,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PolicyDefinition policy = policies.find(id).orElse(null);
        if (policy == null) {
            return unknown(id, response, model);
        }
        Form form = Form.of(request);
        LocalDate last = day(form.value(LAST));
        Optional<String> ended = last == null ? Optional.empty() : editor.ended(id, last);
        if (ended.isEmpty()) {
            form.reject(LAST, "填日期，例如 " + page.today(), "Enter a date, for example " + page.today());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, policy, form, false, model);
        }
        String text = ended.get().strip();
        Form publishing = Form.empty().with(TEXT, text);
        check(text, publishing, acting, page, model);
        if (publishing.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("form", publishing);
        return PAGE;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /// The policy as a file, to be kept with the city's files.
    @GetMapping("/editor/policies/{id}/file")
    @Nullable
    ModelAndView file(@PathVariable String id, HttpServletResponse response) throws IOException {
        Optional<String> text = editor.file(id);
        if (text.isEmpty()) {
            return new ModelAndView("jte:ui/error", Map.of("error", notFound(id)), HttpStatus.NOT_FOUND);
        }
        response.setContentType("application/yaml");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, CsvTable.attachment(id + ".yaml"));
        response.getOutputStream().write(text.get().getBytes(StandardCharsets.UTF_8));
        return null;
    }
}
