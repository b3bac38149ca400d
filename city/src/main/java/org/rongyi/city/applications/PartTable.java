package org.rongyi.city.applications;

import static org.rongyi.city.applications.ApplicationTable.array;
import static org.rongyi.city.applications.ApplicationTable.stamp;
import static org.rongyi.city.applications.ApplicationTable.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.FactJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The items of applications that were handed in, and what their decisions stated.
@Component
class PartTable {
    private static final String SELECT = """
            select application_id, item, version, optional, unit, waits_for, elements, days, state, case_id,
                   submission
              from applications.part
            """;

    private final JdbcClient database;
    private final ApplicationTable applications;

    PartTable(JdbcClient database, ApplicationTable applications) {
        this.database = database;
        this.applications = applications;
    }

    /// One item of an application.
    ///
    /// @param submission number of the submission that its department has before it
    record Row(
            long application,
            String item,
            String version,
            boolean optional,
            String unit,
            Set<String> waitsFor,
            Set<String> elements,
            @Nullable Integer days,
            Part.State state,
            @Nullable Long caseId,
            int submission) {}

    void insert(Row part, int place) {
        database.sql("""
                        insert into applications.part (application_id, item, place, version, optional, unit, waits_for,
                                                       elements, days, state, submission)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        part.application(),
                        part.item(),
                        place,
                        part.version(),
                        part.optional(),
                        part.unit(),
                        array(part.waitsFor()),
                        array(part.elements()),
                        part.days(),
                        part.state().name(),
                        part.submission()))
                .update();
    }

    /// What is decided stays with what it was decided upon; everything else goes on with the newest.
    void goOnWith(long application, int submission) {
        database.sql("""
                        update applications.part set submission = ?
                         where application_id = ? and state in ('WAITING', 'OPEN')
                        """).params(submission, application).update();
    }

    List<Row> of(long application) {
        return database.sql(SELECT + "where application_id = ? order by place")
                .param(application)
                .query(PartTable::row)
                .list();
    }

    Optional<Row> ofCase(long caseId) {
        return database.sql(SELECT + "where case_id = ?")
                .param(caseId)
                .query(PartTable::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("application_id"),
                row.getString("item"),
                row.getString("version"),
                row.getBoolean("optional"),
                row.getString("unit"),
                texts(row.getArray("waits_for")),
                texts(row.getArray("elements")),
                row.getObject("days", Integer.class),
                Part.State.valueOf(row.getString("state")),
                row.getObject("case_id", Long.class),
                row.getInt("submission"));
    }

    void move(Row part, Part.State state, @Nullable Long caseId) {
        database.sql("""
                        update applications.part set state = ?, case_id = coalesce(case_id, ?)
                         where application_id = ? and item = ?""")
                .params(Arrays.asList(state.name(), caseId, part.application(), part.item()))
                .update();
    }

    /// Element to value, of everything that was stated for the application and counts: its item is granted.
    Map<String, Object> results(long application) {
        return results("""
                select r.element, r.value from applications.result r
                  join applications.part p using (application_id, item)
                 where r.application_id = ? and p.state = 'GRANTED' order by p.place, r.element""", application);
    }

    /// Element to value, of what was stated for one item, whether it counts yet or not.
    Map<String, Object> stated(Row part) {
        return results(
                "select element, value from applications.result where application_id = ? and item = ? order by element",
                part.application(),
                part.item());
    }

    /// What was stated for an item and is no fact of the firm yet.
    Map<String, Object> unrecorded(Row part) {
        return results("""
                select element, value from applications.result
                 where application_id = ? and item = ? and recorded_at is null
                 order by element""", part.application(), part.item());
    }

    void markRecorded(Row part, Instant now) {
        database.sql("""
                        update applications.result set recorded_at = ?
                         where application_id = ? and item = ? and recorded_at is null
                        """).params(stamp(now), part.application(), part.item()).update();
    }

    /// Whether the portrait of the firm shows already what its grant changes.
    boolean hasEffect(Row part) {
        return database.sql("select effect_at is not null from applications.part where application_id = ? and item = ?")
                .params(part.application(), part.item())
                .query(Boolean.class)
                .single();
    }

    void markEffect(Row part, Instant now) {
        database.sql("update applications.part set effect_at = ? where application_id = ? and item = ?")
                .params(stamp(now), part.application(), part.item())
                .update();
    }

    /// Who stated something for the item last.
    Optional<String> statedBy(Row part) {
        return database.sql("""
                        select stated_by from applications.result
                         where application_id = ? and item = ? order by stated_at desc limit 1""")
                .params(part.application(), part.item())
                .query(String.class)
                .optional();
    }

    private Map<String, Object> results(String sql, Object... params) {
        Map<String, Object> results = new LinkedHashMap<>();
        database.sql(sql)
                .params(params)
                .query((row, _) -> {
                    String element = row.getString("element");
                    Object value = value(element, row.getString("value"));
                    return value == null ? null : results.put(element, value);
                })
                .list();
        return results;
    }

    private @Nullable Object value(String element, String value) {
        return applications.json().facts("{\"" + element + "\":" + value + "}").get(element);
    }

    void state(Row part, Map<String, Object> values, String account, Instant now) {
        values.forEach((element, value) -> {
            String one = FactJson.write(Map.of(element, value));
            database.sql("""
                            insert into applications.result (application_id, item, element, value, stated_at, stated_by)
                            values (?, ?, ?, ?::jsonb -> ?, ?, ?)
                            on conflict (application_id, item, element)
                            do update set value = excluded.value, stated_at = excluded.stated_at,
                                          stated_by = excluded.stated_by
                             where applications.result.recorded_at is null""")
                    .params(part.application(), part.item(), element, one, element, stamp(now), account)
                    .update();
        });
    }
}
