package org.rongyi.city.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.InnerSteps;
import org.rongyi.city.cases.Step;
import org.rongyi.city.desk.web.ActForm.Ask;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKind.Need;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Doing something to a case: a form, where it matters a check, then the command. What is typed is kept on
/// every way.
@Controller
@RequestMapping("/cases/{number}/acts/{act}")
class ActPages {
    private static final String SEEN = "seen";
    private static final String HELP = "help";
    private static final Set<String> ENDS_UNANSWERED = Set.of("route", "drop");

    private final CaseFiles files;
    private final Cases cases;
    private final InnerSteps steps;
    private final ActForms forms;
    private final Meanwhile meanwhile;
    private final ResultFields results;
    private final PartViews parts;
    private final AnswerHelps helps;

    ActPages(
            CaseFiles files,
            Cases cases,
            InnerSteps steps,
            ActForms forms,
            Meanwhile meanwhile,
            ResultFields results,
            PartViews parts,
            AnswerHelps helps) {
        this.files = files;
        this.cases = cases;
        this.steps = steps;
        this.forms = forms;
        this.meanwhile = meanwhile;
        this.results = results;
        this.parts = parts;
        this.helps = helps;
    }

    /// A case and an act on it that is possible; otherwise the page that says why not.
    private record Chosen(CaseFile file, Act act) {}

    private Optional<Chosen> chosen(
            Acting acting, Page page, String number, String act, Form form, HttpServletResponse response, Model model) {
        Optional<CaseFile> file = files.open(number, acting);
        if (file.isEmpty()) {
            refuse(Meanwhile.unknown(number), response, model);
            return Optional.empty();
        }
        Optional<Act> found = Act.find(file.get(), act);
        if (found.isEmpty()) {
            refuse(meanwhile.notPossible(page, file.get(), form), response, model);
            return Optional.empty();
        }
        int others = found.filter(ActPages::endsUnanswered).isEmpty()
                ? 0
                : helps.others(file.get().now());
        if (others > 0) {
            refuse(Meanwhile.othersWait(page, file.get().now(), others, form), response, model);
            return Optional.empty();
        }
        return found.map(possible -> new Chosen(file.get(), possible));
    }

    private static boolean endsUnanswered(Act act) {
        return act instanceof Act.Fire(CaseKind.Event event) && ENDS_UNANSWERED.contains(event.id());
    }

    private static String refuse(PageError error, HttpServletResponse response, Model model) {
        response.setStatus(error.status());
        model.addAttribute("error", error);
        return CasePages.ERROR;
    }

    @GetMapping
    String ask(
            Acting acting,
            Page page,
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String draft,
            HttpServletResponse response,
            Model model) {
        Form form = Form.empty();
        return chosen(acting, page, number, act, form, response, model)
                .map(chosen -> show(page, chosen, begun(acting, page, chosen, draft, form, model), model))
                .orElse(CasePages.ERROR);
    }

    /// What other departments gave goes into the one answer; where a draft is asked for, what helps to answer, too.
    private Form begun(Acting acting, Page page, Chosen chosen, String draft, Form form, Model model) {
        if (!answers(chosen)) {
            return form;
        }
        String beginning = parts.beginning(chosen.file.now());
        AnswerHelp help = helps.of(page, acting, chosen.file.now());
        model.addAttribute(HELP, help);
        return form.with(
                ActForm.REASON,
                draft.isEmpty()
                        ? beginning
                        : AnswerHelps.draft(beginning, help, draft.matches("\\d") ? Integer.parseInt(draft) : -1));
    }

    private static boolean answers(Chosen chosen) {
        return chosen.act instanceof Act.Fire(CaseKind.Event event)
                && event.id().equals("reply");
    }

    private String show(Page page, Chosen chosen, Form form, Model model) {
        model.addAttribute("form", form);
        head(page, chosen, form, model);
        return "jte:desk/act";
    }

