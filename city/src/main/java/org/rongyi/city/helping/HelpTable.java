package org.rongyi.city.helping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.helping.Help.Line;
import org.rongyi.city.helping.Help.Look;
import org.rongyi.city.helping.Help.Message;
import org.rongyi.city.helping.Help.Side;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of who asked, who helps, and what was said.
@Component
class HelpTable {
    private static final int MOST_LISTED = 200;
    private static final int MOST_MESSAGES = 500;
    private static final String UNREAD = """
            select h.*, (select count(*) from helping.message m
                          where m.help_id = h.id and m.account <> ? and m.side <> ?
                            and m.id > coalesce((select r.message from helping.read r
                                                  where r.help_id = h.id and r.account = ?), 0)) as unread
              from helping.help h
            """;

    private final JdbcClient database;

    HelpTable(JdbcClient database) {
        this.database = database;
    }

    private static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    void nameAlone() {
        database.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('helping.name', 0))) waited")
                .query(Integer.class)
                .single();
    }

    /// How many that go on each helper has.
    Map<String, Integer> open() {
        Map<String, Integer> open = new HashMap<>();
        database.sql("select helper, count(*) as some from helping.help where state = 'OPEN' group by helper")
                .query(row -> {
                    open.put(row.getString("helper"), row.getInt("some"));
                });
        return open;
    }

    Optional<Help> asked(String account, String key) {
        return database.sql("select * from helping.help where account = ? and key = ?")
                .params(account, key)
                .query(HelpTable::help)
                .optional();
    }

    /// @param about what it is about
    long insert(NewHelp what, Subject about, @Nullable CreditCode firm, Acting by, Person helper, Instant now) {
        return database.sql("""
                        insert into helping.help
                            (key, account, name, firm, about, about_id, draft, words, asked_at, helper, helper_name,
                             unit)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(
                        what.key(),
                        by.account(),
                        by.person().name(),
                        firm == null ? null : firm.value(),
                        about.kind().name(),
                        about.id(),
                        what.draft(),
                        what.words().strip(),
                        stamp(now),
                        helper.account(),
                        helper.name(),
                        helper.department()))
                .query(Long.class)
                .single();
    }

    record Subject(Help.About kind, String id) {}

    Optional<Help> find(long id) {
        return database.sql("select * from helping.help where id = ?")
                .param(id)
                .query(HelpTable::help)
                .optional();
    }

    /// Waits for whoever works on it.
    Optional<Help> lock(long id) {
        return database.sql("select * from helping.help where id = ? for update")
                .param(id)
                .query(HelpTable::help)
                .optional();
    }

    List<Line> asked(String account, @Nullable CreditCode firm) {
        return database.sql(UNREAD + """
                        where h.account = ? and h.firm is null or h.firm = ?
                        order by h.state desc, h.id desc limit ?""")
                .params(Arrays.asList(
                        account, Side.ASKER.name(), account, account, firm == null ? null : firm.value(), MOST_LISTED))
                .query(HelpTable::line)
                .list();
    }

    List<Line> given(String helper) {
        return database.sql("select * from (" + UNREAD
                        + "where h.helper = ?) given order by state desc, (unread = 0), id limit ?")
                .params(helper, Side.HELPER.name(), helper, helper, MOST_LISTED)
                .query(HelpTable::line)
                .list();
    }

    /// How many lines of the others a person has not read.
    int unread(long help, Side own, String account) {
        return database.sql(UNREAD + "where h.id = ?")
                .params(account, own.name(), account, help)
                .query((row, _) -> row.getInt("unread"))
                .single();
    }

    long say(long help, Side side, String account, String name, Words words, Instant now) {
        return database.sql("""
                        insert into helping.message (help_id, at, side, account, name, words, words_en)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(
                        help,
                        stamp(now),
                        side.name(),
                        account,
                        name,
                        words.zh(),
                        side == Side.HOUSE ? words.en() : null))
                .query(Long.class)
                .single();
    }

    /// The last of them, the first one first.
    List<Message> messages(long help) {
        return database.sql("""
                        select * from (select * from helping.message where help_id = ? order by id desc limit ?) last
                         order by id""")
                .params(help, MOST_MESSAGES)
                .query((row, _) -> message(row))
                .list();
    }

    private static Message message(ResultSet row) throws SQLException {
        String english = row.getString("words_en");
        String words = row.getString("words");
        return new Message(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Side.valueOf(row.getString("side")),
                row.getString("account"),
                row.getString("name"),
                new Words(words, english == null ? words : english));
    }

    void read(long help, String account, long message) {
        database.sql("""
                        insert into helping.read (help_id, account, message) values (?, ?, ?)
                        on conflict (help_id, account) do update
                           set message = greatest(read.message, excluded.message)
                        """).params(help, account, message).update();
    }

    /// The newest line of each of these talks.
    Map<Long, Long> newest(Collection<Long> helps) {
        Map<Long, Long> newest = new HashMap<>();
        database.sql("select help_id, max(id) as last from helping.message where help_id = any (?) group by help_id")
                .param(helps.toArray(Long[]::new))
                .query(row -> {
                    newest.put(row.getLong("help_id"), row.getLong("last"));
                });
        return newest;
    }

    void looked(long help, Acting helper, Instant now) {
        database.sql("insert into helping.look (help_id, at, account, name, department) values (?, ?, ?, ?, ?)")
                .params(
                        help,
                        stamp(now),
                        helper.account(),
                        helper.person().name(),
                        helper.person().department())
                .update();
    }

    List<Look> looks(long help, int limit) {
        return database.sql("select at, name, department from helping.look where help_id = ? order by id desc limit ?")
                .params(help, limit)
                .query((row, _) -> new Look(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("name"),
                        row.getString("department")))
                .list();
    }

    /// A helper was let into a draft in this talk.
    void lets(long help, long share) {
        database.sql("insert into helping.let (help_id, share_id) values (?, ?)")
                .params(help, share)
                .update();
    }

    List<Long> lets(long help) {
        return database.sql("select share_id from helping.let where help_id = ? order by share_id desc")
                .param(help)
                .query((row, _) -> row.getLong("share_id"))
                .list();
    }

    void pass(long help, Person to) {
        database.sql("update helping.help set helper = ?, helper_name = ?, unit = ? where id = ?")
                .params(to.account(), to.name(), to.department(), help)
                .update();
    }

    void close(long help, String by, Instant now) {
        database.sql("update helping.help set state = 'CLOSED', closed_at = ?, closed_by = ? where id = ?")
                .params(stamp(now), by, help)
                .update();
    }

    void reopen(long help) {
        database.sql("update helping.help set state = 'OPEN', closed_at = null, closed_by = null where id = ?")
                .param(help)
                .update();
    }

    /// @return false when it was rated before
    boolean rate(Help help, Help.Rating rating, String account, Instant now) {
        return database.sql("""
                                insert into helping.rating (help_id, stars, words, helper, account, at)
                                values (?, ?, ?, ?, ?, ?) on conflict (help_id) do nothing""")
                        .params(help.id(), rating.stars(), rating.words().strip(), help.helper(), account, stamp(now))
                        .update()
                == 1;
    }

    Optional<Help.Rating> rating(long help) {
        return database.sql("select stars, words from helping.rating where help_id = ?")
                .param(help)
                .query((row, _) -> new Help.Rating(row.getInt("stars"), row.getString("words")))
                .optional();
    }

    HelpRatings.Rated rated(Instant since) {
        return database.sql("select count(*), avg(stars)::float8 from helping.rating where at >= ?")
                .param(stamp(since))
                .query((row, _) -> {
                    int ratings = row.getInt(1);
                    return new HelpRatings.Rated(
                            ratings, ratings < HelpRatings.Rated.FEWEST ? null : row.getObject(2, Double.class));
                })
                .single();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(help(row, number), row.getInt("unread"));
    }

    private static Help help(ResultSet row, int number) throws SQLException {
        String firm = row.getString("firm");
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Help(
                row.getLong("id"),
                row.getString("account"),
                row.getString("name"),
                firm == null ? null : new CreditCode(firm),
                Help.About.valueOf(row.getString("about")),
                row.getString("about_id"),
                row.getObject("draft", Long.class),
                row.getString("words"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("helper"),
                row.getString("helper_name"),
                row.getString("unit"),
                closed == null ? null : closed.toInstant());
    }
}
