package org.rongyi.city.utilities.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.city.utilities.Connection;
import org.rongyi.city.utilities.Connection.Permit;
import org.rongyi.city.utilities.Connection.PermitState;
import org.rongyi.city.utilities.Connection.Plan;
import org.rongyi.city.utilities.Connection.Request;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.Connection.VisitState;
import org.rongyi.city.utilities.Slot;
import org.rongyi.city.utilities.SurveyRecord;
import org.rongyi.city.utilities.UtilityBook;
import org.rongyi.city.utilities.web.ConnectionView.CrewView;
import org.rongyi.city.utilities.web.ConnectionView.Line;
import org.rongyi.city.utilities.web.ConnectionView.PermitView;
import org.rongyi.city.utilities.web.ConnectionView.PhotoView;
import org.rongyi.city.utilities.web.ConnectionView.PlanView;
import org.rongyi.city.utilities.web.ConnectionView.RecordView;
import org.rongyi.city.utilities.web.ConnectionView.SlotView;
import org.rongyi.city.utilities.web.ConnectionView.VisitView;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Puts together how an application for connections reads, for the firm and for whoever works on it.
@Component
class ConnectionViews {
    static final String GOING = "govuk-tag--going";
    static final String ACTION = "govuk-tag--action";
    static final String GREY = "govuk-tag--grey";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final int SHOWN_HASH = 12;

    private final UtilityBook book;
    private final Elements elements;
    private final Areas areas;
    private final CaseFiles files;
    private final Clock clock;

    ConnectionViews(UtilityBook book, Elements elements, Areas areas, CaseFiles files, Clock clock) {
        this.book = book;
        this.elements = elements;
        this.areas = areas;
        this.files = files;
        this.clock = clock;
    }

    String name(Page page, String utility) {
        return book.utility(utility).map(each -> page.say(each.name())).orElse(utility);
    }

    Words words(String utility) {
        return book.utility(utility).map(UtilityBook.Utility::name).orElse(Words.same(utility));
    }

    String names(Page page, List<String> utilities) {
        return utilities.stream().map(each -> name(page, each)).collect(Collectors.joining(page.say("、", ", ")));
    }

    String title(Page page, List<String> utilities) {
        String all = names(page, utilities);
        return page.say("报装：" + all, "Connecting " + all.toLowerCase(Locale.ENGLISH));
    }

    /// How it stands, as the firm is spoken to.
    static String forFirm(Page page, Words state) {
        return page.english() ? state.en() : state.zh().replace("企业", "您");
    }

    /// The day with its weekday, from when to when; in English it may be broken over two lines of a phone.
    static String when(Page page, Instant from, Instant to) {
        var zone = page.city().zone();
        var day = from.atZone(zone).toLocalDate();
        String hours = HOUR.format(from.atZone(zone)) + "–" + HOUR.format(to.atZone(zone));
        return day(page, day) + (page.english() ? ", " : " ") + hours;
    }

    /// An English day is long: in a narrow place it is broken between its words.
    private static String day(Page page, LocalDate day) {
        return page.english() ? page.date(day).replace('\u00a0', ' ') : page.date(day);
    }

    ConnectionView one(
            Page page,
            Connection one,
            Function<Visit, Optional<SurveyRecord>> records,
            String photos,
            boolean firm,
            List<String> looks) {
        return new ConnectionView(
                one.id(),
                title(page, one.requests().stream().map(Request::utility).toList()),
                page.moment(one.at()),
                rows(page, one),
                one.requests().stream().map(each -> line(page, one, each, firm)).toList(),
                one.visits().stream()
                        .map(visit -> visit(page, visit, records.apply(visit).orElse(null), photos))
                        .toList()
                        .reversed(),
                names(page, in(one, State.APPLIED)),
                names(page, overdue(page, one)),
                names(page, in(one, State.PLAN_OFFERED)),
                names(page, in(one, State.PLAN_EXPIRED)),
                names(page, in(one, State.NO_CREW)),
                looks);
    }

    static List<String> in(Connection one, State state) {
        return one.requests().stream()
                .filter(each -> each.state() == state)
                .map(Request::utility)
                .toList();
    }

    /// The day of their survey has passed, and the record is not signed.
    private static List<String> overdue(Page page, Connection one) {
        return one.visits().stream()
                .filter(visit -> visit.state() == VisitState.BOOKED
                        && page.city().dayOf(visit.startsAt()).isBefore(page.today()))
                .flatMap(visit -> visit.crews().stream().map(Connection.Attendance::utility))
                .toList();
    }

