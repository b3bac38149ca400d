package org.rongyi.city.filings.web;

import org.rongyi.city.filings.Due;
import org.rongyi.city.ui.Page;

/// One date, as it is read.
public record DueRow(
        String name,
        String period,
        String who,
        String day,
        String near,
        boolean soon,
        boolean settled,
        String basis,
        boolean verify) {
    private static final int SOON_DAYS = 7;

    static DueRow of(Page page, Due due) {
        return new DueRow(
                page.say(due.name()),
                page.say(due.period()),
                page.say(due.who()),
                page.date(due.day()),
                page.relative(due.day()),
                !due.day().isAfter(page.today().plusDays(SOON_DAYS)),
                due.settled(),
                due.basis(),
                !due.verify().isEmpty());
    }
}
