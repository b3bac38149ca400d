package org.rongyi.city.enterprises.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.Pager;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a department answers what firms contest of its data. Nobody else's contests are there for it.
@Controller
@RequestMapping("/officer/contests")
class OfficerContestPages {
    private static final int MOST_ANSWERED = 50;
    private static final int ON_A_PAGE = 50;
    private static final String DECISION = "decision";
    private static final String ANSWER = "answer";
    /// In the session: the day on which a contest was opened.
    private static final String OPENED = OfficerContestPages.class.getName() + ".opened.";

    private static final Words RIGHT_VALUE = new Words("正确的值", "The right value");

    private final Contests contests;
    private final Portraits portraits;
    private final Elements elements;
    private final ContestWords words;
    private final SourceWords sources;

    OfficerContestPages(
            Contests contests, Portraits portraits, Elements elements, ContestWords words, SourceWords sources) {
        this.contests = contests;
        this.portraits = portraits;
        this.elements = elements;
        this.words = words;
        this.sources = sources;
    }

    @GetMapping
    String list(
            Acting acting,
            Page page,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(name = "page", defaultValue = "1") String sent,
            Model model) {
        String department = acting.person().department();
        Contests.Waiting waiting = contests.waitingFor(department);
        Pager pager = Pager.of(sent, ON_A_PAGE, waiting.all(), "/officer/contests");
        List<ContestRow> open = rows(page, contests.openFor(department, pager.offset(), ON_A_PAGE));
        List<ContestRow> answered = rows(page, contests.answeredBy(department, MOST_ANSWERED));
        model.addAttribute("department", sources.say(page, department));
        model.addAttribute("open", open);
        model.addAttribute("answered", answered);
        model.addAttribute("waiting", waiting);
        model.addAttribute("pager", pager);
        model.addAttribute("showAnswered", show.equals("answered"));
        return "jte:enterprises/officer-contests";
    }

    private List<ContestRow> rows(Page page, List<Contest> some) {
        return some.stream().map(contest -> words.row(page, contest)).toList();
    }

    @GetMapping("/{id}")
    String one(
            Acting acting,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Contest> contest = ours(acting, id);
        if (contest.isEmpty()) {
            return unknown(response, model);
        }
        Form form = Form.empty();
        Object claimed = contest.get().claimedValue();
        if (claimed != null) {
            input(contest.get()).ifPresent(input -> input.fill(form, claimed));
        }
        model.addAttribute("done", done);
        return show(request, acting, page, contest.get(), form, model);
    }

    /// Values show on the page of one contest only, never in the list. Whoever opens it is on record, once a day
    /// for all the pages that the answer takes.
    private void look(HttpServletRequest request, Acting acting, Page page, Contest contest) {
        HttpSession session = request.getSession();
        String opened = OPENED + contest.id();
        if (!page.today().equals(session.getAttribute(opened))) {
            portraits.recordLook(
                    contest.firm(),
                    acting.account(),
                    acting.person().department(),
                    LookPurpose.CONTEST.onRecord(words.name(contest).zh()));
            session.setAttribute(opened, page.today());
        }
    }

    private String show(HttpServletRequest request, Acting acting, Page page, Contest contest, Form form, Model model) {
        look(request, acting, page, contest);
        model.addAttribute("contest", words.row(page, contest));
        model.addAttribute("input", input(contest).orElse(null));
        model.addAttribute("decisions", ContestDecision.options(input(contest).isPresent()));
        model.addAttribute("form", form);
        return "jte:enterprises/officer-contest";
    }

    /// Shows everything once more before it is said for good; or leads back to the form, with what was typed.
    @PostMapping("/{id}/check")
    String check(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Contest> contest = ours(acting, id);
        if (contest.isEmpty()) {
            return unknown(response, model);
        }
        if (contest.get().state() != Contest.State.OPEN) {
            return here(id, "before");
        }
        Form form = Form.of(request);
        model.addAttribute("done", "");
        if (!form.value("back").isEmpty()) {
            return show(request, acting, page, contest.get(), form, model);
        }
        Answer answer = read(form, contest.get());
        if (answer == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(request, acting, page, contest.get(), form, model);
        }
        look(request, acting, page, contest.get());
        model.addAttribute("contest", words.row(page, contest.get()));
        model.addAttribute("rows", summary(page, contest.get(), answer));
        model.addAttribute("fields", fields(form, contest.get()));
        return "jte:enterprises/officer-contest-check";
    }

