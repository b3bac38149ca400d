package org.rongyi.city.policies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcDrafts implements KeptDrafts {
    private final JdbcClient database;
    private final FilePolicies policies;
    private final Clock clock;

    JdbcDrafts(JdbcClient database, FilePolicies policies, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public List<Kept> of(String account) {
        return database.sql("select * from policies.draft where account = ? order by kept_at desc, id desc")
                .param(account)
                .query(this::read)
                .list();
    }

    @Override
    public Optional<Kept> find(String account, long id) {
        return database.sql("select * from policies.draft where account = ? and id = ?")
                .params(account, id)
                .query(this::read)
                .optional();
    }

    @Override
    @Transactional
    public Optional<Long> keep(String account, @Nullable Long id, String name, Draft draft) {
        String policy =
                draft.against() == null ? null : draft.against().policy().id();
        if (id != null && find(account, id).isPresent()) {
            policy = policy == null ? endedPolicy(account, id) : policy;
            drop(account, id);
        }
        if (of(account).size() >= MOST) {
            return Optional.empty();
        }
        return database.sql("""
                        insert into policies.draft (account, name, policy_id, conditions, amount, cap_yuan, kept_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(
                        account,
                        name,
                        policy,
                        draft.conditions().toArray(String[]::new),
                        draft.amount(),
                        draft.capYuan(),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .query(Long.class)
                .optional();
    }

    @Override
    public void drop(String account, long id) {
        database.sql("delete from policies.draft where account = ? and id = ?")
                .params(account, id)
                .update();
    }

    private Kept read(ResultSet row, int number) throws SQLException {
        String policy = row.getString("policy_id");
        return new Kept(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                new Draft(
                        policy == null ? null : inForce(policy),
                        List.of((String[]) row.getArray("conditions").getArray()),
                        row.getString("amount"),
                        row.getBigDecimal("cap_yuan")));
    }

    /// What a draft would replace stays known while the policy has no text.
    private @Nullable String endedPolicy(String account, long id) {
        return database.sql(
                        "select policy_id from policies.draft where account = ? and id = ? and policy_id is not null")
                .params(account, id)
                .query(String.class)
                .optional()
                .filter(policy -> inForce(policy) == null)
                .orElse(null);
    }

    /// Null when the policy has no text any more.
    private @Nullable InForce inForce(String policy) {
        return policies.texts(policies.today()).stream()
                .filter(text -> text.policy().id().equals(policy))
                .findFirst()
                .orElse(null);
    }
}
