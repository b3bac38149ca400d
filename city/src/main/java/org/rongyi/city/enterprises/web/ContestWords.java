package org.rongyi.city.enterprises.web;

import java.time.LocalDate;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Contests in words, for the firm and for the department.
@Component
class ContestWords {
    private final Elements elements;
    private final SourceWords sources;
    private final WorkingCalendar calendar;

    ContestWords(Elements elements, SourceWords sources, WorkingCalendar calendar) {
        this.elements = elements;
        this.sources = sources;
        this.calendar = calendar;
    }

    ContestRow row(Page page, Contest contest) {
        boolean open = contest.state() == Contest.State.OPEN;
        LocalDate due = contest.dueOn();
        return new ContestRow(
                contest.id(),
                contest.firmName(),
                contest.firm().value(),
                contest.element(),
                page.say(name(contest)),
                sources.say(page, contest.source()),
                value(page, contest, contest.contestedValue()),
                contest.claimedValue() == null ? null : value(page, contest, contest.claimedValue()),
                contest.reason(),
                page.day(contest.asOf()),
                page.moment(contest.openedAt()),
                open && due != null ? page.date(due) : null,
                open && due != null ? left(page, due) : null,
                contest.overdue(page.today()),
                contest.state(),
                state(page, contest.state()),
                contest.answer(),
                contest.answeredAt() == null ? null : page.moment(contest.answeredAt()));
    }

    Words name(Contest contest) {
        return elements.find(contest.element()).map(ElementDefinition::name).orElse(Words.same(contest.element()));
    }

    String value(Page page, Contest contest, Object value) {
        return elements.find(contest.element())
                .map(element -> ElementWords.value(page, elements, element, value))
                .orElse(value.toString());
    }

    /// In working days, because the limit is one in working days.
    private String left(Page page, LocalDate due) {
        try {
            int days = calendar.between(page.today(), due);
            if (due.isAfter(page.today())) {
                return page.say("还有 ", "") + page.quantity(days, "个工作日", "working days left");
            }
            if (due.equals(page.today())) {
                return page.say("今天到期", "due today");
            }
            return days == 0
                    ? page.say("已逾期", "late")
                    : page.say("逾期 ", "") + page.quantity(-days, "个工作日", "working days late");
        } catch (CalendarYearMissing noTableYet) {
            return page.relative(due);
        }
    }

    private static String state(Page page, Contest.State state) {
        return switch (state) {
            case OPEN -> page.say("等答复", "Waiting");
            case UPHELD -> page.say("您说得对，已改", "Upheld");
            case REJECTED -> page.say("维持原值", "Value stands");
        };
    }
}
