package org.rongyi.city.documents;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.vocabulary.CannotOpen;
import org.rongyi.seals.HeldKey;
import org.rongyi.seals.KeyVault;
import org.rongyi.seals.NewKey;
import org.rongyi.seals.SigningKey;
import org.rongyi.seals.Suite;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keys in the database, wrapped: any number of processes have the same ones, and a key that a transaction
/// made goes with it when it is rolled back.
@Component
class KeyTable implements KeyVault, SmartInitializingSingleton {
    private final JdbcClient database;
    private final KeySecret secret;
    private final Clock clock;

    KeyTable(JdbcClient database, KeySecret secret, Clock clock) {
        this.database = database;
        this.secret = secret;
        this.clock = clock;
    }

    /// With another secret than the one they were wrapped with nothing could be sealed any more, nor
    /// verified: better to say so at the start.
    @Override
    public void afterSingletonsInstantiated() {
        database.sql("select name, wrapped from documents.key order by made_at limit 1")
                .query((row, _) -> Map.entry(row.getString("name"), row.getBytes("wrapped")))
                .optional()
                .ifPresent(key -> requireOpens(key.getKey(), key.getValue()));
    }

    private void requireOpens(String name, byte[] wrapped) {
        try {
            secret.open(name, wrapped);
        } catch (IllegalStateException another) {
            throw new CannotOpen(
                    "The keys of seals in the database do not open: their secret is another one, or lost.",
                    "Maybe bring back the file documents.secret that belongs to this database.");
        }
    }

    @Override
    public Optional<SigningKey> find(String name) {
        return database.sql("select wrapped, certificate from documents.key where name = ?")
                .param(name)
                .query((row, _) -> (SigningKey)
                        HeldKey.read(secret.open(name, row.getBytes("wrapped")), row.getBytes("certificate")))
                .optional();
    }

    /// Two that make the same key at once get the one that was first.
    @Override
    public SigningKey create(String name, Suite suite, Certifier certifier) {
        NewKey made = NewKey.of(suite, certifier);
        database.sql("""
                        insert into documents.key (name, wrapped, certificate, made_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        name,
                        secret.wrap(name, made.privateKey()),
                        made.certificate(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return find(name).orElseThrow();
    }
}
