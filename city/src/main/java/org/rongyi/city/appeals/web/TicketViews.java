package org.rongyi.city.appeals.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.AppealFiles;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.CoHandling;
import org.rongyi.city.appeals.Contribution;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.appeals.web.TicketView.ClockLine;
import org.rongyi.city.appeals.web.TicketView.Contact;
import org.rongyi.city.appeals.web.TicketView.FileLine;
import org.rongyi.city.appeals.web.TicketView.Lead;
import org.rongyi.city.appeals.web.TicketView.Step;
import org.rongyi.city.appeals.web.TicketView.Talk;
import org.rongyi.city.appeals.web.TicketView.Turn;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFile.Running;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.CaseKind;
import org.springframework.stereotype.Component;

/// Puts together how an appeal reads: who has it, until when, what was said, where it goes if it is not
/// solved.
@Component
class TicketViews {
    private static final String REPLY = "reply";
    private static final String CONTACT = "firstContact";
    private static final int MINUTES = 60;
    private static final int BYTES_A_KILOBYTE = 1000;
    /// Ends of an appeal that nobody answered in it.
    private static final Set<String> UNANSWERED = Set.of("withdrawn", "merged", "dropped", "routed");
    /// States in which what the department told last counts. Nothing is merged into one of these, so that
    /// it was told to everybody who waited for it.
    private static final Set<String> TOLD = Set.of("replied", "solved", "asked", "settled", "unheard", "routed");

    private final Appeals appeals;
    private final AppealFiles files;
    private final Seats seats;
    private final AppealCatalogue catalogue;
    private final CoHandling parts;
    private final TalkWords words;
    private final WorkingCalendar calendar;

    TicketViews(
            Appeals appeals,
            AppealFiles files,
            Seats seats,
            AppealCatalogue catalogue,
            CoHandling parts,
            TalkWords words,
            WorkingCalendar calendar) {
        this.appeals = appeals;
        this.files = files;
        this.seats = seats;
        this.catalogue = catalogue;
        this.parts = parts;
        this.words = words;
        this.calendar = calendar;
    }

    static TicketView.Row row(Page page, Appeals.Line line) {
        Appeal appeal = line.appeal();
        String tag = switch (line.waits()) {
            case REPORTER -> "govuk-tag--action";
            case HOUSE -> "govuk-tag--going";
            case NOBODY -> "govuk-tag--grey";
        };
        return new TicketView.Row(
                appeal.number(), appeal.title(), page.say(line.state()), tag, page.moment(appeal.at()));
    }

    /// As a seat reads it.
    TicketView forSeat(Page page, Appeal appeal) {
        return of(page, appeal, false, false);
    }

    TicketView of(Page page, Appeal appeal, boolean mayAct) {
        return of(page, appeal, mayAct, true);
    }

    private static List<Talk> said(Page page, List<Talk> talk, boolean own) {
        return own
                ? talk
                : talk.stream()
                        .map(line -> line.side() == Talk.Side.MINE ? line.by(page.say("来信人", "Who sent it")) : line)
                        .toList();
    }

    private TicketView of(Page page, Appeal appeal, boolean mayAct, boolean own) {
        CaseFile file = appeals.record(appeal);
        Case now = file.now();
        return new TicketView(
                appeal.number(),
                code(appeal),
                appeal.title(),
                page.moment(appeal.at()),
                page.say(catalogue.categoryName(appeal.category())),
                page.say(now.state().name()),
                tag(now),
                turn(now),
                now.open(),
                mayAct,
                mayAct && now.open() && withdrawable(now),
                said(page, words.of(page, appeal, file), own),
                now.owner().isEmpty() ? null : words.name(now.owner()),
                page.named(now.unit()),
                helpers(page, appeal),
                contact(page, file),
                clock(page, file),
                tries(page, appeal),
                ladder(page, now),
                looks(page, appeal),
                files(page, appeal),
                appeal.mergedInto(),
                lead(page, appeal));
    }

    /// Whoever reported the same matter reads the same answer.
    private @Nullable Lead lead(Page page, Appeal appeal) {
        String into = appeal.mergedInto();
        return into == null
                ? null
                : seats.find(into).map(found -> standing(page, found)).orElse(null);
    }

