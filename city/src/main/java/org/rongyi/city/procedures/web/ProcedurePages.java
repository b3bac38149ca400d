package org.rongyi.city.procedures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.procedures.ProcedureDrawing;
import org.rongyi.city.procedures.ProcedureText;
import org.rongyi.city.procedures.Procedures;
import org.rongyi.city.procedures.Trial;
import org.rongyi.city.procedures.web.ProcedureView.NoteView;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.procedure.Note;
import org.rongyi.definitions.procedure.Procedure;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Where the administrator brings in a procedure, sees it drawn and what is wrong with it, tries it, and takes it into
/// use for an item.
@Controller
@RequestMapping("/admin/procedures")
class ProcedurePages {
    private static final String ERROR = "jte:ui/error";
    private static final String FILE = "file";
    private static final String ITEM = "item";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ANSWERS = 60;

    private final Procedures procedures;
    private final Catalogue catalogue;

    ProcedurePages(Procedures procedures, Catalogue catalogue) {
        this.procedures = procedures;
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(Page page, Model model) {
        return list(page, Form.empty(), model);
    }

    private String list(Page page, Form form, Model model) {
        Map<String, Long> used = procedures.inUse();
        model.addAttribute("form", form);
        model.addAttribute(
                "rows",
                procedures.all().stream().map(text -> row(page, text, used)).toList());
        return "jte:procedures/list";
    }

    private ProcedureView.Row row(Page page, ProcedureText text, Map<String, Long> used) {
        Procedure procedure = text.reading().procedure();
        return new ProcedureView.Row(
                text.id(),
                procedure == null ? text.fileName() : page.say(procedure.name()),
                text.fileName(),
                text.shipped() ? page.say("系统自带", "Ships with the software") : page.moment(text.uploadedAt()),
                text.reading().faults().size(),
                items(page, text.id(), used));
    }

    private List<String> items(Page page, long id, Map<String, Long> used) {
        return used.entrySet().stream()
                .filter(each -> each.getValue() == id)
                .map(each -> itemName(page, each.getKey()))
                .toList();
    }

    private String itemName(Page page, String item) {
        return catalogue.item(item).map(found -> page.say(found.name())).orElse(item);
    }

    @PostMapping
    String take(
            Acting acting,
            Page page,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Form form = Form.of(request);
        String name = file == null ? "" : nameOf(file);
        if (file == null || name.isEmpty()) {
            form.reject(FILE, "选一个文件", "Choose a file");
        } else if (file.isEmpty()) {
            form.reject(FILE, "这个文件是空的", "The file is empty");
        } else if (file.getSize() > MOST_BYTES) {
            form.reject(FILE, "文件最大 1 MB", "At most 1 MB");
        }
        if (file == null || form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(page, form, model);
        }
        return "redirect:/admin/procedures/"
                + procedures.upload(name, file.getBytes(), acting).id();
    }

    /// Some browsers send a whole path.
    private static String nameOf(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name.replaceFirst("(?s)^.*[/\\\\]", "").strip();
    }

    @GetMapping("/{id}")
    String one(
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response,
            Model model) {
        return procedures
                .find(id)
                .map(text -> show(page, text, Form.empty(), done.equals("used"), model))
                .orElseGet(() -> unknown(id, response, model));
    }

    private static String unknown(long id, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("error", notFound(id));
        return ERROR;
    }

    private static PageError notFound(long id) {
        return PageError.notFound(
                new Words("没有流程 " + id + "。", "There is no procedure " + id + "."),
                new Words("看看流程清单。", "Look at the list of procedures."),
                Link.of("看流程清单", "To the procedures", "/admin/procedures"));
    }

    private String show(Page page, ProcedureText text, Form form, boolean used, Model model) {
        Procedure procedure = text.reading().procedure();
        model.addAttribute("form", form);
        model.addAttribute("text", view(page, text));
        model.addAttribute("drawing", procedure == null ? null : ProcedureDrawing.of(page, procedure, Set.of()));
        model.addAttribute("items", free(text.id()));
        model.addAttribute("used", used);
        return "jte:procedures/text";
    }

    private ProcedureView view(Page page, ProcedureText text) {
        Procedure procedure = text.reading().procedure();
        Map<String, Long> inUse = procedures.inUse();
        List<ProcedureView.Use> uses = inUse.entrySet().stream()
                .filter(each -> each.getValue() == text.id())
                .map(each -> new ProcedureView.Use(each.getKey(), itemName(page, each.getKey())))
                .toList();
        return new ProcedureView(
                text.id(),
                procedure == null ? text.fileName() : page.say(procedure.name()),
                text.fileName(),
                text.shipped() ? page.say("系统自带", "Ships with the software") : page.moment(text.uploadedAt()),
                notes(page, text.reading().faults()),
                notes(page, text.reading().mapped()),
                uses);
    }

    private static List<NoteView> notes(Page page, List<Note> notes) {
        return notes.stream()
                .map(note -> new NoteView(
                        note.line() == 0 ? "" : page.say("第 " + note.line() + " 行", "Line " + note.line()),
                        page.say(note.says()),
                        note.advice() == null ? "" : page.say(note.advice())))
                .toList();
    }

    /// Items that do not go by this one yet.
    private List<Option> free(long id) {
        Map<String, Long> used = procedures.inUse();
        return catalogue.items().stream()
                .filter(item -> used.getOrDefault(item.id(), -1L) != id)
                .map(item -> Option.of(item.id(), item.name()))
                .toList();
    }

    /// The file as it was brought in, to be mended elsewhere.
    @GetMapping("/{id}/file")
    @Nullable
    ModelAndView file(@PathVariable long id, HttpServletResponse response) throws IOException {
        Optional<ProcedureText> text = procedures.find(id);
        if (text.isEmpty()) {
            return new ModelAndView(ERROR, Map.of("error", notFound(id)), HttpStatus.NOT_FOUND);
        }
        response.setContentType("application/octet-stream");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, CsvTable.attachment(text.get().fileName()));
        response.getOutputStream().write(procedures.content(id));
        return null;
    }

