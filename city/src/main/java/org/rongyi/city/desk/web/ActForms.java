package org.rongyi.city.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.InnerStep;
import org.rongyi.city.desk.web.ActForm.Ask;
import org.rongyi.city.desk.web.ActForm.Choice;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKind.Need;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// What each act asks for.
@Component
class ActForms {
    static final String GRANT = "grant";
    static final String REFUSE = "refuse";
    /// A button that asks for one more line.
    static final String MORE = "more";

    private static final int FEWEST_LINES = 3;
    static final int MOST_LINES = 12;

    private final People people;

    ActForms(People people) {
        this.people = people;
    }

    ActForm form(Page page, CaseFile file, Act act, Form typed) {
        Case now = file.now();
        return new ActForm(
                page.say(act.name()),
                "/cases/" + now.number(page.city().zone()) + "/acts/" + act.id(),
                page.say(act instanceof Act.Answer answer ? answer.button() : act.name()),
                now.revision(),
                follows(page, file, act),
                lines(now.kind(), act, typed),
                reason(act),
                basis(act),
                proof(act),
                choice(page, file, act));
    }

    /// Acts that put something before somebody else, or that nobody can take back, are shown once more.
    static boolean checked(Act act) {
        return switch (act) {
            case Act.Fire(CaseKind.Event event) ->
                event.decides() || event.once() || !event.needs().isEmpty();
            case Act.Pause _, Act.AnswerMore _, Act.Pass _, Act.Dispute _ -> true;
            case Act.Answer _, Act.Resume _, Act.AskMore _, Act.Take _, Act.Assign _, Act.Remark _ -> false;
        };
    }

    /// What may be asked of the applicant only once is a list: everything that is wrong, at once.
    static boolean lists(CaseKind kind, Act act) {
        return act instanceof Act.Fire(CaseKind.Event event)
                && event.once()
                && event.needs().contains(Need.REASON)
                && kind.state(event.to())
                        .filter(state -> state.waitsFor() == CaseKind.WaitsFor.FIRM)
                        .isPresent();
    }

    private static int lines(CaseKind kind, Act act, Form typed) {
        if (!lists(kind, act)) {
            return 0;
        }
        int last = IntStream.rangeClosed(1, MOST_LINES)
                .filter(line -> !typed.value(ActForm.fault(line)).isEmpty())
                .max()
                .orElse(0);
        int wanted = last + (typed.value(MORE).isEmpty() ? 0 : 2);
        return Math.clamp(wanted, FEWEST_LINES, MOST_LINES);
    }

