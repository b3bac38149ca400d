package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.FactsRecorded;
import org.rongyi.city.enterprises.Filing;
import org.rongyi.city.enterprises.Intake;
import org.rongyi.city.enterprises.RegisterFilled;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// From a changed fact to the recorded match: how many firms a second, and how long one takes. A tax office
/// delivers the taxable income of firms, which changes what each of them may expect, so that each change ends
/// as a new line.
@Component
@Lazy
class ChangeBench {
    private static final int DELIVERY = 1_000;
    private static final int ROUNDS = 3;
    private static final int CHANGES_A_SECOND = 100;
    private static final String TAX_OFFICE = "税务";
    private static final int PUBLICATIONS = 5;
    private static final String POLICY = "BENCH";
    private static final Acting EDITOR = new Acting(new Person("bench", "bench", "", Set.of(Role.POLICY_EDITOR)), null);

    private final Changes changes;
    private final Enterprises enterprises;
    private final Intake intake;
    private final FilePolicies policies;
    private final CityColumns columns;
    private final BatchRecorder recorder;
    private final Followed followed;
    private final ReachCount reach;
    private final NearlyByDay nearly;
    private final PolicyEditor editor;
    private final JdbcClient database;

    ChangeBench(
            Changes changes,
            Enterprises enterprises,
            Intake intake,
            FilePolicies policies,
            CityColumns columns,
            BatchRecorder recorder,
            Followed followed,
            ReachCount reach,
            NearlyByDay nearly,
            PolicyEditor editor,
            JdbcClient database) {
        this.changes = changes;
        this.enterprises = enterprises;
        this.intake = intake;
        this.policies = policies;
        this.columns = columns;
        this.recorder = recorder;
        this.followed = followed;
        this.reach = reach;
        this.nearly = nearly;
        this.editor = editor;
        this.database = database;
    }

    /// @param entities in the register
    /// @param texts policies in force
    /// @param builtPerSecond entities a second, from PostgreSQL to columns
    /// @param loadedPerSecond the same from the file
    /// @param firmsPerSecond changed firms a second, delivered and recorded, in the slowest round
    /// @param followedPerSecond the same when the facts lie there already
    /// @param publishedMillis from a policy file to the counts of the whole city by it
    /// @param publishedPerSecond firms a second that get a line by it
    record Result(
            int entities,
            int texts,
            double builtPerSecond,
            double loadedPerSecond,
            double firmsPerSecond,
            double followedPerSecond,
            double changeToMatchP50Millis,
            double changeToMatchP99Millis,
            double publishedMillis,
            double publishedPerSecond) {}

