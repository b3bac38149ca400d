package org.rongyi.city.utilities.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.city.utilities.Connection;
import org.rongyi.city.utilities.Connection.Attendance;
import org.rongyi.city.utilities.Connection.Signature;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.Connection.VisitState;
import org.rongyi.city.utilities.SurveyRecord;
import org.rongyi.city.utilities.Surveys.Call;
import org.rongyi.city.utilities.Surveys.Job;
import org.rongyi.city.utilities.UtilityBook;
import org.rongyi.city.utilities.UtilityBook.Measure;
import org.rongyi.city.utilities.web.SurveyView.Crew;
import org.rongyi.city.utilities.web.SurveyView.Day;
import org.rongyi.city.utilities.web.SurveyView.Field;
import org.rongyi.city.utilities.web.SurveyView.Section;
import org.rongyi.city.utilities.web.SurveyView.Stage;
import org.springframework.stereotype.Component;

/// Puts together what a crew reads of its surveys.
@Component
class SurveyViews {
    private final UtilityBook book;
    private final ConnectionViews views;
    private final Clock clock;

    SurveyViews(UtilityBook book, ConnectionViews views, Clock clock) {
        this.book = book;
        this.views = views;
        this.clock = clock;
    }

    boolean hasCrew(Acting surveyor) {
        return book.crews().stream().anyMatch(crew -> crew.accounts().contains(surveyor.account()));
    }

    /// Today, what was not finished, and what comes.
    List<Day> days(Page page, List<Call> calls) {
        List<Day> days = new ArrayList<>();
        add(days, page, page.say("今天", "Today"), false, in(page, calls, 0));
        String late = page.say("过了日子，还没签完", "The day has passed, and not all have signed");
        add(days, page, late, true, in(page, calls, -1));
        add(days, page, page.say("以后", "Later"), false, in(page, calls, 1));
        return days;
    }

    private static List<Call> in(Page page, List<Call> calls, int when) {
        return calls.stream()
                .filter(call ->
                        Integer.signum(page.city().dayOf(call.startsAt()).compareTo(page.today())) == when)
                .toList();
    }

    private static LocalDate day(Page page, Visit visit) {
        return page.city().dayOf(visit.startsAt());
    }

    private void add(List<Day> days, Page page, String title, boolean late, List<Call> calls) {
        if (!calls.isEmpty()) {
            days.add(new Day(
                    title, late, calls.stream().map(call -> call(page, call)).toList()));
        }
    }

    private SurveyView.Job call(Page page, Call call) {
        String with = call.others().isEmpty()
                ? page.say("只有您去", "only you")
                : page.say("一起去的：", "with ") + views.names(page, call.others());
        return new SurveyView.Job(
                "/officer/surveys/" + call.visit(),
                ConnectionViews.when(page, call.startsAt(), call.endsAt()),
                views.place(page, call.area(), call.address()),
                call.applicant() + page.say("，", ", ") + with);
    }

    /// A signature over another version is none over this one.
    private static boolean counts(Attendance crew, SurveyRecord record) {
        Signature signed = crew.signed();
        return signed != null && signed.hash().equals(record.hash());
    }

    SurveyView one(Page page, Job job, Acting surveyor) {
        Connection one = job.connection();
        SurveyRecord record = job.record();
        Visit visit = record.visit();
        return new SurveyView(
                visit.id(),
                surveyor.account() + ":" + visit.id(),
                record.hash(),
                one.applicant(),
                ConnectionViews.when(page, visit.startsAt(), visit.endsAt()),
                views.place(page, one.area(), one.address()),
                one.contact(),
                one.phone(),
                one.requests().stream()
                        .filter(request -> visit.of(request.utility()).isPresent())
                        .map(request -> SummaryRow.of(views.name(page, request.utility()), views.wanted(page, request)))
                        .toList(),
                sections(page, job),
                record.values().isEmpty() && record.photos().isEmpty()
                        ? null
                        : views.record(page, record, "/officer/utilities/" + one.id() + "/photos/"),
                visit.crews().stream().map(crew -> crew(page, job, crew)).toList(),
                stage(page, job),
                record.missing().stream()
                        .map(field -> label(
                                page,
                                field,
                                Objects.requireNonNull(book.fields(visit).get(field))))
                        .collect(Collectors.joining(page.say("、", ", "))),
                visit.crews().stream()
                        .filter(crew -> crew.absent().isEmpty() && !counts(crew, record))
                        .map(crew -> views.name(page, crew.utility()))
                        .collect(Collectors.joining(page.say("、", ", "))));
    }

