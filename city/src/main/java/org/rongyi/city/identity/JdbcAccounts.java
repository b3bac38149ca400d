package org.rongyi.city.identity;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.LikePattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAccounts implements Accounts {
    private static final String ACCOUNT =
            "select account, name, department, roles, given_out, closed_at from identity.person ";
    private static final String LIKE = "where account ilike :text or name ilike :text ";
    private static final Set<Role> WITHOUT_DEPARTMENT = EnumSet.of(Role.ADMINISTRATOR, Role.POLICY_EDITOR);

    private final JdbcClient jdbc;
    private final JdbcPeople people;
    private final JdbcMandates mandates;
    private final PasswordEncoder passwords;
    private final SignInAttempts attempts;
    private final DemoSignIns demoPeople;
    private final Clock clock;
    private final CityWords city;
    private final boolean demo;

    JdbcAccounts(
            JdbcClient jdbc,
            JdbcPeople people,
            JdbcMandates mandates,
            PasswordEncoder passwords,
            SignInAttempts attempts,
            DemoSignIns demoPeople,
            Clock clock,
            CityWords city,
            @Value("${rongyi.demo.size:0}") long demoSize) {
        this.jdbc = jdbc;
        this.people = people;
        this.mandates = mandates;
        this.passwords = passwords;
        this.attempts = attempts;
        this.demoPeople = demoPeople;
        this.clock = clock;
        this.city = city;
        this.demo = demoSize > 0;
    }

    @Override
    public Optional<Account> find(String account) {
        return jdbc.sql(ACCOUNT + "where account = ?")
                .param(JdbcPeople.normal(account))
                .query(JdbcAccounts::account)
                .optional();
    }

    @Override
    public List<Account> search(String text, int offset, int limit) {
        return jdbc.sql(ACCOUNT + LIKE + "order by account limit :limit offset :offset")
                .param("text", LikePattern.containing(text.strip()))
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcAccounts::account)
                .list();
    }

    @Override
    public int count(String text) {
        return jdbc.sql("select count(*) from identity.person " + LIKE)
                .param("text", LikePattern.containing(text.strip()))
                .query(Integer.class)
                .single();
    }

    @Override
    public List<String> departments() {
        return jdbc.sql("select distinct department from identity.person where department <> '' order by department")
                .query((row, _) -> row.getString("department"))
                .list();
    }

    @Override
    public List<Entry> entries(String account) {
        return jdbc.sql("""
                        select at, by, what, about from identity.account_entry where account = ?
                         order by id desc limit ?""")
                .params(JdbcPeople.normal(account), MOST_ENTRIES)
                .query((row, _) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("by"),
                        What.valueOf(row.getString("what")),
                        row.getString("about")))
                .list();
    }

    void enter(String account, String by, What what, String about) {
        jdbc.sql("insert into identity.account_entry (account, at, by, what, about) values (?, ?, ?, ?, ?)")
                .params(account, now(), by, what.name(), about)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static void requireAdministrator(Acting by) {
        if (!by.has(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("(" + by.account() + ") is no administrator");
        }
    }

    /// Two administrators who close each other, or take each other's role, at the same moment: the second one is no
    /// administrator any more when their turn comes, so that a city never loses both.
    private void requireAdministratorStill(Acting by, String account) {
        requireAdministrator(by);
        boolean still = jdbc
                .sql(ACCOUNT + "where account in (?, ?) order by account for update")
                .params(by.account(), JdbcPeople.normal(account))
                .query(JdbcAccounts::account)
                .list()
                .stream()
                .filter(Account::isOpen)
                .map(Account::person)
                .anyMatch(person ->
                        person.account().equals(by.account()) && person.roles().contains(Role.ADMINISTRATOR));
        if (!still) {
            throw new AccessDeniedException("(" + by.account() + ") is an administrator no longer");
        }
    }

    private boolean ofTheDemo(String account) {
        return demoPeople.people().stream().anyMatch(person -> person.account().equals(account));
    }

    @Override
    @Transactional
    public Done make(Acting by, Person wanted) {
        requireAdministrator(by);
        Person person = plain(wanted);
        Set<Fault> faults = faults(person);
        if (!JdbcPeople.isAccount(person.account())) {
            faults.add(Fault.NO_ACCOUNT_NAME);
        } else if (find(person.account()).isPresent()) {
            faults.add(Fault.TAKEN);
        }
        return faults.isEmpty() ? new Done.Well(made(by.account(), person)) : new Done.Refused(faults);
    }

    /// Those that are made while the demo runs are of the demo: they sign in nowhere else.
    String made(String by, Person person) {
        String password = GivenPassword.next();
        people.save(person, password, demo);
        markGivenOut(person.account());
        enter(person.account(), by, What.MADE, about(person));
        return password;
    }

    private void markGivenOut(String account) {
        jdbc.sql("update identity.person set given_out = true, demo = demo and ? where account = ?")
                .params(demo, account)
                .update();
    }

    private static Person plain(Person typed) {
        return new Person(
                JdbcPeople.normal(typed.account()),
                typed.name().strip(),
                typed.department().strip(),
                typed.roles());
    }

    private static String about(Person person) {
        String department = person.department().isEmpty() ? "" : coded(person.department());
        String roles = person.roles().stream()
                .map(Role::name)
                .sorted()
                .map(JdbcAccounts::coded)
                .collect(Collectors.joining(" "));
        return (person.name() + " " + department + " " + roles).strip().replaceAll(" +", " ");
    }

    /// See [Accounts.Entry].
    static String coded(String code) {
        return "{" + code + "}";
    }

    private static Set<Fault> faults(Person person) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (person.name().isEmpty()) {
            faults.add(Fault.NO_NAME);
        }
        if (person.department().isEmpty() && !WITHOUT_DEPARTMENT.containsAll(person.roles())) {
            faults.add(Fault.NO_DEPARTMENT);
        }
        return faults;
    }

    @Override
    @Transactional
    public Done change(Acting by, Person wanted) {
        Person person = plain(wanted);
        requireAdministratorStill(by, person.account());
        mandates.lock(person.account());
        Account before = there(person.account());
        Set<Fault> faults = faults(person);
        boolean represents = mandates.inForce(person.account(), today()).stream()
                .anyMatch(held -> held.capacity() != Mandate.Capacity.AGENT);
        if (represents && !person.department().isEmpty()) {
            faults.add(Fault.REPRESENTS);
        }
        if (ofTheDemo(person.account())) {
            faults.add(Fault.OF_THE_DEMO);
        }
        if (person.account().equals(by.account()) && !person.roles().contains(Role.ADMINISTRATOR)) {
            faults.add(Fault.OWN);
        }
        if (!faults.isEmpty()) {
            return new Done.Refused(faults);
        }
        if (!person.equals(before.person())) {
            jdbc.sql("update identity.person set name = ?, department = ?, roles = ? where account = ?")
                    .params(person.name(), person.department(), JdbcPeople.names(person.roles()), person.account())
                    .update();
            enter(person.account(), by.account(), What.CHANGED, about(before.person()) + " → " + about(person));
        }
        return new Done.Well(null);
    }

    Account there(String account) {
        return find(account).orElseThrow(() -> new IllegalArgumentException("there is no account (" + account + ")"));
    }

    @Override
    @Transactional
    public Done givePassword(Acting by, String account) {
        requireAdministrator(by);
        Account known = there(account);
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (ofTheDemo(known.person().account())) {
            faults.add(Fault.OF_THE_DEMO);
        } else if (!known.isOpen()) {
            faults.add(Fault.CLOSED);
        }
        return faults.isEmpty()
                ? new Done.Well(given(known.person(), by.account(), What.PASSWORD_GIVEN))
                : new Done.Refused(faults);
    }

    private String given(Person person, String by, What what) {
        String password = GivenPassword.next();
        keep(person.account(), password, "");
        markGivenOut(person.account());
        enter(person.account(), by, what, "");
        return password;
    }

    /// Keeps the password; sessions of the person end but this one.
    private void keep(String account, String password, String session) {
        jdbc.sql("update identity.person set password_hash = ?, given_out = false where account = ?")
                .params(passwords.encode(password), account)
                .update();
        jdbc.sql("delete from identity.session where principal_name = ? and session_id <> ?")
                .params(account, session)
                .update();
    }

    @Override
    @Transactional
    public Done close(Acting by, String account) {
        requireAdministratorStill(by, account);
        String closed = there(account).person().account();
        if (ofTheDemo(closed)) {
            return new Done.Refused(Set.of(Fault.OF_THE_DEMO));
        }
        if (closed.equals(by.account())) {
            return new Done.Refused(Set.of(Fault.OWN));
        }
        int rows = jdbc.sql("update identity.person set closed_at = ? where account = ? and closed_at is null")
                .params(now(), closed)
                .update();
        if (rows > 0) {
            jdbc.sql("delete from identity.session where principal_name = ?")
                    .param(closed)
                    .update();
            mandates.inForce(closed, today()).forEach(mandate -> mandates.end(mandate, by.account()));
            enter(closed, by.account(), What.CLOSED, "");
        }
        return new Done.Well(null);
    }

    @Override
    @Transactional
    public Done reopen(Acting by, String account) {
        requireAdministrator(by);
        Person person = there(account).person();
        int rows = jdbc.sql("update identity.person set closed_at = null where account = ? and closed_at is not null")
                .param(person.account())
                .update();
        return new Done.Well(rows == 0 ? null : given(person, by.account(), What.OPENED));
    }

    private LocalDate today() {
        return city.today(clock);
    }

    @Override
    @Transactional
    public Chosen choose(String typed, String present, String chosen, Seat seat) {
        String account = JdbcPeople.normal(typed);
        if (ofTheDemo(account)) {
            return Chosen.OF_THE_DEMO;
        }
        mandates.lock(account); // an administrator may give another one at this moment
        SignInAttempts.Attempt attempt = attempts.open(account, seat.address());
        if (attempt.tooMany()) {
            attempts.close(attempt, SignInAttempts.Outcome.TURNED_AWAY);
            return Chosen.TOO_MANY;
        }
        boolean right = people.credentials(account)
                .filter(known -> passwords.matches(present, known.passwordHash()))
                .isPresent();
        attempts.close(attempt, right ? SignInAttempts.Outcome.SIGNED_IN : SignInAttempts.Outcome.FAILED);
        if (!right) {
            return Chosen.NOT_THIS;
        }
        if (chosen.codePointCount(0, chosen.length()) < SHORTEST_PASSWORD) {
            return Chosen.TOO_SHORT;
        }
        if (chosen.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_PASSWORD) {
            return Chosen.TOO_LONG;
        }
        if (chosen.equals(present) || JdbcPeople.normal(chosen).equals(account)) {
            return Chosen.GUESSED;
        }
        keep(account, chosen, seat.session());
        enter(account, account, What.PASSWORD_CHOSEN, "");
        return Chosen.WELL;
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Account(
                JdbcPeople.person(row, index), row.getBoolean("given_out"), closed == null ? null : closed.toInstant());
    }
}
