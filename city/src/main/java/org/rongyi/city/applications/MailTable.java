package org.rongyi.city.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The e-mails to send, each once: what is told is written with the turn itself, so that none is lost or told twice.
@Component
class MailTable implements MailNotices {
    /// After so many vain attempts an e-mail rests: the page has told it anyway.
    private static final int MOST_TRIES = 20;

    private final JdbcClient database;
    private final boolean offered;

    MailTable(JdbcClient database, @Value("${spring.mail.host:}") String host) {
        this.database = database;
        this.offered = !host.isBlank();
    }

    record Mail(long id, String address, String subject, String body) {}

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
            return;
        }
        database.sql("""
                        insert into applications.mail_address (account, address) values (?, ?)
                        on conflict (account) do update
                           set address = excluded.address""").params(account, address).update();
    }

    void write(long notice, String account, String subject, String body, Instant now) {
        database.sql("""
                        insert into applications.mail (notice_id, account, address, subject, body, written_at)
                        select ?, a.account, a.address, ?, ?, ? from applications.mail_address a where a.account = ?
                        on conflict (notice_id, account) do nothing""")
                .params(notice, subject, body, ApplicationTable.stamp(now), account)
                .update();
    }

    /// The oldest ones that are not sent, for this process alone until the transaction ends.
    List<Mail> take(int limit) {
        return database.sql("""
                        select id, address, subject, body from applications.mail
                         where sent_at is null and tries < ? order by id limit ? for update skip locked""")
                .params(MOST_TRIES, limit)
                .query((row, _) -> new Mail(
                        row.getLong("id"), row.getString("address"), row.getString("subject"), row.getString("body")))
                .list();
    }

    void sent(long id, Instant now) {
        database.sql("update applications.mail set sent_at = ?, tries = tries + 1 where id = ?")
                .params(ApplicationTable.stamp(now), id)
                .update();
    }

    void failed(long id) {
        database.sql("update applications.mail set tries = tries + 1 where id = ?")
                .param(id)
                .update();
    }
}
