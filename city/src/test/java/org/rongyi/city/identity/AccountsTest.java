package org.rongyi.city.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.identity.Accounts.Chosen;
import org.rongyi.city.identity.Accounts.Done;
import org.rongyi.city.identity.Accounts.Fault;
import org.rongyi.city.identity.Accounts.What;
import org.rongyi.city.identity.FirmEntries.Claim;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
class AccountsTest {
    private static final String OWN = "four words of my own";
    private static final Accounts.Seat HERE = new Accounts.Seat("", "192.0.2.1");

    private final String account = "person-" + UUID.randomUUID();
    private final CreditCode firm = new TestFirms().next();

    @Autowired
    private Accounts accounts;

    @Autowired
    private FirmEntries entries;

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Acting administrator = new Acting(new Person("", "", "", Set.of()), null);

    @BeforeEach
    void anAdministratorAndAFirmThatNobodyFoundedHere() {
        Person person = new Person("chief-" + UUID.randomUUID(), "某管理员", "", Set.of(Role.ADMINISTRATOR));
        people.register(person, "a password of the test");
        administrator = new Acting(person, null);
        enterprises.record(new FactReport(
                firm, "市监", FactReport.Origin.IMPORTED, clock.today(), Map.of("entityName", "早就开着的店（测试）"), "test"));
    }

    @Test
    void whoIsRegisteredForAFirmThatExistsActsForItAtOnceAndItIsOnRecord() {
        make(account, "");
        well(entries.register(administrator, claim(account, Capacity.LEGAL_REPRESENTATIVE)));
        assertThat(mandates.permitting(account, firm, Mandate.Purpose.APPLY, clock.today()))
                .isPresent();
        assertThat(accounts.entries(account).getFirst()).satisfies(entry -> {
            assertThat(entry.what()).isEqualTo(What.REGISTERED);
            assertThat(entry.by()).isEqualTo(administrator.account());
            assertThat(entry.about()).contains(firm.value(), "{LEGAL_REPRESENTATIVE}", "看过执照");
        });
    }

    @Test
    void aNewRepresentativeTakesThePlaceOfTheOldOneAndNobodyElses() {
        String old = "old-" + UUID.randomUUID();
        String founder = "founder-" + UUID.randomUUID();
        make(account, "");
        make(old, "");
        make(founder, "");
        well(entries.register(administrator, claim(old, Capacity.LEGAL_REPRESENTATIVE)));
        well(entries.register(administrator, claim(founder, Capacity.OWNER)));
        assertThat(entries.replaced(firm, Capacity.LEGAL_REPRESENTATIVE))
                .extracting(Mandate::account)
                .containsExactly(old);
        well(entries.register(administrator, claim(account, Capacity.LEGAL_REPRESENTATIVE)));
        assertThat(mandates.forFirm(firm, clock.today()))
                .extracting(Mandate::account)
                .containsExactlyInAnyOrder(account, founder);
        assertThat(accounts.entries(old).getFirst().what()).isEqualTo(What.ENDED);
        long mandate = mandates.inForce(founder, clock.today()).getFirst().id();
        assertThat(entries.end(administrator, mandate, " ")).isEqualTo(new Done.Refused(Set.of(Fault.NO_PROOF)));
        well(entries.end(administrator, mandate, "变更通知书"));
        assertThat(mandates.inForce(founder, clock.today())).isEmpty();
    }

    @Test
    void nobodyEntersThemselvesNorAnOfficerNorForAFirmThatIsNotThere() {
        make(account, "市监", Role.OFFICER);
        assertThat(entries.faults(administrator, new Claim(account, firm.value(), Capacity.OWNER, "")))
                .containsExactlyInAnyOrder(Fault.OF_A_DEPARTMENT, Fault.NO_PROOF);
        assertThat(entries.faults(administrator, claim(administrator.account(), Capacity.OWNER)))
                .containsExactly(Fault.ONESELF);
        String unknown = new TestFirms().next().value();
        assertThat(entries.faults(administrator, new Claim(account, unknown, Capacity.OWNER, "看过")))
                .contains(Fault.UNKNOWN_FIRM);
        assertThat(entries.faults(administrator, new Claim(account, "1234", Capacity.OWNER, "看过")))
                .contains(Fault.NO_CREDIT_CODE);
        assertThat(mandates.forFirm(firm, clock.today())).isEmpty();
    }

    @Test
    void whoeverRepresentsAFirmIsNoOfficerAndComesBackWithAFirmThatIsRestored() {
        make(account, "");
        well(entries.register(administrator, claim(account, Capacity.OWNER)));
        Person officer = new Person(account, "某人（测试）", "市监", Set.of(Role.OFFICER));
        assertThat(accounts.change(administrator, officer)).isEqualTo(new Done.Refused(Set.of(Fault.REPRESENTS)));
        mandates.dissolved(firm, clock.today().minusDays(1));
        assertThat(mandates.inForce(account, clock.today())).isEmpty();
        well(entries.register(administrator, claim(account, Capacity.OWNER)));
        assertThat(mandates.inForce(account, clock.today())).hasSize(1);
    }

