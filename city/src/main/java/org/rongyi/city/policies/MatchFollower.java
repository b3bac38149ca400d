package org.rongyi.city.policies;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.FactsRecorded;
import org.rongyi.city.enterprises.Following;
import org.rongyi.city.enterprises.RegisterFilled;
import org.rongyi.city.policies.BatchRecorder.NewerTexts;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.city.vocabulary.Watch;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// Keeps columns and recorded matches in step with the register: one thread that reads the log of changes. It looks at
/// once when facts are recorded here, and now and then for those of other processes.
///
/// Only a city that serves pages follows; what a command records is caught up with at the next start.
@Component
@ConditionalOnWebApplication
class MatchFollower implements Following, AutoCloseable {
    static final int BATCH = 2_000;

    /// Firms judged again in one go while changes wait: some tenths of a second.
    private static final int BLOCK = 1_000;

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final int MOST_COUNTED = 1_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(MatchFollower.class);

    private final Changes changes;
    private final Enterprises enterprises;
    private final FilePolicies policies;
    private final CityColumns columns;
    private final BatchRecorder recorder;
    private final Followed followed;
    private final ReachCount reach;
    private final NearlyByDay nearly;
    private final KnownReach known;
    private final Duration turnEvery;
    private final Watch watch = new Watch("follower", this::follow);
    private volatile boolean failed;
    private long lookedForTurn;
    private @Nullable TextsInForce turnedTo;
    private long turnedAt;

    /// @param turnEvery how often it is asked whether the day has turned
    MatchFollower(
            Changes changes,
            Enterprises enterprises,
            FilePolicies policies,
            CityColumns columns,
            BatchRecorder recorder,
            Followed followed,
            ReachCount reach,
            NearlyByDay nearly,
            KnownReach known,
            @Value("${rongyi.turn.every:1m}") Duration turnEvery) {
        this.changes = changes;
        this.enterprises = enterprises;
        this.policies = policies;
        this.columns = columns;
        this.recorder = recorder;
        this.followed = followed;
        this.reach = reach;
        this.nearly = nearly;
        this.known = known;
        this.turnEvery = turnEvery;
    }