    private void head(Page page, Chosen chosen, Form form, Model model) {
        String number = chosen.file.now().number(page.city().zone());
        model.addAttribute("act", forms.form(page, chosen.file, chosen.act, form));
        model.addAttribute("waiting", answers(chosen) ? parts.waiting(page, chosen.file.now()) : "");
        model.addAttribute("others", answers(chosen) ? helps.others(chosen.file.now()) : 0);
        model.addAttribute("answers", answers(chosen));
        if (!model.containsAttribute(HELP)) {
            model.addAttribute(HELP, AnswerHelp.NONE);
        }
        model.addAttribute("inputs", results.of(chosen.file.now(), chosen.act));
        model.addAttribute("number", number);
        model.addAttribute("title", page.named(chosen.file.now().title()));
        model.addAttribute("applicant", page.named(chosen.file.now().applicant()));
        model.addAttribute(
                "crumbs", List.of(Link.of("任务清单", "Work list", "/tasks"), Link.of(number, number, "/cases/" + number)));
    }

    @PostMapping
    String act(
            Acting acting,
            Page page,
            @PathVariable String number,
            @PathVariable String act,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Chosen chosen = chosen(acting, page, number, act, form, response, model).orElse(null);
        if (chosen == null) {
            return CasePages.ERROR;
        }
        if (!form.value("back").isEmpty() || !form.value(ActForms.MORE).isEmpty()) {
            return show(page, chosen, form, model);
        }
        List<ElementInput> inputs = results.of(chosen.file.now(), chosen.act);
        check(page, chosen, form);
        ResultFields.read(inputs, form);
        boolean decided =
                !ActForms.checked(chosen.act) || !form.value("confirmed").isEmpty();
        if (decided && !form.hasFaults()) {
            results.state(chosen.file.now(), inputs, form, acting);
        }
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, chosen, form, model);
        }
        if (!decided) {
            return confirm(page, chosen, inputs, form, model);
        }
        Handling handling = perform(chosen, step(chosen, acting, form), form);
        if (handling instanceof Handling.Done) {
            return "redirect:/cases/" + number + "?done=" + act;
        }
        if (handling instanceof Handling.Missing(Set<Need> needs)) {
            needs.forEach(need -> missing(field(need), form));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, chosen, form, model);
        }
        return refuse(meanwhile.page(page, chosen.file, handling, form), response, model);
    }

    private String confirm(Page page, Chosen chosen, List<ElementInput> inputs, Form form, Model model) {
        head(page, chosen, form, model);
        ActForm asked = forms.form(page, chosen.file, chosen.act, form);
        List<SummaryRow> rows = new ArrayList<>();
        ActForm.Choice choice = asked.choice();
        if (choice != null) {
            String chose = choice.options().stream()
                    .filter(option -> option.value().equals(form.value(ActForm.CHOICE)))
                    .map(option -> page.say(option.words()))
                    .findFirst()
                    .orElse("");
            rows.add(SummaryRow.of(choice.legend(), chose));
        }
        rows.addAll(results.rows(page, inputs, form));
        add(rows, Meanwhile.REASON, reason(chosen, form), page);
        add(rows, Meanwhile.BASIS, form.value(ActForm.BASIS), page);
        add(rows, Meanwhile.PROOF, form.value(ActForm.PROOF), page);
        model.addAttribute("rows", rows);
        model.addAttribute("fields", fields(inputs, form));
        return "jte:desk/act-check";
    }

    private static void add(List<SummaryRow> rows, org.rongyi.definitions.Words key, String value, Page page) {
        if (!value.isEmpty()) {
            rows.add(SummaryRow.of(page.say(key), value));
        }
    }

    /// Everything of the form, to be sent again.
    private static List<SummaryRow> fields(List<ElementInput> inputs, Form form) {
        List<SummaryRow> fields = new ArrayList<>();
        inputs.forEach(input ->
                form.values(input.name()).forEach(value -> fields.add(SummaryRow.of(input.name(), value))));
        for (String name : Meanwhile.fields()) {
            if (!form.value(name).isEmpty()) {
                fields.add(SummaryRow.of(name, form.value(name)));
            }
        }
        fields.add(SummaryRow.of(SEEN, form.value(SEEN)));
        return fields;
    }

    private void check(Page page, Chosen chosen, Form form) {
        ActForm asked = forms.form(page, chosen.file, chosen.act, form);
        ActForm.Choice choice = asked.choice();
        if (choice != null
                && choice.options().stream().map(Option::value).noneMatch(form.value(ActForm.CHOICE)::equals)) {
            form.reject(ActForm.CHOICE, "选一个", "Choose one");
        }
        String reasonField = asked.faultLines() > 0 ? ActForm.fault(1) : ActForm.REASON;
        boolean refusesMore = chosen.act instanceof Act.AnswerMore
                && form.value(ActForm.CHOICE).equals(ActForms.REFUSE);
        check(asked.reason() == Ask.MUST || refusesMore, reasonField, reason(chosen, form), form);
        check(asked.basis() == Ask.MUST, ActForm.BASIS, form.value(ActForm.BASIS), form);
        check(asked.proof() == Ask.MUST, ActForm.PROOF, form.value(ActForm.PROOF), form);
    }

    private static void check(boolean needed, String field, String value, Form form) {
        if (needed && value.isEmpty()) {
            missing(field, form);
        } else if (value.length() > Cases.LONGEST_TEXT) {
            form.reject(
                    field,
                    "最多 1,000 个字，现在有 " + value.length() + " 个",
                    "At most 1,000 characters; now there are " + value.length());
        }
    }

    private static void missing(String field, Form form) {
        switch (field) {
            case ActForm.BASIS -> form.reject(field, "写依据：哪部法、哪一条", "Name the law and the article");
            case ActForm.PROOF -> form.reject(field, "写文书的名称和文号", "Name the paper and its number");
            case ActForm.REASON -> form.reject(field, "写理由", "Give the reason");
            default -> form.reject(field, "至少写一处要改的", "Name at least one thing to correct");
        }
    }

    private static String field(Need need) {
        return switch (need) {
            case REASON -> ActForm.REASON;
            case BASIS -> ActForm.BASIS;
            case PROOF -> ActForm.PROOF;
        };
    }

    private static String reason(Chosen chosen, Form form) {
        return ActForms.lists(chosen.file.now().kind(), chosen.act)
                ? ActForms.faults(form)
                : form.value(ActForm.REASON);
    }

    private static Step step(Chosen chosen, Acting acting, Form form) {
        Step step = Step.of(chosen.file.now().id(), Actor.of(acting))
                .because(reason(chosen, form))
                .basedOn(form.value(ActForm.BASIS))
                .proving(form.value(ActForm.PROOF));
        String seen = form.value(SEEN);
        // A remark stands whatever happened meanwhile.
        return chosen.act instanceof Act.Remark || !seen.matches("\\d{1,9}")
                ? step
                : step.having(Integer.parseInt(seen));
    }

    private Handling perform(Chosen chosen, Step step, Form form) {
        String choice = form.value(ActForm.CHOICE);
        return switch (chosen.act) {
            case Act.Fire(var event) -> cases.fire(step, event.id());
            case Act.Pause(var clock) -> cases.pause(step, clock.id(), choice);
            case Act.Resume(var clock) -> cases.resume(step, clock.id());
            case Act.AskMore(var clock) -> cases.askExtension(step, clock.id());
            case Act.AnswerMore(var clock) -> cases.answerExtension(step, clock.id(), choice.equals(ActForms.GRANT));
            case Act.Answer inner -> steps.answer(step, inner.step().key(), inner.key(choice));
            case Act.Take _ -> cases.assign(step, account(step));
            case Act.Assign _ -> cases.assign(step, choice);
            case Act.Pass _ -> cases.handOver(step, choice);
            case Act.Dispute _ -> cases.dispute(step);
            case Act.Remark _ -> cases.comment(step);
        };
    }

    private static String account(Step step) {
        return switch (step.by()) {
            case Actor.Person(Acting acting) -> acting.account();
            case Actor other -> throw new IllegalStateException("no person takes a case: " + other);
        };
    }
}
