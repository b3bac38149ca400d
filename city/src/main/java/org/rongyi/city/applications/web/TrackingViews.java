package org.rongyi.city.applications.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Applications.Tracked;
import org.rongyi.city.applications.Part;
import org.rongyi.city.applications.web.TrackingView.Action;
import org.rongyi.city.applications.web.TrackingView.Granted;
import org.rongyi.city.applications.web.TrackingView.Happened;
import org.rongyi.city.applications.web.TrackingView.Line;
import org.rongyi.city.applications.web.TrackingView.Turn;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.services.ServiceWords;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.ServiceItem;
import org.springframework.stereotype.Component;

/// Says how far an application is.
@Component
class TrackingViews {
    static final String ASKED = "askCorrection";
    private static final String GOING = "govuk-tag--going";
    private static final String ACTION = "govuk-tag--action";
    private static final String QUIET = "govuk-tag--quiet";
    private static final double MIDDAY = 0.5;

    private final ApplicationWords words;
    private final Elements elements;
    private final People people;
    private final TrackingLanes lanes;

    TrackingViews(ApplicationWords words, Elements elements, People people, TrackingLanes lanes) {
        this.words = words;
        this.elements = elements;
        this.people = people;
        this.lanes = lanes;
    }

    /// @param may answer corrections
    /// @param givesUp may withdraw parts and leave them out
    TrackingView of(Page page, Tracked tracked, boolean may, boolean givesUp) {
        Instant handedIn = tracked.application().handedInAt();
        TrackingLanes.Lanes drawn = lanes.of(page, tracked);
        DayAxis axis = drawn.axis();
        return new TrackingView(
                tracked.application().id(),
                tracked.application().number(page.city().zone()),
                tracked.application().journey().name(),
                tracked.applicant(),
                handedIn == null ? "" : page.moment(handedIn),
                ApplicationWords.assisted(page, tracked.application().assisted()),
                may,
                tracked.parts().stream()
                        .filter(ApplicationRows::waits)
                        .map(part -> turn(page, tracked, part))
                        .toList(),
                lanes.clock(page, tracked, drawn)
                        .map(strip -> clock(page, strip))
                        .orElse(null),
                new TrackingView.Axis(
                        axis.ticks(day -> TrackingLanes.dayName(page, day)),
                        axis.lines(),
                        axis.at(axis.cell(page.today()) + MIDDAY)),
                tracked.parts().stream()
                        .map(part -> line(page, part, drawn, actions(page, tracked, part, may, givesUp)))
                        .toList(),
                tracked.in(Part.State.GRANTED).stream()
                        .map(part -> granted(page, part))
                        .toList(),
                timeline(page, tracked));
    }

