package org.rongyi.city.enterprises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcContests implements Contests {
    private static final String COUNT = """
            select count(*) from enterprises.contest c
              join enterprises.enterprise e on e.id = c.enterprise_id where e.credit_code = ? and c.element = any(?)""";

    private static final String SELECT = """
            select c.*, e.credit_code, e.name
              from enterprises.contest c join enterprises.enterprise e on e.id = c.enterprise_id
            """;

    private final JdbcClient database;
    private final FactLog log;
    private final Elements elements;
    private final Enterprises enterprises;
    private final JdbcChanges changes;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    JdbcContests(
            JdbcClient database,
            FactLog log,
            Elements elements,
            Enterprises enterprises,
            JdbcChanges changes,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.database = database;
        this.log = log;
        this.elements = elements;
        this.enterprises = enterprises;
        this.changes = changes;
        this.calendar = calendar;
        this.events = events;
    }

    @Override
    @Transactional
    public Opening open(CreditCode firm, String element, @Nullable Object claimed, String reason, String account) {
        checkText("reason", reason);
        Portrait.Fact fact = log.portrait(firm, log.today())
                .map(portrait -> portrait.facts().get(element))
                .orElse(null);
        if (fact == null || fact.selfDeclared()) {
            return new Opening.NothingToContest();
        }
        String source = log.answersFor(element, fact.source());
        if (claimed != null) {
            log.check(report(firm, source, fact.asOf(), element, claimed, account));
        }
        boolean inserted = database.sql("""
                        insert into enterprises.contest (enterprise_id, element, source, as_of, contested_value,
                                                         claimed_value, reason, opened_at, opened_by, due_on)
                        select id, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?
                          from enterprises.enterprise where credit_code = ?
                            on conflict (enterprise_id, element) where state = 'OPEN' do nothing""")
                        .params(Arrays.asList(
                                element,
                                source,
                                fact.asOf(),
                                FactJson.writeValue(fact.value()),
                                claimed == null ? null : FactJson.writeValue(claimed),
                                reason.strip(),
                                FactLog.stamp(log.now()),
                                account,
                                due(),
                                firm.value()))
                        .update()
                > 0;
        Contest contest = database.sql(SELECT + "where e.credit_code = ? and c.element = ? and c.state = 'OPEN'")
                .params(firm.value(), element)
                .query(this::contest)
                .single();
        if (!inserted) {
            return new Opening.AlreadyOpen(contest);
        }
        changes.append(firm, element);
        events.publishEvent(new FactsRecorded(firm, Set.of(element)));
        return new Opening.Opened(contest);
    }

    /// The firm's right does not wait for next year's calendar.
    private @Nullable LocalDate due() {
        try {
            return calendar.plus(log.today(), LIMIT_WORKING_DAYS);
        } catch (CalendarYearMissing noTableYet) {
            return null;
        }
    }

    private static FactReport report(
            CreditCode firm, String source, LocalDate asOf, String element, @Nullable Object value, String account) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put(element, value);
        return new FactReport(firm, source, FactReport.Origin.CORRECTED, asOf, facts, account);
    }

    private static void checkText(String what, String text) {
        if (text.isBlank() || text.strip().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("the " + what + " of a contest must have 1 to " + LONGEST_TEXT
                    + " characters, not (" + text.strip().length() + ")");
        }
    }

    @Override
    @Transactional
    public Answering uphold(long id, @Nullable Object right, String answer, String account) {
        Contest before = locked(id);
        if (before.state() != Contest.State.OPEN) {
            return new Answering.AnsweredBefore(before);
        }
        close(id, Contest.State.UPHELD, answer, account);
        String source = right == null ? saidBy(before) : before.source();
        enterprises.record(report(before.firm(), source, before.asOf(), before.element(), right, account));
        return new Answering.Answered(find(id).orElseThrow());
    }

    /// Who said what is contested: the department, unless it was inferred. What is withdrawn must be withdrawn by
    /// whoever said it.
    private String saidBy(Contest contest) {
        return log.portrait(contest.firm(), log.today())
                .flatMap(portrait -> portrait.fact(contest.element()))
                .map(Portrait.Fact::source)
                .filter(FactReport.INFERRED::equals)
                .orElse(contest.source());
    }

    @Override
    @Transactional
    public Answering reject(long id, String answer, String account) {
        Contest before = locked(id);
        if (before.state() != Contest.State.OPEN) {
            return new Answering.AnsweredBefore(before);
        }
        close(id, Contest.State.REJECTED, answer, account);
        changes.append(before.firm(), before.element());
        events.publishEvent(new FactsRecorded(before.firm(), Set.of(before.element())));
        return new Answering.Answered(find(id).orElseThrow());
    }

    private Contest locked(long id) {
        return database.sql(SELECT + "where c.id = ? for update of c")
                .param(id)
                .query(this::contest)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no contest (" + id + ")"));
    }

    private void close(long id, Contest.State state, String answer, String account) {
        checkText("answer", answer);
        database.sql("""
                        update enterprises.contest
                           set state = ?, answer = ?, answered_at = ?, answered_by = ? where id = ?""")
                .params(state.name(), answer.strip(), FactLog.stamp(log.now()), account, id)
                .update();
    }

    @Override
    public Optional<Contest> find(long id) {
        return database.sql(SELECT + "where c.id = ?")
                .param(id)
                .query(this::contest)
                .optional();
    }

    @Override
    public List<Contest> openFor(String source, int offset, int limit) {
        return database.sql(
                        SELECT + "where c.source = ? and c.state = 'OPEN' order by c.opened_at, c.id limit ? offset ?")
                .params(source, limit, offset)
                .query(this::contest)
                .list();
    }

    @Override
    public Waiting waitingFor(String source) {
        return database.sql("""
                        select count(*) as everything, count(*) filter (where due_on < ?) as late,
                               min(due_on) as next_due
                          from enterprises.contest where source = ? and state = 'OPEN'""")
                .params(log.today(), source)
                .query((row, _) -> new Waiting(
                        row.getInt("everything"), row.getInt("late"), row.getObject("next_due", LocalDate.class)))
                .single();
    }

    @Override
    public List<Contest> answeredBy(String source, int limit) {
        return database.sql(SELECT
                        + "where c.source = ? and c.state <> 'OPEN' order by c.answered_at desc, c.id desc limit ?")
                .params(source, limit)
                .query(this::contest)
                .list();
    }

    @Override
    public List<Contest> of(CreditCode firm, Acting reader, int offset, int limit) {
        return ofFirm("limit ? offset ?", "and c.element = any(?) ", firm.value(), shown(reader), limit, offset);
    }

    @Override
    public int count(CreditCode firm, Acting reader) {
        return database.sql(COUNT)
                .params(firm.value(), shown(reader))
                .query(Integer.class)
                .single();
    }

    /// What the dictionary no longer knows shows to nobody: whether it was sensitive, nobody could tell.
    private String[] shown(Acting reader) {
        return elements.all().stream()
                .filter(element -> Portraits.shows(reader, element))
                .map(ElementDefinition::id)
                .toArray(String[]::new);
    }

    @Override
    public List<Contest> of(CreditCode firm, String element) {
        return ofFirm("", "and c.element = ? ", firm.value(), element);
    }

    @Override
    public List<Contest> news(CreditCode firm, Acting reader, Instant since) {
        return ofFirm(
                "",
                "and c.element = any(?) and (c.state = 'OPEN' or c.answered_at >= ?) ",
                firm.value(),
                shown(reader),
                FactLog.stamp(since));
    }

    /// Newest first.
    private List<Contest> ofFirm(String part, String condition, Object... values) {
        return database.sql(SELECT + "where e.credit_code = ? " + condition + "order by c.opened_at desc, c.id desc "
                        + part)
                .params(values)
                .query(this::contest)
                .list();
    }

    private Contest contest(ResultSet row, int number) throws SQLException {
        String element = row.getString("element");
        String claimed = row.getString("claimed_value");
        return new Contest(
                row.getLong("id"),
                new CreditCode(row.getString("credit_code")),
                row.getString("name"),
                element,
                row.getString("source"),
                row.getObject("as_of", LocalDate.class),
                Objects.requireNonNull(log.json().value(element, row.getString("contested_value"))),
                claimed == null ? null : log.json().value(element, claimed),
                row.getString("reason"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                Contest.State.valueOf(row.getString("state")),
                row.getString("answer"),
                instant(row.getObject("answered_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
