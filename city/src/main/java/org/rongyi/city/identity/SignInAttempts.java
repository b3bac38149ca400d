package org.rongyi.city.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every attempt to sign in, and how many are too many. The count lives in the database, so that it holds over any
/// number of processes.
///
/// An attempt is written before the password is looked at: of many at the same moment no more than the limit get
/// through. Attempts that were turned away do not count, so waiting always helps.
@Repository
class SignInAttempts {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int MOST_PER_ACCOUNT = 10;
    /// A whole office may sit behind one address.
    static final int MOST_PER_ADDRESS = 60;

    private static final Duration KEPT = Duration.ofDays(200);
    /// From an address where the person signed in lately only failures from there count: a stranger who keeps
    /// failing elsewhere cannot lock the person out.
    private static final Duration ADDRESS_KNOWN = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Outcome {
        SIGNED_IN,
        FAILED,
        TURNED_AWAY
    }

    record Attempt(long id, boolean tooMany) {}

    Attempt open(String account, String address) {
        String hash = hash(account);
        Instant now = clock.instant();
        long id = jdbc.sql("""
                insert into identity.sign_in_attempt (account_hash, address, at, outcome)
                values (:hash, :address, :at, 'OPEN') returning id
                """)
                .param("hash", hash)
                .param("address", address)
                .param("at", Timestamp.from(now))
                .query(Long.class)
                .single();
        return new Attempt(
                id, ofAccount(hash, address, now) > MOST_PER_ACCOUNT || ofAddress(address, now) > MOST_PER_ADDRESS);
    }

    void close(Attempt attempt, Outcome outcome) {
        jdbc.sql("update identity.sign_in_attempt set outcome = :outcome where id = :id")
                .param("outcome", outcome.name())
                .param("id", attempt.id())
                .update();
        if (outcome == Outcome.SIGNED_IN) {
            jdbc.sql("delete from identity.sign_in_attempt where at < :before")
                    .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                    .update();
        }
    }

    private int ofAccount(String hash, String address, Instant now) {
        return jdbc.sql("""
                with mine as (
                    select * from identity.sign_in_attempt where account_hash = :hash and at > :knownSince
                ), known as (
                    select exists (select from mine where address = :address and outcome = 'SIGNED_IN') as address
                )
                select count(*) from mine, known
                where outcome in ('OPEN', 'FAILED') and at > :since and (not known.address or mine.address = :address)
                  and id > coalesce((select max(id) from mine
                        where outcome = 'SIGNED_IN' and (not known.address or mine.address = :address)), 0)
                """)
                .param("hash", hash)
                .param("address", address)
                .param("since", Timestamp.from(now.minus(WINDOW)))
                .param("knownSince", Timestamp.from(now.minus(ADDRESS_KNOWN)))
                .query(Integer.class)
                .single();
    }

    private int ofAddress(String address, Instant now) {
        return jdbc.sql("""
                select count(*) from identity.sign_in_attempt
                where address = :address and outcome in ('OPEN', 'FAILED') and at > :since
                """)
                .param("address", address)
                .param("since", Timestamp.from(now.minus(WINDOW)))
                .query(Integer.class)
                .single();
    }

    private static String hash(String account) {
        try {
            byte[] text = JdbcPeople.normal(account).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
