package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Part.State;
import org.rongyi.city.cases.Case;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// Each journey from the first question to the last decision, and what is different afterwards.
@CityTest
class JourneyWalksTest {
    @Autowired
    private Story story;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Applications applications;

    @Autowired
    private Results results;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Portraits portraits;

    @Autowired
    private Mandates mandates;

    @Autowired
    private TestClock clock;

    private CreditCode firm(Map<String, Object> more) {
        CreditCode firm = Story.newCode();
        Map<String, Object> facts = new HashMap<>(Map.of(
                "entityName", "走一遍商店（测试）",
                "entityType", "有限责任公司",
                "registrationState", "存续",
                "registeredAddress", "锦江区演示路 1 号",
                "legalRepName", "店主（测试）"));
        facts.putAll(more);
        enterprises.record(TestFirms.report(firm, "市监", "2026-01-05", facts));
        return firm;
    }

    /// Every department grants what it has and states what comes into being, until nothing is open.
    private List<Part> grantAll(Application application, Acting by) {
        List<Part> parts = parts(application, by);
        while (parts.stream().anyMatch(part -> part.state() == State.OPEN)) {
            for (Part part : parts) {
                if (part.state() == State.OPEN) {
                    grant(story.caseOf(application, now(by), part.item().id()));
                }
            }
            parts = parts(application, by);
        }
        return parts;
    }

    private void grant(Case file) {
        Acting officer = story.officer(file.unit());
        Map<String, Object> stated = new HashMap<>();
        results.asked(file.id())
                .forEach(element -> stated.put(
                        element.id(),
                        element.id().equals("creditCode") ? Story.newCode().value() : story.any(element.id())));
        assertThat(results.state(file.id(), stated, officer)).isEmpty();
        story.grant(file, officer);
        story.fire(file, officer, "deliver");
    }

    private Acting now(Acting by) {
        return story.again(by, clock.today());
    }

    private List<Part> parts(Application application, Acting by) {
        return applications.open(application.id(), now(by)).orElseThrow().parts();
    }

    private List<Part> walk(String journey, Acting by, Map<String, Object> said) {
        return grantAll(story.handIn(story.filled(by, journey, said), by), by);
    }

    private static void allGranted(List<Part> parts, String... items) {
        assertThat(parts)
                .allSatisfy(
                        part -> assertThat(part.state()).as(part.item().id()).isEqualTo(State.GRANTED));
        assertThat(parts.stream().map(part -> part.item().id())).contains(items);
    }

    private @Nullable Object value(CreditCode firm, String element) {
        return portraits.current(firm).orElseThrow().value(element);
    }

    @Test
    void aConvenienceStoreIsRegisteredAndHasItsPermits() {
        Acting founder = story.person("便利店主（测试）");
        List<Part> parts = walk(
                "open-convenience-store",
                founder,
                Map.of("sellsFood", true, "onlyPrepacked", false, "sellsTobacco", true, "assemblyPlace", false));
        allGranted(parts, "company-registration", "food-permit", "tobacco-permit");
        CreditCode firm = Objects.requireNonNull(
                applications.of(now(founder)).getFirst().application().firm());
        assertThat(value(firm, "permits"))
                .asInstanceOf(InstanceOfAssertFactories.COLLECTION)
                .contains("食品经营许可", "烟草专卖零售许可");
        assertThat(value(firm, "registrationState")).isEqualTo("存续");
    }

    @Test
    void aPharmacyGetsItsPermitAndItsPharmacist() {
        Acting founder = story.person("药店主（测试）");
        List<Part> parts = walk(
                "open-pharmacy",
                founder,
                Map.of("sellsFood", false, "hasSign", true, "class2Devices", true, "class3Devices", false));
        allGranted(parts, "drug-retail-permit", "pharmacist-registration");
        CreditCode firm = Objects.requireNonNull(
                applications.of(now(founder)).getFirst().application().firm());
        assertThat(value(firm, "permits"))
                .asInstanceOf(InstanceOfAssertFactories.COLLECTION)
                .contains("药品经营许可");
    }

    @Test
    void whatIsChangedAtTheRegisterIsTheFirmsFromThenOn() {
        CreditCode firm = firm(Map.of("permits", Set.of("食品经营许可")));
        Acting owner = story.owner(firm);
        List<Part> parts =
                walk("change-company", owner, Map.of("changedFields", Set.of("名称", "注册资本"), "newName", "改了名的商店（测试）"));
        allGranted(parts, "change-registration", "tax-change", "food-permit-change");
        assertThat(enterprises.find(firm).orElseThrow().name()).isEqualTo("改了名的商店（测试）");
        assertThat(value(firm, "registeredCapital")).isEqualTo(new BigDecimal(12));
        assertThat(value(firm, "registeredAddress")).as("nobody changed it").isEqualTo("锦江区演示路 1 号");
    }

