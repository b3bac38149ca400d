package org.rongyi.city.portal.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Page;

/// Counts so small that they could point at one firm are not shown.
final class SmallCells {
    static final long LEAST_SHOWN = 3;

    private SmallCells() {}

    static boolean hidden(long count) {
        return count > 0 && count < LEAST_SHOWN;
    }

    /// As [org.rongyi.city.ui.Bars] takes them.
    static List<@Nullable Long> shown(List<Long> counts) {
        List<@Nullable Long> shown = new ArrayList<>();
        for (Long count : counts) {
            shown.add(hidden(count) ? null : count);
        }
        return shown;
    }

    static String said(Page page, long count) {
        return hidden(count) ? page.say("少于 " + LEAST_SHOWN, "under " + LEAST_SHOWN) : page.number(count);
    }
}
