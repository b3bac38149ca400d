package org.rongyi.city.utilities;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.utilities.SurveyRecord.Content;
import org.rongyi.city.utilities.SurveyRecord.Photo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of what was found at a visit.
@Component
class RecordTable {
    private final JdbcClient database;

    RecordTable(JdbcClient database) {
        this.database = database;
    }

    /// @return false when the form arrived before
    boolean arrived(UUID key, long visit, String account, Instant now) {
        return database.sql("""
                                insert into utilities.arrived (key, visit_id, account, at) values (?, ?, ?, ?)
                                on conflict do nothing""")
                        .params(key, visit, account, ConnectionTable.stamp(now))
                        .update()
                > 0;
    }

    /// An empty value is none.
    void write(long visit, String field, String value, String account, Instant now) {
        if (value.isEmpty()) {
            database.sql("delete from utilities.found where visit_id = ? and field = ?")
                    .params(visit, field)
                    .update();
            return;
        }
        database.sql("""
                        insert into utilities.found (visit_id, field, value, account, at) values (?, ?, ?, ?, ?)
                        on conflict (visit_id, field) do update
                           set value = excluded.value, account = excluded.account, at = excluded.at
                         where found.value <> excluded.value""")
                .params(visit, field, value, account, ConnectionTable.stamp(now))
                .update();
    }

    Map<String, String> values(long visit) {
        Map<String, String> values = new TreeMap<>();
        database.sql("select field, value from utilities.found where visit_id = ?")
                .param(visit)
                .query(row -> {
                    values.put(row.getString(1), row.getString(2));
                });
        return values;
    }

    /// The same picture twice is one.
    void keep(long visit, String type, byte[] content, String sha256, Acting by, Instant now) {
        database.sql("""
                        insert into utilities.photo (visit_id, type, size, sha256, content, account, name, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (visit_id, sha256) do nothing""")
                .params(
                        visit,
                        type,
                        content.length,
                        sha256,
                        content,
                        by.account(),
                        by.person().name(),
                        ConnectionTable.stamp(now))
                .update();
    }

    List<Photo> photos(long visit) {
        return database.sql(
                        "select id, type, size, sha256, at, name from utilities.photo where visit_id = ? order by id")
                .param(visit)
                .query((row, _) -> new Photo(
                        row.getLong("id"),
                        row.getString("type"),
                        row.getInt("size"),
                        row.getString("sha256"),
                        ConnectionTable.instant(row, "at"),
                        row.getString("name")))
                .list();
    }

    Optional<Content> photo(long visit, long photo) {
        return database.sql("select type, content from utilities.photo where visit_id = ? and id = ?")
                .params(visit, photo)
                .query((row, _) -> new Content(row.getString("type"), row.getBytes("content")))
                .optional();
    }
}
