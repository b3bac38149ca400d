package org.rongyi.city.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Changes.Batch;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.city.enterprises.Portrait;
import org.springframework.stereotype.Component;

/// Keeps the names in step with the register: read once, then by its log of changes, each time somebody asks.
@Component
class NamesFollow {
    private static final String NAME = "entityName";
    private static final int BATCH = 1_000;
    private static final int PATIENCE_SECONDS = 3;

    private final Changes changes;
    private final NameTable table;
    private final NameReader reader;
    private final Sounds sounds = new Sounds();
    private final ReentrantLock working = new ReentrantLock();

    NamesFollow(Changes changes, NameTable table, NameReader reader) {
        this.changes = changes;
        this.table = table;
        this.reader = reader;
    }

    Sounds sounds() {
        return sounds;
    }

    /// @return false while the register is still being read for the first time
    boolean catchUp() {
        try {
            if (!working.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            follow();
            return true;
        } finally {
            working.unlock();
        }
    }

    private void follow() {
        UUID log = changes.log();
        Position stand = table.stand(log).map(changes::known).orElse(Position.START);
        if (stand.equals(Position.START)) {
            stand = readAll(log);
        }
        for (Batch batch = changes.after(stand, BATCH); !batch.isEmpty(); batch = changes.after(stand, BATCH)) {
            if (batch.everything()) {
                stand = readAll(log);
                continue;
            }
            table.save(batch.firms().stream()
                    .filter(changed -> changed.elements().contains(NAME))
                    .flatMap(changed -> row(changed.firm().portrait()).stream())
                    .toList());
            stand = batch.end();
            table.setStand(log, stand);
        }
    }

    private Position readAll(UUID log) {
        Position end = changes.end();
        List<NameTable.Row> rows = new ArrayList<>();
        changes.forEachFirm(firm -> {
            row(firm.portrait()).ifPresent(rows::add);
            if (rows.size() == BATCH) {
                table.save(rows);
                rows.clear();
            }
        });
        table.save(rows);
        table.setStand(log, end);
        return end;
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
