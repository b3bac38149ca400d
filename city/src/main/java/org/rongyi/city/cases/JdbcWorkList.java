package org.rongyi.city.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Pages by key, never by offset: the hundredth page costs what the first does, and a task that is done meanwhile
/// shifts nothing. Each scope reads its own index in the order of the dates; two scopes are merged from two such
/// reads.
@Component
class JdbcWorkList implements WorkList {
    private static final String MINE = " from cases.task t where t.assignee = :account";
    private static final String FREE = " from cases.task t where t.unit = :unit and t.assignee is null";
    private static final String UNIT = " from cases.task t where t.unit = :unit";

    private static final String BEYOND = " and (t.due_key, t.id) > (cast(:afterDue as timestamptz), :afterId)";
    private static final String CONTAINING = """
             and exists (select from cases.file f where f.id = t.case_id
                 and (f.title ilike :text or f.applicant ilike :text or f.id::text = :number))
            """;
    private static final String ORDERED = " order by t.due_key, t.id limit :limit";

    private static final String FIELDS = """
            select t.id as task_id, t.what, t.zh, t.en, t.due_at, f.id, f.kind, f.version,
                   f.state, f.title, f.applicant, f.handler, f.opened_at, f.paused
            """;

    private final JdbcClient database;
    private final Kinds kinds;
    private final Times times;

    JdbcWorkList(JdbcClient database, Kinds kinds, Times times) {
        this.database = database;
        this.kinds = kinds;
        this.times = times;
    }

