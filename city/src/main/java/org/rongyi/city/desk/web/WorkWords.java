package org.rongyi.city.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.rongyi.city.cases.WorkList;
import org.rongyi.city.cases.WorkList.Bucket;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Tasks as the list and its file say them.
@Component
class WorkWords {
    private final DueWords dueWords;
    private final PersonNames names;

    WorkWords(DueWords dueWords, PersonNames names) {
        this.dueWords = dueWords;
        this.names = names;
    }

    static Words shortName(Bucket bucket) {
        return switch (bucket) {
            case OVERDUE -> new Words("逾期", "late");
            case TODAY -> new Words("今天", "today");
            case WEEK -> new Words("本周", "this week");
            case LATER -> new Words("以后", "later");
            case WAITING -> new Words("等别人", "waiting for others");
        };
    }

    static Words longName(Bucket bucket) {
        return switch (bucket) {
            case OVERDUE -> new Words("逾期", "Late");
            case TODAY -> new Words("今天到期", "Due today");
            case WEEK -> new Words("本周到期", "Due this week");
            case LATER -> new Words("以后到期", "Due later");
            case WAITING -> new Words("等别人，暂时不用办", "Waiting for others; nothing to do now");
        };
    }

    WorkRow row(Page page, WorkList.Item item) {
        String handler = item.handler();
        return new WorkRow(
                item.number(),
                "/cases/" + item.number(),
                page.named(item.title()),
                page.named(item.applicant()),
                page.say(item.task()),
                item.raised(),
                page.say(item.state()),
                item.bucket() == Bucket.WAITING,
                due(page, item),
                date(page, item),
                item.bucket() == Bucket.OVERDUE,
                handler == null ? null : names.person(handler));
    }

    private String due(Page page, WorkList.Item item) {
        Instant due = item.dueAt();
        if (due == null) {
            return item.paused() ? page.say("停表", "Clock stopped") : "";
        }
        return dueWords.left(page, due, item.bucket() == Bucket.OVERDUE);
    }

    private static String date(Page page, WorkList.Item item) {
        Instant due = item.dueAt();
        return due == null ? "" : page.day(DueWords.day(page, due));
    }

    List<String> heads(Page page) {
        return List.of(
                page.say("事项", "Item"),
                page.say("编号", "Number"),
                page.say("申请人", "Applicant"),
                page.say("要做的事", "To do"),
                page.say("状态", "State"),
                page.say("期限", "Group"),
                page.say("到期", "Due"),
                page.say("部门", "Department"),
                page.say("经办人", "Handler"));
    }

    List<String> cells(Page page, WorkList.Item item) {
        Instant due = item.dueAt();
        String handler = item.handler();
        return List.of(
                page.named(item.title()),
                item.number(),
                page.named(item.applicant()),
                page.say(item.task()),
                page.say(item.state()),
                page.say(shortName(item.bucket())),
                due == null ? "" : DueWords.day(page, due) + " " + DueWords.time(page, due),
                page.named(item.unit()),
                Objects.requireNonNullElse(handler == null ? null : names.person(handler), ""));
    }
}
