package org.rongyi.city.appeals.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.rongyi.city.appeals.MailRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class KeptMailRecord implements MailRecord {
    private static final int MOST = 100;
    private static final Duration KEPT_IN_VIEW = Duration.ofDays(30);
    /// So long a server may take over one e-mail.
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private static final String LEFT = """
            select at, address, why from appeals.letter
             where became = 'REFUSED' and at > ? order by at desc, id desc limit ?""";
    private static final String UNSENT = """
            select m.taken_at, m.address, m.subject, m.fault, a.number
              from appeals.answer_mail m join appeals.letter l on l.id = m.letter_id
              left join appeals.appeal a on a.id = l.appeal_id
             where m.due_at is null and m.sent_at is null and m.taken_at > ? and (m.fault is not null or m.taken_at < ?)
             order by m.taken_at desc, m.id desc limit ?""";

    private final JdbcClient database;
    private final Clock clock;

    KeptMailRecord(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private OffsetDateTime before(Duration ago) {
        return clock.instant().minus(ago).atOffset(ZoneOffset.UTC);
    }

    @Override
    public List<Left> left() {
        return database.sql(LEFT)
                .params(before(KEPT_IN_VIEW), MOST)
                .query((row, _) -> new Left(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("address"),
                        Why.valueOf(row.getString("why"))))
                .list();
    }

    @Override
    public List<Unsent> unsent() {
        return database.sql(UNSENT)
                .params(before(KEPT_IN_VIEW), before(ON_ITS_WAY), MOST)
                .query((row, _) -> new Unsent(
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("fault") != null,
                        row.getString("number")))
                .list();
    }
}
