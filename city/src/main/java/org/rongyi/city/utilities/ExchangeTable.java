package org.rongyi.city.utilities;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.utilities.OperatorDesk.Fault;
import org.rongyi.city.utilities.OperatorDesk.Left;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of what operators' own systems are sent and asked about.
@Component
class ExchangeTable {
    private static final String BETWEEN = " ";

    private final JdbcClient database;

    ExchangeTable(JdbcClient database) {
        this.database = database;
    }

    void add(long request, long visit, Instant now) {
        database.sql("insert into utilities.exchange (request_id, visit_id, look_at) values (?, ?, ?)")
                .params(request, visit, ConnectionTable.stamp(now))
                .update();
    }

    /// @param reference null: it has not arrived yet
    record Due(
            long request, long visit, String key, @Nullable String reference) {}

    /// One that is to be sent or asked about, put off for whoever takes it: nobody else has it meanwhile.
    Optional<Due> takeDue(Instant now, Instant next) {
        return database.sql("""
                        update utilities.exchange set look_at = ?
                         where request_id = (select request_id from utilities.exchange where look_at <= ?
                                              order by look_at, request_id limit 1 for update skip locked)
                        returning request_id, visit_id, key::text, reference""")
                .params(ConnectionTable.stamp(next), ConnectionTable.stamp(now))
                .query((row, _) -> new Due(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
                .optional();
    }

    void arrived(long request, String reference, Instant next) {
        database.sql("update utilities.exchange set reference = ?, look_at = ? where request_id = ?")
                .params(reference, ConnectionTable.stamp(next), request)
                .update();
    }

    void again(long request, Instant next) {
        database.sql("update utilities.exchange set look_at = ? where request_id = ?")
                .params(ConnectionTable.stamp(next), request)
                .update();
    }

    /// Nobody asks the system any more.
    void end(long request, Left left) {
        String says = left instanceof Left.Refused(String reason) ? reason : "";
        String faults = left instanceof Left.FaultyPlan(Set<Fault> found)
                ? found.stream().sorted().map(Fault::name).collect(Collectors.joining(BETWEEN))
                : "";
        database.sql("""
                        update utilities.exchange set says = ?, faults = ?, refused = ?, look_at = null
                         where request_id = ?""")
                .params(says, faults, left instanceof Left.Refused, request)
                .update();
    }

    /// What the operator's officer has to know.
    Left left(long request) {
        return database.sql("select says, faults, refused from utilities.exchange where request_id = ?")
                .param(request)
                .query((row, _) -> left(row.getString("says"), row.getString("faults"), row.getBoolean("refused")))
                .optional()
                .orElseGet(Left.Nothing::new);
    }

    private static Left left(String says, String faults, boolean refused) {
        if (!faults.isEmpty()) {
            return new Left.FaultyPlan(
                    Stream.of(faults.split(BETWEEN)).map(Fault::valueOf).collect(Collectors.toSet()));
        }
        return refused ? new Left.Refused(says) : new Left.Nothing();
    }
}
