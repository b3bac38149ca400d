package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("appeal-topics").factory());
    private long last = -1;
    private @Nullable LocalDate counted;
    private @Nullable Future<?> reading;
    private volatile Emerging emerging = Emerging.NOTHING;

    ReadTopics(Advisor advisor, AppealTable appeals, JdbcClient database, CityWords city, Clock clock) {
        this.advisor = advisor;
        this.appeals = appeals;
        this.database = database;
        this.city = city;
        this.clock = clock;
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
        boolean ready = advisor.learns() && (emerging.read() > 0 || emerging.whole());
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
        if (!advisor.learns()) {
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
            long newest = database.sql("select coalesce(max(id), 0) from appeals.appeal")
                    .query((row, _) -> row.getLong(1))
                    .single();
            last = Math.max(0, newest - MOST);
        }
        int read = 0;
        List<Row> rows = next(today);
        while (!rows.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (Row row : rows) {
                Meaning meaning = advisor.meaning(row.words).orElse(null);
                if (meaning == null) {
                    return; // this machine cannot run the model
                }
                near.put(row.number, meaning);
                reports.put(row.number, new Report(row.number, row.reporter, meaning, row.area, row.day));
                last = row.id;
                read++;
            }
            emerging = new Emerging(emerging.topics(), reports.size(), false);
            rows = next(today);
        }
        if (read > 0 || !today.equals(counted)) {
            forget(today);
            List<Topic> topics = Topics.USUAL.emerging(reports.values(), today).stream()
                    .map(ReadTopics::topic)
                    .toList();
            emerging = new Emerging(topics, reports.size(), true);
            counted = today;
        }
    }

    private static Topic topic(Topics.Topic found) {
        return new Topic(found.keys(), found.place(), found.first(), found.last(), found.reporters(), found.usual());
    }

    private void forget(LocalDate today) {
        LocalDate before = today.minusDays(DAYS);
        Iterator<Report> all = reports.values().iterator();
        while (all.hasNext()) {
            if (!all.next().day().isAfter(before) || reports.size() > MOST) {
                all.remove();
            }
        }
    }

    private record Row(long id, String number, String words, String area, String reporter, LocalDate day) {}

    private List<Row> next(LocalDate today) {
        OffsetDateTime since = AppealTable.stamp(
                today.minusDays(DAYS).atStartOfDay(city.zone()).toInstant());
        return new ArrayList<>(database.sql(NEXT)
                .params(last, since, SOME)
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
                LocalDate.ofInstant(row.getObject("at", OffsetDateTime.class).toInstant(), city.zone()));
    }

    @Override
    public void destroy() {
        reader.shutdownNow();
    }
}
