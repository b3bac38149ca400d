package org.rongyi.city.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.identity.Granting.Fault;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@CityTest
class MandatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final TestFirms firms = new TestFirms();
    private final CreditCode firm = firms.next();
    private final String owner = "owner-" + UUID.randomUUID();
    private final String clerk = "clerk-" + UUID.randomUUID();

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TestClock clock;

    private Acting principal = new Acting(new Person("", "", "", Set.of()), null);

    @BeforeEach
    void aFirmWithItsOwnerAndAClerk() {
        principal = new Acting(register(owner, "某业主"), mandates.registered(firm, owner, Capacity.OWNER, "市监"));
        register(clerk, "某会计");
    }

    @Test
    void theOwnerMayDoEverythingWithoutEnd() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(mandates.permitting(owner, firm, purpose, TODAY.plusYears(50)))
                    .isPresent();
        }
    }

    @Test
    void registeringTheSameOwnerTwiceChangesNothing() {
        Mandate again = mandates.registered(firm, owner, Capacity.OWNER, "市监");
        assertThat(again).isEqualTo(principal.mandate());
        assertThat(mandates.forFirm(firm, TODAY)).hasSize(1);
    }

    @Test
    void anAgentMayDoWhatTheMandateSaysUntilItsLastDay() {
        LocalDate last = TODAY.plusDays(10);
        grant(Set.of(Purpose.VIEW, Purpose.ANSWER), last);
        assertThat(mandates.permitting(clerk, firm, Purpose.VIEW, last)).isPresent();
        assertThat(mandates.permitting(clerk, firm, Purpose.ANSWER, last)).isPresent();
        assertThat(mandates.permitting(clerk, firm, Purpose.CONTEST, last)).isEmpty();
        assertThat(mandates.permitting(clerk, firm, Purpose.VIEW, last.plusDays(1)))
                .isEmpty();
        assertThat(mandates.permitting(clerk, firms.next(), Purpose.VIEW, last)).isEmpty();
    }

    @Test
    void aRevokedMandateEndsAtOnce() {
        Mandate granted = grant(Set.of(Purpose.VIEW), TODAY.plusDays(10));
        assertThat(mandates.revoke(principal, granted.id())).contains(granted);
        assertThat(mandates.inForce(clerk, TODAY)).isEmpty();
        assertThat(mandates.revoke(principal, granted.id())).isEmpty();
    }

    @Test
    void afterItsEndAMandateCanBeGrantedAnew() {
        grant(Set.of(Purpose.VIEW), TODAY);
        clock.moveTo(TODAY.plusDays(1));
        assertThat(mandates.grant(principal, wish(Set.of(Purpose.APPLY), TODAY.plusDays(5)), TODAY.plusDays(1)))
                .isInstanceOf(Granting.Granted.class);
    }

    @Test
    void allFaultsOfAWishAreSaidAtOnce() {
        check(
                new Mandates.Wish(clerk, "别的姓名", Set.of(), null),
                Fault.UNKNOWN_PERSON,
                Fault.NO_PURPOSE,
                Fault.NO_LAST_DAY);
        check(wish(Set.of(Purpose.VIEW), TODAY.minusDays(1)), Fault.LAST_DAY_PAST);
        check(wish(Set.of(Purpose.VIEW), TODAY.plusYears(Mandates.LONGEST_YEARS).plusDays(1)), Fault.LAST_DAY_TOO_FAR);
        check(new Mandates.Wish("nobody", "某会计", Set.of(Purpose.VIEW), TODAY), Fault.UNKNOWN_PERSON);
        check(new Mandates.Wish(owner, "某业主", Set.of(Purpose.VIEW), TODAY), Fault.ALREADY_ACTS);
        grant(Set.of(Purpose.VIEW), TODAY);
        check(wish(Set.of(Purpose.APPLY), TODAY), Fault.ALREADY_ACTS);
    }

    @Test
    void onlyOwnerAndLegalRepresentativeDecideWhoActs() {
        Mandate granted = grant(EnumSet.allOf(Purpose.class), TODAY);
        Acting agent = new Acting(register(clerk, "某会计"), granted);
        assertThatThrownBy(() -> mandates.grant(agent, wish(Set.of(Purpose.VIEW), TODAY), TODAY))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> mandates.revoke(agent, granted.id())).isInstanceOf(AccessDeniedException.class);
        Acting nobody = new Acting(agent.person(), null);
        assertThatThrownBy(() -> mandates.revoke(nobody, granted.id())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nobodyRevokesTheMandateOfAnotherFirmOrOfAnOwner() {
        Mandate granted = grant(Set.of(Purpose.VIEW), TODAY);
        String stranger = "stranger-" + UUID.randomUUID();
        Person person = register(stranger, "另一业主");
        Acting elsewhere =
                new Acting(person, mandates.registered(firms.next(), stranger, Capacity.LEGAL_REPRESENTATIVE, "市监"));
        assertThat(mandates.revoke(elsewhere, granted.id())).isEmpty();
        Mandate own = mandates.forFirm(firm, TODAY).getFirst();
        assertThat(mandates.revoke(principal, own.id())).isEmpty();
        assertThat(mandates.forFirm(firm, TODAY)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void aFirmsDataIsReachedOnlyThroughAMandateThatCoversIt(Purpose purpose) {
        Acting clerkActing =
                new Acting(register(clerk, "某会计"), grant(EnumSet.complementOf(EnumSet.of(purpose)), TODAY));
        assertThat(principal.firmFor(purpose)).isEqualTo(firm);
        assertThat(clerkActing.may(purpose)).isFalse();
        assertThatThrownBy(() -> clerkActing.firmFor(purpose)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> new Acting(clerkActing.person(), null).firmFor(purpose))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoNoLongerRepresentsTheFirmMayDoNothingMoreForItAndItsAgentsStay() {
        Mandate agent = grant(Set.of(Purpose.VIEW), TODAY.plusDays(10));
        mandates.represented(firm, "新代表", Capacity.LEGAL_REPRESENTATIVE, "市监");
        assertThat(mandates.inForce(owner, TODAY)).isEmpty();
        assertThat(mandates.forFirm(firm, TODAY)).containsExactly(agent);
    }

    @Test
    void anAgentWhoIsTheNewRepresentativeTakesOver() {
        grant(Set.of(Purpose.VIEW), TODAY.plusDays(10));
        mandates.represented(firm, "某会计", Capacity.LEGAL_REPRESENTATIVE, "市监");
        assertThat(mandates.inForce(owner, TODAY)).isEmpty();
        assertThat(mandates.forFirm(firm, TODAY)).singleElement().satisfies(now -> {
            assertThat(now.account()).isEqualTo(clerk);
            assertThat(now.capacity())
                    .as("whoever was the owner: such a firm has a legal representative")
                    .isEqualTo(Capacity.LEGAL_REPRESENTATIVE);
            assertThat(now.until()).isNull();
        });
    }

    @Test
    void whoFoundedAFirmForAnotherAndIsRegisteredForItIsNoLongerItsOwner() {
        mandates.represented(firm, "某业主", Capacity.LEGAL_REPRESENTATIVE, "市监");
        assertThat(mandates.inForce(owner, TODAY))
                .singleElement()
                .satisfies(now -> assertThat(now.capacity()).isEqualTo(Capacity.LEGAL_REPRESENTATIVE));
    }

    @Test
    void whoRepresentsAFirmOnlyAfterItsEndFinishesWithTheOthers() {
        enterprises.record(new FactReport(
                firm,
                "市监",
                FactReport.Origin.IMPORTED,
                TODAY.minusDays(10),
                Map.of("entityName", "已注销的店（测试）", "registrationState", "注销"),
                "test"));
        grant(Set.of(Purpose.VIEW), TODAY.plusDays(20));
        mandates.represented(firm, "某会计", Capacity.OWNER, "市监");
        assertThat(mandates.inForce(clerk, TODAY))
                .singleElement()
                .satisfies(now -> assertThat(now.until()).isEqualTo(TODAY.plusDays(Mandates.DAYS_TO_FINISH - 10)));
        mandates.registered(firm, owner, Capacity.LEGAL_REPRESENTATIVE, "市监");
        assertThat(mandates.forFirm(firm, TODAY.plusDays(Mandates.DAYS_TO_FINISH)))
                .as("neither does whoever is registered by hand")
                .isEmpty();
    }

    @Test
    void ofTwoAgentsWithTheNameNobodyTakesOver() {
        grant(Set.of(Purpose.VIEW), TODAY.plusDays(10));
        String namesake = "namesake-" + UUID.randomUUID();
        register(namesake, "某会计");
        mandates.grant(principal, new Mandates.Wish(namesake, "某会计", Set.of(Purpose.VIEW), TODAY), TODAY);
        mandates.represented(firm, "某会计", Capacity.OWNER, "市监");
        assertThat(mandates.forFirm(firm, TODAY))
                .hasSize(2)
                .allSatisfy(agent -> assertThat(agent.capacity()).isEqualTo(Capacity.AGENT));
    }

    @Test
    void whoStaysTheRepresentativeKeepsTheRight() {
        mandates.represented(firm, "某业主", Capacity.OWNER, "市监");
        assertThat(mandates.inForce(owner, TODAY)).containsExactly(principal.mandate());
    }

    @Test
    void forAFirmThatIsNoMoreEverybodyOnlyFinishes() {
        Mandate shorter = grant(Set.of(Purpose.VIEW), TODAY.plusDays(3));
        LocalDate last = TODAY.plusDays(Mandates.DAYS_TO_FINISH);
        mandates.dissolved(firm, last);
        assertThat(mandates.permitting(owner, firm, Purpose.APPLY, last)).isPresent();
        assertThat(mandates.forFirm(firm, last.plusDays(1))).isEmpty();
        assertThat(mandates.inForce(clerk, TODAY)).as("nobody gains days").containsExactly(shorter);
        Acting now =
                new Acting(principal.person(), mandates.inForce(owner, TODAY).getFirst());
        Mandates.Wish longer = new Mandates.Wish(clerk, "某会计", Set.of(Purpose.VIEW), last.plusDays(1));
        mandates.revoke(now, shorter.id());
        assertThat(mandates.faults(now, longer, TODAY)).containsExactly(Fault.LAST_DAY_TOO_FAR);
    }

    private void check(Mandates.Wish wish, Fault... faults) {
        assertThat(mandates.faults(principal, wish, TODAY)).containsExactlyInAnyOrder(faults);
        assertThat(mandates.grant(principal, wish, TODAY))
                .isInstanceOfSatisfying(
                        Granting.Refused.class,
                        refused -> assertThat(refused.faults()).containsExactlyInAnyOrder(faults));
    }

    private Mandate grant(Set<Purpose> purposes, LocalDate until) {
        Granting granting = mandates.grant(principal, wish(purposes, until), TODAY);
        assertThat(granting).isInstanceOf(Granting.Granted.class);
        return ((Granting.Granted) granting).mandate();
    }

    private Mandates.Wish wish(Set<Purpose> purposes, @Nullable LocalDate until) {
        return new Mandates.Wish(clerk, " 某会计 ", purposes, until);
    }

    private Person register(String account, String name) {
        Person person = new Person(account, name, "", Set.of());
        people.register(person, "a password of the test");
        return person;
    }
}
