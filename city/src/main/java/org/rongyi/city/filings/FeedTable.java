package org.rongyi.city.filings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Addresses of feeds and wishes for reminders.
@Component
class FeedTable {
    private static final int SECRET_BYTES = 32;

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FeedTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Whose(CreditCode firm, String account) {}

    String make(Whose whose) {
        alone(whose);
        end(whose);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("insert into filings.feed (secret, firm, account, made_at) values (?, ?, ?, ?)")
                .params(hash(secret), whose.firm().value(), whose.account(), Timestamp.from(clock.instant()))
                .update();
        return secret;
    }

    /// Until the transaction ends nobody else makes an address for them: a second press waits.
    private void alone(Whose whose) {
        database.sql("""
                        select 1 from (select pg_advisory_xact_lock(
                            hashtextextended('filings.feed ' || ? || ' ' || ?, 0))) waited""")
                .params(whose.firm().value(), whose.account())
                .query(Integer.class)
                .single();
    }

    void end(Whose whose) {
        database.sql("update filings.feed set ended_at = ? where firm = ? and account = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), whose.firm().value(), whose.account())
                .update();
    }

    boolean has(Whose whose) {
        return database.sql("select 1 from filings.feed where firm = ? and account = ? and ended_at is null")
                .params(whose.firm().value(), whose.account())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Whose> of(String secret) {
        return database.sql("select firm, account from filings.feed where secret = ? and ended_at is null")
                .param(hash(secret))
                .query((row, _) -> new Whose(new CreditCode(row.getString(1)), row.getString(2)))
                .optional();
    }

    /// Whoever reads the database learns no address from it.
    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM has no SHA-256", impossible);
        }
    }

    int days(Whose whose) {
        return database.sql("select days from filings.reminder where firm = ? and account = ?")
                .params(whose.firm().value(), whose.account())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void remind(Whose whose, int days) {
        database.sql("delete from filings.reminder where firm = ? and account = ?")
                .params(whose.firm().value(), whose.account())
                .update();
        if (days > 0) {
            database.sql("insert into filings.reminder (firm, account, days) values (?, ?, ?)")
                    .params(whose.firm().value(), whose.account(), days)
                    .update();
        }
    }

    record Wish(Whose whose, int days) {}

    /// After the one with which the last page ended.
    List<Wish> wishes(String afterFirm, String afterAccount, int limit) {
        return database.sql("""
                        select firm, account, days from filings.reminder where (firm, account) > (?, ?)
                         order by firm, account limit ?""")
                .params(afterFirm, afterAccount, limit)
                .query((row, _) ->
                        new Wish(new Whose(new CreditCode(row.getString(1)), row.getString(2)), row.getInt(3)))
                .list();
    }
}
