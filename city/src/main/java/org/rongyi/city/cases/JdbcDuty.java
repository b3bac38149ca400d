package org.rongyi.city.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rongyi.city.identity.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcDuty implements Duty {
    private final JdbcClient database;
    private final People people;
    private final Times times;

    JdbcDuty(JdbcClient database, People people, Times times) {
        this.database = database;
        this.people = people;
        this.times = times;
    }

    @Override
    public void set(Instant from, String account, String setBy) {
        if (people.find(account).isEmpty()) {
            throw new IllegalArgumentException("there is no account (" + account + ")");
        }
        String shift = """
                insert into cases.duty (starts_at, account, set_by) values (?, ?, ?)
                    on conflict (starts_at) do update set account = excluded.account, set_by = excluded.set_by""";
        database.sql(shift).params(Times.stamp(from), account, setBy).update();
    }

    @Override
    public Optional<String> onDuty() {
        return database.sql("select account from cases.duty where starts_at <= ? order by starts_at desc limit 1")
                .param(Times.stamp(times.now()))
                .query(String.class)
                .optional();
    }

    @Override
    public List<Shift> shifts() {
        return database.sql("""
                        select starts_at, account from cases.duty
                         where starts_at >= coalesce(
                                   (select max(starts_at) from cases.duty where starts_at <= ?), '-infinity')
                         order by starts_at""")
                .param(Times.stamp(times.now()))
                .query((row, _) -> new Shift(
                        Objects.requireNonNull(row.getObject(1, OffsetDateTime.class))
                                .toInstant(),
                        row.getString(2)))
                .list();
    }
}