    Result run(int firms, int seconds, Consumer<String> tell) {
        MatchFollower follower = new MatchFollower(
                changes,
                enterprises,
                policies,
                columns,
                recorder,
                followed,
                reach,
                nearly,
                new KnownReach(),
                Duration.ofHours(1));
        long begun = System.nanoTime();
        follower.build();
        Filled filled = columns.filled();
        int rows = filled == null ? 0 : filled.table().rows();
        double built = rows / seconds(begun);
        tell.accept("%,d entities in columns, %,.0f a second".formatted(rows, built));
        columns.save();
        begun = System.nanoTime();
        boolean loaded = columns.load();
        double loadedPerSecond = loaded ? rows / seconds(begun) : 0;
        tell.accept("from the file: %,.0f a second".formatted(loadedPerSecond));
        follower.catchUp();
        List<CreditCode> some = soleTraders(firms);
        deliver(some, 1);
        begun = System.nanoTime();
        follower.catchUp();
        double caughtUp = some.size() / seconds(begun);
        tell.accept("%,d changed firms that lay there: %,.0f a second".formatted(some.size(), caughtUp));
        follower.open();
        double slowest = Double.MAX_VALUE;
        for (int round = 2; round < 2 + ROUNDS; round++) {
            begun = System.nanoTime();
            deliver(some, round);
            follower.look(new RegisterFilled(some.size()));
            awaitLines(some.size(), round);
            slowest = Math.min(slowest, some.size() / seconds(begun));
        }
        tell.accept("the same while they are delivered: %,.0f a second".formatted(slowest));
        double[] millis = singles(follower, some, seconds);
        Published published = published(follower);
        follower.close();
        return new Result(
                rows,
                recorder.texts().texts().size(),
                built,
                loadedPerSecond,
                slowest,
                caughtUp,
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.99)],
                published.millis(),
                published.perSecond());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private List<CreditCode> soleTraders(int number) {
        List<CreditCode> codes = new ArrayList<>();
        changes.forEachFirm(firm -> {
            if (codes.size() < number && "个体工商户".equals(firm.portrait().value("entityType"))) {
                codes.add(firm.portrait().firm());
            }
        });
        return codes;
    }

    private FactReport report(CreditCode firm, int round) {
        LocalDate today = policies.today();
        Map<String, Object> facts = Map.of("taxableIncome", income(round));
        return new FactReport(firm, TAX_OFFICE, FactReport.Origin.IMPORTED, today, facts, "bench");
    }

    /// In ten thousand yuan: low enough for the lowest rate.
    private static BigDecimal income(int round) {
        return BigDecimal.valueOf(1 + round, 1);
    }

    private void deliver(List<CreditCode> firms, int round) {
        for (int first = 0; first < firms.size(); first += DELIVERY) {
            List<CreditCode> some = firms.subList(first, Math.min(firms.size(), first + DELIVERY));
            intake.take(some.stream()
                    .map(firm -> new Filing(firm, List.of(report(firm, round))))
                    .toList());
        }
        intake.finish(firms.size());
    }

    /// Until each firm has a line with what it now saves in income tax.
    private void awaitLines(int firms, int round) {
        BigDecimal saved = income(round).multiply(new BigDecimal(250));
        long found = 0;
        while (found < firms) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            if (changes.after(followed.state().position(), 1).isEmpty()) {
                found = database.sql("select count(distinct firm) from policies.match_record"
                                + " where policy_id = 'P03' and amount_yuan = ?")
                        .param(saved)
                        .query(Long.class)
                        .single();
            }
        }
    }

    /// One firm after the other, evenly: milliseconds from before the fact is recorded until its match stands there.
    private double[] singles(MatchFollower follower, List<CreditCode> firms, int seconds) {
        Map<String, Long> begun = new ConcurrentHashMap<>();
        int number = Math.min(firms.size(), seconds * CHANGES_A_SECOND);
        long[] nanos = new long[number];
        long first = database.sql("select max(id) from policies.match_record")
                .query(Long.class)
                .single();
        Thread writer = Thread.ofPlatform().start(() -> {
            long next = System.nanoTime();
            for (CreditCode firm : firms.subList(0, number)) {
                LockSupport.parkNanos(next - System.nanoTime());
                next += TimeUnit.SECONDS.toNanos(1) / CHANGES_A_SECOND;
                begun.put(firm.value(), System.nanoTime());
                enterprises.record(report(firm, 20));
                // As the event does it where pages are served.
                follower.look(new FactsRecorded(firm, Set.of("taxableIncome")));
            }
        });
        long[] last = {first};
        int[] seen = {0};
        while (seen[0] < number) {
            database.sql("select id, firm from policies.match_record where id > ? and policy_id = 'P03' order by id")
                    .param(last[0])
                    .query((RowCallbackHandler) row -> {
                        last[0] = row.getLong("id");
                        Long start = begun.remove(row.getString("firm"));
                        if (start != null) {
                            nanos[seen[0]++] = System.nanoTime() - start;
                        }
                    });
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        LockSupport.parkNanos(writer.isAlive() ? TimeUnit.MILLISECONDS.toNanos(100) : 0);
        return Arrays.stream(nanos).sorted().mapToDouble(each -> each / 1e6).toArray();
    }

    private record Published(double millis, double perSecond) {}

    /// An editor publishes one text after the other, each for other firms than the one before it: from the
    /// file until the whole city is counted by it, and how many firms a second then get their line. In the
    /// end the policy has ended.
    private Published published(MatchFollower follower) {
        double[] millis = new double[PUBLICATIONS];
        long before = lines();
        double recording = 0;
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            String version = publish(follower, "应纳税所得额 = " + income(i % 2 == 0 ? 20 : 1 + ROUNDS));
            while (!counted(version)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            millis[i] = (System.nanoTime() - begun) / 1e6;
            while (!followed.state().texts().contains(POLICY + " " + version)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            recording += seconds(begun);
        }
        double perSecond = (lines() - before) / recording;
        editor.ended(POLICY, policies.today().minusDays(1)).ifPresent(file -> publish(follower, file, "ended"));
        return new Published(Arrays.stream(millis).sorted().toArray()[millis.length / 2], perSecond);
    }

    private boolean counted(String version) {
        return reach.current() instanceof CityReach.Counted counted
                && counted.policies().stream().anyMatch(each -> each.version().equals(version));
    }

    private String publish(MatchFollower follower, String condition) {
        String version = "b" + System.nanoTime();
        return publish(follower, """
                id: %s
                title: Published by the measurement
                versions: [{version: %s, conditions: [{rule: '%s'}]}]
                """.formatted(POLICY, version, condition), version);
    }

    private String publish(MatchFollower follower, String file, String version) {
        if (!(editor.check(file) instanceof PolicyEditor.Sound sound)
                || editor.publish(file, sound.seen(), "bench", EDITOR) != PolicyEditor.Publishing.DONE) {
            throw new IllegalStateException("this was not published: " + editor.check(file));
        }
        follower.look(new TextsPublished()); // as the event does it where pages are served
        return version;
    }

    private long lines() {
        return database.sql("select count(*) from policies.match_record where policy_id = ?")
                .param(POLICY)
                .query(Long.class)
                .single();
    }
}
