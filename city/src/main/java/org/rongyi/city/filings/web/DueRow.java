package org.rongyi.city.filings.web;

import org.rongyi.city.filings.Due;
import org.rongyi.city.ui.Page;

/// One date, as it is read.
///
/// @param before the day of the law that days off moved, or empty
/// @param verify what was not checked, or empty
public record DueRow(
        String name,
        String period,
        String who,
        String day,
        String before,
        String near,
        boolean soon,
        boolean settled,
        String basis,
        String verify) {
    private static final int SOON_DAYS = 7;

    static DueRow of(Page page, Due due) {
        return new DueRow(
                page.say(due.name()),
                page.say(due.period()),
                page.say(due.who()),
                page.date(due.day()),
                due.day().equals(due.nominal()) ? "" : page.day(due.nominal()),
                page.relative(due.day()),
                !due.day().isAfter(page.today().plusDays(SOON_DAYS)),
                due.settled(),
                due.basis(),
                page.say(due.verify()));
    }
}
