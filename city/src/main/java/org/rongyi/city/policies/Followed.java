package org.rongyi.city.policies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.enterprises.Changes.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one row that says how far the recorded matches follow the register.
@Component
class Followed {
    private final JdbcClient database;

    Followed(JdbcClient database) {
        this.database = database;
    }

    /// @param day the day for which the matches are judged
    /// @param texts the texts by which they are judged, by name
    record State(Position position, LocalDate day, List<String> texts) {
        Turning judged() {
            return new Turning(day, texts);
        }
    }

    /// Begins at the start of the log, unless somebody has begun.
    void begin(LocalDate day, List<String> texts) {
        database.sql("""
                        insert into policies.followed (tx, id, day, texts) values ('0', 0, ?, ?)
                            on conflict do nothing""").params(day, texts.toArray(String[]::new)).update();
    }

    /// Until the transaction ends nobody else follows. Empty while another process does.
    Optional<State> lock() {
        return database.sql("select * from policies.followed for update skip locked")
                .query(Followed::read)
                .optional();
    }

    /// The same, but waits for the other.
    State await() {
        return database.sql("select * from policies.followed for update")
                .query(Followed::read)
                .single();
    }

    State state() {
        return known().orElseThrow();
    }

    /// Empty until somebody begins.
    Optional<State> known() {
        return database.sql("select * from policies.followed")
                .query(Followed::read)
                .optional();
    }

    private static State read(ResultSet row, int number) throws SQLException {
        return new State(
                new Position(Long.parseUnsignedLong(row.getString("tx")), row.getLong("id")),
                row.getObject("day", LocalDate.class),
                List.of((String[]) row.getArray("texts").getArray()));
    }

    void moveTo(Position position) {
        database.sql("update policies.followed set tx = ?, id = ?")
                .params(Long.toUnsignedString(position.transaction()), position.entry())
                .update();
    }

    /// A day and texts by which some firms may have been judged, by name.
    record Turning(LocalDate day, List<String> texts) {
        boolean is(TextsInForce other) {
            return day.equals(other.day()) && texts.equals(other.names());
        }
    }

    /// Those that have begun and not ended, the oldest first.
    List<Turning> turning() {
        return database.sql("select day, texts from policies.turning order by id")
                .query((row, _) -> new Turning(row.getObject("day", LocalDate.class), List.of((String[])
                        row.getArray("texts").getArray())))
                .list();
    }

    /// Notes that firms are judged by these from now on.
    void turnTo(TextsInForce texts) {
        String[] names = texts.names().toArray(String[]::new);
        database.sql("""
                        insert into policies.turning (day, texts)
                        select ?, ? where not exists (
                            select from policies.turning where day = ? and texts = ?::text[])
                        """).params(texts.day(), names, texts.day(), names).update();
    }

    /// Everybody is judged by these; what began before is over.
    void judgedBy(TextsInForce texts) {
        String[] names = texts.names().toArray(String[]::new);
        database.sql("update policies.followed set day = ?, texts = ?")
                .params(texts.day(), names)
                .update();
        database.sql("""
                        delete from policies.turning where id <= coalesce(
                            (select max(id) from policies.turning where day = ? and texts = ?::text[]), id)
                        """).params(texts.day(), names).update();
    }
}
