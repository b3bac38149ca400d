package org.rongyi.city.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.seals.Revoked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keys of offices that were given up.
@Component
class RotationTable {
    private static final String STOLEN = """
            update documents.rotation set reason = 'KEY_COMPROMISE'
             where office = ? and given_up = ? and reason = 'SUPERSEDED'
            """;

    private final JdbcClient database;
    private final Clock clock;

    RotationTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// How often; the key in use is the one after that.
    int givenUp(String office) {
        return database.sql("select count(*) from documents.rotation where office = ?")
                .param(office)
                .query(Integer.class)
                .single();
    }

    /// One at a time.
    void lock(String office) {
        database.sql("select pg_advisory_xact_lock(hashtext('documents.rotation ' || ?))")
                .param(office)
                .query((_, _) -> true)
                .single();
    }

    void giveUp(String office, Revoked.Reason reason, String account, List<String> serials) {
        database.sql("""
                        insert into documents.rotation (office, given_up, reason, account, at, serials)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        office,
                        givenUp(office),
                        reason.name(),
                        account,
                        Timestamp.from(clock.instant()),
                        serials.toArray(String[]::new))
                .update();
    }

    boolean stolen(String office, int givenUp) {
        return database.sql(STOLEN).params(office, givenUp).update() > 0;
    }

    List<Revoked> revoked() {
        List<Revoked> revoked = new ArrayList<>();
        database.sql("select reason, at, serials from documents.rotation order by at, office")
                .query(row -> {
                    Revoked.Reason reason = Revoked.Reason.valueOf(row.getString("reason"));
                    Instant at = row.getTimestamp("at").toInstant();
                    for (String serial : (String[]) row.getArray("serials").getArray()) {
                        revoked.add(new Revoked(Revoked.Kind.CERTIFICATE, serial, at, reason));
                    }
                });
        return revoked;
    }
}
