package org.rongyi.city.documents;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.rongyi.city.documents.LicenceTypes.Line;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Versions of templates that somebody made on a page. Read anew each time: another process may have
/// published.
@Component
class TemplateTable {
    private final JdbcClient database;

    TemplateTable(JdbcClient database) {
        this.database = database;
    }

    /// @param base what the file said when it was made
    record Edited(
            int version,
            String base,
            List<Line> lines,
            @Nullable Integer years,
            String reason,
            String account,
            String person,
            Instant at) {}

    /// What the file says of the template.
    static String base(LicenceType type) {
        return type.lines().stream()
                        .map(line -> line.label() + "=" + line.element())
                        .collect(Collectors.joining("\n"))
                + "\n" + type.years();
    }

    /// The type with the template that holds now.
    LicenceType now(LicenceType type) {
        return counting(type).map(edit -> type.with(edit.lines(), edit.years())).orElse(type);
    }

    /// The type as a run shall write it.
    ///
    /// @param version of a page; 0: the file's own; null: whichever holds now
    LicenceType at(LicenceType type, @Nullable Integer version) {
        if (version == null) {
            return now(type);
        }
        return database.sql("select * from documents.template where type = ? and version = ?")
                .params(type.id(), version)
                .query((row, _) -> edited(row))
                .optional()
                .map(edit -> type.with(edit.lines(), edit.years()))
                .orElse(type);
    }

    /// Of the template that holds now; 0: the file's own.
    int version(LicenceType type) {
        return counting(type).map(Edited::version).orElse(0);
    }

    /// The edit that holds now; empty where the file's own template does.
    Optional<Edited> counting(LicenceType type) {
        return newest(type.id()).filter(edit -> edit.base().equals(base(type)));
    }

    Optional<Edited> newest(String type) {
        return all(type, 1).stream().findFirst();
    }

    /// Newest first.
    List<Edited> all(String type, int limit) {
        return database.sql("select * from documents.template where type = ? order by version desc limit ?")
                .params(type, limit)
                .query((row, _) -> edited(row))
                .list();
    }

    private static Edited edited(ResultSet row) throws SQLException {
        String[] labels = texts(row.getArray("labels"));
        String[] elements = texts(row.getArray("elements"));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            lines.add(new Line(labels[i], elements[i]));
        }
        return new Edited(
                row.getInt("version"),
                row.getString("base"),
                lines,
                row.getObject("years", Integer.class),
                row.getString("reason"),
                row.getString("account"),
                row.getString("person"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static String[] texts(Array stored) throws SQLException {
        return (String[]) stored.getArray();
    }

    /// @return false where somebody else has published under this number meanwhile
    boolean insert(String type, Edited edit) {
        try {
            database.sql("""
                            insert into documents.template
                                (type, version, base, labels, elements, years, reason, account, person, at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            type,
                            edit.version(),
                            edit.base(),
                            edit.lines().stream().map(Line::label).toArray(String[]::new),
                            edit.lines().stream().map(Line::element).toArray(String[]::new),
                            edit.years(),
                            edit.reason(),
                            edit.account(),
                            edit.person(),
                            edit.at().atOffset(ZoneOffset.UTC)))
                    .update();
            return true;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }
}