    @Override
    public Page page(Query query, @Nullable String after, int limit) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw new IllegalArgumentException("a page (" + limit + ") has 1 to " + MOST_ON_A_PAGE + " tasks");
        }
        Cursor cursor = Cursor.read(after);
        Days days = days();
        List<Row> rows = bind(database.sql(sql(query)), query, days)
                .param("afterDue", cursor.due)
                .param("afterId", cursor.id)
                .param("limit", limit + 1)
                .query((row, _) -> {
                    Item item = item(row, days);
                    return new Row(item, Cursor.of(item.dueAt(), row.getLong("task_id")));
                })
                .list();
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new Page(
                shown.stream().map(Row::item).toList(),
                more ? shown.getLast().cursor.write() : null);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Query query, Days days) {
        return statement
                .param("account", query.account())
                .param("unit", query.unit())
                .param("text", "%" + like(query.text()) + "%")
                .param("number", number(query.text()))
                .param("now", Times.stamp(days.now))
                .param("tomorrow", Times.stamp(days.tomorrow))
                .param("nextWeek", Times.stamp(days.nextWeek));
    }

    private record Row(Item item, Cursor cursor) {}

    static String sql(Query query) {
        String filter = within(query.bucket()) + BEYOND + containing(query) + ORDERED;
        return FIELDS + " from (" + scoped(query.whose(), "select *", filter)
                + ") t join cases.file f on f.id = t.case_id" + ORDERED;
    }

    private static String scoped(Whose whose, String select, String filter) {
        return switch (whose) {
            case MINE -> select + MINE + filter;
            case FREE -> select + FREE + filter;
            case UNIT -> select + UNIT + filter;
            case MINE_AND_FREE -> "(" + select + MINE + filter + ") union all (" + select + FREE + filter + ")";
        };
    }

    private static String within(@Nullable Bucket bucket) {
        return switch (bucket) {
            case null -> "";
            case OVERDUE -> " and t.due_key < :now";
            case TODAY -> " and t.due_key >= :now and t.due_key < :tomorrow";
            case WEEK -> " and t.due_key >= :tomorrow and t.due_key < :nextWeek";
            case LATER -> " and t.due_key >= :nextWeek and t.due_key < 'infinity'";
            case UNDATED -> " and t.due_key = 'infinity'";
        };
    }

    private static String containing(Query query) {
        return query.text() == null ? "" : CONTAINING;
    }

    @Override
    public Counts counts(Query query) {
        String counted = """
                select count(*) filter (where due_key < :now) as overdue,
                       count(*) filter (where due_key >= :now and due_key < :tomorrow) as today,
                       count(*) filter (where due_key >= :tomorrow and due_key < :nextWeek) as week,
                       count(*) filter (where due_key >= :nextWeek and due_key < 'infinity') as later,
                       count(*) filter (where due_key = 'infinity') as undated
                  from (""";
        String tasks = scoped(query.whose(), "select t.due_key", containing(query));
        return bind(database.sql(counted + tasks + ") t"), query, days())
                .query((row, _) -> {
                    Map<Bucket, Integer> each = new EnumMap<>(Bucket.class);
                    for (Bucket bucket : Bucket.values()) {
                        each.put(bucket, row.getInt(bucket.name()));
                    }
                    return new Counts(each);
                })
                .single();
    }

    @Override
    public List<Item> ofFirm(CreditCode firm) {
        Days days = days();
        String waiting =
                " from cases.task t join cases.file f on f.id = t.case_id where t.firm = ? order by t.id limit ?";
        return database.sql(FIELDS + waiting)
                .params(firm.value(), MOST_ON_A_PAGE)
                .query((row, _) -> item(row, days))
                .list();
    }

    private Item item(ResultSet row, Days days) throws SQLException {
        CaseKind kind = kinds.of(row.getString("kind"), row.getString("version"));
        Instant openedAt = Objects.requireNonNull(row.getObject("opened_at", OffsetDateTime.class))
                .toInstant();
        Instant dueAt = Times.instant(row.getObject("due_at", OffsetDateTime.class));
        long id = row.getLong("id");
        return new Item(
                id,
                Case.number(id, openedAt, times.zone()),
                new Words(row.getString("zh"), row.getString("en")),
                !row.getString("what").equals(Tasks.What.STATE.name()),
                kind.name(),
                row.getString("title"),
                row.getString("applicant"),
                kind.state(row.getString("state")).orElseThrow().name(),
                row.getString("handler"),
                dueAt,
                row.getBoolean("paused"),
                days.bucket(dueAt));
    }

    private static String like(@Nullable String text) {
        return text == null
                ? ""
                : text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /// The number that people read ends with the id.
    private static String number(@Nullable String text) {
        return text == null ? "" : text.strip().replaceFirst("^\\d{6}-0*", "");
    }

    private Days days() {
        Instant now = times.now();
        LocalDate today = times.dayOf(now);
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return new Days(
                now,
                today.plusDays(1).atStartOfDay(times.zone()).toInstant(),
                monday.atStartOfDay(times.zone()).toInstant());
    }

    private record Days(Instant now, Instant tomorrow, Instant nextWeek) {
        Bucket bucket(@Nullable Instant dueAt) {
            if (dueAt == null) {
                return Bucket.UNDATED;
            }
            if (dueAt.isBefore(now)) {
                return Bucket.OVERDUE;
            }
            if (dueAt.isBefore(tomorrow)) {
                return Bucket.TODAY;
            }
            return dueAt.isBefore(nextWeek) ? Bucket.WEEK : Bucket.LATER;
        }
    }

    /// Where the page before ended: microseconds of its last date and number of its last task.
    private record Cursor(String due, long id) {
        private static final Cursor START = new Cursor("-infinity", 0);
        private static final Pattern WRITTEN = Pattern.compile("(infinity|\\d{1,17})-(\\d{1,18})");

        static Cursor of(@Nullable Instant dueAt, long taskId) {
            return new Cursor(dueAt == null ? "infinity" : dueAt.toString(), taskId);
        }

        static Cursor read(@Nullable String text) {
            Matcher parts = WRITTEN.matcher(text == null ? "" : text);
            if (!parts.matches()) {
                return START;
            }
            String due = parts.group(1);
            Instant instant =
                    due.equals("infinity") ? null : Instant.EPOCH.plus(Long.parseLong(due), ChronoUnit.MICROS);
            return of(instant, Long.parseLong(parts.group(2)));
        }

        String write() {
            String at = due.equals("infinity")
                    ? due
                    : Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(due)));
            return at + "-" + id;
        }
    }
}
