package org.rongyi.city.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKinds;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.Loaded;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The kinds of cases: as the files say today, and every earlier text under which a case was opened.
@Component
class Kinds {
    private final Definitions definitions;
    private final JdbcClient database;
    private final JdbcTemplate template;
    private final TransactionTemplate alone;
    private final Times times;
    private final Map<String, CaseKind> current = new ConcurrentHashMap<>();
    /// By kind and version.
    private final Map<List<String>, CaseKind> kept = new ConcurrentHashMap<>();

    private final Set<List<String>> recorded = ConcurrentHashMap.newKeySet();

    Kinds(
            Elements elements,
            CityFolder folder,
            JdbcClient database,
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            Times times) {
        this.definitions = elements.definitions();
        this.database = database;
        this.template = template;
        this.times = times;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Loaded<List<CaseKind>> loaded = CaseKinds.read(folder.path(), definitions);
        FaultyCityFiles.stopOn("kinds of cases", loaded.faults());
        loaded.value().forEach(this::add);
    }

    /// The text by which cases of this kind are opened from now on.
    void add(CaseKind kind) {
        kept.put(key(kind), kind);
        current.put(kind.id(), kind);
    }

    /// The kind for a new case, recorded before the case is.
    ///
    /// @throws IllegalArgumentException when there is no such kind
    CaseKind forOpening(String id) {
        CaseKind kind = current.get(id);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "there is no kind of case (" + id + ")\nMaybe one of " + current.keySet() + ".");
        }
        if (!recorded.contains(key(kind))) {
            // Alone: a command that fails after it takes nothing back.
            alone.executeWithoutResult(_ -> record(kind));
            recorded.add(key(kind));
        }
        return kind;
    }

    /// The text under which a case was opened.
    CaseKind of(String id, String version) {
        return kept.computeIfAbsent(List.of(id, version), _ -> read(id, version));
    }

    private CaseKind read(String id, String version) {
        String content = database.sql("select content from cases.kind where kind = ? and version = ?")
                .params(id, version)
                .query(String.class)
                .single();
        Loaded<Optional<CaseKind>> parsed = CaseKinds.parse(id + " " + version, content, definitions);
        return parsed.value()
                .orElseThrow(() -> new IllegalStateException(
                        "the kind (" + id + ") as it was in the version (" + version + ") is no longer understood: "
                                + parsed.errors().getFirst().render()));
    }

    private void record(CaseKind kind) {
        int news = database.sql("""
                        insert into cases.kind (kind, version, content, recorded_at) values (?, ?, ?, ?)
                            on conflict do nothing""")
                .params(kind.id(), kind.version(), kind.content(), Times.stamp(times.now()))
                .update();
        if (news == 0) {
            return;
        }
        List<Object[]> moves = new ArrayList<>();
        for (CaseKind.Event event : kind.events()) {
            for (String from : event.from()) {
                moves.add(new Object[] {kind.id(), kind.version(), from, event.id(), event.to()});
            }
        }
        template.batchUpdate(
                "insert into cases.move (kind, version, from_state, event, to_state) values (?, ?, ?, ?, ?)", moves);
    }

    private static List<String> key(CaseKind kind) {
        return List.of(kind.id(), kind.version());
    }

    /// As the files say today.
    Optional<CaseKind> find(String id) {
        return Optional.ofNullable(current.get(id));
    }

    /// Every kind by its id, as the files say today.
    Map<String, CaseKind> current() {
        return new LinkedHashMap<>(current);
    }
}
