package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.Appeals.Line;
import org.rongyi.city.appeals.Appeals.Waits;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseSaved;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.Grams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of the appeals.
@Component
class AppealTable {
    static final String COLUMNS = """
            a.id, a.case_id, a.number, a.code, a.channel, a.title, a.words, a.place, a.area, a.who, a.firm, a.account,
            a.confidential, a.category, a.type, a.at, a.state, a.unit, a.due_at, a.contact_due_at,
            a.replied_at, a.closed_at,
            """;
    static final String SELECT = "select " + COLUMNS + """
             (select m.number from appeals.appeal m where m.id = a.merged_into) as into_number
              from appeals.appeal a
            """;

    /// What somebody sent for themselves, and what was sent for their firm.
    private static final String OF = "(a.account = ? and a.firm is null or a.firm = ?)";

    private final JdbcClient database;

    AppealTable(JdbcClient database) {
        this.database = database;
    }

    static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime stampOrNull(@Nullable Instant instant) {
        return instant == null ? null : stamp(instant);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }

    /// @param confidence of the category; null where a person chose it
    /// @param contactMinutes of working time in which somebody speaks to the firm; 0: nothing is promised
    record Sorted(
            @Nullable String category,
            String type,
            @Nullable Double confidence,
            @Nullable String chosenBy,
            @Nullable AreaCode area,
            int contactMinutes) {}

    Appeal insert(NewAppeal what, String title, String code, Sorted sorted, CaseSaved saved, String number) {
        Case file = saved.now();
        Reporter reporter = what.reporter();
        CreditCode firm = reporter.firm();
        return database.sql("""
                        with a as (
                            insert into appeals.appeal
                                (case_id, number, code, key, channel, title, words, place, area, who, firm, account,
                                 confidential, category, type, confidence, chosen_by, at, state, unit, due_at,
                                 contact_due_at, contact_minutes)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            returning *),
                        searched as (insert into appeals.searched select id, ? from a)
                        select\s""" + COLUMNS + "null::text as into_number from a")
                .params(Arrays.asList(
                        file.id(),
                        number,
                        code,
                        what.key(),
                        what.channel().name(),
                        title,
                        what.words().strip(),
                        what.place().strip(),
                        sorted.area() == null ? null : sorted.area().value(),
                        reporter.who().strip(),
                        firm == null ? null : firm.value(),
                        reporter.account(),
                        reporter.confidential(),
                        sorted.category(),
                        sorted.type(),
                        sorted.confidence(),
                        sorted.chosenBy(),
                        stamp(file.openedAt()),
                        file.state().id(),
                        file.unit(),
                        stampOrNull(saved.dueWithout(AppealCourse.CONTACT_CLOCK)),
                        stampOrNull(saved.due().get(AppealCourse.CONTACT_CLOCK)),
                        sorted.contactMinutes(),
                        Grams.of(what.words() + " " + what.place())))
                .query(AppealTable::row)
                .single();
    }

    Optional<Appeal> byKey(String key) {
        return one("where a.key = ?", key);
    }

    String keyOf(long id) {
        return database.sql("select key from appeals.appeal where id = ?")
                .param(id)
                .query((row, _) -> row.getString(1))
                .single();
    }

    /// The call that this seat took under this key.
    Optional<Appeal> taken(String key, String seat) {
        return database.sql(SELECT + "where a.key = ? and a.chosen_by = ? and a.channel = 'CALL'")
                .params(key, seat)
                .query(AppealTable::row)
                .optional();
    }

    /// What a firm brought up and did not ask to keep secret, the last one first.
    List<Line> openlyOf(CreditCode firm, int limit, AppealKind kind) {
        return database.sql(SELECT + "where a.firm = ? and not a.confidential order by a.id desc limit ?")
                .params(firm.value(), limit)
                .query((row, number) -> line(row, number, kind))
                .list();
    }

    Optional<Appeal> byNumber(String number) {
        return one("where a.number = ?", number);
    }

    Appeal byId(long id) {
        return one("where a.id = ?", id).orElseThrow();
    }

    Optional<Appeal> byCase(long caseId) {
        return one("where a.case_id = ?", caseId);
    }

    private Optional<Appeal> one(String where, Object value) {
        return database.sql(SELECT + where).param(value).query(AppealTable::row).optional();
    }

    List<Line> of(String account, @Nullable CreditCode firm, long before, int limit, AppealKind kind) {
        return database.sql(SELECT + "where " + OF + " and a.id < ? order by a.id desc limit ?")
                .params(Arrays.asList(account, firm == null ? null : firm.value(), before, limit))
                .query((row, number) -> line(row, number, kind))
                .list();
    }

    int count(String account, @Nullable CreditCode firm) {
        return database.sql("select count(*) from appeals.appeal a where " + OF)
                .params(Arrays.asList(account, firm == null ? null : firm.value()))
                .query(Integer.class)
                .single();
    }

    /// In the order of those that are asked for.
    List<Line> lines(List<Appeal> some, AppealKind kind) {
        Long[] ids = some.stream().map(Appeal::id).toArray(Long[]::new);
        return database.sql(SELECT + "where a.id = any (?::bigint[]) order by array_position(?::bigint[], a.id)")
                .params(ids, ids)
                .query((row, number) -> line(row, number, kind))
                .list();
    }

