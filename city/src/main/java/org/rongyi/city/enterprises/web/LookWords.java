package org.rongyi.city.enterprises.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.enterprises.Look;
import org.rongyi.city.enterprises.Purposes;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// Who looked, as the firm reads it: what one department opened on one day for one purpose is one line.
@Component
class LookWords {
    private final SourceWords sources;
    private final Purposes purposes;

    LookWords(SourceWords sources, Purposes purposes) {
        this.sources = sources;
        this.purposes = purposes;
    }

    List<LookRow> rows(Page page, List<Look> newestFirst) {
        List<LookRow> rows = new ArrayList<>();
        Look first = null;
        int times = 0;
        for (Look look : newestFirst) {
            if (first != null && !sameLine(page, first, look)) {
                rows.add(row(page, first, times));
                times = 0;
            }
            first = times == 0 ? look : first;
            times++;
        }
        if (first != null) {
            rows.add(row(page, first, times));
        }
        return rows;
    }

    private static boolean sameLine(Page page, Look one, Look other) {
        return one.department().equals(other.department())
                && one.purpose().equals(other.purpose())
                && day(page, one).equals(day(page, other));
    }

    private static LocalDate day(Page page, Look look) {
        return page.city().dayOf(look.at());
    }

    private LookRow row(Page page, Look look, int times) {
        return new LookRow(
                sources.say(page, look.department()), purposes.say(page, look), page.moment(look.at()), times);
    }
}
