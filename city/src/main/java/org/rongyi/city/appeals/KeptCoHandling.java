package org.rongyi.city.appeals;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rongyi.city.appeals.Contribution.State;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseEvent;
import org.rongyi.city.cases.CaseFile.Running;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Opening;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.definitions.CaseKind.Who;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Each contribution is a case of the department asked: it has an owner, a clock and a place in the work list. Whoever
/// works on an appeal and on its contributions locks the appeal's case first; whoever answers one locks only its own.
@Component
class KeptCoHandling implements CoHandling {
    static final String KIND = "contribution";
    static final String TAKE_BACK = "takeBack";

    private static final String CLOCK = "part";
    private static final String ABOUT = "contribution/";
    private static final Actor HOUSE = Actor.house("appeals");

    private final ContributionTable contributions;
    private final AppealTable appeals;
    private final Cases cases;
    private final CaseFiles files;
    private final People people;
    private final WorkingCalendar calendar;
    private final CityWords city;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeptCoHandling(
            ContributionTable contributions,
            AppealTable appeals,
            Cases cases,
            CaseFiles files,
            People people,
            WorkingCalendar calendar,
            CityWords city,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.contributions = contributions;
        this.appeals = appeals;
        this.cases = cases;
        this.files = files;
        this.people = people;
        this.calendar = calendar;
        this.city = city;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Contribution> of(Appeal appeal) {
        return contributions.of(appeal.id()).stream().map(this::told).toList();
    }

    private Contribution told(ContributionTable.Row row) {
        Case now = files.find(row.caseId()).orElseThrow();
        return row.with(now.number(city.zone()), now);
    }

    /// One day before the answer at the latest.
    @Override
    public int mostWorkingDays(Appeal appeal) {
        return files.record(appeal.caseId()).stream()
                .flatMap(file -> file.clocks().stream())
                .filter(running -> running.clock().id().equals(AppealCourse.REPLY_CLOCK) && running.stoppedAt() == null)
                .findFirst()
                .map(running -> Math.max(0, left(running) - 1))
                .orElse(0);
    }

    private int left(Running running) {
        Instant due = running.dueAt();
        if (due == null || running.stands()) {
            return running.leftWorkingDays();
        }
        try {
            return calendar.between(city.dayOf(clock.instant()), city.dayOf(due));
        } catch (CalendarYearMissing beyondTheTables) {
            return running.leftWorkingDays();
        }
    }

    @Override
    public Asking ask(Appeal appeal, String unit, String question, int workingDays, Acting lead) {
        if (question.isBlank() || question.length() > LONGEST_QUESTION) {
            throw new IllegalArgumentException(
                    "a question has (" + question.length() + ") characters\nMaybe 1 to " + LONGEST_QUESTION + ".");
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Asking asking = asking(appeal, unit, question.strip(), workingDays, lead);
            if (!(asking instanceof Asking.Done)) {
                status.setRollbackOnly();
            }
            return asking;
        }));
    }

    private Asking asking(Appeal appeal, String unit, String question, int workingDays, Acting lead) {
        // The remark locks the case: nobody answers the firm, or asks the same, at the same moment.
        Step remark = Step.of(appeal.caseId(), Actor.of(lead)).because("请" + unit + "协办：" + question);
        if (!(cases.comment(remark) instanceof Handling.Done(Case now)) || !leads(lead, now)) {
            return new Asking.NotYours();
        }
        if (!now.open() || !now.state().id().equals(AppealCourse.HANDLING)) {
            return new Asking.NotNow();
        }
        if (unit.equals(now.unit()) || people.holding(Role.OFFICER, unit).isEmpty()) {
            return new Asking.NoSuchUnit();
        }
        List<ContributionTable.Row> open = contributions.of(appeal.id()).stream()
                .filter(each -> each.state() == State.ASKED)
                .toList();
        if (open.size() >= MOST_OPEN
                || open.stream().anyMatch(each -> each.unit().equals(unit))) {
            return new Asking.Enough();
        }
        int most = mostWorkingDays(appeal);
        if (workingDays < 1 || workingDays > most) {
            return new Asking.TooLong(most);
        }
        NewCase what = NewCase.of(KIND, title(appeal), now.unit(), unit)
                .about(ABOUT + appeal.number())
                .promising(CLOCK, workingDays);
        if (!(cases.open(what, HOUSE) instanceof Opening.Opened opened)) {
            return new Asking.TooLong(most); // the kind allows less than the lead has
        }
        Case part = opened.opened();
        contributions.insert(appeal.id(), part.id(), unit, question, lead.account(), part.openedAt());
        return new Asking.Done(told(contributions.ofCase(part.id()).orElseThrow()));
    }

    /// What was said in confidence stands in no other case, not even its first sentence.
    private static String title(Appeal appeal) {
        return "协办：" + (appeal.reporter().confidential() ? "一件要求保密的诉求" : appeal.title());
    }

    private static boolean leads(Acting lead, Case now) {
        return lead.account().equals(now.handler()) || lead.account().equals(now.owner());
    }

    @Override
    public Handling takeBack(Appeal appeal, long contribution, Acting lead) {
        Case now = files.find(appeal.caseId()).orElseThrow();
        if (!leads(lead, now)) {
            return new Handling.NotYours(List.of(Who.Party.HANDLER, Who.Party.OWNER));
        }
        return contributions.of(appeal.id()).stream()
                .filter(each -> each.id() == contribution)
                .findFirst()
                .<Handling>map(each -> takeBack(each.caseId(), lead.person().name() + "：不用答了"))
                .orElseGet(() -> new Handling.NotNow(now));
    }

    private Handling takeBack(long caseId, String why) {
        return cases.fire(Step.of(caseId, HOUSE).because(why), TAKE_BACK);
    }

    /// The appeal is not handled any more: nobody waits for what is still open. One that is answered at this moment
    /// stays answered.
    void takeBackOpen(long appealId) {
        contributions.of(appealId).stream()
                .filter(each -> each.state() == State.ASKED)
                .forEach(each -> takeBack(each.caseId(), "主办已经答复或办结"));
    }

    @Override
    public Optional<Asked> asked(long caseId) {
        return contributions.ofCase(caseId).map(row -> {
            Appeal appeal = appeals.byId(row.appealId());
            Case now = files.find(appeal.caseId()).orElseThrow();
            boolean secret = appeal.reporter().confidential();
            return new Asked(told(row), appeal, secret ? "" : appeal.words(), secret ? "" : appeal.place(), now.unit());
        });
    }

    /// Within the transaction of the command, under the lock of the contribution's case.
    @EventListener
    void follow(CaseEvent event) {
        if (!event.about().kind().equals(KIND)) {
            return;
        }
        long id = event.about().caseId();
        if (event instanceof CaseEvent.CasePassed passed) {
            contributions.passed(id, passed.unit());
        } else if (event instanceof CaseEvent.CaseMoved moved) {
            Entry last = files.record(id).orElseThrow().timeline().stream()
                    .filter(entry -> moved.event().equals(entry.subject()))
                    .reduce((_, second) -> second)
                    .orElseThrow();
            String answer = Objects.requireNonNullElse(last.reason(), "");
            contributions.answered(id, state(moved.to()), answer, last.actorName(), last.at());
        }
    }

    private static State state(String id) {
        return switch (id) {
            case "given" -> State.GIVEN;
            case "declined" -> State.DECLINED;
            case "takenBack" -> State.TAKEN_BACK;
            default -> State.ASKED;
        };
    }
}
