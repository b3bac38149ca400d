package org.rongyi.city.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.Licences.Seen;
import org.rongyi.city.documents.Licences.Stood;
import org.rongyi.city.documents.Licences.Way;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.rongyi.seals.Revoked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Licences, their states and who looked at them.
@Component
class LicenceTable {
    private static final String SELECT = """
            select document, number, type, firm, holder, unit, state, issued_at, valid_until
              from documents.licence
            """;

    private final JdbcClient database;
    private final LicenceTypes types;
    private final Clock clock;

    LicenceTable(JdbcClient database, LicenceTypes types, Clock clock) {
        this.database = database;
        this.types = types;
        this.clock = clock;
    }

    long nextSerial() {
        return database.sql("select nextval('documents.licence_number')")
                .query(Long.class)
                .single();
    }

    boolean isIssued(long caseId, String type) {
        return database.sql("select count(*) from documents.licence where case_id = ? and type = ?")
                        .params(caseId, type)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// @param said     element to what stands behind its label
    /// @param replaces the document in whose place it stands
    void insert(Licence licence, long caseId, byte[] ofd, Map<String, String> said, @Nullable String replaces) {
        database.sql("""
                        insert into documents.licence (document, number, type, firm, holder, unit, case_id, state,
                                                       issued_at, valid_until, ofd, elements, texts, replaces)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        licence.document(),
                        licence.number(),
                        licence.type(),
                        licence.firm().value(),
                        licence.holder(),
                        licence.unit(),
                        caseId,
                        licence.state().name(),
                        Timestamp.from(licence.issuedAt()),
                        licence.validUntil(),
                        ofd,
                        said.keySet().toArray(String[]::new),
                        said.values().toArray(String[]::new),
                        replaces))
                .update();
    }

    /// What it says, element by element.
    Map<String, String> said(String document) {
        return database.sql("select elements, texts from documents.licence where document = ?")
                .param(document)
                .query((row, _) -> {
                    String[] elements = (String[]) row.getArray("elements").getArray();
                    String[] texts = (String[]) row.getArray("texts").getArray();
                    Map<String, String> said = new LinkedHashMap<>();
                    for (int i = 0; i < elements.length; i++) {
                        said.put(elements[i], texts[i]);
                    }
                    return said;
                })
                .single();
    }

    /// Those of the firm and the type that have not come to an end, locked; always in the same order.
    List<Licence> running(CreditCode firm, String type) {
        return database.sql(SELECT + """
                        where firm = ? and type = ? and state in ('VALID', 'SUSPENDED')
                        order by document for update""")
                .params(firm.value(), type)
                .query(this::licence)
                .list();
    }

    /// Whether this case ends something for the first time.
    boolean ends(long caseId, String item) {
        return database.sql("insert into documents.ending (case_id, item, at) values (?, ?, ?) on conflict do nothing")
                        .params(caseId, item, Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    /// Another text after each change of what verifiers are told.
    String lastChange() {
        return database.sql("""
                        select coalesce((select max(id) from documents.licence_state), 0) || '/'
                            || coalesce((select max(ended_at) from documents.seal)::text, '')
                            || '/' || (select count(*) || '/' || count(*) filter (where reason = 'KEY_COMPROMISE')
                                       from documents.rotation)
                        """).query(String.class).single();
    }

    List<Licence> of(CreditCode firm) {
        return database.sql(SELECT + "where firm = ? order by issued_at desc, document")
                .param(firm.value())
                .query(this::licence)
                .list();
    }

    Optional<Licence> find(String document) {
        return database.sql(SELECT + "where document = ?")
                .param(document)
                .query(this::licence)
                .optional();
    }

    Optional<Licence> lock(String document) {
        return database.sql(SELECT + "where document = ? for update")
                .param(document)
                .query(this::licence)
                .optional();
    }

    private Licence licence(ResultSet row, int number) throws SQLException {
        String type = row.getString("type");
        return new Licence(
                row.getString("document"),
                row.getString("number"),
                type,
                types.find(type).map(LicenceTypes.LicenceType::name).orElse(Words.same(type)),
                new CreditCode(row.getString("firm")),
                row.getString("holder"),
                row.getString("unit"),
                Licence.State.valueOf(row.getString("state")),
                row.getTimestamp("issued_at").toInstant(),
                row.getObject("valid_until", LocalDate.class));
    }

    byte[] file(String document) {
        return database.sql("select ofd from documents.licence where document = ?")
                .param(document)
                .query((row, _) -> row.getBytes("ofd"))
                .single();
    }

    /// The twin, once it was made.
    Optional<byte[]> twin(String document) {
        return database.sql("select pdf from documents.licence where document = ? and pdf is not null")
                .param(document)
                .query((row, _) -> row.getBytes("pdf"))
                .optional();
    }

    void keepTwin(String document, byte[] pdf) {
        database.sql("update documents.licence set pdf = ? where document = ?")
                .params(pdf, document)
                .update();
    }

    void stand(String document, Licence.State state, String account, String reason) {
        database.sql("update documents.licence set state = ? where document = ?")
                .params(state.name(), document)
                .update();
        database.sql("""
                        insert into documents.licence_state (document, state, at, account, reason)
                        values (?, ?, ?, ?, ?)""")
                .params(document, state.name(), Timestamp.from(clock.instant()), account, reason)
                .update();
    }

    List<Stood> history(String document) {
        return database.sql("""
                        select state, at, account, reason from documents.licence_state
                         where document = ? order by id""")
                .param(document)
                .query((row, _) -> new Stood(
                        Licence.State.valueOf(row.getString("state")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("account"),
                        row.getString("reason")))
                .list();
    }

    /// What verifiers are told: of each licence that counts no more since when.
    List<Revoked> revoked() {
        return database.sql("""
                        select document, state, (select max(at) from documents.licence_state s
                                                  where s.document = l.document) as at
                          from documents.licence l where state <> 'VALID' order by document""")
                .query((row, _) -> new Revoked(
                        Revoked.Kind.DOCUMENT,
                        row.getString("document"),
                        row.getTimestamp("at").toInstant(),
                        Licence.State.valueOf(row.getString("state")) == Licence.State.SUSPENDED
                                ? Revoked.Reason.HOLD
                                : Revoked.Reason.WITHDRAWN))
                .list();
    }

    void look(String document, Way way, @Nullable String account, String answer) {
        database.sql("insert into documents.look (document, at, account, way, answer) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(document, Timestamp.from(clock.instant()), account, way.name(), answer))
                .update();
    }

    List<Seen> looks(String document, int limit) {
        return database.sql("""
                        select way, at, account, answer from documents.look where document = ?
                         order by id desc limit ?""")
                .params(document, limit)
                .query((row, _) -> new Seen(
                        Way.valueOf(row.getString("way")),
                        row.getTimestamp("at").toInstant(),
                        Optional.ofNullable(row.getString("account")),
                        row.getString("answer")))
                .list();
    }
}
