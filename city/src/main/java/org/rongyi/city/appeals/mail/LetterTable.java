package org.rongyi.city.appeals.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.MailRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of letters and of what answers them.
@Component
class LetterTable {
    static final String OURS = "@rongyi>";
    private static final String BEGINS = "<appeal-";

    private final JdbcClient database;

    LetterTable(JdbcClient database) {
        this.database = database;
    }

    enum Became {
        ACCEPTED,
        ADDED,
        ROUTED,
        /// It answered an appeal that is closed.
        CLOSED,
        REFUSED,
        /// One of too many: on record as refused, and a person looks at it.
        TOO_MANY
    }

    private static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// Until the transaction ends nobody else takes in this e-mail.
    ///
    /// @return its id; empty when it was taken in before
    Optional<Long> take(Letter letter, Instant now) {
        return database.sql("""
                        insert into appeals.letter (message_id, at, address, became) values (?, ?, ?, 'REFUSED')
                        on conflict (message_id) do nothing returning id""")
                .params(letter.messageId(), stamp(now), letter.address())
                .query(Long.class)
                .optional();
    }

    void left(long letter, MailRecord.Why why) {
        database.sql("update appeals.letter set why = ? where id = ?")
                .params(why.name(), letter)
                .update();
    }

    void became(long letter, Became became, @Nullable Long appeal) {
        database.sql("update appeals.letter set became = ?, appeal_id = ? where id = ?")
                .params(Arrays.asList(became.name(), appeal, letter))
                .update();
    }

    int since(String address, Instant when) {
        return database.sql("select count(*) from appeals.letter where address = ? and at > ?")
                .params(address, stamp(when))
                .query(Integer.class)
                .single();
    }

    /// What the e-mail was about that one of these was the answer to.
    ///
    /// @param number of the appeal; null where the letter was told a legal route
    record Exchange(Became became, @Nullable String number) {}

    Optional<Exchange> exchange(List<String> messageIds) {
        String[] tokens = messageIds.stream()
                .filter(id -> id.startsWith(BEGINS) && id.endsWith(OURS))
                .map(id -> id.substring(BEGINS.length(), id.length() - OURS.length()))
                .toArray(String[]::new);
        if (tokens.length == 0) {
            return Optional.empty();
        }
        return database.sql("""
                        select l.became, a.number from appeals.answer_mail m join appeals.letter l on l.id = m.letter_id
                          left join appeals.appeal a on a.id = l.appeal_id
                         where m.token = any (?::text[]) order by array_position(?::text[], m.token) limit 1""")
                .params(tokens, tokens)
                .query((row, _) -> new Exchange(Became.valueOf(row.getString(1)), row.getString(2)))
                .optional();
    }

    /// The letter with which an appeal began.
    Optional<Long> began(long appeal) {
        return database.sql("select id from appeals.letter where appeal_id = ? and became = 'ACCEPTED'")
                .param(appeal)
                .query(Long.class)
                .optional();
    }

    void answer(long letter, String subject, String body, Instant now) {
        database.sql("""
                        insert into appeals.answer_mail (letter_id, token, address, subject, body, in_reply_to, due_at)
                        select id, ?, address, ?, ?, message_id, ? from appeals.letter where id = ?""")
                .params(UUID.randomUUID().toString(), subject, body, stamp(now), letter)
                .update();
    }

    record Answer(
            long id, String messageId, String address, String subject, String body, String inReplyTo, int tries) {}

    /// One that is due, for whoever asks alone.
    Optional<Answer> takeDue(Instant now) {
        return database.sql("""
                        update appeals.answer_mail set due_at = null, tries = tries + 1, taken_at = ?
                         where id = (select id from appeals.answer_mail where due_at <= ? order by due_at, id limit 1
                                        for update skip locked)
                        returning id, token, address, subject, body, in_reply_to, tries""")
                .params(stamp(now), stamp(now))
                .query((row, _) -> new Answer(
                        row.getLong("id"),
                        BEGINS + row.getString("token") + OURS,
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("in_reply_to"),
                        row.getInt("tries")))
                .optional();
    }

    void sent(long id, Instant now) {
        database.sql("update appeals.answer_mail set sent_at = ?, fault = null where id = ?")
                .params(stamp(now), id)
                .update();
    }

    /// @param again after how long it is tried again; null: not any more
    void failed(long id, String fault, @Nullable Duration again, Instant now) {
        database.sql("update appeals.answer_mail set fault = ?, due_at = ? where id = ?")
                .params(Arrays.asList(fault, again == null ? null : stamp(now.plus(again)), id))
                .update();
    }
}