    private Lead standing(Page page, Appeal lead) {
        CaseFile file = appeals.record(lead);
        String state = file.now().state().id();
        String told = state.equals("routed") ? state : "replied";
        String answer = lead.reporter().confidential() || !TOLD.contains(state)
                ? null
                : file.timeline().stream()
                        .filter(entry -> entry.what() == Entry.What.MOVED && told.equals(entry.to()))
                        .map(Entry::reason)
                        .filter(Objects::nonNull)
                        .reduce((first, second) -> second)
                        .orElse(null);
        return new Lead(
                page.say(file.now().state().name()), page.named(file.now().unit()), answer);
    }

    /// As it is read aloud and typed: in two parts.
    private static String code(Appeal appeal) {
        int half = appeal.code().length() / 2;
        return appeal.code().substring(0, half) + "-" + appeal.code().substring(half);
    }

    private static boolean withdrawable(Case now) {
        return now.kind().event("withdraw").stream()
                .anyMatch(event -> event.from().contains(now.state().id()));
    }

    private static Turn turn(Case now) {
        return switch (now.state().id()) {
            case "replied" -> Turn.SOLVED;
            case "asked" -> Turn.STILL;
            default -> Turn.NONE;
        };
    }

    private static String tag(Case now) {
        if (turn(now) != Turn.NONE) {
            return "govuk-tag--action";
        }
        return now.open() && now.state().waitsFor() != CaseKind.WaitsFor.CLOCK ? "govuk-tag--going" : "govuk-tag--grey";
    }

