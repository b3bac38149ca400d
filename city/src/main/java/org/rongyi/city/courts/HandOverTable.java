package org.rongyi.city.courts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.courts.CourtPlatform.Standing;
import org.rongyi.city.courts.HandOver.State;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of hand-overs, their files and stages.
@Component
class HandOverTable {
    private final JdbcClient database;

    HandOverTable(JdbcClient database) {
        this.database = database;
    }

    static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    long begin(
            CreditCode firm,
            String matter,
            String step,
            String opponent,
            String claim,
            @Nullable BigDecimal amountYuan,
            String by,
            Instant now) {
        return database.sql("""
                        insert into courts.hand_over (key, firm, state, matter, step, opponent, claim, amount_yuan,
                                                      created_by, created_at)
                        values (gen_random_uuid(), ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(firm.value(), matter, step, opponent, claim, amountYuan, by, stamp(now)))
                .query(Long.class)
                .single();
    }

    List<HandOver> of(CreditCode firm) {
        return database.sql("select * from courts.hand_over where firm = ? order by id desc")
                .param(firm.value())
                .query((row, _) -> row(row))
                .list();
    }

    Optional<HandOver> find(long id, CreditCode firm) {
        return database.sql("select * from courts.hand_over where id = ? and firm = ?")
                .params(id, firm.value())
                .query((row, _) -> row(row))
                .optional();
    }

    /// Held until the transaction ends.
    Optional<HandOver> lock(long id) {
        return database.sql("select * from courts.hand_over where id = ? for no key update")
                .param(id)
                .query((row, _) -> row(row))
                .optional();
    }

    String key(long id) {
        return database.sql("select key::text from courts.hand_over where id = ?")
                .param(id)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private HandOver row(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new HandOver(
                id,
                new CreditCode(row.getString("firm")),
                State.valueOf(row.getString("state")),
                row.getString("matter"),
                row.getString("step"),
                row.getString("opponent"),
                row.getString("claim"),
                row.getBigDecimal("amount_yuan"),
                Objects.requireNonNull(instant(row, "created_at")),
                row.getString("consent_name"),
                instant(row, "consent_at"),
                instant(row, "handed_at"),
                row.getString("reference"),
                row.getString("address"),
                row.getString("refused"),
                files(id),
                stages(id));
    }

    private List<HandOver.File> files(long id) {
        return database.sql("select * from courts.file where hand_over_id = ? order by id")
                .param(id)
                .query((row, _) -> new HandOver.File(
                        row.getLong("id"),
                        row.getString("paper"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getInt("size"),
                        row.getString("sha256")))
                .list();
    }

    private List<HandOver.Stage> stages(long id) {
        return database.sql("select * from courts.stage where hand_over_id = ? order by id desc")
                .param(id)
                .query((row, _) -> new HandOver.Stage(
                        CourtPlatform.Stage.valueOf(row.getString("stage")).words(),
                        Objects.requireNonNull(row.getObject("since", LocalDate.class)),
                        instant(row, "meets_at"),
                        row.getString("place"),
                        Objects.requireNonNull(instant(row, "seen_at"))))
                .list();
    }

    void keep(long id, String paper, String name, String type, byte[] content, String sha256) {
        database.sql("""
                        insert into courts.file (hand_over_id, paper, name, type, size, sha256, content)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(id, paper, name, type, content.length, sha256, content)
                .update();
    }

    void remove(long id, long file) {
        database.sql("delete from courts.file where hand_over_id = ? and id = ?")
                .params(id, file)
                .update();
    }

    record Content(String paper, String name, byte[] bytes) {}

    List<Content> contents(long id) {
        return database.sql("""
                        select paper, name, content from courts.file
                         where hand_over_id = ? and content is not null order by id""")
                .param(id)
                .query((row, _) -> new Content(row.getString("paper"), row.getString("name"), row.getBytes("content")))
                .list();
    }

    void agreed(long id, String consent, String account, String name, Instant now) {
        database.sql("""
                        update courts.hand_over
                           set state = 'SENDING', consent = ?, consent_by = ?, consent_name = ?, consent_at = ?,
                               look_at = ?, refused = ''
                         where id = ?""")
                .params(consent, account, name, stamp(now), stamp(now), id)
                .update();
    }

    /// It is there: what was sent is not kept any longer.
    void handed(long id, String reference, String address, Instant now, Instant look) {
        database.sql("""
                        update courts.hand_over
                           set state = 'HANDED', reference = ?, address = ?, handed_at = ?, look_at = ?
                         where id = ?""")
                .params(reference, address, stamp(now), stamp(look), id)
                .update();
        database.sql("update courts.file set content = null where hand_over_id = ?")
                .param(id)
                .update();
    }

    /// The firm mends it and agrees anew: under another key, because it is another package.
    void refused(long id, String why) {
        database.sql("""
                        update courts.hand_over
                           set state = 'REFUSED', refused = ?, look_at = null, key = gen_random_uuid()
                         where id = ?""").params(why, id).update();
    }

    void stage(long id, Standing standing, Instant now) {
        database.sql("""
                        insert into courts.stage (hand_over_id, stage, since, meets_at, place, seen_at)
                        select ?, ?, ?, ?, ?, ?
                         where not exists (
                            select from (select * from courts.stage where hand_over_id = ? order by id desc limit 1) l
                             where l.stage = ? and l.since = ? and l.meets_at is not distinct from ?::timestamptz
                               and l.place = ?)""")
                .params(Arrays.asList(
                        id,
                        standing.stage().name(),
                        standing.since(),
                        standing.meetsAt() == null ? null : stamp(standing.meetsAt()),
                        standing.place(),
                        stamp(now),
                        id,
                        standing.stage().name(),
                        standing.since(),
                        standing.meetsAt() == null ? null : stamp(standing.meetsAt()),
                        standing.place()))
                .update();
        if (standing.stage().end()) {
            database.sql("update courts.hand_over set state = 'ENDED', look_at = null where id = ?")
                    .param(id)
                    .update();
        }
    }

    void lookAgain(long id, Instant at) {
        database.sql("update courts.hand_over set look_at = ? where id = ?")
                .params(stamp(at), id)
                .update();
    }

    record Due(long id, State state, @Nullable String reference) {}

    /// One that is to be sent or asked about, put off for whoever takes it: nobody else has it meanwhile.
    Optional<Due> takeDue(Instant now, Instant next) {
        return database.sql("""
                        update courts.hand_over set look_at = ?
                         where id = (select id from courts.hand_over where look_at <= ? order by look_at, id limit 1
                                        for update skip locked)
                        returning id, state, reference""")
                .params(stamp(next), stamp(now))
                .query((row, _) ->
                        new Due(row.getLong("id"), State.valueOf(row.getString("state")), row.getString("reference")))
                .optional();
    }
}
