package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Granting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// Who sees a draft and what was handed in, and who may do something about it.
@CityTest
class ApplicationAccessTest {
    private static final Map<String, Object> PLAN =
            Map.of("hasSign", false, "assemblyPlace", false, "sellsTobacco", false);

    @Autowired
    private Story story;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Applications applications;

    @Autowired
    private Results results;

    @Autowired
    private Cases cases;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TestClock clock;

    private CreditCode firm;
    private Acting owner;
    private Acting agent;
    private Acting viewer;
    private Acting stranger;
    private Acting officer;

    @BeforeEach
    void everybodyIsThere() {
        firm = TestFirms.enter(enterprises, "门前小馆（测试）");
        owner = story.owner(firm);
        agent = agent(Purpose.VIEW, Purpose.APPLY);
        viewer = agent(Purpose.VIEW);
        stranger = story.owner(TestFirms.enter(enterprises, "别家小馆（测试）"));
        officer = story.officer("市监");
    }

    private Acting agent(Purpose... purposes) {
        Acting person = story.person("代办（测试）");
        Mandates.Wish wish = new Mandates.Wish(
                person.account(), "代办（测试）", Set.of(purposes), clock.today().plusDays(5));
        assertThat(mandates.grant(owner, wish, clock.today())).isInstanceOf(Granting.Granted.class);
        return story.again(person, clock.today());
    }

    @Test
    void aDraftIsThereForItsPersonOnlyAndOnlyWithAMandateToApply() {
        Draft draft = story.filled(agent, "open-restaurant", PLAN);
        long id = draft.application().id();
        assertThat(drafts.find(id, agent)).isPresent();
        for (Acting other : List.of(owner, viewer, stranger, officer)) {
            assertThat(drafts.find(id, other)).as(other.account()).isEmpty();
            drafts.say(id, other, Map.of("premisesArea", BigDecimal.ONE), Set.of());
            assertThat(drafts.discard(id, other)).isFalse();
            assertThat(drafts.handIn(id, other)).isInstanceOf(Drafts.Handing.NoSuchDraft.class);
        }
        assertThat(drafts.find(id, agent).orElseThrow().application().said())
                .isEqualTo(draft.application().said());
        assertThatThrownBy(() ->
                        drafts.begin(viewer, new Drafts.Beginning("open-restaurant", Map.of(), Set.of(), Set.of())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aMandateThatEndsEndsItHereToo() {
        Draft draft = story.filled(agent, "open-restaurant", PLAN);
        clock.moveTo(clock.today().plusDays(6));
        Acting later = story.again(agent, clock.today());
        assertThat(later.mandate()).isNull();
        assertThat(drafts.find(draft.application().id(), later)).isEmpty();
        assertThat(drafts.handIn(draft.application().id(), later)).isInstanceOf(Drafts.Handing.NoSuchDraft.class);
    }

    @Test
    void whatWasHandedInIsTheFirmsAndNobodyElses() {
        Application application = story.handIn(story.filled(agent, "open-restaurant", PLAN), agent);
        Case food = story.caseOf(application, owner, "food-permit");
        for (Acting sees : List.of(owner, agent, viewer)) {
            assertThat(applications.open(application.id(), sees))
                    .as(sees.account())
                    .isPresent();
            assertThat(applications.of(sees))
                    .as(sees.account())
                    .anyMatch(tracked -> tracked.application().id() == application.id());
        }
        for (Acting other : List.of(stranger, officer, story.person("路人（测试）"))) {
            assertThat(applications.open(application.id(), other))
                    .as(other.account())
                    .isEmpty();
            assertThat(applications.withdraw(application.id(), other, "food-permit", "试试"))
                    .isInstanceOf(Handling.NoSuchCase.class);
        }
        assertThat(applications.mayAct(application, viewer)).isFalse();
        assertThat(applications.withdraw(application.id(), viewer, "food-permit", "试试"))
                .isInstanceOf(Handling.NoSuchCase.class);
        assertThat(applications.withdraw(application.id(), owner, "food-permit", "店面换了地方"))
                .isInstanceOf(Handling.Done.class);
        assertThat(story.part(application, owner, "food-permit").state()).isEqualTo(Part.State.ENDED);
        assertThat(food.firm()).isEqualTo(firm);
    }

    @Test
    void aFounderWithoutAFirmSeesHerOwnAndMayTakeItBack() {
        Acting founder = story.person("创业者（测试）");
        Application application = story.handIn(
                story.filled(
                        founder,
                        "start-company",
                        Map.of("firmStaff", BigDecimal.ZERO, "needsInvoices", false),
                        "bank-account-booking"),
                founder);
        assertThat(applications.open(application.id(), owner)).isEmpty();
        assertThat(story.part(application, founder, "company-registration").file())
                .isNotNull();
        assertThat(applications.withdraw(application.id(), founder, "company-registration", "不办了"))
                .isInstanceOf(Handling.Done.class);
    }

    @Test
    void onlyAnOfficerOfTheDepartmentStatesWhatADecisionSays() {
        Acting founder = story.person("创业者（测试）");
        Application application = story.handIn(
                story.filled(
                        founder,
                        "start-company",
                        Map.of("firmStaff", BigDecimal.ZERO, "needsInvoices", false),
                        "bank-account-booking"),
                founder);
        Case registration = story.caseOf(application, founder, "company-registration");
        Map<String, Object> code = Map.of("creditCode", Story.newCode().value());
        for (Acting other : List.of(founder, owner, story.officer("税务"))) {
            assertThatThrownBy(() -> results.state(registration.id(), code, other))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(results.state(registration.id(), Map.of("creditCode", firm.value()), officer))
                .as("the code of a firm that exists founds nothing")
                .containsKey("creditCode");
    }

    @Test
    void aCorrectionIsAFurtherSubmissionAndTheDepartmentSeesWhatChanged(@Autowired HandedIn handedIn) {
        Application application = story.handIn(story.filled(owner, "open-restaurant", PLAN), owner);
        Case food = story.caseOf(application, owner, "food-permit");
        assertThat(applications.correct(
                        application.id(), owner, "food-permit", new Applications.Correction(Map.of(), List.of())))
                .as("nobody asked")
                .isNotInstanceOf(Handling.Done.class);
        cases.assign(Step.of(food.id(), Actor.of(officer)), officer.account());
        story.fire(food, officer, "askCorrection");
        var correction = new Applications.Correction(Map.of("premisesArea", new BigDecimal("126")), List.of());
        assertThat(applications.correct(application.id(), viewer, "food-permit", correction))
                .isNotInstanceOf(Handling.Done.class);
        assertThat(applications.correct(application.id(), owner, "food-permit", correction))
                .isInstanceOf(Handling.Done.class);
        Submission now = handedIn.forCase(food.id()).orElseThrow();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.values().stream().filter(value -> value.element().id().equals("premisesArea")))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.value()).isEqualTo(new BigDecimal("126"));
                    assertThat(value.before()).isNotNull();
                });
    }

    @Test
    void theMandateOfAnAgentIsNotEnoughForAnotherFirm() {
        Mandate other = Objects.requireNonNull(stranger.mandate());
        assertThat(other.firm()).isNotEqualTo(firm);
        Draft draft = story.filled(owner, "open-restaurant", PLAN);
        Acting switched = new Acting(owner.person(), other);
        assertThat(drafts.find(draft.application().id(), switched)).isEmpty();
    }
}
