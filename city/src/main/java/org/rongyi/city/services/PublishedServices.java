package org.rongyi.city.services;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Place;
import org.rongyi.definitions.ServiceCatalogue;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/// The table of published items and journeys. What stands in it never changes, so a file that says something else under
/// a published version is refused: whoever applied was told what was published.
@Component
class PublishedServices {
    private static final String ADVICE = "Maybe give it a new version (a demo may forget the old text with --fresh)";

    private final JdbcTemplate database;
    private final Clock clock;

    PublishedServices(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    enum Kind {
        ITEM,
        JOURNEY
    }

    record Key(Kind kind, String id, String version) {}

    /// A text of the files.
    record Text(Key key, String content, Place place) {}

    record Version(String version, Instant at) {}

    /// Publishes what is new. Another process may publish the same at the same time: the first one counts.
    ///
    /// @return a fault for each published text that its file has changed since
    List<Fault> publish(List<Text> texts) {
        Map<Key, String> published = all();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Object[]> fresh = texts.stream()
                .filter(text -> !published.containsKey(text.key()))
                .map(text -> new Object[] {
                    text.key().kind().name(),
                    text.key().id(),
                    text.key().version(),
                    text.content(),
                    hash(text.content()),
                    now
                })
                .toList();
        if (!fresh.isEmpty()) {
            database.batchUpdate("""
                    insert into services.published (kind, id, version, content, content_hash, published_at)
                    values (?, ?, ?, ?, ?, ?) on conflict do nothing""", fresh);
        }
        return changed(texts, fresh.isEmpty() ? published : all());
    }

    private Map<Key, String> all() {
        Map<Key, String> texts = new HashMap<>();
        database.query("select kind, id, version, content from services.published", (RowCallbackHandler) row -> {
            Kind kind = Kind.valueOf(row.getString("kind"));
            texts.put(new Key(kind, row.getString("id"), row.getString("version")), row.getString("content"));
        });
        return texts;
    }

    private static List<Fault> changed(List<Text> texts, Map<Key, String> published) {
        List<Fault> faults = new ArrayList<>();
        for (Text text : texts) {
            String before = published.getOrDefault(text.key(), text.content());
            List<String> changes = ServiceCatalogue.changes(before, text.content());
            if (!changes.isEmpty()) {
                String message = "version \"%s\" of %s is published, and this file has changed it since (%s)"
                        .formatted(text.key().version(), text.key().id(), String.join(", ", changes));
                faults.add(Fault.error(text.place(), message, ADVICE));
            }
        }
        return faults;
    }

    /// Newest first.
    List<Version> versions(Kind kind, String id) {
        return database.query(
                "select version, published_at from services.published where kind = ? and id = ?"
                        + " order by published_at desc, version desc",
                (row, _) -> new Version(
                        row.getString("version"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()),
                kind.name(),
                id);
    }

    /// A version that somebody published on a page.
    record Edited(
            String item,
            String version,
            String fileVersion,
            String before,
            String content,
            String reason,
            String account,
            String person,
            Instant at) {
        /// Behind the version of the file: the order in which one item was edited, whatever the clocks said.
        int number() {
            return PublishedServices.number(version);
        }
    }

    /// Text and who brought it, at once or not at all.
    ///
    /// @return false where another process has published under this version meanwhile
    boolean publish(Edited edit) {
        try {
            insert(edit);
            return true;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }

    private void insert(Edited edit) {
        database.update(
                """
                        with text as (
                            insert into services.published (kind, id, version, content, content_hash, published_at)
                            values ('ITEM', ?, ?, ?, ?, ?))
                        insert into services.edit (item, version, file_version, before, reason, account, person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""",
                edit.item(),
                edit.version(),
                edit.content(),
                hash(edit.content()),
                edit.at().atOffset(ZoneOffset.UTC),
                edit.item(),
                edit.version(),
                edit.fileVersion(),
                edit.before(),
                edit.reason(),
                edit.account(),
                edit.person(),
                edit.at().atOffset(ZoneOffset.UTC));
    }

    /// Newest first.
    List<Edited> edits() {
        List<Edited> edits = database.query(
                """
                        select e.item, e.version, e.file_version, e.before, p.content, e.reason, e.account, e.person,
                               e.at
                          from services.edit e
                          join services.published p on p.kind = 'ITEM' and p.id = e.item and p.version = e.version""",
                (row, _) -> new Edited(
                        row.getString("item"),
                        row.getString("version"),
                        row.getString("file_version"),
                        row.getString("before"),
                        row.getString("content"),
                        row.getString("reason"),
                        row.getString("account"),
                        row.getString("person"),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
        return edits.stream()
                .sorted(Comparator.comparing(Edited::at)
                        .thenComparingInt(Edited::number)
                        .reversed())
                .toList();
    }

    /// Version of the newest edit of what the file says; empty where there is none.
    Optional<String> newest(String item, String fileVersion) {
        List<String> versions = database.query(
                "select version from services.edit where item = ? and file_version = ?",
                (row, _) -> row.getString("version"),
                item,
                fileVersion);
        return versions.stream().max(Comparator.comparingInt(PublishedServices::number));
    }

    private static int number(String version) {
        return Integer.parseInt(version.substring(version.lastIndexOf('+') + 1));
    }

    Optional<String> content(Key key) {
        return Optional.ofNullable(all().get(key));
    }

    private static String hash(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
