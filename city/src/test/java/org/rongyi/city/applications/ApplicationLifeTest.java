package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// From a draft to the last decision, through the doors.
@CityTest
class ApplicationLifeTest {
    private static final Map<String, Object> NOBODY_EMPLOYED =
            Map.of("firmStaff", BigDecimal.ZERO, "needsInvoices", true, "entityType", "有限责任公司");

    @Autowired
    private Story story;

    @Autowired
    private Drafts drafts;

    @Autowired
    private HandedIn handedIn;

    @Autowired
    private Results results;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Portraits portraits;

    @Autowired
    private TestClock clock;

    private CreditCode restaurant() {
        CreditCode firm = Story.newCode();
        enterprises.record(TestFirms.report(
                firm,
                "市监",
                "2026-01-05",
                Map.of(
                        "entityName", "江畔小馆（测试）",
                        "registeredAddress", "锦江区演示路 1 号",
                        "legalRepName", "店主（测试）")));
        return firm;
    }

    @Test
    void aFounderHandsInOnceAndBecomesAFirm() {
        Acting founder = story.person("测试legalRepName");
        Draft draft = story.filled(founder, "start-company", NOBODY_EMPLOYED, "bank-account-booking");
        Application application = story.handIn(draft, founder);
        assertThat(story.handIn(draft, founder)).isEqualTo(application);
        assertThat(story.part(application, founder, "seal-engraving").state()).isEqualTo(State.WAITING);

        Case registration = story.caseOf(application, founder, "company-registration");
        assertThat(registration.unit()).isEqualTo("市监");
        assertThat(registration.person()).isEqualTo(founder.account());
        Acting registrar = story.officer("市监");
        assertThat(results.asked(registration.id()).stream().map(element -> element.id()))
                .containsExactly("creditCode", "establishedOn");
        CreditCode code = Story.newCode();
        assertThat(results.state(registration.id(), Map.of("creditCode", "91510100MA0000000X"), registrar))
                .containsKey("creditCode");
        assertThat(results.state(
                        registration.id(),
                        Map.of("creditCode", code.value(), "establishedOn", clock.today()),
                        registrar))
                .isEmpty();
        assertThat(enterprises.find(code)).as("nothing is granted yet").isEmpty();

        story.grant(registration, registrar);

        assertThat(enterprises.find(code).orElseThrow().name()).isEqualTo("测试entityName");
        var name = portraits.current(code).orElseThrow().fact("entityName").orElseThrow();
        assertThat(name.source()).isEqualTo("市监");
        Acting now = story.again(founder, clock.today());
        assertThat(now.mandate()).isNotNull();
        assertThat(Objects.requireNonNull(now.mandate()).capacity()).isEqualTo(Mandate.Capacity.LEGAL_REPRESENTATIVE);
        Case seals = story.caseOf(application, now, "seal-engraving");
        assertThat(seals.firm()).isEqualTo(code);
        assertThat(story.part(application, now, "invoice-quota").state())
                .as("waits for the tax office")
                .isEqualTo(State.WAITING);
        var given = handedIn.forCase(seals.id()).orElseThrow();
        assertThat(given.values().stream().filter(value -> value.element().id().equals("creditCode")))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.value()).isEqualTo(code.value());
                    assertThat(value.origin()).isEqualTo(Submission.Origin.RESULT);
                    assertThat(value.source()).isEqualTo("市监");
                });
    }

    @Test
    void aValueStatedAfterTheGrantLetsTheNextItemStart() {
        Acting founder = story.person("创业者（测试）");
        Application application =
                story.handIn(story.filled(founder, "start-company", NOBODY_EMPLOYED, "bank-account-booking"), founder);
        Case registration = story.caseOf(application, founder, "company-registration");
        Acting registrar = story.officer("市监");
        story.grant(registration, registrar);
        assertThat(story.part(application, founder, "seal-engraving").state()).isEqualTo(State.WAITING);
        results.state(registration.id(), Map.of("creditCode", Story.newCode().value()), registrar);
        assertThat(story.part(application, founder, "seal-engraving").state()).isEqualTo(State.OPEN);
    }

    @Test
    void oneRefusalVoidsNothingThatIsGranted() {
        CreditCode firm = restaurant();
        Acting owner = story.owner(firm);
        Map<String, Object> plan =
                Map.of("hasSign", true, "assemblyPlace", true, "sellsTobacco", true, "foodForms", Set.of("热食"));
        Application application = story.handIn(story.filled(owner, "open-restaurant", plan), owner);
        Case food = story.caseOf(application, owner, "food-permit");
        Case tobacco = story.caseOf(application, owner, "tobacco-permit");
        story.grant(food, story.officer("市监"));
        story.refuse(tobacco, story.officer("烟草"));
        assertThat(story.part(application, owner, "food-permit").state()).isEqualTo(State.GRANTED);
        assertThat(story.part(application, owner, "tobacco-permit").state()).isEqualTo(State.ENDED);
        assertThat(story.part(application, owner, "outdoor-sign").state()).isEqualTo(State.OPEN);
    }

    @Test
    void whatWaitsForARefusedItemIsSaidToBeBlocked() {
        Acting founder = story.person("创业者（测试）");
        Application application =
                story.handIn(story.filled(founder, "start-company", NOBODY_EMPLOYED, "bank-account-booking"), founder);
        story.refuse(story.caseOf(application, founder, "company-registration"), story.officer("市监"));
        assertThat(story.part(application, founder, "invoice-quota").state()).isEqualTo(State.BLOCKED);
        assertThat(story.part(application, founder, "seal-engraving").now()).isNull();
    }

    @Test
    void whatADepartmentHasOnRecordKeepsItsSourceUnlessItIsCorrected() {
        CreditCode firm = restaurant();
        Acting owner = story.owner(firm);
        Map<String, Object> plan = Map.of("hasSign", false, "assemblyPlace", false, "sellsTobacco", false);
        Draft draft = story.filled(owner, "open-restaurant", plan);
        drafts.say(
                draft.application().id(),
                owner,
                Map.of("registeredAddress", "锦江区演示路 2 号", "legalRepName", "店主（测试）"),
                Set.of());
        Application application =
                story.handIn(drafts.find(draft.application().id(), owner).orElseThrow(), owner);
        Case food = story.caseOf(application, owner, "food-permit");
        assertThat(food.dueAt()).isNotNull();
        var values = handedIn.forCase(food.id()).orElseThrow().values();
        assertThat(values.stream().filter(value -> value.element().id().equals("registeredAddress")))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.origin()).isEqualTo(Submission.Origin.SAID);
                    assertThat(value.reported()).isEqualTo("锦江区演示路 1 号");
                });
        assertThat(values.stream().filter(value -> value.element().id().equals("legalRepName")))
                .singleElement()
                .satisfies(value -> assertThat(value.source()).isEqualTo("市监"));
    }
}