    /// How those with these numbers stand that were neither merged nor sent elsewhere.
    List<AppealSearch.Found> standing(List<String> numbers) {
        return database.sql(SELECT + "where a.number = any (?::text[]) and a.state not in ('merged', 'routed')")
                .param(numbers.toArray(String[]::new))
                .query((row, number) ->
                        new AppealSearch.Found(row(row, number), row.getString("state"), row.getString("unit")))
                .list();
    }

    List<Line> linesOf(List<String> numbers, AppealKind kind) {
        return database.sql(SELECT + "where a.number = any (?::text[]) order by a.id")
                .param(numbers.toArray(String[]::new))
                .query((row, number) -> line(row, number, kind))
                .list();
    }

    private static Line line(ResultSet row, int number, AppealKind kind) throws SQLException {
        String state = row.getString("state");
        Waits waits = row.getObject("closed_at") != null || kind.waitsForClock(state)
                ? Waits.NOBODY
                : kind.waitsForFirm(state) ? Waits.REPORTER : Waits.HOUSE;
        return new Line(row(row, number), kind.state(state), row.getString("unit"), waits);
    }

    /// The case moved: what boards count is repeated here, in the same transaction.
    ///
    /// @param at when it was answered, if that is what happened
    /// @return its id, if others were ever asked for their part
    Optional<Long> follow(CaseSaved saved, Instant at) {
        Case now = saved.now();
        return database.sql("""
                        update appeals.appeal
                           set replied_at = case when ? = 'replied' and state <> 'replied' then ? else replied_at end,
                               state = ?, unit = ?, due_at = ?, contact_due_at = ?, closed_at = ?, level = ?,
                               reopened = ?
                         where case_id = ?
                        returning case when contributions > 0 then id else 0 end""")
                .params(Arrays.asList(
                        now.state().id(),
                        stamp(at),
                        now.state().id(),
                        now.unit(),
                        stampOrNull(saved.dueWithout(AppealCourse.CONTACT_CLOCK)),
                        stampOrNull(saved.due().get(AppealCourse.CONTACT_CLOCK)),
                        stampOrNull(now.closedAt()),
                        now.level(),
                        now.reopened(),
                        now.id()))
                .query(Long.class)
                .optional()
                .filter(id -> id != 0);
    }

    enum Mark {
        LATE("late"),
        CONTACT_LATE("contact_late"),
        DISPUTED("disputed"),
        EXTENDED("extended");

        private final String sql;

        Mark(String column) {
            sql = "update appeals.appeal set " + column + " = true where case_id = ?";
        }
    }

    void mark(long caseId, Mark mark) {
        database.sql(mark.sql).param(caseId).update();
    }

    void judged(long id, boolean solved, boolean satisfied) {
        database.sql("update appeals.appeal set solved = ?, satisfied = ? where id = ?")
                .params(solved, satisfied, id)
                .update();
    }

    void sort(long id, String category, String type, String chosenBy) {
        database.sql("""
                        update appeals.appeal set category = ?, type = ?, confidence = null, chosen_by = ?
                         where id = ?""").params(category, type, chosenBy, id).update();
    }

    /// @param place of the chosen category among those that were suggested, from 1; 0: it was none of them
    void suggested(long id, String chosen, int place, Instant at) {
        database.sql("""
                        insert into appeals.suggested (appeal_id, at, chosen, place) values (?, ?, ?, ?)
                        on conflict (appeal_id) do nothing""").params(id, stamp(at), chosen, place).update();
    }

    /// Until the transaction ends nobody else takes the call with this key: a button that is pressed twice
    /// waits, and then finds the number.
    void callAlone(String key) {
        database.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('call ' || ?, 0))) waited")
                .param(key)
                .query(Integer.class)
                .single();
    }

    /// Until the transaction ends nobody else merges: of two that are merged into each other at the same moment one
    /// would be lost otherwise.
    void mergeAlone() {
        database.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('appeals.merge', 0))) waited")
                .query(Integer.class)
                .single();
    }

    /// The appeal with this number while it is still to be answered, held so until the transaction ends. What was
    /// answered, ended or merged itself answers nobody else any more.
    Optional<Appeal> goesOn(String number) {
        return one(
                "where a.number = ? and a.merged_into is null and a.closed_at is null"
                        + " and a.state in ('received', 'dispatched', 'handling') for no key update of a",
                number);
    }

    /// What was merged into it before goes along.
    void mergeInto(long id, long into) {
        database.sql("update appeals.appeal set merged_into = ? where id = ? or merged_into = ?")
                .params(into, id, id)
                .update();
    }

    /// Whether something was merged into the appeal of this case. Until the transaction ends nothing more is.
    boolean othersWait(long caseId) {
        return database.sql("select id from appeals.appeal where case_id = ? for no key update")
                .param(caseId)
                .query(Long.class)
                .optional()
                .filter(this::holdsOthers)
                .isPresent();
    }

    private boolean holdsOthers(long id) {
        return database.sql("select exists (select from appeals.appeal where merged_into = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    static Appeal row(ResultSet row, int number) throws SQLException {
        String area = row.getString("area");
        String firm = row.getString("firm");
        return new Appeal(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getString("number"),
                row.getString("code"),
                Channel.valueOf(row.getString("channel")),
                row.getString("title"),
                row.getString("words"),
                row.getString("place"),
                area == null ? null : new AreaCode(area),
                new Reporter(
                        row.getString("who"),
                        firm == null ? null : new CreditCode(firm),
                        row.getString("account"),
                        row.getBoolean("confidential")),
                row.getString("category"),
                row.getString("type"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("into_number"));
    }
}
