package org.rongyi.city.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.Announcement;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The accounts of `demo.yaml`. They share a password that everybody can read on the terminal, so they are made only
/// while the demo runs (`rongyi.demo.size` above 0), never beside real people, and sign in nowhere else: opened without
/// the demo, the same data lets none of them in.
@Component
class DemoAccounts implements ApplicationRunner, Announcement, DemoSignIns {
    private static final String AUTHORITY = "市监";
    private static final int ON_A_LINE = 6;

    private final JdbcPeople people;
    private final JdbcMandates mandates;
    private final JdbcClient jdbc;
    private final Path file;
    private final Clock clock;
    private final CityWords city;
    private final boolean demo;
    private final boolean besideRealPeople;
    private final String password;
    private volatile List<Person> made = List.of();

    DemoAccounts(
            JdbcPeople people,
            JdbcMandates mandates,
            JdbcClient jdbc,
            CityFolder folder,
            Clock clock,
            CityWords city,
            @Value("${rongyi.demo.size:0}") long size,
            @Value("${rongyi.demo.beside-real-people:false}") boolean besideRealPeople,
            @Value("${rongyi.demo.password:rongyi-demo}") String password) {
        this.people = people;
        this.mandates = mandates;
        this.jdbc = jdbc;
        this.file = folder.resolve("demo.yaml");
        this.clock = clock;
        this.city = city;
        this.demo = size > 0;
        this.besideRealPeople = besideRealPeople;
        this.password = password;
    }

    /// All accounts at once: each for itself would wait for the disk.
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!demo) {
            jdbc.sql("""
                    delete from identity.session
                    where principal_name in (select account from identity.person where demo)
                    """).update();
            return;
        }
        if (!Files.isRegularFile(file)) {
            return;
        }
        if (people.hasRealPeople() && !besideRealPeople) {
            throw new IllegalStateException("""
                    this database has real people: the demo makes no accounts beside them.
                    Maybe start the city without the demo, or the demo with another --data or --database-url.""");
        }
        List<DemoFile.DemoAccount> accounts = accounts();
        OnePassword shared = people.shared(password);
        accounts.forEach(account -> make(account, shared));
        made = accounts.stream().map(DemoFile.DemoAccount::person).toList();
    }

    @Override
    public List<Person> people() {
        return made;
    }

    /// Mandates are made with the account: what was revoked in the demo stays revoked at the next start.
    private void make(DemoFile.DemoAccount account, OnePassword shared) {
        boolean isNew = people.find(account.person().account()).isEmpty();
        people.save(account.person(), shared, true);
        if (!isNew) {
            return;
        }
        for (DemoFile.DemoMandate mandate : account.mandates()) {
            if (mandate.capacity() == Mandate.Capacity.AGENT) {
                mandates.appoint(
                        mandate.firm(), account.person().account(), mandate.purposes(), mandate.until(), AUTHORITY);
            } else {
                mandates.registered(mandate.firm(), account.person().account(), mandate.capacity(), AUTHORITY);
            }
        }
    }

    private List<DemoFile.DemoAccount> accounts() {
        return DemoFile.read(file, city.today(clock));
    }

    /// People of firms and of special roles one a line; officers and heads, of whom there are dozens, close together.
    @Override
    public List<String> lines() {
        if (!demo || !Files.isRegularFile(file)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        List<String> departments = new ArrayList<>();
        lines.add("Demo accounts, password " + password + ":");
        for (DemoFile.DemoAccount account : accounts()) {
            Person person = account.person();
            if (person.roles().equals(Set.of(Role.OFFICER)) || isHead(person)) {
                departments.add(person.account() + " " + person.department());
            } else {
                lines.add("  %-12s %s".formatted(person.account(), person.name()));
            }
        }
        for (int from = 0; from < departments.size(); from += ON_A_LINE) {
            int to = Math.min(departments.size(), from + ON_A_LINE);
            lines.add("  " + String.join(" · ", departments.subList(from, to)));
        }
        return lines;
    }

    private static boolean isHead(Person person) {
        return person.account().endsWith("-head");
    }
}