    @PostMapping("/{id}")
    String answer(
            Acting acting,
            Page page,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Contest> contest = ours(acting, id);
        if (contest.isEmpty()) {
            return unknown(response, model);
        }
        if (contest.get().state() != Contest.State.OPEN) {
            return here(id, "before");
        }
        Form form = Form.of(request);
        Answer answer = read(form, contest.get());
        if (answer == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("done", "");
            return show(request, acting, page, contest.get(), form, model);
        }
        Contests.Answering answering = answer.decision() == ContestDecision.REJECT
                ? contests.reject(id, answer.words(), acting.account())
                : contests.uphold(id, answer.right(), answer.words(), acting.account());
        return switch (answering) {
            case Contests.Answering.Answered said -> here(id, "answered");
            case Contests.Answering.AnsweredBefore before -> here(id, "before");
        };
    }

    /// @param right the right value; null when it is withdrawn or the old one stands
    private record Answer(
            ContestDecision decision, @Nullable Object right, String words) {}

    /// Null when something is wrong: then the form has the faults.
    private @Nullable Answer read(Form form, Contest contest) {
        ContestDecision decision = ContestDecision.of(form.value(DECISION)).orElse(null);
        Object right = null;
        if (decision == null) {
            form.reject(DECISION, "选一个答复", "Choose an answer");
        } else if (decision == ContestDecision.CORRECT) {
            right = right(form, contest);
        }
        String said = form.value(ANSWER);
        if (said.isEmpty()) {
            form.reject(ANSWER, "写明理由，企业要看", "Give the reason; the firm will read it");
        } else if (said.length() > Contests.LONGEST_TEXT) {
            form.reject(
                    ANSWER,
                    "最多 1,000 个字，现在有 " + said.length() + " 个",
                    "At most 1,000 characters; now there are " + said.length());
        }
        return decision == null || form.hasFaults() ? null : new Answer(decision, right, said);
    }

    private @Nullable Object right(Form form, Contest contest) {
        ElementInput input = input(contest).orElse(null);
        Object right = input == null ? null : input.read(form).orElse(null);
        if (right == null && !form.hasFaults()) {
            form.reject(contest.element(), "填正确的值", "Enter the right value");
        } else if (right != null && ContestDecision.same(right, contest.contestedValue())) {
            form.reject(
                    contest.element(),
                    "和现在的值一样；要维持原值，选“维持”",
                    "This is the present value. To let it stand, choose so above");
        }
        return right;
    }

    private List<SummaryRow> summary(Page page, Contest contest, Answer answer) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.say("企业", "Firm"), contest.firmName()));
        rows.add(SummaryRow.of(page.say(words.name(contest)), words.value(page, contest, contest.contestedValue())));
        rows.add(SummaryRow.of(
                page.say("答复", "Answer"), page.say(answer.decision().words())));
        if (answer.right() != null) {
            rows.add(SummaryRow.of(page.say(RIGHT_VALUE), words.value(page, contest, answer.right())));
        }
        rows.add(SummaryRow.of(page.say("理由", "Reason"), answer.words()));
        return rows;
    }

    /// What was typed, to be sent again.
    private static List<SummaryRow> fields(Form form, Contest contest) {
        List<SummaryRow> fields = new ArrayList<>();
        for (String name : List.of(DECISION, ANSWER, contest.element())) {
            form.values(name).forEach(value -> fields.add(SummaryRow.of(name, value)));
        }
        return fields;
    }

    private Optional<ElementInput> input(Contest contest) {
        return elements.find(contest.element())
                .filter((ElementDefinition element) -> !element.element().derived())
                .map(element -> ElementInput.claim(element, RIGHT_VALUE, elements));
    }

    /// A contest of another department is as little there as one that nobody opened.
    private Optional<Contest> ours(Acting acting, long id) {
        return contests.find(id)
                .filter(contest ->
                        Objects.equals(contest.source(), acting.person().department()));
    }

    private static String here(long id, String done) {
        return "redirect:/officer/contests/" + id + "?done=" + done;
    }

    private static String unknown(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("您的部门没有这件异议。", "Your department has no such contest."),
                        new Words(
                                "只有数据的来源部门能看、能答复。从列表里点开。",
                                "Only the department that the data come from sees it. Open it from the list."),
                        Link.of("数据异议", "Contests", "/officer/contests")));
        return "jte:ui/error";
    }
}