    private List<SummaryRow> rows(Page page, Connection one) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.say("地点", "Place"), place(page, one.area(), one.address())));
        rows.add(SummaryRow.of(page.say("联系人", "Contact"), contact(page, one)));
        if (one.wantedOn() != null) {
            rows.add(SummaryRow.of(page.say("希望哪天通", "Wanted on"), page.date(Objects.requireNonNull(one.wantedOn()))));
        }
        return rows;
    }

    private static String contact(Page page, Connection one) {
        return one.phone().isEmpty()
                ? one.contact() + page.say("（电话不给只能看的人）", " (no number for who may only look)")
                : one.contact() + " " + one.phone();
    }

    /// With the district before it, where that is known and the firm has not written it.
    String place(Page page, String area, String address) {
        if (!AreaCode.isValid(area)) {
            return address;
        }
        Area district = areas.districtOf(new AreaCode(area)).orElse(null);
        return district == null || address.contains(district.name())
                ? address
                : page.say(district.name() + "　", district.englishName() + ", ") + address;
    }

    /// Of a code of the city; empty: not stated.
    String district(Page page, String code) {
        Area district =
                AreaCode.isValid(code) ? areas.districtOf(new AreaCode(code)).orElse(null) : null;
        return district == null
                ? code.isEmpty() ? page.say("没有写明", "Not stated") : code
                : page.say(district.name(), district.englishName());
    }

    String wanted(Page page, Request request) {
        if (request.wanted().isEmpty()) {
            return page.say("踏勘时定", "to be found at the survey");
        }
        return request.wanted().entrySet().stream()
                .flatMap(each -> elements.find(each.getKey()).stream()
                        .map(element -> ElementWords.value(page, elements, element, each.getValue())))
                .collect(Collectors.joining(page.say("，", ", ")));
    }

    /// Until when somebody is to act; a survey that is booked is on its day.
    private static @Nullable Instant due(Connection one, Request request, Case now) {
        return one.visits().stream()
                .filter(visit -> request.state() == State.SURVEY_BOOKED && visit.state() == VisitState.BOOKED)
                .filter(visit -> visit.of(request.utility()).isPresent())
                .findFirst()
                .map(Visit::startsAt)
                .orElse(now.open() ? now.dueAt() : null);
    }

    private Line line(Page page, Connection one, Request request, boolean firm) {
        Case now = files.find(request.caseId()).orElseThrow();
        Instant due = due(one, request, now);
        return new Line(
                request.utility(),
                name(page, request.utility()),
                request.unit(),
                wanted(page, request),
                firm ? forFirm(page, now.state().name()) : page.say(now.state().name()),
                tag(request.state()),
                note(page, request, firm),
                due == null ? null : day(page, page.city().dayOf(due)),
                "/cases/" + now.number(page.city().zone()),
                mine(request.state()),
                request.state() == State.SURVEYED,
                !request.state().end() && request.state() != State.ACCEPTED,
                request.plan().map(plan -> plan(page, plan, request.state())).orElse(null),
                request.permits().stream().map(each -> permit(page, each)).toList());
    }

    /// The operator reads why; the firm, that it need do nothing.
    private static String note(Page page, Request request, boolean firm) {
        return firm && request.state() == State.NO_CREW
                ? page.say(
                        "现在没有班组能来。" + request.unit() + "要派班组，有了就写信给您；不用您做什么。",
                        "No crew can come yet. The operator has to name one, and we write when it has; you need do"
                                + " nothing.")
                : request.why();
    }

    /// It waits for the firm.
    private static boolean mine(State state) {
        return state == State.APPLIED || state == State.PLAN_OFFERED || state == State.PLAN_EXPIRED;
    }

    static String tag(State state) {
        if (mine(state)) {
            return ACTION;
        }
        return state.end() && state != State.SUPPLIED || state == State.NO_CREW ? GREY : GOING;
    }

    private PlanView plan(Page page, Plan plan, State state) {
        String permits = plan.permits().stream()
                .sorted()
                .map(each ->
                        book.permit(each).map(kind -> page.say(kind.name())).orElse(each))
                .collect(Collectors.joining(page.say("、", ", ")));
        boolean offered = state == State.PLAN_OFFERED;
        Instant chosen = plan.chosenAt();
        return new PlanView(
                plan.id(),
                plan.words(),
                plan.metres() == 0
                        ? page.say("没有外线工程", "no works outside")
                        : page.say("外线 ", "outside ")
                                + page.quantity(plan.metres(), "米", "m")
                                + (plan.kilovolts() == 0
                                        ? ""
                                        : page.say("，" + plan.kilovolts() + " 千伏", ", " + plan.kilovolts() + " kV")),
                page.yuan(plan.quoteYuan()),
                day(page, plan.validUntil()),
                page.quantity(plan.worksDays(), "个工作日", "working days"),
                permits,
                offered && !plan.validUntil().isBefore(page.today()),
                offered || state == State.PLAN_EXPIRED,
                chosen == null ? "" : page.moment(chosen));
    }

    private PermitView permit(Page page, Permit permit) {
        String name =
                book.permit(permit.kind()).map(kind -> page.say(kind.name())).orElse(permit.kind());
        String unit = page.named(permit.unit());
        Instant decided = permit.decidedAt();
        String note =
                permit.state() == PermitState.FILED ? rule(page, permit) : decided == null ? "" : page.moment(decided);
        return switch (permit.state()) {
            case FILED -> new PermitView(name, unit, page.say("只备案", "only filed"), GREY, note);
            case OPEN -> new PermitView(name, unit, page.say("在办", "being decided"), GOING, note);
            case GRANTED -> new PermitView(name, unit, page.say("批了", "granted"), GOING, note);
            case REFUSED -> new PermitView(name, unit, page.say("没有批", "not granted"), ACTION, note);
        };
    }

    /// What was on record when it was filed, in the language of the page where the city's file still says it.
    private String rule(Page page, Permit permit) {
        return book.permit(permit.kind()).stream()
                .flatMap(kind -> kind.exempt().stream())
                .filter(rule -> rule.basis().zh().equals(permit.rule()))
                .findFirst()
                .map(rule -> page.say(rule.basis())
                        + (rule.verify().zh().isBlank() ? "" : page.say("；", "; ") + page.say(rule.verify())))
                .orElse(permit.rule());
    }

    private VisitView visit(Page page, Visit visit, @Nullable SurveyRecord record, String photos) {
        boolean movable = visit.state() == VisitState.BOOKED
                && !visit.onTheDay(clock.instant(), page.city().zone());
        return new VisitView(
                visit.id(),
                when(page, visit.startsAt(), visit.endsAt()),
                state(page, visit),
                visit.state() == VisitState.BOOKED || visit.state() == VisitState.SIGNED ? GOING : GREY,
                visit.reason(),
                visit.crews().stream()
                        .map(crew -> new CrewView(
                                name(page, crew.utility()),
                                book.crew(crew.crew())
                                        .map(each -> page.say(each.name()))
                                        .orElse(crew.crew()),
                                says(page, visit, crew)))
                        .toList(),
                visit.state() == VisitState.BOOKED,
                movable,
                record == null || record.values().isEmpty() && record.photos().isEmpty()
                        ? null
                        : record(page, record, photos));
    }

    private static String state(Page page, Visit visit) {
        return switch (visit.state()) {
            case BOOKED -> page.say("约好了", "booked");
            case MOVED -> page.say("改约了", "moved");
            case SIGNED -> page.say("记录签完了", "record signed");
            case CANCELLED -> page.say("不用去了", "not needed any more");
        };
    }

    private static String says(Page page, Visit visit, Connection.Attendance crew) {
        if (!crew.absent().isEmpty()) {
            return page.say("没到：", "was not there: ") + crew.absent();
        }
        Connection.Signature signed = crew.signed();
        if (signed == null) {
            return "";
        }
        return visit.hash() != null && !visit.hash().equals(signed.hash())
                ? ""
                : signed.name() + page.say(" 签于 ", " signed ") + page.moment(signed.at());
    }

    RecordView record(Page page, SurveyRecord record, String photos) {
        List<SummaryRow> values = new ArrayList<>();
        Map<String, UtilityBook.Measure> fields = book.fields(record.visit());
        fields.forEach((field, measure) -> {
            String value = record.values().get(field);
            if (value != null) {
                String utility = field.substring(0, field.indexOf('.'));
                String of = utility.equals(SurveyRecord.SITE) ? page.say("现场", "Place") : name(page, utility);
                values.add(SummaryRow.of(
                        of + page.say("：", ": ") + page.say(measure.name()),
                        value + (measure.number() ? " " + page.say(measure.unit()) : "")));
            }
        });
        return new RecordView(
                values,
                record.photos().stream()
                        .map(photo -> new PhotoView(
                                photos + record.visit().id() + "/" + photo.id(),
                                photo.by() + page.say(" 拍于 ", ", ") + page.moment(photo.at())))
                        .toList(),
                record.hash().substring(0, SHOWN_HASH));
    }

    SlotView slot(Page page, Slot slot) {
        return new SlotView(slot.from().toString(), when(page, slot.from(), slot.to()));
    }
}
