package org.rongyi.city.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.Announcement;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts of `demo.yaml`. They share a password that everybody can read on the terminal, so they are made only
/// while the demo runs (`rongyi.demo.size` above 0), never beside real people, and sign in nowhere else: opened without
/// the demo, the same data lets none of them in.
@Component
class DemoAccounts implements ApplicationRunner, Announcement {
    private static final String AUTHORITY = "市监";

    private final JdbcPeople people;
    private final JdbcMandates mandates;
    private final JdbcClient jdbc;
    private final Path file;
    private final Clock clock;
    private final CityWords city;
    private final boolean demo;
    private final boolean besideRealPeople;
    private final String password;

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

    @Override
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
        accounts().forEach(this::make);
    }

    /// Mandates are made with the account: what was revoked in the demo stays revoked at the next start.
    private void make(DemoFile.DemoAccount account) {
        boolean isNew = people.find(account.person().account()).isEmpty();
        people.save(account.person(), password, true);
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
        return DemoFile.read(file, LocalDate.now(clock.withZone(city.zone())));
    }

    @Override
    public List<String> lines() {
        if (!demo || !Files.isRegularFile(file)) {
            return List.of();
        }
        Stream<String> names = accounts().stream()
                .map(DemoFile.DemoAccount::person)
                .map(person -> "  %-12s %s".formatted(person.account(), person.name()));
        return Stream.concat(Stream.of("Demo accounts, password " + password + ":"), names)
                .toList();
    }
}
