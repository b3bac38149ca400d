package org.rongyi.city.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPeople implements People {
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._-]{1,62}");

    private static final String PERSON = "select account, name, department, roles from identity.person ";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;

    JdbcPeople(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// What a sign-in is checked against.
    record Credentials(String account, String passwordHash, boolean demo) {}

    @Override
    public Optional<Person> find(String account) {
        return jdbc.sql(PERSON + "where account = ? and closed_at is null")
                .param(normal(account))
                .query(JdbcPeople::person)
                .optional();
    }

    @Override
    public Optional<Person> known(String account) {
        return jdbc.sql(PERSON + "where account = ?")
                .param(normal(account))
                .query(JdbcPeople::person)
                .optional();
    }

    @Override
    public List<Person> holding(Role role, @Nullable String department) {
        return jdbc.sql(PERSON + """
                where ? = any (roles) and (?::text is null or department = ?) and closed_at is null
                order by account
                """)
                .params(Arrays.asList(role.name(), department, department))
                .query(JdbcPeople::person)
                .list();
    }

    /// None of an account that is closed.
    Optional<Credentials> credentials(String account) {
        return jdbc.sql("""
                        select account, password_hash, demo from identity.person
                        where account = ? and closed_at is null
                        """).param(normal(account)).query(Credentials.class).optional();
    }

    @Override
    @Transactional
    public void register(Person person, String password) {
        save(person, password, false);
    }

    @Transactional
    void save(Person person, String password, boolean demo) {
        save(person, new OnePassword(password, passwords), demo);
    }

    @Transactional
    void save(Person person, OnePassword password, boolean demo) {
        if (!isAccount(person.account())) {
            throw new IllegalArgumentException("account (" + person.account()
                    + ") must have 2 to 63 characters\nMaybe use only a-z, 0-9, dot, underscore and hyphen.");
        }
        String known = credentials(person.account())
                .map(Credentials::passwordHash)
                .filter(password::opens)
                .orElse(null);
        if (known == null) {
            jdbc.sql("delete from identity.session where principal_name = ?")
                    .param(person.account())
                    .update();
        }
        jdbc.sql("""
                insert into identity.person (account, name, department, roles, password_hash, demo, recorded_at)
                values (:account, :name, :department, :roles, :hash, :demo, :at)
                on conflict (account) do update set name = excluded.name, department = excluded.department,
                    roles = excluded.roles, password_hash = excluded.password_hash, demo = excluded.demo,
                    given_out = false, closed_at = null
                """)
                .param("account", person.account())
                .param("name", person.name())
                .param("department", person.department())
                .param("roles", names(person.roles()))
                .param("hash", known == null ? password.hash() : known)
                .param("demo", demo)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    OnePassword shared(String password) {
        return new OnePassword(password, passwords);
    }

    /// Whether somebody who is no demo account is registered: then this city is not for playing.
    boolean hasRealPeople() {
        return jdbc.sql("select exists (select from identity.person where not demo)")
                .query(Boolean.class)
                .single();
    }

    static boolean isAccount(String account) {
        return ACCOUNT.matcher(account).matches();
    }

    static String normal(String account) {
        return account.strip().toLowerCase(Locale.ROOT);
    }

    static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static <E extends Enum<E>> Set<E> values(Class<E> type, Array stored) throws SQLException {
        return Stream.of((String[]) stored.getArray())
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Person person(ResultSet row, int index) throws SQLException {
        return new Person(
                row.getString("account"),
                row.getString("name"),
                row.getString("department"),
                values(Role.class, row.getArray("roles")));
    }
}
