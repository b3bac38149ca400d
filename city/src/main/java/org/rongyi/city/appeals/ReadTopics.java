package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.CityWords;
import org.rongyi.texts.Meaning;
import org.rongyi.texts.Near;
import org.rongyi.texts.NearTexts;
import org.rongyi.texts.Report;
import org.rongyi.texts.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the appeals of the last weeks, once each, when somebody first asks and what came since at each further
/// question.
/// What was read is kept in memory: it is derived, and a restart reads it again.
@Component
class ReadTopics implements AppealTopics, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ReadTopics.class);
    private static final int MOST = 20_000;
    private static final int SOME = 100;
    /// Numbers are given before what has them is seen: so far one looks back.
    private static final int UNSEEN = 200;
    private static final Duration COUNTS_EVERY = Duration.ofMinutes(10);
    private static final long PATIENCE_MILLIS = 400;
    private static final String NEXT = """
            select id, number, words, coalesce(area, '') as area, at,
                   coalesce(firm, account, nullif(who, ''), number) as reporter
              from appeals.appeal where id > ? and at >= ? order by id limit ?""";

    private final Advisor advisor;
    private final AppealTable appeals;
    private final JdbcClient database;
    private final CityWords city;
    private final Clock clock;

    private final NearTexts near = new NearTexts(MOST);
    private final Map<String, Report> reports = new LinkedHashMap<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("appeal-topics")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private long first;
    private long last = -1;
    private int unread;
    /// What came up to this day is not known any more: there were too many.
    private LocalDate lost = LocalDate.EPOCH;
    private @Nullable LocalDate counted;
    private Instant countedAt = Instant.EPOCH;
    private @Nullable Future<?> reading;
    private volatile Emerging emerging = Emerging.NOTHING;

    ReadTopics(Advisor advisor, AppealTable appeals, JdbcClient database, CityWords city, Clock clock) {
        this.advisor = advisor;
        this.appeals = appeals;
        this.database = database;
        this.city = city;
        this.clock = clock;
        if (!advisor.learns()) {
            emerging = Emerging.UNABLE;
        }
    }

    @Override
    public Emerging emerging() {
        catchUp();
        return emerging;
    }

    @Override
    public List<Alike> alike(Appeal appeal, int limit) {
        return alike(appeal.words(), limit + 1).stream()
                .filter(each -> each.appeal().id() != appeal.id())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Alike> alike(String words, int limit) {
        catchUp();
        // While nothing has been read the model may still be opening, and nobody waits for it.
        boolean ready = emerging.able() && (emerging.read() > 0 || emerging.whole());
        Meaning meaning = ready ? advisor.meaning(words).orElse(null) : null;
        if (meaning == null) {
            return List.of();
        }
        List<Near> found = near.similar(meaning, limit, NearTexts.LIKELY_SAME);
        Map<String, Double> likeness = new LinkedHashMap<>();
        found.forEach(each -> likeness.put(each.key(), each.likeness()));
        return appeals.standing(List.copyOf(likeness.keySet())).stream()
                .map(each -> new Alike(
                        each.appeal(),
                        each.state(),
                        each.unit(),
                        likeness.getOrDefault(each.appeal().number(), 0.0)))
                .sorted((one, other) -> Double.compare(other.likeness(), one.likeness()))
                .toList();
    }

    /// Usually there is little to read, and it is waited for; otherwise it goes on meanwhile.
    private void catchUp() {
        if (!emerging.able()) {
            return;
        }
        try {
            begin().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            // what is known so far is told
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            LOG.warn("What appeals are about could not be read", failed.getCause());
        }
    }

    private synchronized Future<?> begin() {
        Future<?> running = reading;
        if (running == null || running.isDone()) {
            running = reader.submit(this::read);
            reading = running;
        }
        return running;
    }

    private void read() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), city.zone());
        if (last < 0) {
            open(today);
        }
        int read = 0;
        long from = last - UNSEEN;
        List<Row> rows = next(from, today);
        while (!rows.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (Row row : rows) {
                from = row.id;
                if (reports.containsKey(row.number) || row.id <= first) {
                    continue;
                }
                Meaning meaning = advisor.meaning(row.words).orElse(null);
                if (meaning == null) {
                    emerging = Emerging.UNABLE; // said in the log, and not tried again
                    return;
                }
                near.put(row.number, meaning);
                reports.put(row.number, new Report(row.number, row.reporter, meaning, row.area, row.day));
                last = Math.max(last, row.id);
                read++;
            }
            if (read > 0) {
                emerging = emerging.with(reports.size());
            }
            rows = next(from, today);
        }
        unread += read;
        count(today);
    }

    private void open(LocalDate today) {
        long newest = database.sql("select coalesce(max(id), 0) from appeals.appeal")
                .query((row, _) -> row.getLong(1))
                .single();
        first = Math.max(0, newest - MOST);
        last = first;
        database.sql("select at from appeals.appeal where id <= ? order by id desc limit 1")
                .param(first)
                .query((row, _) -> day(row))
                .optional()
                .ifPresent(day -> lost = day.isAfter(today) ? today : day);
    }

    /// Seldom, and when the day turns: comparing all with all takes its time.
    private void count(LocalDate today) {
        Instant now = clock.instant();
        boolean dayTurned = !today.equals(counted);
        if (dayTurned || unread > 0 && !countedAt.plus(COUNTS_EVERY).isAfter(now)) {
            forget(today);
            int days = (int) Math.min(DAYS, ChronoUnit.DAYS.between(lost, today));
            List<Topic> topics = days < FEWEST_DAYS
                    ? List.of()
                    : usual(days).emerging(reports.values(), today).stream()
                            .map(ReadTopics::topic)
                            .toList();
            emerging = new Emerging(topics, reports.size(), true, days, true);
            counted = today;
            countedAt = now;
            unread = 0;
        } else if (!emerging.whole()) {
            emerging = new Emerging(emerging.topics(), reports.size(), true, emerging.days(), true);
        }
    }

    /// What is usual is taken from the days that are known, and from no others.
    static Topics usual(int days) {
        Topics all = Topics.USUAL;
        return new Topics(
                all.recentDays(), days - all.recentDays(), all.likeness(), all.leastReporters(), all.rarest());
    }

    private static Topic topic(Topics.Topic found) {
        return new Topic(found.keys(), found.place(), found.first(), found.last(), found.reporters(), found.usual());
    }

    private void forget(LocalDate today) {
        LocalDate before = today.minusDays(DAYS);
        Iterator<Report> all = reports.values().iterator();
        while (all.hasNext()) {
            LocalDate day = all.next().day();
            if (!day.isAfter(before)) {
                all.remove();
            } else if (reports.size() > MOST) {
                all.remove();
                lost = day.isAfter(lost) ? day : lost;
            }
        }
    }

    private record Row(long id, String number, String words, String area, String reporter, LocalDate day) {}

    private List<Row> next(long from, LocalDate today) {
        OffsetDateTime since = AppealTable.stamp(
                today.minusDays(DAYS).atStartOfDay(city.zone()).toInstant());
        return new ArrayList<>(database.sql(NEXT)
                .params(from, since, SOME)
                .query((row, _) -> row(row))
                .list());
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("number"),
                row.getString("words"),
                row.getString("area"),
                row.getString("reporter"),
                day(row));
    }

    private LocalDate day(ResultSet row) throws SQLException {
        return LocalDate.ofInstant(row.getObject("at", OffsetDateTime.class).toInstant(), city.zone());
    }

    @Override
    public void destroy() {
        reader.shutdownNow();
    }
}