    @Test
    void nobodyIsEnteredForAFirmThatHasBeenOverForLong() {
        make(account, "");
        LocalDate then = clock.today().minusDays(Mandates.DAYS_TO_FINISH + 1);
        enterprises.record(new FactReport(
                firm, "市监", FactReport.Origin.IMPORTED, then, Map.of("registrationState", "注销"), "test"));
        assertThat(entries.faults(administrator, claim(account, Capacity.OWNER)))
                .containsExactly(Fault.FIRM_OVER);
    }

    @Test
    void whoeverIsNoAdministratorMakesAndChangesNothing() {
        make(account, "");
        Acting somebody = new Acting(people.find(account).orElseThrow(), null);
        Person other = new Person("other", "别人", "", Set.of());
        assertThatThrownBy(() -> accounts.make(somebody, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.change(somebody, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.givePassword(somebody, account)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.close(somebody, account)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.reopen(somebody, account)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> entries.register(somebody, claim(account, Capacity.OWNER)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> entries.end(somebody, 1, "看过")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void allFaultsOfANewAccountAreSaidAtOnce() {
        assertThat(accounts.make(administrator, new Person("大写", " ", "", Set.of(Role.OFFICER))))
                .isEqualTo(new Done.Refused(Set.of(Fault.NO_ACCOUNT_NAME, Fault.NO_NAME, Fault.NO_DEPARTMENT)));
        make(account, "");
        assertThat(accounts.make(administrator, new Person(account, "某人", "", Set.of())))
                .isEqualTo(new Done.Refused(Set.of(Fault.TAKEN)));
    }

    @Test
    void aGivenPasswordIsReplacedByOneOfTheirOwn() {
        String given = make(account, "");
        assertThat(there().givenOut()).isTrue();
        assertThat(accounts.choose(account, "another one", OWN, HERE)).isEqualTo(Chosen.NOT_THIS);
        assertThat(accounts.choose(account, given, "short", HERE)).isEqualTo(Chosen.TOO_SHORT);
        assertThat(accounts.choose(account, given, "长".repeat(25), HERE)).isEqualTo(Chosen.TOO_LONG);
        assertThat(accounts.choose(account, given, given, HERE)).isEqualTo(Chosen.GUESSED);
        assertThat(accounts.choose(account, given, account, HERE)).isEqualTo(Chosen.GUESSED);
        assertThat(accounts.choose(account, given, OWN, HERE)).isEqualTo(Chosen.WELL);
        assertThat(there().givenOut()).isFalse();
        String another = well(accounts.givePassword(administrator, account));
        assertThat(accounts.choose(account, OWN, "some other words", HERE)).isEqualTo(Chosen.NOT_THIS);
        assertThat(another).isNotEqualTo(given);
        assertThat(accounts.entries(account))
                .extracting(Accounts.Entry::what)
                .containsExactly(What.PASSWORD_GIVEN, What.PASSWORD_CHOSEN, What.MADE);
    }

    @Test
    void whoGuessesAtThePresentPasswordWaitsAsAtTheDoor() {
        String given = make(account, "");
        for (int i = 0; i < SignInAttempts.MOST_PER_ACCOUNT; i++) {
            assertThat(accounts.choose(account, "guess " + i, OWN, HERE)).isEqualTo(Chosen.NOT_THIS);
        }
        assertThat(accounts.choose(account, given, OWN, HERE)).isEqualTo(Chosen.TOO_MANY);
        clock.pass(SignInAttempts.WINDOW);
        assertThat(accounts.choose(account, given, OWN, HERE)).isEqualTo(Chosen.WELL);
    }

    @Test
    void aClosedAccountActsForNobodyAndIsGivenNoWork() {
        make(account, "测试局-" + account, Role.OFFICER);
        String owner = "owner-" + UUID.randomUUID();
        make(owner, "");
        well(entries.register(administrator, claim(owner, Capacity.OWNER)));
        for (String each : List.of(account, owner)) {
            well(accounts.close(administrator, each));
            assertThat(people.find(each)).isEmpty();
            assertThat(people.known(each)).as("what was done keeps its name").isPresent();
        }
        assertThat(mandates.forFirm(firm, clock.today())).isEmpty();
        assertThat(people.holding(Role.OFFICER, "测试局-" + account)).isEmpty();
        assertThat(accounts.givePassword(administrator, account)).isEqualTo(new Done.Refused(Set.of(Fault.CLOSED)));
        assertThat(entries.faults(administrator, claim(owner, Capacity.OWNER))).contains(Fault.CLOSED);
        assertThat(well(accounts.reopen(administrator, owner))).isNotEmpty();
        assertThat(people.find(owner)).isPresent();
        assertThat(mandates.inForce(owner, clock.today()))
                .as("it comes back without them")
                .isEmpty();
    }

    @Test
    void nobodyShutsTheDoorOnThemselvesOrOnTheDemo() {
        assertThat(accounts.close(administrator, administrator.account()))
                .isEqualTo(new Done.Refused(Set.of(Fault.OWN)));
        Person plain = new Person(administrator.account(), "某管理员", "", Set.of());
        assertThat(accounts.change(administrator, plain)).isEqualTo(new Done.Refused(Set.of(Fault.OWN)));
        assertThat(accounts.close(administrator, "noodle")).isEqualTo(new Done.Refused(Set.of(Fault.OF_THE_DEMO)));
        assertThat(accounts.givePassword(administrator, "noodle"))
                .isEqualTo(new Done.Refused(Set.of(Fault.OF_THE_DEMO)));
        assertThat(accounts.choose("noodle", "rongyi-demo", OWN, HERE)).isEqualTo(Chosen.OF_THE_DEMO);
    }

    @Test
    void aChangeIsOnRecordWithWhatWasBefore() {
        make(account, "");
        well(accounts.change(administrator, new Person(account, "改了名", "市监", Set.of(Role.OFFICER))));
        assertThat(people.find(account).orElseThrow().roles()).containsExactly(Role.OFFICER);
        assertThat(accounts.entries(account).getFirst().about()).contains("某人", "→", "改了名 {市监} {OFFICER}");
    }

    @Test
    void accountsAreFoundByAPartOfAccountOrName() {
        make(account, "");
        assertThat(accounts.search(account.substring(3, 20), 0, 5))
                .extracting(each -> each.person().account())
                .containsExactly(account);
        assertThat(accounts.count("%" + account))
                .as("a sign of the pattern is a sign")
                .isZero();
    }

    @Test
    void ofTwoAdministratorsWhoCloseEachOtherAtTheSameMomentOneIsLeft() {
        Person first = new Person("chief-a-" + UUID.randomUUID(), "甲", "", Set.of(Role.ADMINISTRATOR));
        Person second = new Person("chief-b-" + UUID.randomUUID(), "乙", "", Set.of(Role.ADMINISTRATOR));
        people.register(first, "a password of the test");
        people.register(second, "a password of the test");
        CyclicBarrier together = new CyclicBarrier(2);

        List<CompletableFuture<Done>> closing = Stream.of(List.of(first, second), List.of(second, first))
                .map(pair -> CompletableFuture.supplyAsync(
                        () -> {
                            await(together);
                            return accounts.close(
                                    new Acting(pair.getFirst(), null),
                                    pair.getLast().account());
                        },
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        closing.forEach(
                each -> each.exceptionally(_ -> new Done.Refused(Set.of())).join());

        assertThat(closing.stream().filter(CompletableFuture::isCompletedExceptionally))
                .hasSize(1);
        assertThat(Stream.of(first, second)
                        .map(person -> accounts.find(person.account()).orElseThrow())
                        .filter(Accounts.Account::isOpen))
                .hasSize(1);
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
        }
    }

    @Test
    void aCityForRealBeginsWithOneAdministrator(
            @Autowired JdbcPeople known,
            @Autowired JdbcMandates acting,
            @Autowired PasswordEncoder passwords,
            @Autowired SignInAttempts attempts,
            @Autowired CityWords words,
            @Autowired TransactionTemplate tried) {
        JdbcAccounts real = new JdbcAccounts(jdbc, known, acting, passwords, attempts, List::of, clock, words, 0);
        assertThat(started(real, known, 0).lines())
                .as("there is an administrator already")
                .isEmpty();
        tried.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            jdbc.sql("update identity.person set demo = true").update();
            assertThat(started(real, known, 1).lines())
                    .as("the demo has its own")
                    .isEmpty();
            String first = password(started(real, known, 0));
            String second = password(started(real, known, 0));
            assertThat(second).as("nobody used it: it may be lost").isNotEqualTo(first);
            assertThat(people.find(account).orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
            assertThat(real.choose(account, second, OWN, HERE)).isEqualTo(Chosen.WELL);
            assertThat(started(real, known, 0).lines()).isEmpty();
        });
        assertThat(people.find(account)).isEmpty();
    }

    private FirstAdministrator started(JdbcAccounts real, JdbcPeople known, long demoSize) {
        FirstAdministrator first = new FirstAdministrator(real, known, jdbc, account, demoSize);
        first.run(new DefaultApplicationArguments());
        return first;
    }

    private static String password(FirstAdministrator first) {
        String line = first.lines().getFirst();
        return line.substring(line.indexOf("password ") + 9, line.indexOf(" (to be"));
    }

    private Accounts.Account there() {
        return accounts.find(account).orElseThrow();
    }

    private String make(String made, String department, Role... roles) {
        return well(accounts.make(administrator, new Person(made, "某人", department, Set.of(roles))));
    }

    private static String well(Done done) {
        assertThat(done).isInstanceOf(Done.Well.class);
        return Objects.requireNonNullElse(((Done.Well) done).password(), "");
    }

    private Claim claim(String who, Capacity capacity) {
        return new Claim(who, firm.value(), capacity, "看过执照");
    }
}
