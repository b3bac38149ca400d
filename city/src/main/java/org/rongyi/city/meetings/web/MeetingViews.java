package org.rongyi.city.meetings.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.meetings.Issue;
import org.rongyi.city.meetings.MeetingDesk.Duty;
import org.rongyi.city.meetings.MeetingDesk.Guest;
import org.rongyi.city.meetings.MeetingSession;
import org.rongyi.city.meetings.MeetingSession.State;
import org.rongyi.city.meetings.Meetings;
import org.rongyi.city.meetings.Meetings.Outcome;
import org.rongyi.city.meetings.Move;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.springframework.stereotype.Component;

/// Puts together how a meeting reads.
@Component
class MeetingViews {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final String GREY = "govuk-tag--grey";
    private static final String GOING = "govuk-tag--going";
    private static final String ACTION = "govuk-tag--action";

    private final Meetings meetings;
    private final Clock clock;

    MeetingViews(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    MeetingView.Row row(Page page, MeetingSession session) {
        return new MeetingView.Row(
                session.id(),
                session.theme(),
                when(page, session),
                session.place(),
                page.named(session.unit()),
                seats(page, session),
                state(page, session),
                tag(session));
    }

    MeetingView view(Page page, MeetingSession session) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.say("时间", "When"), when(page, session)));
        rows.add(SummaryRow.of(page.say("地点", "Where"), session.place()));
        rows.add(SummaryRow.of(
                page.say("谁来谈", "With whom"), page.named(session.unit()) + page.say("，", ", ") + session.host()));
        if (session.state() == State.PLANNED) {
            rows.add(SummaryRow.of(page.say("座位", "Seats"), seats(page, session)));
            rows.add(SummaryRow.of(page.say("报名截止", "Sign up by"), page.moment(session.signUpUntil())));
        }
        for (Move move : meetings.moves(session.id())) {
            rows.add(SummaryRow.of(
                    page.say("改过期", "Moved"),
                    page.say("原定 ", "was planned for ")
                            + page.moment(move.startedAt())
                            + page.say("，", ", ")
                            + move.place()
                            + page.say("。原因：", ". Reason: ")
                            + move.reason()));
        }
        return new MeetingView(
                session.id(),
                session.theme(),
                state(page, session),
                tag(session),
                session.takesSignUps(clock.instant()),
                session.takesIssues(clock.instant()),
                session.state() == State.PLANNED,
                session.state() == State.HELD,
                rows,
                session.words(),
                session.state() == State.HELD ? outcome(page, meetings.outcome(session.id())) : List.of());
    }

    private static String when(Page page, MeetingSession session) {
        return page.date(page.city().dayOf(session.startsAt())) + " " + time(page, session, true) + "\u2060–\u2060"
                + time(page, session, false);
    }

    private static String time(Page page, MeetingSession session, boolean start) {
        return LocalTime.ofInstant(
                        start ? session.startsAt() : session.endsAt(),
                        page.city().zone())
                .format(TIME);
    }

    private static String seats(Page page, MeetingSession session) {
        int left = session.seatsLeft();
        String all = page.quantity(session.seats(), "家", "firms");
        return left > 0
                ? page.say("共 " + all + "，还有 " + left + " 个", "for " + all + ", " + left + " left")
                : page.say("共 " + all + "，满了，可以候补", "for " + all + ", none left; you may wait for one");
    }

    private String state(Page page, MeetingSession session) {
        return switch (session.state()) {
            case HELD -> page.say("开过了", "Held");
            case CANCELLED -> page.say("取消了", "Cancelled");
            case PLANNED -> planned(page, session);
        };
    }

    private String planned(Page page, MeetingSession session) {
        if (session.takesSignUps(clock.instant())) {
            return page.say("报名中", "Open to sign up");
        }
        return session.takesIssues(clock.instant())
                ? page.say("报名截止", "Signing up is over")
                : page.say("等部门写结果", "Over; its result is awaited");
    }

    private String tag(MeetingSession session) {
        return session.takesSignUps(clock.instant()) ? GOING : GREY;
    }

    private static List<SummaryRow> outcome(Page page, Outcome outcome) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.say("到场", "Came"), page.quantity(outcome.firms(), "家企业", "firms")));
        rows.add(SummaryRow.of(page.say("提了", "Brought up"), page.quantity(outcome.issues(), "件", "matters")));
        rows.add(SummaryRow.of(page.say("现场答复", "Answered there"), page.quantity(outcome.answered(), "件", "matters")));
        rows.add(SummaryRow.of(
                page.say("转成诉求", "Became appeals"),
                page.quantity(outcome.appeals(), "件", "matters")
                        + page.say("，办结 " + outcome.done() + " 件", ", " + outcome.done() + " of them closed")));
        Double stars = outcome.stars();
        rows.add(SummaryRow.of(
                page.say("企业打分", "Rated by firms"),
                stars == null
                        ? page.say(
                                "不足 " + Outcome.FEWEST_RATINGS + " 家，不公布",
                                "hidden, fewer than " + Outcome.FEWEST_RATINGS + " firms")
                        : page.say("平均 ", "mean ")
                                + page.number(BigDecimal.valueOf(stars).setScale(1, RoundingMode.HALF_UP))
                                + page.say(" 分（满分 5，", " of 5 (")
                                + page.quantity(outcome.ratings(), "家", "firms")
                                + page.say("）", ")")));
        return rows;
    }

    MeetingView.Brought brought(Issue issue, boolean held) {
        return new MeetingView.Brought(
                issue.id(),
                issue.words(),
                issue.answer(),
                issue.appeal(),
                held && issue.answer() != null && issue.appeal() == null);
    }

    MeetingView.Guest guest(Page page, Guest guest) {
        boolean seated = guest.place().seated();
        return new MeetingView.Guest(
                guest.place().firm().value(),
                guest.name(),
                guest.place().contact(),
                page.quantity(guest.place().people(), "人", "people"),
                seated
                        ? page.say(
                                "第 " + guest.place().rank() + " 号",
                                "Seat " + guest.place().rank())
                        : page.say("候补", "Waits"),
                seated);
    }

    MeetingView.Owed owed(Page page, Duty duty) {
        String none = "—";
        return new MeetingView.Owed(
                page.say(duty.series().name()),
                page.named(duty.unit()),
                duty.last() == null ? none : page.day(duty.last()),
                duty.next() == null ? none : page.day(duty.next()),
                page.day(duty.due()),
                switch (duty.standing()) {
                    case OVERDUE -> page.say("逾期没开", "Overdue");
                    case OPEN -> page.say("还没排", "Not planned yet");
                    case PLANNED -> page.say("排好了", "Planned");
                },
                switch (duty.standing()) {
                    case OVERDUE -> ACTION;
                    case OPEN -> GREY;
                    case PLANNED -> GOING;
                });
    }
}