    /// Reading the register waits until the pages are open.
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        watch.open();
    }

    @TransactionalEventListener
    void look(FactsRecorded newFacts) {
        watch.news();
    }

    @TransactionalEventListener
    void look(RegisterFilled filled) {
        watch.news();
    }

    @EventListener
    void look(TextsPublished published) {
        watch.news();
    }

    private Duration follow() {
        try {
            boolean opened = columns.filled() == null;
            if (opened && !columns.load()) {
                build();
                columns.save();
            }
            catchUp();
            Filled now = columns.filled();
            if (opened && now != null && !watch.closed()) {
                known.prepare(now, recorder.texts());
            }
            failed = false;
        } catch (Closing closing) {
            return LOOK_EVERY;
        } catch (DataAccessException | TransactionException | UncheckedIOException outage) {
            if (!watch.closed()) {
                failed = true;
                LOG.warn("Matches do not follow the register; the next attempt is in {}", AFTER_FAILURE, outage);
            }
            return AFTER_FAILURE;
        }
        return LOOK_EVERY;
    }

    @Override
    public State state() {
        if (watch.ended()) {
            return new State.Ended();
        }
        if (failed) {
            return new State.Waiting();
        }
        if (reach.current() instanceof CityReach.BeingPrepared preparing) {
            return new State.Preparing(preparing.read(), preparing.total());
        }
        long behind = changes.behind(
                followed.known().map(Followed.State::position).orElse(Changes.Position.START), MOST_COUNTED);
        return behind == 0 ? new State.InStep() : new State.Behind(behind);
    }

    void build() {
        long total = enterprises.count();
        columns.build(read -> {
            if (watch.closed()) {
                throw new Closing();
            }
            reach.reading(read, total);
        });
    }

    /// Until nothing is left to do.
    void catchUp() {
        boolean more = true;
        while (more && !watch.closed()) {
            more = goOn();
        }
    }

    private synchronized boolean goOn() {
        try {
            boolean more = step();
            boolean published = turnedTo == null || turnedAt != policies.refresh();
            if (published || System.nanoTime() - lookedForTurn > turnEvery.toNanos()) {
                turn();
            }
            countReach();
            return more;
        } catch (NewerTexts again) {
            return true;
        }
    }

    private void countReach() {
        Filled now = columns.filled();
        if (now != null) {
            reach.keepUp(now, recorder.texts());
        }
    }

    /// Takes one batch into the records and into the columns.
    ///
    /// @return whether there may be more
    private boolean step() {
        recorder.begin();
        Changes.Batch recorded = recorder.next(BATCH).orElse(null);
        boolean whole = recorded == null || columns.follow(recorded);
        Changes.Batch own = ownOfColumns(recorded);
        whole &= own == null || columns.follow(own);
        if (!whole) {
            build();
        }
        return recorded != null && !recorded.isEmpty() || own != null && !own.isEmpty();
    }

    /// What the columns have not heard of yet: nothing as long as they stand where the records stand, so that no
    /// firm is read twice. They lag behind when their file is older, or while another process records.
    private Changes.@Nullable Batch ownOfColumns(Changes.@Nullable Batch recorded) {
        Filled now = columns.filled();
        if (now == null || recorded != null && now.position().compareTo(recorded.end()) >= 0) {
            return null;
        }
        return changes.after(now.position(), BATCH);
    }

    /// What happens between two blocks of a turn: changes are followed.
    void between() {
        step();
        countReach();
    }

    /// Judges again whom the new day, or a text that was published since, treats differently: some firms at
    /// a time, and what changed is followed in between. What is found twice after a crash is recorded once.
    /// When meanwhile other texts come to hold, this one ends there and the next one takes in whom it has
    /// judged.
    synchronized void turn() {
        turn(BLOCK, this::between);
    }

    /// @param between is done after each block
    synchronized void turn(int block, Runnable between) {
        long publication = policies.refresh();
        TextsInForce now = recorder.texts();
        Filled filled = columns.filled();
        Followed.State state = followed.state();
        if (filled == null || filled.position().compareTo(changes.known(state.position())) < 0) {
            return; // another process is ahead: what it recorded is not in the columns yet
        }
        lookedForTurn = System.nanoTime();
        if (now == turnedTo) {
            return;
        }
        boolean clockWentBack = state.day().isAfter(now.day());
        List<Followed.Turning> before = clockWentBack ? List.of() : recorder.turnTo(now);
        if (!before.isEmpty()) {
            reach.keepUp(filled, now);
            Turn turn = Turn.of(filled, nearly, before.stream().map(this::texts).toList(), now);
            for (List<Long> firms : turn.firms(block)) {
                if (watch.closed()) {
                    return;
                }
                recorder.judgeAgain(firms, now, turn.touched());
                between.run();
            }
            Set<String> over = new TreeSet<>(turn.ended());
            before.forEach(turning -> over.addAll(unreadable(turning)));
            for (String policy : over) {
                if (!settle(policy, now, block, between)) {
                    return;
                }
            }
            recorder.judgedBy(now);
            columns.save();
        }
        turnedTo = now;
        turnedAt = publication;
    }

    /// @return false when it was broken off
    private boolean settle(String policy, TextsInForce now, int block, Runnable between) {
        Optional<String> settled = recorder.settle(policy, now, "", block);
        while (settled.isPresent() && !watch.closed()) {
            between.run();
            settled = recorder.settle(policy, now, settled.get(), block);
        }
        return settled.isEmpty();
    }

    private TextsInForce texts(Followed.Turning turning) {
        return new TextsInForce(
                turning.day(),
                turning.texts().stream()
                        .flatMap(name -> published(name).stream())
                        .toList());
    }

    /// Policies with a text whose rules cannot be read any more: no columns tell whom it reached.
    private List<String> unreadable(Followed.Turning turning) {
        return turning.texts().stream()
                .filter(name -> published(name).isEmpty())
                .map(name -> name.split(" ", 2)[0])
                .toList();
    }

    private Optional<InForce> published(String name) {
        String[] parts = name.split(" ", 2);
        return policies.published(parts[0], parts[1]);
    }

    /// Takes the running batch with it, before the database goes.
    @Override
    public void close() {
        watch.close();
    }

    private static final class Closing extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
