package org.rongyi.city.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.filings.Due;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.policies.Judgement;
import org.rongyi.city.policies.Match;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.portal.web.HomeView.Day;
import org.rongyi.city.portal.web.HomeView.Days;
import org.rongyi.city.portal.web.HomeView.Event;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyVersion;

/// The dates ahead of a firm: returns and renewals that are due, windows that open and close, texts that end, answers
/// that are due, a mandate that runs out.
final class HomeDays {
    static final int SHOWN = 30;
    private static final int LABEL_DAYS = 3;
    private static final int NAMED = 3;

    private final Page page;
    private final LocalDate today;
    private final List<Dated> dates = new ArrayList<>();

    private record Dated(
            LocalDate day,
            String word,
            String says,
            @Nullable String href) {}

    HomeDays(Page page) {
        this.page = page;
        this.today = page.today();
    }

    HomeDays with(Judgement judgement) {
        for (Match match : judgement.matches()) {
            if (match.verdict() == Verdict.NOT_ELIGIBLE) {
                continue;
            }
            String title = page.say(match.policy().title());
            String href = HomeMatches.href(match);
            PolicyVersion version = match.version();
            if (version.window() != null) {
                add(version.window().opens(), page.say("开始", "opens"), title + page.say("开始受理", " opens"), href);
            }
            add(match.closes(), page.say("截止", "closes"), title + page.say("截止", " closes"), href);
            add(version.validTo(), page.say("到期", "ends"), title + page.say("政策到期", " ends"), href);
        }
        return this;
    }

    HomeDays with(List<Contest> contests) {
        contests.stream()
                .filter(contest -> contest.state() == Contest.State.OPEN)
                .forEach(contest -> add(
                        contest.dueOn(),
                        page.say("答复", "answer"),
                        page.say(contest.source() + "最晚答复您的异议", "answer to your contest due"),
                        "/my/contests"));
        return this;
    }

    HomeDays with(@Nullable Mandate mandate) {
        if (mandate != null) {
            add(mandate.until(), page.say("授权", "mandate"), page.say("您的授权到期", "your mandate ends"), null);
        }
        return this;
    }

    /// What falls on one day is told together: it is done together.
    HomeDays withFilings(List<Due> dues) {
        dues.stream()
                .collect(Collectors.groupingBy(Due::day, TreeMap::new, Collectors.toList()))
                .forEach((day, due) -> add(day, page.say("要办", "due"), said(due), "/my/calendar"));
        return this;
    }

    private String said(List<Due> due) {
        String names = due.stream()
                .limit(NAMED)
                .map(Due::name)
                .map(page::say)
                .collect(Collectors.joining(page.say("、", "; ")));
        String all = due.size() > NAMED ? page.say("等 " + due.size() + " 项", "; " + due.size() + " in all") : "";
        String moves = due.stream().allMatch(Due::settled) ? "" : page.say("（可能顺延）", " (may move)");
        return names + all + moves;
    }

    private void add(@Nullable LocalDate day, String word, String says, @Nullable String href) {
        if (day != null && !day.isBefore(today)) {
            dates.add(new Dated(day, word, says, href));
        }
    }

    /// The next date of all, however far, with what happens then: "12 月 5 日：稳岗返还截止".
    Optional<String> next() {
        return dates.stream()
                .min(Comparator.comparing(Dated::day))
                .map(next -> page.date(next.day()) + page.say("：", ": ") + next.says());
    }

    Days days(WorkingCalendar calendar) {
        List<Dated> soon = dates.stream()
                .filter(date -> date.day().isBefore(today.plusDays(SHOWN)))
                .sorted(Comparator.comparing(Dated::day))
                .toList();
        List<Event> events = soon.stream()
                .map(date -> new Event(
                        date.day().toString(),
                        page.day(date.day()) + " " + page.weekday(date.day()),
                        date.says(),
                        date.href()))
                .toList();
        String none = next().map(next -> page.say("这 30 天没有截止的事。下一个日期：" + next, "Nothing falls due. Next: " + next))
                .orElse(page.say("这 30 天没有截止的事。", "Nothing falls due."));
        String label = events.isEmpty()
                ? page.say("未来 30 天，没有截止的事", "The next 30 days; nothing falls due")
                : page.say(
                        "未来 30 天有 " + events.size() + " 件事，下方按日期列出",
                        "The next 30 days; " + events.size() + " dates, listed below");
        return new Days(strip(calendar, soon), events, none, label);
    }

    private List<Day> strip(WorkingCalendar calendar, List<Dated> soon) {
        Set<LocalDate> labelled = new HashSet<>();
        List<Day> strip = new ArrayList<>();
        LocalDate lastLabel = LocalDate.MIN;
        for (int i = 0; i < SHOWN; i++) {
            LocalDate day = today.plusDays(i);
            String event = null;
            for (Dated date : soon) {
                if (date.day().equals(day) && labelled.add(day)) {
                    boolean room =
                            !day.isBefore(lastLabel.equals(LocalDate.MIN) ? day : lastLabel.plusDays(LABEL_DAYS));
                    event = room ? date.word() : "";
                    lastLabel = room ? day : lastLabel;
                }
            }
            strip.add(new Day(Math.round(i * 10_000.0 / SHOWN) / 100.0, style(calendar, day), mark(day, i), event));
        }
        return strip;
    }

    private String mark(LocalDate day, int place) {
        if (place == 0) {
            return page.say(page.day(day) + " 今天", page.day(day) + ", today");
        }
        boolean room = place > 4 && place < SHOWN - 2;
        return day.getDayOfMonth() == 1 && room ? page.say(day.getMonthValue() + " 月", page.day(day)) : "";
    }

    /// A year without a table is drawn as not known, never guessed.
    private static String style(WorkingCalendar calendar, LocalDate day) {
        try {
            return calendar.isWorkingDay(day) ? "s-wd" : "s-we";
        } catch (CalendarYearMissing notYet) {
            return "s-open";
        }
    }
}
