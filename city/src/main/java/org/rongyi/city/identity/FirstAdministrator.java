package org.rongyi.city.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rongyi.city.vocabulary.Announcement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The account with which a city for real begins: made where the setting names one, the demo does not run, and no
/// administrator has chosen a password yet. Its password stands at the terminal, and is another one at each start
/// until it was used.
@Component
class FirstAdministrator implements ApplicationRunner, Announcement {
    private static final String BY = "rongyi.first-administrator";

    private final JdbcAccounts accounts;
    private final JdbcPeople people;
    private final JdbcClient jdbc;
    private final String account;
    private final boolean demo;
    private volatile String password = "";

    FirstAdministrator(
            JdbcAccounts accounts,
            JdbcPeople people,
            JdbcClient jdbc,
            @Value("${rongyi.first-administrator:}") String account,
            @Value("${rongyi.demo.size:0}") long demoSize) {
        this.accounts = accounts;
        this.people = people;
        this.jdbc = jdbc;
        this.account = JdbcPeople.normal(account);
        this.demo = demoSize > 0;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (demo || account.isEmpty() || someAdministrator()) {
            return;
        }
        Person person = people.known(account).orElse(new Person(account, account, "", Set.of()));
        Set<Role> roles = EnumSet.of(Role.ADMINISTRATOR);
        roles.addAll(person.roles());
        password = accounts.made(BY, new Person(account, person.name(), person.department(), roles));
    }

    private boolean someAdministrator() {
        return jdbc.sql("""
                        select exists (select from identity.person
                         where 'ADMINISTRATOR' = any (roles) and not given_out and not demo and closed_at is null)
                        """).query(Boolean.class).single();
    }

    @Override
    public List<String> lines() {
        return password.isEmpty()
                ? List.of()
                : List.of("First administrator: account " + account + ", password " + password
                        + " (to be changed at the first sign-in)");
    }
}
