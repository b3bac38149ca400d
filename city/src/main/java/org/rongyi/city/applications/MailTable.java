package org.rongyi.city.applications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The e-mails to send, each once: what is told is written with the turn itself, so that none is lost or told twice.
@Component
class MailTable implements MailNotices, UnsentMails {
    /// Longer than any server is waited for: what is taken for longer has nobody who knows what became of it.
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(10);

    private static final int LONGEST_FAULT = 300;
    private static final String LEFT = """
             from applications.mail
            where sent_at is null and next_try_at is null and (given_up_at is not null or taken_at < ?)""";

    private final Clock clock;
    private final JdbcClient database;
    private final boolean offered;

    MailTable(Clock clock, JdbcClient database, @Value("${spring.mail.host:}") String host) {
        this.clock = clock;
        this.database = database;
        this.offered = !host.isBlank();
    }

    /// @param tries including this one
    record Mail(long id, String address, String subject, String body, int tries) {}

    @Override
    public boolean offered() {
        return offered;
    }

    @Override
    public Optional<String> addressOf(String account) {
        return database.sql("select address from applications.mail_address where account = ?")
                .param(account)
                .query(String.class)
                .optional();
    }

    @Override
    public void setAddress(String account, @Nullable String address) {
        if (address == null) {
            database.sql("delete from applications.mail_address where account = ?")
                    .param(account)
                    .update();
            database.sql("delete from applications.mail where account = ? and next_try_at is not null")
                    .param(account)
                    .update();
            return;
        }
        database.sql("update applications.mail set address = ? where account = ? and next_try_at is not null")
                .params(address, account)
                .update();
        database.sql("""
                        insert into applications.mail_address (account, address) values (?, ?)
                        on conflict (account) do update
                           set address = excluded.address""").params(account, address).update();
    }

    void write(long notice, String account, String subject, String body, Instant now) {
        database.sql("""
                        insert into applications.mail
                               (notice_id, account, address, subject, body, written_at, next_try_at)
                        select ?, a.account, a.address, ?, ?, ?, ?
                          from applications.mail_address a where a.account = ?
                        on conflict (notice_id, account) do nothing""")
                .params(notice, subject, body, ApplicationTable.stamp(now), ApplicationTable.stamp(now), account)
                .update();
    }

    void writeLetter(String name, String account, String subject, String body, Instant now) {
        database.sql("""
                        insert into applications.mail
                               (letter, account, address, subject, body, written_at, next_try_at)
                        select ?, a.account, a.address, ?, ?, ?, ?
                          from applications.mail_address a where a.account = ?
                        on conflict (letter, account) where letter is not null do nothing""")
                .params(name, subject, body, ApplicationTable.stamp(now), ApplicationTable.stamp(now), account)
                .update();
    }

    /// The one that is due for the longest time, for this process alone: nobody takes it again before it is noted what
    /// became of it.
    Optional<Mail> take(Instant now) {
        return database.sql("""
                        update applications.mail set tries = tries + 1, taken_at = ?, next_try_at = null
                         where id = (select id from applications.mail where next_try_at <= ?
                                      order by next_try_at, id limit 1 for update skip locked)
                        returning id, address, subject, body, tries""")
                .params(ApplicationTable.stamp(now), ApplicationTable.stamp(now))
                .query((row, _) -> new Mail(
                        row.getLong("id"),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getInt("tries")))
                .optional();
    }

    void sent(long id, Instant now) {
        database.sql("update applications.mail set sent_at = ?, fault = null where id = ?")
                .params(ApplicationTable.stamp(now), id)
                .update();
    }

    /// It was not taken by the server.
    ///
    /// @param next null: it is given up
    void failed(long id, String fault, @Nullable Instant next, Instant now) {
        database.sql("""
                        update applications.mail
                           set fault = ?, next_try_at = ?::timestamptz,
                               given_up_at = case when ?::timestamptz is null then ?::timestamptz end
                         where id = ?""")
                .params(Arrays.asList(shortened(fault), stamp(next), stamp(next), ApplicationTable.stamp(now), id))
                .update();
    }

    /// Nobody knows whether the server has it.
    void unclear(long id, String fault) {
        database.sql("update applications.mail set fault = ? where id = ?")
                .params(shortened(fault), id)
                .update();
    }

    private static @Nullable OffsetDateTime stamp(@Nullable Instant instant) {
        return instant == null ? null : ApplicationTable.stamp(instant);
    }

    private static String shortened(String fault) {
        return fault.length() > LONGEST_FAULT ? fault.substring(0, LONGEST_FAULT) : fault;
    }

    private OffsetDateTime longAgo() {
        return ApplicationTable.stamp(clock.instant().minus(LONGEST_SENDING));
    }

    @Override
    public int waiting() {
        return database.sql("select count(*) from applications.mail where next_try_at is not null and tries > 0")
                .query(Integer.class)
                .single();
    }

    @Override
    public int countLeft() {
        return database.sql("select count(*)" + LEFT)
                .param(longAgo())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Unsent> left(int limit) {
        return database.sql("select account, subject, written_at, tries, given_up_at, fault" + LEFT
                        + " order by id desc limit ?")
                .params(longAgo(), limit)
                .query((row, _) -> new Unsent(
                        row.getString("account"),
                        row.getString("subject"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getInt("tries"),
                        row.getObject("given_up_at") == null,
                        row.getString("fault")))
                .list();
    }

    @Override
    public int tryAgain() {
        return database.sql("""
                        update applications.mail set tries = 0, given_up_at = null, next_try_at = ?
                         where given_up_at is not null""").param(ApplicationTable.stamp(clock.instant())).update();
    }
}
