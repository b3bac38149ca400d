package org.rongyi.city.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.CaseFiles.Verification;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The timelines: appended, each entry's hash taken over the one before. The row of the case keeps the length and
/// the last hash, so that an end that was cut off is missed too.
///
/// It shows that somebody changed a line past the software. Who can rewrite the whole chain and the case's row
/// is not found by it: for that the last hashes would have to be kept elsewhere.
@Component
class Timeline {
    private static final String COLUMNS = """
            number, at, actor, actor_name, what, subject, target, from_state, to_state, reason, basis, proof""";
    private static final String INSERT = "insert into cases.entry (case_id, " + COLUMNS
            + ", hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /// Told, so that a row without a reason is the same statement to the database as one with a reason: otherwise it
    /// would be read anew for nearly each line.
    private static final int[] TYPES = {
        Types.BIGINT,
        Types.INTEGER,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.BINARY
    };

    private final JdbcClient database;
    private final JdbcTemplate template;

    Timeline(JdbcClient database, JdbcTemplate template) {
        this.database = database;
        this.template = template;
    }

    /// Moves the head of the case on over these entries.
    ///
    /// @return their hashes
    List<byte[]> chain(CaseRow file, List<Entry> entries) {
        List<byte[]> hashes = new ArrayList<>();
        for (Entry entry : entries) {
            file.head = hash(file.id, file.head, entry);
            file.entries = entry.number();
            hashes.add(file.head);
        }
        return hashes;
    }

    void write(CaseRow file, List<Entry> entries, List<byte[]> hashes) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            rows.add(row(file.id, entries.get(i), hashes.get(i)));
        }
        template.batchUpdate(INSERT, rows, TYPES);
    }

    private static @Nullable Object[] row(long caseId, Entry entry, byte[] hash) {
        return new @Nullable Object[] {
            caseId,
            entry.number(),
            Times.stamp(entry.at()),
            entry.actor(),
            entry.actorName(),
            entry.what().name(),
            entry.subject(),
            entry.target(),
            entry.from(),
            entry.to(),
            entry.reason(),
            entry.basis(),
            entry.proof(),
            hash
        };
    }

    List<Entry> of(long caseId) {
        return database.sql("select " + COLUMNS + " from cases.entry where case_id = ? order by number")
                .param(caseId)
                .query(Timeline::entry)
                .list();
    }

    Entry last(long caseId) {
        return database.sql("select " + COLUMNS + " from cases.entry where case_id = ? order by number desc limit 1")
                .param(caseId)
                .query(Timeline::entry)
                .single();
    }

    boolean happened(long caseId, String event) {
        String before = "select exists (select from cases.entry where case_id = ? and what = 'MOVED' and subject = ?)";
        return database.sql(before).params(caseId, event).query(Boolean.class).single();
    }

    Verification verify(long caseId) {
        Head head = database.sql("select entries, head from cases.file where id = ?")
                .param(caseId)
                .query((row, _) -> new Head(row.getInt(1), row.getBytes(2)))
                .optional()
                .orElse(null);
        if (head == null) {
            return new Verification.NoSuchCase();
        }
        List<Link> chain = database.sql(
                        "select " + COLUMNS + ", hash from cases.entry where case_id = ? order by number")
                .param(caseId)
                .query((row, number) -> new Link(entry(row, number), row.getBytes("hash")))
                .list();
        byte[] before = new byte[0];
        for (int i = 0; i < chain.size(); i++) {
            Link link = chain.get(i);
            before = hash(caseId, before, link.entry);
            if (link.entry.number() != i + 1 || !Arrays.equals(before, link.hash)) {
                return new Verification.Tampered(i + 1);
            }
        }
        if (chain.size() != head.entries || !Arrays.equals(before, head.hash)) {
            return new Verification.Tampered(Math.min(chain.size(), head.entries) + 1);
        }
        return new Verification.Intact(chain.size());
    }

    private record Head(int entries, byte[] hash) {}

    private record Link(Entry entry, byte[] hash) {}

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getInt("number"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                Entry.What.valueOf(row.getString("what")),
                row.getString("subject"),
                row.getString("target"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getString("reason"),
                row.getString("basis"),
                row.getString("proof"));
    }

    /// Every field with its length before it, so that no two entries give the same bytes.
    private static byte[] hash(long caseId, byte[] before, Entry entry) {
        MessageDigest digest = sha256();
        digest.update(before);
        List<@Nullable Object> fields = Arrays.asList(
                caseId,
                entry.number(),
                entry.at(),
                entry.actor(),
                entry.actorName(),
                entry.what(),
                entry.subject(),
                entry.target(),
                entry.from(),
                entry.to(),
                entry.reason(),
                entry.basis(),
                entry.proof());
        for (Object field : fields) {
            byte[] bytes = field == null ? new byte[0] : field.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(length(field == null ? -1 : bytes.length));
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static byte[] length(int length) {
        return new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length};
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