    @Test
    void whoIsNoLongerTheLegalRepresentativeMayNoLongerActForTheFirm() {
        CreditCode firm = firm(Map.of());
        Acting owner = story.owner(firm);
        Acting successor = story.person("新代表（测试）");
        mandates.grant(
                owner,
                new Mandates.Wish(
                        successor.account(),
                        "新代表（测试）",
                        Set.of(Mandate.Purpose.VIEW),
                        clock.today().plusDays(90)),
                clock.today());
        Application application = story.handIn(
                story.filled(
                        owner, "change-company", Map.of("changedFields", Set.of("法定代表人"), "newLegalRep", "新代表（测试）")),
                owner);
        assertThat(mandates.permitting(owner.account(), firm, Mandate.Purpose.APPLY, clock.today()))
                .as("nothing is granted yet")
                .isPresent();
        allGranted(grantAll(application, successor), "change-registration");
        assertThat(value(firm, "legalRepName")).isEqualTo("新代表（测试）");
        assertThat(mandates.inForce(owner.account(), clock.today())).isEmpty();
        assertThat(now(successor).isPrincipal()).isTrue();
    }

    @Test
    void aFirmThatIsDeregisteredIsClosedAndAppliesForNothingMore() {
        CreditCode firm = firm(Map.of("insuredStaff", new BigDecimal(2)));
        Acting owner = story.owner(firm);
        List<Part> parts = walk("close-company", owner, Map.of("simpleClosing", true, "customsRegistered", true));
        allGranted(parts, "simple-notice", "tax-clearance", "deregistration", "seal-cancellation");
        assertThat(value(firm, "registrationState")).isEqualTo("注销");
        assertThat(Objects.requireNonNull(now(owner).mandate()).until())
                .as("only to finish what was begun")
                .isEqualTo(clock.today().plusDays(Mandates.DAYS_TO_FINISH));
        Drafts.Beginning another = new Drafts.Beginning("open-restaurant", Map.of(), Set.of(), Set.of());
        assertThatThrownBy(() -> drafts.begin(owner, another)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aRepairedFirmIsOnNoListAnyLonger() {
        CreditCode firm = firm(Map.of("abnormalList", true, "seriousList", true));
        Acting owner = story.owner(firm);
        List<Part> parts =
                walk("repair-credit", owner, Map.of("creditRecordKinds", Set.of("行政处罚", "经营异常名录", "严重违法失信名单")));
        allGranted(parts, "penalty-repair", "abnormal-list-removal", "serious-list-removal");
        assertThat(value(firm, "abnormalList")).isEqualTo(false);
        assertThat(value(firm, "seriousList")).isEqualTo(false);
    }

    @Test
    void anEmployeeIsRegisteredInsuredAndGetsACard() {
        Acting owner = story.owner(firm(Map.of()));
        List<Part> parts = walk("hire-employee", owner, Map.of("hasSocialCard", false));
        allGranted(parts, "employment-registration", "social-insurance-enrolment", "social-card");
    }

    @Test
    void aPermitForOnePlaceIsAppliedForAgainForAnother() {
        CreditCode firm = firm(Map.of("permits", Set.of("食品经营许可")));
        Acting owner = story.owner(firm);
        Map<String, Object> plan =
                Map.of("hasSign", false, "assemblyPlace", false, "sellsTobacco", false, "foodForms", Set.of("热食"));
        Map<String, Object> here = new HashMap<>(plan);
        here.put("anotherPlace", false);
        assertThat(story.filled(owner, "open-restaurant", here).plan().step("food-permit"))
                .as("held already")
                .isEmpty();
        Map<String, Object> there = new HashMap<>(plan);
        there.put("anotherPlace", true);
        allGranted(walk("open-restaurant", owner, there), "food-permit");
        assertThat(value(firm, "permits")).as("it holds the permit, once").isEqualTo(Set.of("食品经营许可"));
    }

    @Test
    void theOtherJourneysCanBeHandedInToo() {
        Acting owner = story.owner(firm(Map.of()));
        for (String journey : List.of("move-company", "listing-report", "bankruptcy-check", "retire")) {
            assertThat(walk(journey, owner, Map.of()))
                    .as(journey)
                    .isNotEmpty()
                    .allSatisfy(part ->
                            assertThat(part.state()).as(part.item().id()).isEqualTo(State.GRANTED));
        }
    }
}
