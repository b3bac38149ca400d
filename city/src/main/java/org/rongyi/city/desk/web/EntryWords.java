package org.rongyi.city.desk.web;

import java.util.Objects;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// A timeline in words.
@Component
class EntryWords {
    private static final Words ASSIGNMENT = new Words("分派", "assignment");

    private final PersonNames names;

    EntryWords(PersonNames names) {
        this.names = names;
    }

    String what(Page page, CaseKind kind, Entry entry) {
        String target = Objects.requireNonNullElse(entry.target(), "");
        return switch (entry.what()) {
            case OPENED -> page.say("收到", "Received");
            case MOVED -> event(page, kind, entry);
            case PAUSED -> page.say("停表：", "Clock stopped: ") + clock(page, kind, entry) + pause(page, kind, entry);
            case RESUMED -> page.say("恢复计时：", "Clock runs again: ") + clock(page, kind, entry);
            case EXTENSION_ASKED -> page.say("申请延期：", "More time asked for: ") + clock(page, kind, entry);
            case EXTENDED ->
                page.say(
                        "批准延期 " + target + " 个工作日：" + clock(page, kind, entry),
                        target + " working days more: " + clock(page, kind, entry));
            case EXTENSION_REFUSED -> page.say("不批准延期：", "More time refused: ") + clock(page, kind, entry);
            case ASSIGNED -> page.say("经办人：", "Handler: ") + names.person(target);
            case HANDED_OVER -> page.say("转给", "Handed over to ") + page.named(target);
            case RETURNED -> page.say("退回", "Sent back to ") + page.named(target);
            case DISPUTED -> page.say("由谁办有争议，报上级定", "Disputed whose it is; put before a level above");
            case PROMISED ->
                page.say(
                        clock(page, kind, entry) + "：" + target + " 个工作日",
                        clock(page, kind, entry) + ": " + target + " working days");
            case COMMENTED -> page.say("备注", "Remark");
            case STEP_ASKED -> page.say("内部环节：", "Step inside: ") + page.say(Entry.words(entry.subject()));
            case STEP_ANSWERED ->
                page.say(Entry.words(entry.subject())) + page.say("：", ": ") + page.say(Entry.words(target));
            case STEP_TAKEN_BACK -> page.say("不用办了：", "No longer needed: ") + page.say(Entry.words(entry.subject()));
            case REMINDED -> page.say("提醒：", "Reminder: ") + clock(page, kind, entry) + page.say("快到了", " is near");
            case OVERDUE -> page.say("逾期：", "Overdue: ") + clock(page, kind, entry);
            case RAISED -> page.say("报", "Put before ") + level(page, kind, entry) + raisedTo(page, target);
            case VACATED -> page.say("原来的人不在了：", "No longer here: ") + names.person(target);
            case UNDATED -> page.say("日历还没到 " + target + " 年，先没有日期", "No date yet: the calendar has no " + target);
            case DATED -> page.say("日期算出来了：", "Now has a date: ") + clock(page, kind, entry);
        };
    }

    private String raisedTo(Page page, String target) {
        return target.isEmpty() ? "" : page.say("：", ": ") + names.person(target);
    }

    /// Who did it: a name as it was then, or the house.
    String who(Page page, Entry entry) {
        return entry.actorName().equals(entry.actor()) ? page.say("系统", "The system") : page.named(entry.actorName());
    }

    boolean bySystem(Entry entry) {
        return entry.actorName().equals(entry.actor());
    }

    private static String event(Page page, CaseKind kind, Entry entry) {
        return page.say(kind.event(Objects.requireNonNullElse(entry.subject(), ""))
                .map(CaseKind.Event::name)
                .orElse(Words.same(Objects.requireNonNullElse(entry.subject(), ""))));
    }

    private static String clock(Page page, CaseKind kind, Entry entry) {
        return page.say(kind.clock(Objects.requireNonNullElse(entry.subject(), ""))
                .map(CaseKind.Clock::name)
                .orElse(ASSIGNMENT));
    }

    private static String pause(Page page, CaseKind kind, Entry entry) {
        return kind.clock(Objects.requireNonNullElse(entry.subject(), ""))
                .flatMap(clock -> clock.pause(Objects.requireNonNullElse(entry.target(), "")))
                .map(reason -> page.say("，", ", ") + page.say(reason.name()))
                .orElse("");
    }

    private static String level(Page page, CaseKind kind, Entry entry) {
        return kind.levels().stream()
                .filter(level -> level.id().equals(entry.subject()))
                .findFirst()
                .map(level -> page.say(level.name()))
                .orElse("");
    }
}
