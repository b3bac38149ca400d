package org.rongyi.city.names;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Changes.Batch;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.city.enterprises.Portrait;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the names in step with the register: read once, then by its log of changes. A thread of its own does that; who
/// asks about a name works off the last few changes, so that a firm entered a moment ago is found too, and never more.
@Component
class NamesFollow {
    private static final String NAME = "entityName";
    private static final int BATCH = 1_000;
    private static final int MOST_BATCHES_ASIDE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Changes changes;
    private final NameTable table;
    private final NameReader reader;
    private final Sounds sounds = new Sounds();
    private final ReentrantLock working = new ReentrantLock();
    private final TransactionTemplate alone;
    /// When the reading of the whole register began; null while it is not being read.
    private volatile @Nullable Long readSince;

    NamesFollow(Changes changes, NameTable table, NameReader reader, PlatformTransactionManager transactions) {
        this.changes = changes;
        this.table = table;
        this.reader = reader;
        // What a founder does may be taken back; what the register says was not part of it.
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Sounds sounds() {
        return sounds;
    }

    /// Takes in the last changes, for somebody who waits.
    ///
    /// @return false while there is more to read than somebody should wait for
    boolean keepUp() {
        try {
            if (!working.tryLock(patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return follow(MOST_BATCHES_ASIDE, () -> false);
        } finally {
            working.unlock();
        }
    }

    /// A small register is read while somebody waits, a large one is not waited for.
    private Duration patience() {
        Long since = readSince;
        Duration waited = since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
        Duration left = PATIENCE.minus(waited);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Takes in everything, however long that takes.
    void readOn() {
        readOn(() -> false);
    }

    /// @param stop asked between batches: what is not taken in yet is read again another time
    void readOn(BooleanSupplier stop) {
        working.lock();
        try {
            follow(Integer.MAX_VALUE, stop);
        } catch (Stopped _) {
            return; // where the names stand has not moved
        } finally {
            working.unlock();
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// @param most batches; fewer than all: the register is not read as a whole
    /// @return whether nothing is left to take in
    private boolean follow(int most, BooleanSupplier stop) {
        boolean whole = most == Integer.MAX_VALUE;
        UUID log = changes.log();
        Position stand = table.stand(log).map(changes::known).orElse(Position.START);
        if (stand.equals(Position.START)) {
            if (!whole) {
                return false;
            }
            stand = readAll(log, stop);
        }
        for (int done = 0; done < most && !stop.getAsBoolean(); done++) {
            Batch batch = changes.after(stand, BATCH);
            if (batch.isEmpty()) {
                return true;
            }
            if (batch.everything() && !whole) {
                return false;
            }
            stand = batch.everything() ? readAll(log, stop) : take(batch, log);
        }
        return changes.after(stand, 1).isEmpty();
    }

    /// Names and place in the log are one.
    private Position take(Batch batch, UUID log) {
        List<NameTable.Row> rows = batch.firms().stream()
                .filter(changed -> changed.elements().contains(NAME))
                .flatMap(changed -> row(changed.firm().portrait()).stream())
                .toList();
        alone.executeWithoutResult(_ -> {
            table.save(rows);
            table.setStand(log, batch.end());
        });
        return batch.end();
    }

    private Position readAll(UUID log, BooleanSupplier stop) {
        readSince = System.nanoTime();
        try {
            Position end = changes.end();
            List<NameTable.Row> rows = new ArrayList<>();
            List<Long> unsure = new ArrayList<>();
            changes.forEachRow(1, (number, firm, row) -> {
                if (row.value(NAME) instanceof String name) {
                    rows.add(row(firm, name));
                } else {
                    unsure.add(number);
                }
                if (rows.size() == BATCH) {
                    if (stop.getAsBoolean()) {
                        throw new Stopped();
                    }
                    table.save(rows);
                    rows.clear();
                }
            });
            table.save(rows);
            saveUnsure(unsure);
            table.setStand(log, end);
            return end;
        } finally {
            readSince = null;
        }
    }

    /// A name that is contested, say, is none for a rule, but one that others must keep away from.
    private void saveUnsure(List<Long> firms) {
        for (int from = 0; from < firms.size(); from += BATCH) {
            List<Long> some = firms.subList(from, Math.min(firms.size(), from + BATCH));
            table.save(changes.firms(some).stream()
                    .flatMap(firm -> row(firm.portrait()).stream())
                    .toList());
        }
    }

    private Optional<NameTable.Row> row(Portrait portrait) {
        return portrait.fact(NAME)
                .map(fact -> row(portrait.firm().value(), fact.value().toString()));
    }

    NameTable.Row row(String firm, String name) {
        NameCheck.Parts parts = reader.read(name);
        return new NameTable.Row(firm, name, parts, sounds.of(parts.tradeName()));
    }
}