    @PostMapping("/{id}/use")
    String use(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        return switch (procedures.use(id, form.value(ITEM), acting)) {
            case Procedures.Using.Done() -> "redirect:/admin/procedures/" + id + "?done=used";
            case Procedures.Using.NoSuchText(long missing) -> unknown(missing, response, model);
            case Procedures.Using.NoSuchItem _ -> {
                form.reject(ITEM, "选一个事项", "Choose an item");
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(page, procedures.find(id).orElseThrow(), form, false, model);
            }
            case Procedures.Using.Faulty(ProcedureText text) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield show(page, text, form, false, model);
            }
        };
    }

    @PostMapping("/{id}/stop")
    String stop(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Optional<ProcedureText> text = procedures.find(id);
        if (text.isEmpty()) {
            return unknown(id, response, model);
        }
        if (procedures.stop(id, form.value(ITEM), acting)) {
            return "redirect:/admin/procedures/" + id;
        }
        form.reject(
                ITEM,
                "这个事项刚换了别的流程，没有停；去那个流程的页面停",
                "Meanwhile this item goes by another procedure, which was not stopped; stop it on its own page");
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(page, text.get(), form, false, model);
    }

    /// A test case after the answers in the address: going back is the browser's way back.
    @GetMapping("/{id}/trial")
    String trial(
            Page page,
            @PathVariable long id,
            @RequestParam(name = "a", defaultValue = "") List<String> answers,
            HttpServletResponse response,
            Model model) {
        Optional<ProcedureText> text = procedures.find(id);
        if (text.isEmpty()) {
            return unknown(id, response, model);
        }
        List<String> said = answers.stream()
                .filter(each -> !each.isEmpty())
                .limit(MOST_ANSWERS)
                .toList();
        Trial trial = procedures.trial(id, said);
        if (!(trial instanceof Trial.Ran ran)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("error", refused(id, trial));
            return ERROR;
        }
        model.addAttribute("text", view(page, text.get()));
        model.addAttribute("trial", TrialView.of(page, id, said, ran));
        return "jte:procedures/trial";
    }

    private static PageError refused(long id, Trial trial) {
        Words why = trial instanceof Trial.Refused(Words step, Words answer)
                ? new Words(
                        "走到“" + step.zh() + "”时不能选“" + answer.zh() + "”。",
                        "“" + answer.en() + "” is not possible at “" + step.en() + "”.")
                : new Words("流程还有错要改，或城市里还没有部门工作人员。", "The procedure has faults, or the city has no officers yet.");
        return new PageError(
                HttpStatus.CONFLICT.value(),
                new Words("这样试不了", "This cannot be tried"),
                why,
                new Words("回到流程看看。", "Go back to the procedure."),
                null,
                Link.of("看流程", "To the procedure", "/admin/procedures/" + id),
                null,
                new ArrayList<>());
    }
}