    /// What the department asked for the last time, one fault a line.
    static List<String> faults(Part part) {
        CaseFile file = part.file();
        if (file == null) {
            return List.of();
        }
        return file.timeline().reversed().stream()
                .filter(entry -> ASKED.equals(entry.subject()) && entry.reason() != null)
                .findFirst()
                .stream()
                .flatMap(entry -> Optional.ofNullable(entry.reason()).stream())
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Turn turn(Page page, Tracked tracked, Part part) {
        Case now = part.now();
        return new Turn(
                page.say(part.item().name()),
                words.department(page, part.item()),
                faults(part),
                now == null || now.dueAt() == null ? null : day(page, now.dueAt()),
                href(tracked, part, "correct"));
    }

    private static String href(Tracked tracked, Part part, String what) {
        return "/applications/" + tracked.application().id() + "/parts/"
                + part.item().id() + "/" + what;
    }

    private static String day(Page page, Instant instant) {
        return page.date(LocalDate.ofInstant(instant, page.city().zone()));
    }

    private static TrackingView.Clock clock(Page page, TrackingLanes.Strip strip) {
        String stood = strip.stood() == 0
                ? ""
                : page.say(
                        "，停了 " + strip.stood() + " 天",
                        ", " + page.quantity(strip.stood(), "", "days") + " stood still");
        String until = strip.until() == null ? null : page.date(strip.until());
        return new TrackingView.Clock(
                page.say(strip.part().item().name())
                        + page.say("，", ", ")
                        + page.say(strip.clock().clock().name()),
                page.quantity(strip.clock().lengthWorkingDays(), "个工作日", "working days"),
                page.say(
                        "用了 " + strip.used() + " 天" + stood + "，还剩 " + strip.left() + " 天。",
                        page.quantity(strip.used(), "", "days") + " used" + stood + ", " + strip.left() + " left."),
                until == null
                        ? ""
                        : strip.clock().stands() && ApplicationRows.waits(strip.part())
                                ? page.say("今天改好，最晚 " + until + "。", "Corrected today: by " + until + ".")
                                : page.say("最晚 " + until + "。", "By " + until + "."),
                strip.cells());
    }

    private Line line(Page page, Part part, TrackingLanes.Lanes drawn, List<Action> actions) {
        return new Line(
                words.department(page, part.item()),
                page.say(part.item().name()),
                "/items/" + part.item().id(),
                who(page, part),
                state(page, part),
                tag(part),
                when(page, part),
                drawn.bars().getOrDefault(part.item().id(), List.of()),
                actions);
    }

    private String who(Page page, Part part) {
        Case now = part.now();
        return switch (part.state()) {
            case WAITING -> page.say("等“", "waits for ") + before(page, part) + page.say("”办成", "");
            case BLOCKED ->
                page.say("“" + before(page, part) + "”没有办成，这项开始不了", "cannot start without " + before(page, part));
            case LEFT_OUT -> page.say("您选了不办", "you left it out");
            case OPEN, GRANTED, ENDED ->
                now == null || now.handler() == null
                        ? page.say("还没有分到人", "nobody has taken it yet")
                        : Optional.ofNullable(now.handler())
                                .flatMap(people::find)
                                .map(Person::name)
                                .orElse("");
        };
    }

    private String before(Page page, Part part) {
        return words.items(page, part.waitsFor().stream().sorted().toList());
    }

    private static String state(Page page, Part part) {
        Case now = part.now();
        return switch (part.state()) {
            case WAITING -> page.say("还没开始", "not started");
            case BLOCKED -> page.say("开始不了", "cannot start");
            case LEFT_OUT -> page.say("不办", "left out");
            case GRANTED -> page.say("办好了", "granted");
            case OPEN, ENDED ->
                ApplicationRows.waits(part)
                        ? page.say("等您补正", "waits for you")
                        : now == null ? "" : page.say(now.state().name());
        };
    }

    private static String tag(Part part) {
        return switch (part.state()) {
            case GRANTED -> GOING;
            case WAITING, LEFT_OUT -> QUIET;
            case BLOCKED, ENDED -> ACTION;
            case OPEN -> ApplicationRows.waits(part) ? ACTION : GOING;
        };
    }

    private static String when(Page page, Part part) {
        Case now = part.now();
        return switch (part.state()) {
            case WAITING -> ServiceWords.days(page, part.days());
            case BLOCKED, LEFT_OUT -> "";
            case GRANTED ->
                page.say("", "on ")
                        + TrackingLanes.decided(part).map(at -> day(page, at)).orElse("");
            case ENDED -> now == null || now.closedAt() == null ? "" : day(page, now.closedAt());
            case OPEN -> {
                if (now == null || now.dueAt() == null) {
                    yield stands(page, part).orElse(page.say("日期待定", "no date yet"));
                }
                String day = day(page, now.dueAt());
                yield stands(page, part).map(why -> why + page.say("；", "; ")).orElse("")
                        + page.say("最晚 " + day, "by " + day);
            }
        };
    }

    /// Why its clock stands still, for a reason that is not the applicant.
    private static Optional<String> stands(Page page, Part part) {
        return Optional.ofNullable(part.file()).stream()
                .flatMap(file -> file.clocks().stream())
                .filter(CaseFile.Running::stands)
                .map(clock -> page.say("停表：", "clock stopped: ")
                        + page.say(clock.pauses().getLast().reason().name()))
                .findFirst();
    }

    private static List<Action> actions(Page page, Tracked tracked, Part part, boolean may, boolean givesUp) {
        List<Action> actions = new ArrayList<>();
        CaseFile file = part.file();
        boolean withdraws = givesUp
                && file != null
                && file.possible().events().stream()
                        .anyMatch(event -> event.id().equals("withdraw"));
        if (may && ApplicationRows.waits(part)) {
            actions.add(new Action(page.say("去补正", "Correct"), href(tracked, part, "correct")));
        }
        if (withdraws) {
            actions.add(new Action(page.say("撤回", "Withdraw"), href(tracked, part, "withdraw")));
        }
        if (givesUp && part.state() == Part.State.WAITING && part.optional()) {
            actions.add(new Action(page.say("不办了", "Leave out"), href(tracked, part, "leave-out")));
        }
        Case now = part.now();
        boolean done = now != null && !now.open();
        if (givesUp && now != null && done && !now.state().id().equals("withdrawn")) {
            String number = now.number(page.city().zone());
            actions.add(new Action(page.say("评价", "Rate"), "/ratings/" + number));
        }
        return actions;
    }

    private Granted granted(Page page, Part part) {
        ServiceItem.Result result = part.item().result();
        List<String> stated = new ArrayList<>();
        part.results()
                .forEach((id, value) -> elements.find(id)
                        .ifPresent(element -> stated.add(
                                page.say(element.name()) + page.say("：", ": ") + words.value(page, element, value))));
        return new Granted(
                page.say(part.item().name()),
                result == null ? page.say("准予", "granted") : page.say(result.name()),
                TrackingLanes.decided(part).map(at -> day(page, at)).orElse(""),
                List.copyOf(stated));
    }

    private record Told(Instant at, Happened happened) {}

    private List<Happened> timeline(Page page, Tracked tracked) {
        List<Told> told = new ArrayList<>();
        for (Part part : tracked.parts()) {
            CaseFile file = part.file();
            if (file != null) {
                file.timeline()
                        .forEach(entry -> says(page, file.now().kind(), entry)
                                .ifPresent(what -> told.add(new Told(
                                        entry.at(),
                                        new Happened(
                                                page.moment(entry.at()),
                                                page.say(part.item().name()) + page.say("：", ": ") + what,
                                                entry.reason(),
                                                "correct".equals(entry.subject()) || "withdraw".equals(entry.subject()),
                                                ASKED.equals(entry.subject()))))));
            }
        }
        return told.stream()
                .sorted(Comparator.comparing(Told::at))
                .map(Told::happened)
                .toList()
                .reversed();
    }

    private static Optional<String> says(Page page, CaseKind kind, Entry entry) {
        String subject = entry.subject();
        return switch (entry.what()) {
            case OPENED -> Optional.of(page.say("部门收到了", "received"));
            case MOVED -> Optional.ofNullable(subject).flatMap(kind::event).map(event -> moved(page, kind, event));
            case PAUSED -> Optional.of(page.say("停表", "clock stopped") + pause(page, kind, entry));
            case RESUMED -> Optional.of(page.say("时钟继续走", "clock runs again"));
            case EXTENDED -> Optional.of(page.say("经批准延期", "extended by approval"));
            case OVERDUE -> Optional.of(page.say("超过时限，已报上一级", "overdue; the next level was told"));
            case EXTENSION_ASKED,
                    EXTENSION_REFUSED,
                    ASSIGNED,
                    HANDED_OVER,
                    RETURNED,
                    DISPUTED,
                    PROMISED,
                    COMMENTED,
                    STEP_ASKED,
                    STEP_ANSWERED,
                    STEP_TAKEN_BACK,
                    REMINDED,
                    RAISED,
                    VACATED,
                    UNDATED,
                    DATED -> Optional.empty();
        };
    }

    /// An English event is an order, its state what has come of it.
    private static String moved(Page page, CaseKind kind, CaseKind.Event event) {
        String to = kind.state(event.to()).map(state -> state.name().en()).orElse("");
        return page.say(event.name().zh(), to.isEmpty() ? event.name().en() : to);
    }

    private static String pause(Page page, CaseKind kind, Entry entry) {
        @Nullable String clock = entry.subject();
        String reason = entry.target();
        return Optional.ofNullable(clock)
                .flatMap(kind::clock)
                .flatMap(found -> reason == null ? Optional.empty() : found.pause(reason))
                .map(found -> page.say("：", ": ") + page.say(found.name()))
                .orElse("");
    }
}
