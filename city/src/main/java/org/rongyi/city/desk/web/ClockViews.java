package org.rongyi.city.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.city.cases.CaseFile.Asked;
import org.rongyi.city.cases.CaseFile.Pause;
import org.rongyi.city.cases.CaseFile.Running;
import org.rongyi.city.desk.web.CaseView.ClockView;
import org.rongyi.city.desk.web.CaseView.PauseView;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// The clocks of a case: what was used, what is left, why it stood still and which paper shows it.
@Component
class ClockViews {
    private static final int MOST_DRAWN = 45;

    private final DueWords dueWords;
    private final PersonNames names;

    ClockViews(DueWords dueWords, PersonNames names) {
        this.dueWords = dueWords;
        this.names = names;
    }

    /// In their order. One that ran several times, in a case that was reopened, says which time it was.
    List<ClockView> views(Page page, List<Running> clocks) {
        Map<String, Integer> runs = new HashMap<>();
        List<ClockView> views = new ArrayList<>();
        for (Running clock : clocks) {
            int run = runs.merge(clock.clock().id(), 1, Integer::sum);
            String name = page.say(clock.clock().name());
            views.add(view(page, clock, run == 1 ? name : name + page.say("（第 " + run + " 次）", ", run " + run)));
        }
        return views;
    }

    private ClockView view(Page page, Running clock, String name) {
        Asked asked = clock.asked();
        int left = left(page, clock);
        return new ClockView(
                name,
                clock.clock().basis() == null ? null : page.say(clock.clock().basis()),
                clock.clock().verify().stream().map(page::say).toList(),
                says(page, clock, left),
                clock.stoppedAt() == null && clock.ranOutAt() != null,
                clock.stoppedAt() != null,
                length(page, clock),
                clock.stoppedAt() == null ? cells(clock, left) : List.of(),
                clock.pauses().stream().map(pause -> pause(page, pause)).toList(),
                asked == null
                        ? null
                        : page.say(
                                names.person(asked.by()) + "申请加 " + asked.workingDays() + " 个工作日，等批。理由："
                                        + asked.reason(),
                                names.person(asked.by()) + " asks for " + asked.workingDays()
                                        + " working days more. Reason: " + asked.reason()));
    }

    private String length(Page page, Running clock) {
        if (clock.inHours()) {
            return dueWords.hours(page, clock.lengthMinutes());
        }
        return clock.clock().length().calendarDays() > 0
                ? page.quantity(clock.lengthWorkingDays(), "天", "days")
                : page.quantity(clock.lengthWorkingDays(), "个工作日", "working days");
    }

    private int left(Page page, Running clock) {
        Instant due = clock.dueAt();
        if (clock.stands() || due == null) {
            return clock.leftWorkingDays();
        }
        return Math.clamp(dueWords.between(page.today(), DueWords.day(page, due)), 0, clock.lengthWorkingDays());
    }

    private String says(Page page, Running clock, int left) {
        Instant due = clock.dueAt();
        Instant stopped = clock.stoppedAt();
        if (stopped != null) {
            String day = page.day(DueWords.day(page, stopped));
            return clock.ranOutAt() == null
                    ? page.say(day + "停，没有超时。", "Ended " + day + ", in time.")
                    : page.say(day + "停，超时了。", "Ended " + day + ", too late.");
        }
        if (clock.stands()) {
            return page.say(
                    "停着，恢复后还有 " + page.quantity(left, "个工作日", "") + "。",
                    "It stands still; " + page.quantity(left, "", "working days") + " will be left.");
        }
        if (due == null) {
            return dueWords.provisional(page, clock.leftWorkingDays());
        }
        LocalDate day = DueWords.day(page, due);
        String date = page.date(day) + " " + DueWords.time(page, due);
        boolean late = clock.ranOutAt() != null;
        String words = clock.inHours() && !late ? dueWords.hoursLeft(page, due) : dueWords.left(page, due, late);
        return late
                ? page.say(words + "，应在 " + date + " 前。", words + "; it was due " + date + ".")
                : page.say(words + "，" + date + " 到期。", words + "; due " + date + ".");
    }

    private static List<String> cells(Running clock, int left) {
        int length = clock.lengthWorkingDays();
        if (length > MOST_DRAWN || clock.clock().length().calendarDays() > 0) {
            return List.of();
        }
        List<String> cells = new ArrayList<>();
        for (int day = 0; day < length - left; day++) {
            cells.add("done");
        }
        if (clock.stands()) {
            cells.add("fix");
        }
        for (int day = 0; day < left; day++) {
            cells.add("wait");
        }
        return cells;
    }

    private PauseView pause(Page page, Pause pause) {
        Instant ended = pause.endedAt();
        return new PauseView(
                page.say(pause.reason().name()),
                pause.reason().basis() == null ? null : page.say(pause.reason().basis()),
                pause.reason().verify().isEmpty()
                        ? null
                        : page.say(pause.reason().verify().getFirst()),
                pause.proof(),
                page.moment(pause.begunAt()),
                names.person(pause.begunBy()),
                ended == null ? null : page.moment(ended));
    }
}
