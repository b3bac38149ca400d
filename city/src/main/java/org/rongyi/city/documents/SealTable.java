package org.rongyi.city.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rongyi.city.documents.Licences.FirmSeal;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.seals.Revoked;
import org.rongyi.seals.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Seals of offices and firms.
@Component
class SealTable {
    private final JdbcClient database;
    private final Clock clock;

    SealTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Thirteen digits, as engraved seals have them.
    String nextNumber() {
        long next = database.sql("select nextval('documents.seal_number')")
                .query(Long.class)
                .single();
        return String.format(Locale.ROOT, "%013d", next);
    }

    Optional<Seal> ofOffice(String code) {
        return database.sql("select der from documents.seal where firm is null and owner = ? and ended_at is null")
                .param(code)
                .query((row, _) -> Seal.read(row.getBytes("der")))
                .optional();
    }

    /// Two that make it at once get the one that was first.
    Seal keepOffice(String code, Seal seal) {
        database.sql("""
                        insert into documents.seal (id, firm, kind, owner, der, made_at)
                        values (?, null, 'OFFICE', ?, ?, ?) on conflict do nothing""")
                .params(seal.id(), code, seal.der(), Timestamp.from(clock.instant()))
                .update();
        return ofOffice(code).orElseThrow();
    }

    void endOffice(String id) {
        database.sql("update documents.seal set ended_at = ? where id = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /// Whether one of these is, or was, the seal of an office.
    boolean ofOffices(List<String> ids) {
        return database.sql("select count(*) from documents.seal where firm is null and id = any(?)")
                        .param(ids.toArray(String[]::new))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void keep(CreditCode firm, SealKind kind, String owner, Seal seal) {
        database.sql("insert into documents.seal (id, firm, kind, owner, der, made_at) values (?, ?, ?, ?, ?, ?)")
                .params(seal.id(), firm.value(), kind.name(), owner, seal.der(), Timestamp.from(clock.instant()))
                .update();
    }

    /// Gives up the seals that the firm has; what was sealed before keeps its seal.
    void end(CreditCode firm) {
        database.sql("update documents.seal set ended_at = ? where firm = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), firm.value())
                .update();
    }

    /// How many the firm has given up.
    int ended(CreditCode firm) {
        return database.sql("select count(*) from documents.seal where firm = ? and ended_at is not null")
                .param(firm.value())
                .query(Integer.class)
                .single();
    }

    List<Revoked> revoked() {
        return database.sql("select id, ended_at from documents.seal where ended_at is not null order by id")
                .query((row, _) -> new Revoked(
                        Revoked.Kind.SEAL,
                        row.getString("id"),
                        row.getTimestamp("ended_at").toInstant(),
                        Revoked.Reason.CESSATION))
                .list();
    }

    /// One of the seals that the firm has now.
    Optional<Seal> ofFirm(CreditCode firm, String id) {
        return database.sql("select der from documents.seal where firm = ? and id = ? and ended_at is null")
                .params(firm.value(), id)
                .query((row, _) -> Seal.read(row.getBytes("der")))
                .optional();
    }

    List<FirmSeal> of(CreditCode firm) {
        return database.sql("""
                        select id, kind, made_at, der from documents.seal
                         where firm = ? and ended_at is null order by id""")
                .param(firm.value())
                .query((row, _) -> new FirmSeal(
                        row.getString("id"),
                        SealKind.valueOf(row.getString("kind")),
                        row.getTimestamp("made_at").toInstant(),
                        Seal.read(row.getBytes("der")).picture().png()))
                .list();
    }
}
