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
    private static final int MOST_CHOICES = 100;
    private static final String MINE = " from cases.task t where t.assignee = :account";
    private static final String FREE = " from cases.task t where t.unit = :unit and t.assignee is null";
    private static final String UNIT = " from cases.task t where t.unit = :unit";

    private static final String BEYOND = """
             and (t.waits, t.due_key, t.id) > (:afterWaits, cast(:afterDue as timestamptz), :afterId)
            """;
    private static final String CONTAINING = """
             and (t.title ilike :text or t.applicant ilike :text or t.case_id = :number)
            """;
    private static final String ORDERED = " order by t.waits, t.due_key, t.id limit :limit";

    private static final String FIELDS = """
            select t.id as task_id, t.what, t.zh, t.en, t.due_at, t.waits, f.id, f.kind, f.version,
                   f.state, f.title, f.applicant, f.unit, f.handler, f.opened_at, f.paused
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
                .param("afterWaits", cursor.waits)
                .param("afterDue", cursor.due)
                .param("afterId", cursor.id)
                .param("limit", limit + 1)
                .query((row, _) -> {
                    Item item = item(row, days);
                    return new Row(item, Cursor.of(item, row.getLong("task_id")));
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
                .param("kind", query.kind())
                .param("title", query.title())
                .param("now", Times.stamp(days.now))
                .param("tomorrow", Times.stamp(days.tomorrow))
                .param("nextWeek", Times.stamp(days.nextWeek));
    }

    private record Row(Item item, Cursor cursor) {}

    static String sql(Query query) {
        String filter = within(query.bucket()) + BEYOND + narrowed(query) + ORDERED;
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
            case OVERDUE -> " and not t.waits and t.due_key < :now";
            case TODAY -> " and not t.waits and t.due_key >= :now and t.due_key < :tomorrow";
            case WEEK -> " and not t.waits and t.due_key >= :tomorrow and t.due_key < :nextWeek";
            case LATER -> " and not t.waits and t.due_key >= :nextWeek";
            case WAITING -> " and t.waits";
        };
    }

    private static String narrowed(Query query) {
        return (query.kind() == null ? "" : " and t.kind = :kind")
                + (query.title() == null ? "" : " and t.title = :title")
                + (query.text() == null ? "" : CONTAINING);
    }

    @Override
    public Counts counts(Query query) {
        String counted = """
                select count(*) filter (where not waits and due_key < :now) as overdue,
                       count(*) filter (where not waits and due_key >= :now and due_key < :tomorrow) as today,
                       count(*) filter (where not waits and due_key >= :tomorrow and due_key < :nextWeek) as week,
                       count(*) filter (where not waits and due_key >= :nextWeek) as later,
                       count(*) filter (where waits) as waiting
                  from (""";
        String tasks = scoped(query.whose(), "select t.waits, t.due_key", narrowed(query));
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
    public List<Choice> choices(Query query) {
        String tasks = scoped(query.whose(), "select t.kind, t.title", "");
        Map<String, CaseKind> current = kinds.current();
        return bind(
                        database.sql("select kind, title, count(*) as tasks from (" + tasks
                                + ") t group by kind, title order by tasks desc, title limit :limit"),
                        query,
                        days())
                .param("limit", MOST_CHOICES)
                .query((row, _) -> {
                    CaseKind kind = current.get(row.getString("kind"));
                    Words name = kind == null ? Words.same(row.getString("kind")) : kind.name();
                    return new Choice(row.getString("kind"), name, row.getString("title"), row.getInt("tasks"));
                })
                .list();
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
                isRaised(row.getString("what")),
                kind.name(),
                row.getString("title"),
                row.getString("applicant"),
                kind.state(row.getString("state")).orElseThrow().name(),
                row.getString("unit"),
                row.getString("handler"),
                dueAt,
                row.getBoolean("paused"),
                row.getBoolean("waits") ? Bucket.WAITING : days.bucket(dueAt));
    }

    private static boolean isRaised(String what) {
        return what.equals(Tasks.What.RAISED.name()) || what.equals(Tasks.What.EXTENSION.name());
    }

    private static String like(@Nullable String text) {
        return text == null
                ? ""
                : text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /// The number that people read ends with the id; -1 is no case's.
    private static long number(@Nullable String text) {
        String digits = text == null ? "" : text.strip().replaceFirst("^\\d{6}-", "");
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
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
                return Bucket.LATER;
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

    /// Where the page before ended: whether it waits, microseconds of its last date and number of its last task.
    private record Cursor(boolean waits, String due, long id) {
        private static final Cursor START = new Cursor(false, "-infinity", 0);
        private static final Pattern WRITTEN = Pattern.compile("([wd])-(infinity|\\d{1,17})-(\\d{1,18})");

        static Cursor of(Item item, long taskId) {
            Instant due = item.dueAt();
            return new Cursor(item.bucket() == Bucket.WAITING, due == null ? "infinity" : due.toString(), taskId);
        }

        static Cursor read(@Nullable String text) {
            Matcher parts = WRITTEN.matcher(text == null ? "" : text);
            if (!parts.matches()) {
                return START;
            }
            String due = parts.group(2);
            String instant = due.equals("infinity")
                    ? due
                    : Instant.EPOCH.plus(Long.parseLong(due), ChronoUnit.MICROS).toString();
            return new Cursor(parts.group(1).equals("w"), instant, Long.parseLong(parts.group(3)));
        }

        String write() {
            String at = due.equals("infinity")
                    ? due
                    : Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(due)));
            return (waits ? "w-" : "d-") + at + "-" + id;
        }
    }
}