    private static Stage stage(Page page, Job job) {
        SurveyRecord record = job.record();
        Visit visit = record.visit();
        Attendance own = visit.of(job.utility()).orElseThrow();
        if (visit.state() != VisitState.BOOKED) {
            return visit.state() == VisitState.SIGNED ? Stage.CLOSED : Stage.OFF;
        }
        if (page.today().isBefore(day(page, visit))) {
            return Stage.EARLY;
        }
        if (!own.absent().isEmpty()) {
            return Stage.AWAY;
        }
        if (counts(own, record)) {
            return Stage.SIGNED;
        }
        return record.missing().isEmpty() ? Stage.TO_SIGN : Stage.MISSING;
    }

    /// What is measured once for all first, then the crew's own, the others' last.
    private List<Section> sections(Page page, Job job) {
        Map<String, Measure> fields = book.fields(job.record().visit());
        List<String> ids = new ArrayList<>(List.of(SurveyRecord.SITE, job.utility()));
        fields.keySet().stream().map(SurveyViews::owner).distinct().forEach(ids::add);
        return ids.stream()
                .distinct()
                .map(id -> section(page, job, id, fields))
                .filter(section -> !section.fields().isEmpty())
                .toList();
    }

    static String owner(String field) {
        return field.substring(0, field.indexOf('.'));
    }

    private Section section(Page page, Job job, String id, Map<String, Measure> all) {
        List<Field> fields = all.entrySet().stream()
                .filter(each -> owner(each.getKey()).equals(id))
                .map(each -> field(page, job.record(), each))
                .toList();
        long filled = fields.stream().filter(field -> !field.value().isEmpty()).count();
        return new Section(
                id,
                id.equals(SurveyRecord.SITE) ? page.say("现场，大家共用", "The place, for all") : views.name(page, id),
                !id.equals(SurveyRecord.SITE) && !id.equals(job.utility()),
                page.say(
                        "写了 " + filled + " 项，共 " + fields.size() + " 项",
                        filled + " of " + fields.size() + " filled in"),
                fields);
    }

    private Field field(Page page, SurveyRecord record, Map.Entry<String, Measure> each) {
        Measure measure = each.getValue();
        String name = page.say(measure.name());
        return new Field(
                each.getKey(),
                measure.needed() ? name : name + page.say("（可不填）", " (optional)"),
                measure.number() ? page.say(measure.unit()) : null,
                measure.number(),
                record.values().getOrDefault(each.getKey(), ""));
    }

    private String label(Page page, String field, Measure measure) {
        String of = owner(field);
        return (of.equals(SurveyRecord.SITE) ? "" : views.name(page, of) + page.say("的", ": "))
                + page.say(measure.name());
    }

    private Crew crew(Page page, Job job, Attendance crew) {
        Signature signed = crew.signed();
        boolean open = job.record().visit().state() == VisitState.BOOKED;
        boolean begun = !clock.instant().isBefore(job.record().visit().startsAt());
        boolean own = crew.utility().equals(job.utility());
        boolean absent = !crew.absent().isEmpty();
        String state;
        String says = "";
        String tag;
        if (absent) {
            state = page.say("没到", "not there");
            says = crew.absent();
            tag = ConnectionViews.GREY;
        } else if (signed == null) {
            state = page.say("还没签", "not signed yet");
            tag = ConnectionViews.GREY;
        } else if (counts(crew, job.record())) {
            state = page.say("签了", "signed");
            says = signed.name() + page.say(" 签于 ", ", ") + page.moment(signed.at());
            tag = ConnectionViews.GOING;
        } else {
            state = page.say("要再签", "has to sign again");
            says = page.say("签的是改动以前的", "signed an earlier version");
            tag = ConnectionViews.ACTION;
        }
        return new Crew(
                crew.utility(),
                (own ? page.say("您：", "You: ") : "")
                        + book.crew(crew.crew())
                                .map(each -> page.say(each.name()))
                                .orElse(crew.crew()),
                state,
                says,
                tag,
                absent && open,
                open && begun && !own && !absent && signed == null);
    }
}
