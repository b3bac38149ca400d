package org.rongyi.city.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

@CityTest
class DemoAccountsTest {
    private static final String PASSWORD = "rongyi-demo";

    @TempDir
    private Path folder;

    @Autowired
    private JdbcPeople people;

    @Autowired
    private JdbcMandates mandates;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignInAttempts attempts;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private CityFolder city;

    @Autowired
    private CityWords words;

    @Autowired
    private TestClock clock;

    @Autowired
    private Portraits portraits;

    @Test
    void theAccountantActsForBothFirmsWithDifferentPurposesAndEnds() {
        assertThat(mandates.inForce("accountant", clock.today()))
                .hasSize(2)
                .allSatisfy(mandate -> assertThat(mandate.capacity()).isEqualTo(Mandate.Capacity.AGENT))
                .extracting(Mandate::purposes)
                .containsExactlyInAnyOrder(
                        Set.of(Purpose.VIEW, Purpose.ANSWER), Set.of(Purpose.VIEW, Purpose.ANSWER, Purpose.CONTEST));
        assertThat(mandates.inForce("accountant", clock.today().plusMonths(3))).hasSize(1);
    }

    @Test
    void everyDemoNameSaysThatItIsInvented() {
        assertThat(DemoFile.read(city.resolve("demo.yaml"), clock.today()))
                .isNotEmpty()
                .allSatisfy(account -> assertThat(account.person().name()).endsWith("（演示）"));
    }

    /// A firm that contests a fact of the demo must be answered by somebody.
    @Test
    void everyDepartmentThatReportsOnADemoFirmHasAnOfficer() {
        Set<String> staffed = DemoFile.read(city.resolve("demo.yaml"), clock.today()).stream()
                .map(DemoFile.DemoAccount::person)
                .filter(person -> person.roles().contains(Role.OFFICER))
                .map(Person::department)
                .collect(Collectors.toSet());
        for (String code : List.of("Y2510104YDEMA0013K", "Y1510112YDEMA00214")) {
            Set<String> reporting = portraits.current(new CreditCode(code)).orElseThrow().facts().values().stream()
                    .filter(fact -> !fact.selfDeclared() && !fact.source().equals(FactReport.INFERRED))
                    .map(Portrait.Fact::source)
                    .collect(Collectors.toSet());
            assertThat(staffed).as(code).containsAll(reporting);
        }
    }

    @Test
    void theDemoPasswordOpensNothingWhereNoDemoRuns() {
        var typed = UsernamePasswordAuthenticationToken.unauthenticated("leader", PASSWORD);
        assertThat(new SignIn(people, attempts, passwords, 1)
                        .authenticate(typed)
                        .getName())
                .isEqualTo("leader");
        assertThatThrownBy(() -> new SignIn(people, attempts, passwords, 0).authenticate(typed))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void openedWithoutTheDemoNoDemoSessionGoesOn() {
        jdbc.sql("""
                insert into identity.session (primary_id, session_id, creation_time, last_access_time,
                    max_inactive_interval, expiry_time, principal_name) values (:id, :id, 0, 0, 1800, 0, 'editor')
                """).param("id", UUID.randomUUID().toString()).update();
        start(0, false);
        assertThat(jdbc.sql("select count(*) from identity.session where principal_name = 'editor'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void noDemoAccountIsMadeBesideRealPeople() {
        people.register(new Person("real-" + UUID.randomUUID(), "某人", "", Set.of()), "a password of the test");
        assertThatThrownBy(() -> start(1, false))
                .hasMessageContaining("real people")
                .hasMessageContaining("Maybe");
        start(1, true);
    }

    @Test
    void everyFaultOfTheFileStopsTheDemo() throws IOException {
        Path file = Files.writeString(folder.resolve("demo.yaml"), """
                accounts:
                  - {account: one, name: 一, roles: [KING]}
                  - {account: two, name: 二, mandates: [{firm: nowhere, capacity: OWNER}]}
                  - {account: three, name: 三, mandates: [{firm: shop, capacity: AGENT, purposes: [VIEW], until: soon}]}
                  - {name: 四}
                firms:
                  - {key: shop, creditCode: Y2510104YDEMA0013K}
                  - {key: bad, creditCode: Y2510104YDEMA00130}
                """);
        assertThatThrownBy(() -> DemoFile.read(file, LocalDate.of(2026, 11, 23)))
                .isInstanceOfSatisfying(
                        FaultyCityFiles.class, stop -> assertThat(stop.faults()).hasSize(5))
                .hasMessageContaining("(KING)")
                .hasMessageContaining("(nowhere)")
                .hasMessageContaining("(soon)");
    }

    private void start(long size, boolean besideRealPeople) {
        new DemoAccounts(people, mandates, jdbc, city, clock, words, size, besideRealPeople, PASSWORD)
                .run(new DefaultApplicationArguments());
    }
}
