package org.rongyi.city.appeals;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.AppealCatalogue.Leaf;
import org.rongyi.city.appeals.Appeals.Answer;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.definitions.CaseKind.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcSeats implements Seats {
    private static final Handling NOT_A_SEAT = new Handling.NotYours(List.of(new Who.InRole(Role.SEAT.name(), null)));
    private static final String LINES = "select " + AppealTable.COLUMNS + """
            null::text as into_number,
                   (select count(*) from appeals.attempt t
                     where t.appeal_id = a.id and not t.reached and t.at >= coalesce(a.replied_at, a.at)) as tries
              from appeals.appeal a where a.closed_at is null and a.state = any (?::text[])
               and (coalesce(a.replied_at, a.at), a.id) > (?::timestamptz, ?)
             order by coalesce(a.replied_at, a.at), a.id limit ?""";
    private static final String COUNT =
            "select count(*) from appeals.appeal a where a.closed_at is null and a.state = any (?::text[])";

    private final AppealTable appeals;
    private final LookTable looks;
    private final JdbcAppeals answers;
    private final AppealCatalogue catalogue;
    private final Intake intake;
    private final Advisor advisor;
    private final Cases cases;
    private final CaseFiles files;
    private final JdbcClient database;
    private final CityWords city;
    private final Clock clock;
    private final TransactionTemplate transaction;

    JdbcSeats(
            AppealTable appeals,
            LookTable looks,
            JdbcAppeals answers,
            AppealCatalogue catalogue,
            Intake intake,
            Advisor advisor,
            Cases cases,
            CaseFiles files,
            JdbcClient database,
            CityWords city,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.appeals = appeals;
        this.looks = looks;
        this.answers = answers;
        this.catalogue = catalogue;
        this.intake = intake;
        this.advisor = advisor;
        this.cases = cases;
        this.files = files;
        this.database = database;
        this.city = city;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Waiting toDispatch(String after) {
        return waiting("{received}", after);
    }

    @Override
    public Waiting toCallBack(String after) {
        return waiting("{replied,asked}", after);
    }

    private Waiting waiting(String states, String after) {
        List<Line> found = lines(states, WaitCursor.read(after), ON_A_PAGE + 1);
        boolean more = found.size() > ON_A_PAGE;
        List<Line> lines = more ? found.subList(0, ON_A_PAGE) : found;
        int all = database.sql(COUNT).param(states).query(Integer.class).single();
        return new Waiting(lines, all, more ? WaitCursor.of(lines.getLast()).write() : null);
    }

    private List<Line> lines(String states, WaitCursor after, int limit) {
        return database.sql(LINES)
                .params(states, AppealTable.stamp(after.since()), after.id(), limit)
                .query((row, number) -> {
                    Appeal appeal = AppealTable.row(row, number);
                    OffsetDateTime replied = row.getObject("replied_at", OffsetDateTime.class);
                    return new Line(
                            appeal,
                            row.getString("unit"),
                            replied == null ? appeal.at() : replied.toInstant(),
                            AppealTable.instant(row.getObject("due_at", OffsetDateTime.class)),
                            AppealTable.instant(row.getObject("contact_due_at", OffsetDateTime.class)),
                            row.getInt("tries"));
                })
                .list();
    }

    @Override
    public Optional<Appeal> find(String number) {
        return appeals.byNumber(number);
    }

    @Override
    public Optional<Appeal> ofCase(long caseId) {
        return appeals.byCase(caseId);
    }

    @Override
    public Handling dispatch(
            Appeal appeal, String category, @Nullable String type, @Nullable String unit, Acting seat) {
        if (!seat.has(Role.SEAT)) {
            return NOT_A_SEAT;
        }
        Leaf leaf = catalogue
                .leaf(category)
                .orElseThrow(() -> new IllegalArgumentException("there is no category (" + category + ")"));
        String to = unit == null
                ? intake.unit(leaf, appeal.area(), appeal.reporter().firm())
                : unit;
        String as = type == null ? leaf.type() : type;
        int days = catalogue
                .type(as)
                .orElseThrow(() -> new IllegalArgumentException("there is no type of appeal (" + as + ")"))
                .workingDays();
        List<String> suggested = suggested(appeal);
        Handling handling = together(() -> {
            Step step = Step.of(appeal.caseId(), Intake.HOUSE)
                    .because(seat.person().name() + "派单：" + leaf.name().zh());
            Handling promised = cases.promise(step, AppealCourse.REPLY_CLOCK, days);
            if (!(promised instanceof Handling.Done)) {
                return promised;
            }
            // After the lock of the case: whoever works on it the other way round would wait for us, and we for them.
            appeals.sort(appeal.id(), leaf.code(), as, seat.account());
            if (!suggested.isEmpty()) {
                appeals.suggested(appeal.id(), leaf.code(), suggested.indexOf(leaf.code()) + 1, clock.instant());
            }
            Handling dispatched = cases.fire(step, "dispatch");
            return dispatched instanceof Handling.Done(Case now) && !now.unit().equals(to)
                    ? cases.handOver(step, to)
                    : dispatched;
        });
        if (handling instanceof Handling.Done && !leaf.code().equals(appeal.category())) {
            advisor.corrected();
        }
        return handling;
    }

    private List<String> suggested(Appeal appeal) {
        return advisor.candidates(appeal.words()).stream()
                .map(Routing.Advice::leaf)
                .filter(Objects::nonNull)
                .map(Leaf::code)
                .toList();
    }

    @Override
    public List<Suggested> suggestions(Appeal appeal) {
        return advisor.candidates(appeal.words()).stream()
                .map(advice ->
                        new Suggested(advice.leaf() == null ? "" : advice.leaf().code(), advice.confidence()))
                .toList();
    }

    @Override
    public Handling merge(Appeal appeal, String intoNumber, Acting seat) {
        if (!seat.has(Role.SEAT)) {
            return NOT_A_SEAT;
        }
        return together(() -> {
            appeals.mergeAlone();
            Appeal into = appeals.goesOn(intoNumber.strip()).orElse(null);
            if (into == null || into.id() == appeal.id() || into.reporter().confidential()) {
                return new Handling.NotNow(files.find(appeal.caseId()).orElseThrow());
            }
            Handling merged = cases.fire(
                    Step.of(appeal.caseId(), Intake.HOUSE).because(seat.person().name() + "并入 " + into.number()),
                    "merge");
            if (merged instanceof Handling.Done) {
                appeals.mergeInto(appeal.id(), into.id());
            }
            return merged;
        });
    }

    @Override
    public Handling calledBack(Appeal appeal, Answer answer, Acting seat) {
        if (!seat.has(Role.SEAT)) {
            return NOT_A_SEAT;
        }
        return together(() -> {
            looks.attempt(appeal, seat, true, answer.words().strip(), clock.instant());
            return answers.answer(appeal, answer, Actor.of(seat));
        });
    }

    @Override
    public Tried notReached(Appeal appeal, String words, boolean close, Acting seat) {
        if (!seat.has(Role.SEAT)) {
            return new Tried(0, catalogue.tries(), NOT_A_SEAT);
        }
        looks.attempt(appeal, seat, false, words.strip(), clock.instant());
        int days = looks.days(appeal.id(), city.zone());
        if (!close || days < catalogue.tries()) {
            return new Tried(days, catalogue.tries(), null);
        }
        Step step = Step.of(appeal.caseId(), Actor.of(seat))
                .because("在 " + days + " 天里打过电话，没有联系上")
                .proving("回访记录 " + days + " 次");
        return new Tried(days, catalogue.tries(), cases.fire(step, "giveUp"));
    }

    /// All of it or nothing: what is refused half-way leaves no trace.
    private Handling together(Supplier<Handling> command) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Handling handling = command.get();
            if (!(handling instanceof Handling.Done)) {
                status.setRollbackOnly();
            }
            return handling;
        }));
    }

    @Override
    public List<Attempt> attempts(Appeal appeal) {
        return looks.attempts(appeal.id());
    }

    @Override
    public void look(Appeal appeal, Acting who) {
        looks.look(appeal, who, false, clock.instant());
    }

    @Override
    public Optional<Appeal.Reporter> reveal(Appeal appeal, Acting who) {
        Case now = files.find(appeal.caseId()).orElseThrow();
        boolean needs = who.account().equals(now.handler()) || who.account().equals(now.owner());
        boolean may = who.has(Role.SEAT) || needs && !appeal.reporter().confidential();
        if (!may) {
            return Optional.empty();
        }
        looks.look(appeal, who, true, clock.instant());
        return Optional.of(appeal.reporter());
    }
}