    private static @Nullable Running last(CaseFile file, String clock) {
        return file.clocks().stream()
                .filter(each -> each.clock().id().equals(clock))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private List<String> helpers(Page page, Appeal appeal) {
        return parts.of(appeal).stream()
                .filter(part -> part.open() || part.state() == Contribution.State.GIVEN)
                .map(part -> page.named(part.unit()))
                .distinct()
                .map(unit -> page.named(unit))
                .toList();
    }

    private static @Nullable Contact contact(Page page, CaseFile file) {
        Running running = last(file, CONTACT);
        if (running == null) {
            return null;
        }
        int minutes = running.lengthMinutes();
        String length = minutes % MINUTES == 0
                ? page.quantity(minutes / MINUTES, "个工作小时", "working hours")
                : page.quantity(minutes, "分钟", "minutes");
        String promised = page.say("承诺 " + length + "内有人联系您，", "Somebody speaks to you within " + length + "; ");
        boolean late = running.ranOutAt() != null;
        Instant stopped = running.stoppedAt();
        Instant due = running.dueAt();
        if (stopped != null) {
            return new Contact(
                    promised
                            + page.moment(stopped)
                            + (late ? page.say(" 才联系，晚了。", ", too late.") : page.say(" 已联系。", ", done.")),
                    late);
        }
        if (due == null) {
            return new Contact(promised + page.say("日历还没到那一天。", "the calendar does not reach so far."), false);
        }
        return new Contact(
                promised
                        + (late
                                ? page.say(
                                        page.moment(due) + " 前没有做到，已交给上级。",
                                        "it was not done by " + page.moment(due) + " and went one level up.")
                                : page.say(page.moment(due) + " 前。", "by " + page.moment(due) + ".")),
                late);
    }

    private @Nullable ClockLine clock(Page page, CaseFile file) {
        Running running = last(file, REPLY);
        if (running == null) {
            return null;
        }
        int all = running.lengthWorkingDays();
        int left = left(page, running);
        boolean late = running.ranOutAt() != null;
        String says = UNANSWERED.contains(file.now().state().id()) && running.stoppedAt() != null
                ? page.say("承诺 " + all + " 个工作日，没有答复就停了。", all + " working days were promised; it ended unanswered.")
                : says(page, running, all, left, late);
        return new ClockLine(says, late, Math.max(0, all - left), all);
    }

    private int left(Page page, Running running) {
        Instant due = running.dueAt();
        if (due == null || running.stands()) {
            return running.leftWorkingDays();
        }
        Instant until = running.stoppedAt();
        LocalDate now = until == null ? page.today() : page.city().dayOf(until);
        try {
            return Math.clamp(calendar.between(now, page.city().dayOf(due)), 0, running.lengthWorkingDays());
        } catch (CalendarYearMissing beyondTheTables) {
            return running.leftWorkingDays();
        }
    }

    private String says(Page page, Running running, int all, int left, boolean late) {
        String promised = page.say("承诺 " + all + " 个工作日，", all + " working days were promised; ");
        if (running.stoppedAt() != null) {
            int day = Math.max(1, all - left);
            return promised
                    + (late
                            ? page.say("超时才答复。", "it was answered too late.")
                            : page.say("第 " + day + " 天答复。", "answered on day " + day + "."));
        }
        Instant due = running.dueAt();
        if (running.stands()) {
            return promised
                    + page.say("时钟停着，还剩 " + left + " 天。", "the clock stands still with " + left + " days left.");
        }
        if (due == null) {
            String about = page.date(calendar.provisional(page.today(), left));
            return promised
                    + page.say(
                            "大约 " + about + "；国家还没公布那一年的节假日，公布后才定。",
                            "about " + about + ", to be set when the holidays of that year are out.");
        }
        String day = page.date(page.city().dayOf(due));
        return promised
                + (late
                        ? page.say(day + "已经到期。", "it was due " + day + ".")
                        : page.say(day + "前答复。", "answer by " + day + "."));
    }

    private List<String> tries(Page page, Appeal appeal) {
        List<String> tries = new ArrayList<>();
        for (Seats.Attempt attempt : seats.attempts(appeal)) {
            String outcome = attempt.reached() ? page.say("接通了", "reached") : page.say("没接通", "not reached");
            tries.add(page.say("第 " + (tries.size() + 1) + " 次：", "No. " + (tries.size() + 1) + ": ")
                    + page.moment(attempt.at())
                    + page.say("，", ", ")
                    + outcome);
        }
        return tries;
    }

    /// The handler first, then the steps above; marked is where it stands now, or where it goes if it is not
    /// solved.
    private static List<Step> ladder(Page page, Case now) {
        List<Step> steps = new ArrayList<>();
        List<Integer> ladder = now.kind().ladder();
        int next = turn(now) != Turn.NONE ? Math.min(now.reopened() + 1, ladder.size()) : here(now, ladder);
        steps.add(new Step(
                1, page.say("承办人", "The handler"), now.handled().isEmpty() ? "" : page.say("办过", "had it"), next == 0));
        for (int i = 0; i < ladder.size(); i++) {
            CaseKind.Level level = now.kind().levels().get(ladder.get(i));
            steps.add(new Step(i + 2, page.say(level.name()), days(page, now.kind(), ladder.get(i)), next == i + 1));
        }
        return steps;
    }

    private static int here(Case now, List<Integer> ladder) {
        int step = ladder.indexOf(now.level() - 1);
        return step < 0 ? 0 : step + 1;
    }

    private static String days(Page page, CaseKind kind, int level) {
        return kind.clock(REPLY).stream()
                .flatMap(clock -> clock.raises().stream())
                .filter(raise -> raise.level() == level)
                .findFirst()
                .map(raise -> raise.afterWorkingDays() == 0
                        ? page.say("到期当天", "when overdue")
                        : page.say("再过 " + raise.afterWorkingDays() + " 天", raise.afterWorkingDays() + " days later"))
                .orElse("");
    }

    private List<String> looks(Page page, Appeal appeal) {
        return appeals.looks(appeal).stream()
                .map(look -> page.moment(look.at())
                        + page.say("，", ", ")
                        + page.named(look.department())
                        + " "
                        + look.name()
                        + (look.reporter() ? page.say("，看了您是谁", ", saw who you are") : ""))
                .toList();
    }

    private List<FileLine> files(Page page, Appeal appeal) {
        return files.of(appeal).stream()
                .map(file -> new FileLine(
                        file.id(), file.name(), page.quantity(Math.max(1, file.size() / BYTES_A_KILOBYTE), "KB", "KB")))
                .toList();
    }
}
