package org.rongyi.city.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A task in the list.
///
/// @param due as people read it, such as 剩 3 个工作日; empty where it has no date
/// @param date the day itself
/// @param who handles it; null while nobody does
public record WorkRow(
        String number,
        String href,
        String title,
        String applicant,
        String task,
        boolean raised,
        String state,
        boolean waiting,
        String due,
        String date,
        boolean late,
        @Nullable String who) {

    /// Tasks of one bucket.
    ///
    /// @param all how many there are, shown or not
    public record Group(String id, String name, int all, List<WorkRow> rows) {}

    /// The entrance to a bucket.
    public record Count(String name, int tasks, String href, boolean current, boolean late) {}
}
