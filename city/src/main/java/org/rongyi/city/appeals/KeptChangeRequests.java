package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.services.Catalogue;
import org.rongyi.definitions.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whether a request is answered is not kept: the text of today tells it.
@Component
class KeptChangeRequests implements ChangeRequests {
    private static final String POLICY = "policy/";
    private static final String ITEM = "item/";
    private static final String SELECT = """
            select c.*, (select count(*) from appeals.change_voice v where v.change_id = c.id) as voices
              from appeals.change c
            """;

    private final Policies policies;
    private final Catalogue items;
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeptChangeRequests(
            Policies policies,
            Catalogue items,
            JdbcClient database,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.policies = policies;
        this.items = items;
        this.database = database;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Target> targets() {
        return Stream.concat(
                        policies.all().stream().map(policy -> new Target(POLICY + policy.id(), policy.title())),
                        items.items().stream().map(item -> new Target(ITEM + item.id(), item.name())))
                .toList();
    }

    /// The name of the text of today; empty where there is no such target.
    private Optional<String> version(String target) {
        return target.startsWith(POLICY)
                ? policies.find(target.substring(POLICY.length()))
                        .map(policy -> policy.versions().getLast().version())
                : items.item(target.substring(ITEM.length())).map(item -> item.version());
    }

    private Words name(String target) {
        return targets().stream()
                .filter(each -> each.id().equals(target))
                .map(Target::name)
                .findFirst()
                .orElse(Words.same(target));
    }

    @Override
    public boolean open(List<String> numbers, String target, String words, Acting leader) {
        boolean known = targets().stream().anyMatch(each -> each.id().equals(target));
        if (!leader.has(Role.LEADER) || !known || words.isBlank() || numbers.isEmpty()) {
            return false;
        }
        String version = version(target).orElseThrow();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            long id = database.sql("""
                            insert into appeals.change (target, version, words, by_account, by_name, at)
                            values (?, ?, ?, ?, ?, ?) returning id""")
                    .params(
                            target,
                            version,
                            words.strip(),
                            leader.account(),
                            leader.person().name(),
                            AppealTable.stamp(clock.instant()))
                    .query((row, _) -> row.getLong(1))
                    .single();
            int voices = database.sql("insert into appeals.change_voice (change_id, appeal_id)"
                            + " select ?, id from appeals.appeal where number = any (?::text[])")
                    .params(id, numbers.toArray(String[]::new))
                    .update();
            if (voices == 0) {
                status.setRollbackOnly();
            }
            return voices > 0;
        }));
    }

    @Override
    public List<Request> latest(int limit) {
        return database.sql(SELECT + "order by c.id desc limit ?")
                .param(limit)
                .query((row, _) -> request(row))
                .list();
    }

    @Override
    public List<Request> of(Appeal appeal) {
        return database.sql(SELECT + """
                         where c.id in (select v.change_id from appeals.change_voice v where v.appeal_id = ?)
                         order by c.id desc""")
                .param(appeal.id())
                .query((row, _) -> request(row))
                .list();
    }

    private Request request(ResultSet row) throws SQLException {
        String target = Objects.requireNonNull(row.getString("target"));
        @Nullable String today = version(target).orElse(null);
        return new Request(
                row.getLong("id"),
                name(target),
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getInt("voices"),
                today == null || today.equals(row.getString("version")) ? null : today);
    }
}