    /// Everything that was typed into the lines, one fault a line.
    static String faults(Form typed) {
        return IntStream.rangeClosed(1, MOST_LINES)
                .mapToObj(line -> typed.value(ActForm.fault(line)).replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    static Ask reason(Act act) {
        return switch (act) {
            case Act.Fire(CaseKind.Event event) -> of(event, Need.REASON);
            case Act.AskMore _, Act.Pass _, Act.Dispute _, Act.Remark _ -> Ask.MUST;
            case Act.Answer _, Act.AnswerMore _, Act.Assign _, Act.Resume _ -> Ask.MAY;
            case Act.Pause _, Act.Take _ -> Ask.NO;
        };
    }

    static Ask basis(Act act) {
        return act instanceof Act.Fire(CaseKind.Event event) ? of(event, Need.BASIS) : Ask.NO;
    }

    static Ask proof(Act act) {
        return switch (act) {
            case Act.Fire(CaseKind.Event event) -> of(event, Need.PROOF);
            case Act.Pause _ -> Ask.MUST;
            case Act.Answer(InnerStep step) ->
                step.answers().stream().anyMatch(InnerStep.Choice::proof) ? Ask.MAY : Ask.NO;
            case Act.Resume _,
                    Act.AskMore _,
                    Act.AnswerMore _,
                    Act.Take _,
                    Act.Assign _,
                    Act.Pass _,
                    Act.Dispute _,
                    Act.Remark _ -> Ask.NO;
        };
    }

    private static Ask of(CaseKind.Event event, Need need) {
        if (event.needs().contains(need)) {
            return Ask.MUST;
        }
        return event.decides() ? Ask.MAY : Ask.NO;
    }

    private @Nullable Choice choice(Page page, CaseFile file, Act act) {
        return switch (act) {
            case Act.Pause pause -> new Choice(page.say("为什么停表", "Why it stops"), reasons(pause), true);
            case Act.AnswerMore _ -> new Choice(page.say("批不批", "Your answer"), answers(), true);
            case Act.Assign _ -> new Choice(page.say("交给谁办", "Who handles it"), colleagues(file.now()), false);
            case Act.Pass _ ->
                new Choice(page.say("转给哪个部门", "To which department"), departments(page, file.now()), false);
            case Act.Answer(InnerStep step) ->
                step.answers().size() == 1 ? null : new Choice(page.say("结果", "How it came out"), answers(step), true);
            case Act.Fire _, Act.Resume _, Act.AskMore _, Act.Take _, Act.Dispute _, Act.Remark _ -> null;
        };
    }

    private static List<Option> reasons(Act.Pause pause) {
        return pause.reasons().stream()
                .map(reason -> new Option(
                        reason.id(),
                        reason.name(),
                        reason.verify().isEmpty()
                                ? reason.basis()
                                : reason.verify().getFirst()))
                .toList();
    }

    private static List<Option> answers() {
        return List.of(Option.of(GRANT, "批准", "Grant it"), Option.of(REFUSE, "不批准", "Refuse it"));
    }

    private static List<Option> answers(InnerStep step) {
        return step.answers().stream()
                .map(choice -> new Option(
                        choice.key(),
                        choice.name(),
                        choice.proof() ? new Words("时钟停住，要写文书", "The clock stops: name the paper") : null))
                .toList();
    }

    private List<Option> colleagues(Case now) {
        List<Person> others = people.holding(Role.OFFICER, now.unit()).stream()
                .filter(person -> !person.account().equals(now.handler()))
                .toList();
        List<Person> fresh = others.stream()
                .filter(person -> !now.handled().contains(person.account()))
                .toList();
        return (now.reopened() == 0 || fresh.isEmpty() ? others : fresh)
                .stream()
                        .map(person -> Option.of(person.account(), Words.same(person.name())))
                        .toList();
    }

    private List<Option> departments(Page page, Case now) {
        boolean disputed = now.standing() == Case.Standing.DISPUTED;
        return people.holding(Role.OFFICER, null).stream()
                .map(Person::department)
                .filter(unit -> !unit.isBlank() && (disputed || !unit.equals(now.unit())))
                .distinct()
                .sorted()
                .map(unit -> Option.of(unit, Words.same(page.named(unit))))
                .toList();
    }

    private static List<String> follows(Page page, CaseFile file, Act act) {
        List<String> follows = new ArrayList<>();
        switch (act) {
            case Act.Fire(CaseKind.Event event) -> ofEvent(page, file.now().kind(), event, follows);
            case Act.Pause _ ->
                follows.add(page.say(
                        "时钟停住，剩下的工作日留着。申请人看得到原因和文书。",
                        "The clock stops and keeps the working days that are left. The applicant sees the reason and"
                                + " the paper."));
            case Act.Resume _ ->
                follows.add(page.say("从今天起接着算剩下的工作日。", "The working days that are left count on from today."));
            case Act.AskMore(CaseKind.Clock clock) ->
                follows.add(page.say(
                        "报部门负责人批，批准后加 "
                                + Objects.requireNonNull(clock.extension()).workingDays() + " 个工作日。批之前时钟照走。",
                        "The head of the department decides; if granted, "
                                + Objects.requireNonNull(clock.extension()).workingDays()
                                + " working days are added. Until then the clock runs on."));
            case Act.AnswerMore(CaseKind.Clock clock) -> {
                for (CaseFile.Running running : file.clocks()) {
                    CaseFile.Asked asked = running.asked();
                    if (running.clock().id().equals(clock.id()) && asked != null) {
                        follows.add(page.say(
                                "申请加 " + asked.workingDays() + " 个工作日。理由：" + asked.reason(),
                                asked.workingDays() + " working days are asked for. Reason: " + asked.reason()));
                    }
                }
            }
            case Act.Answer(InnerStep step) -> {
                if (step.pause() != null) {
                    follows.add(
                            page.say("办完这一步，时钟从今天起接着算。", "When this step is done, the clock counts on from today."));
                }
            }
            case Act.Take _ -> follows.add(page.say("以后由您负责。", "From now on you answer for it."));
            case Act.Pass _ ->
                follows.add(page.say(
                        "时钟照走。转回来算退件，来回两次由上级定。", "The clock runs on. Sent back twice, a level above decides."));
            case Act.Dispute _ ->
                follows.add(page.say(
                        "时钟照走。裁定人定由谁办，定了不能再退；只能提一次。",
                        "The clock runs on. The arbiter decides once and for all whose it is."));
            case Act.Assign _, Act.Remark _ -> {}
        }
        return follows;
    }

    private static void ofEvent(Page page, CaseKind kind, CaseKind.Event event, List<String> follows) {
        CaseKind.State to = kind.state(event.to()).orElseThrow();
        if (to.end()) {
            follows.add(page.say("办件到此结束，不能再改。", "The case ends here and cannot be changed."));
        }
        if (event.once()) {
            follows.add(page.say(
                    "只能做一次：要改的一次说全，以后不能再提新的。",
                    "It can be done once only: say everything now, nothing can be asked for later."));
        }
        for (CaseKind.Clock clock : kind.clocks()) {
            if (!clock.onlyPromised()
                    && clock.starts().stream().anyMatch(start -> start.event().equals(event.id()))) {
                follows.add(page.say(
                        "“" + clock.name().zh() + "”从明天起算。",
                        "From tomorrow counts: " + clock.name().en() + "."));
            }
        }
    }
}
