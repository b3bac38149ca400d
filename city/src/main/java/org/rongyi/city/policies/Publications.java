package org.rongyi.city.policies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The table of policies that were published on a page.
@Component
class Publications {
    private final JdbcTemplate database;

    Publications(JdbcTemplate database) {
        this.database = database;
    }

    /// @param content the whole policy as a policy file, as it was written
    /// @param fileTexts what the city's files said of the policy then, as [PublishedTexts#namesOf] has it
    record Publication(
            long id,
            String policyId,
            String content,
            List<String> fileTexts,
            String reason,
            String account,
            String person,
            Instant at) {
        Publication {
            fileTexts = List.copyOf(fileTexts);
        }
    }

    /// Until the transaction ends nobody else publishes: numbers come in the order in which they are seen.
    void lock() {
        database.execute("lock table policies.publication in share row exclusive mode");
    }

    /// Everything over one connection. Who holds one while waiting for a lock, and who holds the lock while asking for
    /// one, would else wait for each other.
    @Transactional
    void overOneConnection(Runnable work) {
        work.run();
    }

    /// Number of the newest one; 0 when there is none.
    long last() {
        Long last = database.queryForObject("select coalesce(max(id), 0) from policies.publication", Long.class);
        return last == null ? 0 : last;
    }

    /// Of each policy the newest one, in the order in which they were published.
    List<Publication> newest() {
        return database.query("""
                select * from (select distinct on (policy_id) * from policies.publication
                                order by policy_id, id desc) newest order by id""", (row, _) -> read(row));
    }

    /// Of one policy, newest first.
    List<Publication> of(String policyId) {
        return database.query(
                "select * from policies.publication where policy_id = ? order by id desc",
                (row, _) -> read(row),
                policyId);
    }

    /// @param publication its number is given here
    void add(Publication publication) {
        database.update(
                """
                        insert into policies.publication (policy_id, content, file_texts, reason, account, person, at)
                        values (?, ?, ?, ?, ?, ?, ?)""",
                publication.policyId(),
                publication.content(),
                publication.fileTexts().toArray(String[]::new),
                publication.reason(),
                publication.account(),
                publication.person(),
                publication.at().atOffset(ZoneOffset.UTC));
    }

    private static Publication read(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong("id"),
                row.getString("policy_id"),
                row.getString("content"),
                List.of((String[]) row.getArray("file_texts").getArray()),
                row.getString("reason"),
                row.getString("account"),
                row.getString("person"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
