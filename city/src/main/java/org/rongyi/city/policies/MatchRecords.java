package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.FactJson;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The append-only table of matches.
@Component
class MatchRecords {
    private static final String ENDED = "ENDED";
    private static final String LATEST = """
            select distinct on (policy_id) * from policies.match_record
             where firm = ? and id < ? order by policy_id, id desc""";

    /// A line to append.
    ///
    /// @param verdict null when the policy has ended
    record NewRecord(
            String policyId,
            String version,
            @Nullable Verdict verdict,
            SortedSet<String> missing,
            @Nullable BigDecimal amountYuan,
            SortedMap<String, Object> values) {}

    private final JdbcTemplate template;
    private final JdbcClient database;
    private final FactJson json;
    private final Clock clock;

    MatchRecords(JdbcTemplate template, JdbcClient database, Elements elements, Clock clock) {
        this.template = template;
        this.database = database;
        this.json = FactJson.of(elements.dictionary());
        this.clock = clock;
    }

    /// Counted in moments, because what changed at one moment is read together.
    Matches.History history(CreditCode firm, int offset, int limit) {
        int moments = database.sql("select count(distinct recorded_at) from policies.match_record where firm = ?")
                .param(firm.value())
                .query(Integer.class)
                .single();
        List<RecordedMatch> newestFirst = database.sql("""
                        select * from policies.match_record where firm = :firm and recorded_at in (
                            select distinct recorded_at from policies.match_record where firm = :firm
                             order by recorded_at desc limit :limit offset :offset)
                         order by id desc""")
                .param("firm", firm.value())
                .param("limit", limit)
                .param("offset", offset)
                .query(this::read)
                .list();
        return new Matches.History(
                moments,
                newestFirst,
                newestFirst.isEmpty()
                        ? List.of()
                        : latest(firm, newestFirst.getLast().id()).values());
    }

    Optional<RecordedMatch> find(CreditCode firm, long id) {
        return database.sql("select * from policies.match_record where firm = ? and id = ?")
                .params(firm.value(), id)
                .query(this::read)
                .optional();
    }

    /// The last record of each policy, by the policy's id.
    Map<String, RecordedMatch> latest(CreditCode firm) {
        return latest(firm, Long.MAX_VALUE);
    }

    private Map<String, RecordedMatch> latest(CreditCode firm, long before) {
        List<RecordedMatch> latest = database.sql(LATEST)
                .params(firm.value(), before)
                .query(this::read)
                .list();
        return latest.stream().collect(Collectors.toMap(RecordedMatch::policyId, last -> last));
    }

    /// Until the transaction ends nobody else appends to the firm's records.
    void lock(CreditCode firm) {
        template.query(
                "select pg_advisory_xact_lock(hashtextextended('policies.match ' || ?, 0))",
                (RowCallbackHandler) _ -> {},
                firm.value());
    }

    void append(CreditCode firm, LocalDate asOf, List<NewRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        template.execute((Connection connection) -> {
            try (var insert = connection.prepareStatement("""
                    insert into policies.match_record
                        (firm, policy_id, version, as_of, verdict, missing, amount_yuan, used, recorded_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")) {
                for (NewRecord match : records) {
                    Verdict verdict = match.verdict();
                    insert.setString(1, firm.value());
                    insert.setString(2, match.policyId());
                    insert.setString(3, match.version());
                    insert.setObject(4, asOf);
                    insert.setString(5, verdict == null ? ENDED : verdict.name());
                    insert.setArray(
                            6, connection.createArrayOf("text", match.missing().toArray()));
                    insert.setBigDecimal(7, match.amountYuan());
                    insert.setString(8, FactJson.write(match.values()));
                    insert.setObject(9, now);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private RecordedMatch read(ResultSet row, int number) throws SQLException {
        SortedSet<String> missing =
                new TreeSet<>(List.of((String[]) row.getArray("missing").getArray()));
        SortedMap<String, Object> values = new TreeMap<>();
        json.facts(row.getString("used")).forEach((element, value) -> {
            if (value != null) {
                values.put(element, value);
            }
        });
        return new RecordedMatch(
                row.getLong("id"),
                new CreditCode(row.getString("firm")),
                row.getString("policy_id"),
                row.getString("version"),
                row.getObject("as_of", LocalDate.class),
                verdict(row.getString("verdict")),
                missing,
                row.getBigDecimal("amount_yuan"),
                values,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Verdict verdict(String stored) {
        return stored.equals(ENDED) ? null : Verdict.valueOf(stored);
    }
}
