package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.FactJson;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.PolicyLibrary.InForce;
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

    /// The last line of a firm for a policy, without the values that were used, which are most of a line.
    private static final String LAST = """
            (select id, firm, policy_id, version, as_of, verdict, missing, amount_yuan, '{}' as used, recorded_at
               from policies.match_record m
              where m.firm = wanted.firm and m.policy_id = wanted.policy_id order by id desc limit 1) r""";

    /// A line to append.
    ///
    /// @param verdict null when the policy has ended
    record NewRecord(
            String policyId,
            String version,
            @Nullable Verdict verdict,
            SortedSet<String> missing,
            @Nullable BigDecimal amountYuan,
            SortedMap<String, Object> values) {
        /// Without the values as yet.
        static NewRecord of(InForce text, Verdict verdict, SortedSet<String> missing, @Nullable BigDecimal amountYuan) {
            return new NewRecord(
                    text.policy().id(),
                    text.version().version(),
                    verdict,
                    missing,
                    amountYuan,
                    Collections.emptySortedMap());
        }

        static NewRecord ended(RecordedMatch last) {
            return new NewRecord(
                    last.policyId(),
                    last.version(),
                    null,
                    Collections.emptySortedSet(),
                    null,
                    Collections.emptySortedMap());
        }

        private String stored() {
            return verdict == null ? ENDED : verdict.name();
        }

        NewRecord with(SortedMap<String, Object> used) {
            return new NewRecord(policyId, version, verdict, missing, amountYuan, used);
        }
    }

    record Line(CreditCode firm, NewRecord match) {}

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

    /// The last records of firms for policies that stand at the same place of both lists, by firm and policy; without
    /// the values that were used.
    Map<CreditCode, Map<String, RecordedMatch>> latest(List<CreditCode> firms, List<String> policyIds) {
        Map<CreditCode, Map<String, RecordedMatch>> latest = new HashMap<>();
        if (firms.isEmpty()) {
            return latest;
        }
        List<RecordedMatch> found = database.sql("""
                        select r.* from unnest(?, ?) as wanted (firm, policy_id)
                         cross join lateral""" + LAST)
                .params(firms.stream().map(CreditCode::value).toArray(String[]::new), policyIds.toArray(String[]::new))
                .query(this::read)
                .list();
        found.forEach(record ->
                latest.computeIfAbsent(record.firm(), _ -> new HashMap<>()).put(record.policyId(), record));
        return latest;
    }

    /// The last records of so many firms for a policy, without the values that were used: those that come behind a firm
    /// in the order of their codes.
    List<RecordedMatch> last(String policyId, String behind, int firms) {
        return database.sql("""
                        select r.* from (select distinct firm, policy_id from policies.match_record
                                          where policy_id = ? and firm > ? order by firm limit ?) wanted
                         cross join lateral""" + LAST + " order by r.firm")
                .params(policyId, behind, firms)
                .query(this::read)
                .list();
    }

    /// Until the transaction ends nobody else appends to the firm's records.
    void lock(CreditCode firm) {
        template.query(
                "select pg_advisory_xact_lock_shared(hashtextextended('policies.match', 0)),"
                        + " pg_advisory_xact_lock(hashtextextended('policies.match ' || ?, 0))",
                (RowCallbackHandler) _ -> {},
                firm.value());
    }

    /// The same for the records of all firms.
    void lockAll() {
        template.query(
                "select pg_advisory_xact_lock(hashtextextended('policies.match', 0))", (RowCallbackHandler) _ -> {});
    }

    void append(CreditCode firm, LocalDate asOf, List<NewRecord> records) {
        append(asOf, records.stream().map(match -> new Line(firm, match)).toList());
    }

    void append(LocalDate asOf, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        database.sql("""
                        insert into policies.match_record
                            (firm, policy_id, version, as_of, verdict, missing, amount_yuan, used, recorded_at)
                        select firm, policy_id, version, ?, verdict, string_to_array(missing, ','), amount, used, ?
                          from unnest(?, ?, ?, ?, ?, ?::numeric[], ?::jsonb[])
                               as line (firm, policy_id, version, verdict, missing, amount, used)""")
                .params(
                        asOf,
                        now,
                        column(lines, line -> line.firm().value()),
                        column(lines, line -> line.match().policyId()),
                        column(lines, line -> line.match().version()),
                        column(lines, line -> line.match().stored()),
                        column(lines, line -> String.join(",", line.match().missing())),
                        column(lines, line -> Objects.toString(line.match().amountYuan(), null)),
                        column(lines, line -> FactJson.write(line.match().values())))
                .update();
    }

    private static @Nullable String[] column(List<Line> lines, Function<Line, @Nullable String> cell) {
        return lines.stream().map(cell).toArray(String[]::new);
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
