package org.rongyi.city.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.InnerStep;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// What a person reads whose act had no effect: what happened instead, and what was typed, to be copied.
@Component
class Meanwhile {
    static final Words REASON = new Words("理由", "Reason");
    static final Words BASIS = new Words("依据", "Basis");
    static final Words PROOF = new Words("文书", "Paper");

    private static final Words NOTHING_DONE =
            new Words("办件没有变，您填的在下面。", "The case was not changed; what you typed stands below.");

    private final EntryWords entries;

    Meanwhile(EntryWords entries) {
        this.entries = entries;
    }

    /// Every field that an act can have.
    static List<String> fields() {
        return Stream.concat(
                        Stream.of(ActForm.CHOICE, ActForm.REASON, ActForm.BASIS, ActForm.PROOF),
                        IntStream.rangeClosed(1, ActForms.MOST_LINES).mapToObj(ActForm::fault))
                .toList();
    }

    /// Also for a case that this person may not see: which numbers exist is nobody else's business.
    static PageError unknown(String number) {
        return PageError.notFound(
                new Words("没有您能看的办件 " + number + "。", "There is no case " + number + " that you may see."),
                new Words(
                        "核对编号；办件只给经手部门和它的负责人看。",
                        "Check the number. A case is open to the departments that handle it and those who lead them."),
                Link.of("看任务清单", "To the work list", "/tasks"));
    }

    /// The act is not among what the reader may do now: somebody was faster, or the form was open for long.
    PageError notPossible(Page page, CaseFile file, Form typed) {
        return error(
                page,
                file.now(),
                new Words("这一步现在办不了", "This cannot be done now"),
                happened(page, file, file.timeline().getLast()),
                typed);
    }

    PageError page(Page page, CaseFile file, Handling handling, Form typed) {
        return switch (handling) {
            case Handling.ChangedMeanwhile(Case now, Entry last) ->
                error(page, now, new Words("刚才有人先办了一步", "Somebody was faster"), happened(page, file, last), typed);
            case Handling.NotNow(Case now) -> state(page, now, typed);
            case Handling.OnlyOnce(Case now) ->
                error(
                        page,
                        now,
                        new Words("这一步只能做一次", "This can be done once only"),
                        new Words("以前已经做过了。", "It was done before."),
                        typed);
            case Handling.StepsOpen(var steps) -> stepsOpen(page, file.now(), steps, typed);
            case Handling.RanOut(Case now) ->
                error(
                        page,
                        now,
                        new Words("时限已经过了", "The clock has run out"),
                        new Words("过了的时限不能停，也不能延。", "A clock that has run out cannot be stopped or extended."),
                        typed);
            case Handling.Settled(Case now) ->
                error(
                        page,
                        now,
                        new Words("上级已经定了", "It was decided above"),
                        new Words("这一件不能再转给别的部门。", "This case cannot be handed over any more."),
                        typed);
            case Handling.HandledBefore _ ->
                error(
                        page,
                        file.now(),
                        new Words("要换一个人办", "Somebody else must handle it"),
                        new Words("企业说没有办好，办过的人不能再办。", "It was not solved; who had it does not get it again."),
                        typed);
            case Handling.NotYours _ ->
                PageError.refused(
                        new Words("这一步不归您办。", "This is not for you to do."),
                        new Words("请经办人或部门负责人办。", "Ask the handler or the head of the department."));
            case Handling.NoCalendar(int year) -> noCalendar(page, file.now(), year, typed);
            case Handling.NoSuchColleague _, Handling.NoSuchUnit _, Handling.NotListed _ ->
                error(
                        page,
                        file.now(),
                        new Words("选的已经没有了", "What you chose is no longer there"),
                        new Words("回到办件再选一次。", "Go back to the case and choose again."),
                        typed);
            case Handling.NoSuchCase _ -> unknown(file.now().number(page.city().zone()));
            case Handling.Done _, Handling.Missing _ ->
                throw new IllegalStateException("(" + handling + ") is no refusal of this kind");
        };
    }

    static PageError othersWait(Page page, Case now, int others, Form typed) {
        return error(
                page,
                now,
                new Words("还有人等这件的答复", "Others wait for the answer"),
                new Words(
                        "另有 " + others + " 家反映同一件事，并在这里；不答复就办结，他们就没有答复了。请写答复。",
                        others + " more brought up the same matter, merged into this one. Ended unanswered, they would"
                                + " have no answer: write one."),
                typed);
    }

    private static PageError stepsOpen(Page page, Case now, List<InnerStep> steps, Form typed) {
        String zh = steps.stream().map(step -> step.name().zh()).collect(Collectors.joining("、"));
        String en = steps.stream().map(step -> step.name().en()).collect(Collectors.joining(", "));
        return error(
                page,
                now,
                new Words("内部环节还没办完", "Steps inside are still open"),
                new Words("先办完：" + zh + "。", "First comes: " + en + "."),
                typed);
    }

    private static PageError noCalendar(Page page, Case now, int year, Form typed) {
        return error(
                page,
                now,
                new Words("日历还没到那一年", "The calendar does not reach so far"),
                new Words(
                        "城市日历没有 " + year + " 年的工作日，算不出日期。请管理员补上。",
                        "The calendar has no working days of " + year + ". Ask the administrator to add them."),
                typed);
    }

    private PageError state(Page page, Case now, Form typed) {
        return error(
                page,
                now,
                new Words("这一步现在办不了", "This cannot be done now"),
                new Words(
                        "办件现在是“" + now.state().name().zh() + "”。",
                        "The case stands at: " + now.state().name().en() + "."),
                typed);
    }

    private Words happened(Page page, CaseFile file, Entry last) {
        String what = entries.what(page, file.now().kind(), last);
        String who = entries.who(page, last);
        String when = page.moment(last.at());
        return new Words(when + "，" + who + "：" + what + "。", when + ", " + who + ": " + what + ".");
    }

    private static PageError error(Page page, Case now, Words title, Words happened, Form typed) {
        String number = now.number(page.city().zone());
        List<PageError.Typed> kept = typed(page, typed);
        return new PageError(
                HttpStatus.CONFLICT.value(),
                title,
                happened,
                new Words("看看办件现在怎样，再决定。", "Look at the case as it is now, then decide."),
                kept.isEmpty() ? null : NOTHING_DONE,
                Link.of("看办件", "To the case", "/cases/" + number),
                null,
                kept);
    }

    private static List<PageError.Typed> typed(Page page, Form form) {
        List<PageError.Typed> typed = new ArrayList<>();
        String faults = ActForms.faults(form);
        String reason = faults.isEmpty() ? form.value(ActForm.REASON) : faults;
        add(typed, page.say(REASON), reason);
        add(typed, page.say(BASIS), form.value(ActForm.BASIS));
        add(typed, page.say(PROOF), form.value(ActForm.PROOF));
        return typed;
    }

    private static void add(List<PageError.Typed> typed, String field, String value) {
        if (!value.isEmpty()) {
            typed.add(new PageError.Typed(field, value));
        }
    }
}
