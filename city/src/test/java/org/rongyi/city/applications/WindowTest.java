package org.rongyi.city.applications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Drafts.Assisting;
import org.rongyi.city.applications.Drafts.Assisting.Fault;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// A clerk at a window types for somebody who is there: who typed, for whom and with whose consent is on record.
@CityTest
class WindowTest {
    private static final String BANK = "bank-account-booking";
    private static final Drafts.Beginning RESTAURANT =
            new Drafts.Beginning("open-restaurant", Map.of(), Set.of(), Set.of());
    private static final Drafts.Beginning COMPANY = new Drafts.Beginning(
            "start-company",
            Map.of("firmStaff", BigDecimal.ZERO, "needsInvoices", false, "entityType", "有限责任公司"),
            Set.of(),
            Set.of(BANK));

    @Autowired
    private Story story;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Applications applications;

    @Autowired
    private HandedIn handedIn;

    @Autowired
    private Cases cases;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Mandates mandates;

    @Autowired
    private TestClock clock;

    private static Drafts.Consent consent(Acting person, @Nullable CreditCode firm) {
        return new Drafts.Consent(person.account(), person.person().name(), firm, "代填同意书 18 号");
    }

    private Application begun(Acting clerk, Drafts.Beginning what, Drafts.Consent consent) {
        return ((Assisting.Begun) drafts.assist(clerk, what, consent)).draft();
    }

    @Test
    void theClerkTypesHandsInAndCorrectsWhatTheFounderSays() {
        Acting clerk = story.clerk();
        Acting founder = story.person("不上网的人（测试）");
        Application begun = begun(clerk, COMPANY, consent(founder, null));
        assertThat(drafts.find(begun.id(), founder)).as("it is the founder's").isPresent();
        assertThat(drafts.find(begun.id(), story.clerk())).as("another clerk").isEmpty();
        Application application = story.handIn(story.fill(begun.id(), clerk), clerk);

        Case registration = story.caseOf(application, founder, "company-registration");
        assertThat(registration.person()).isEqualTo(founder.account());
        Submission submission = handedIn.forCase(registration.id()).orElseThrow();
        assertThat(submission.applicant().account()).as("who typed").isEqualTo(clerk.account());
        assertThat(submission.assisted())
                .isEqualTo(new Application.Assisted(clerk.account(), "窗口（测试）", "不上网的人（测试）", "代填同意书 18 号"));

        Acting registrar = story.officer("市监");
        cases.assign(Step.of(registration.id(), Actor.of(registrar)), registrar.account());
        story.fire(registration, registrar, "askCorrection");
        assertThat(applications.withdraw(application.id(), clerk, "company-registration", "不办了"))
                .as("that is for the founder alone")
                .isInstanceOf(Handling.NoSuchCase.class);
        Handling corrected = applications.correct(
                application.id(),
                clerk,
                "company-registration",
                new Applications.Correction(Map.of("shareholders", "一个人 100%"), List.of()));
        assertThat(corrected).isInstanceOf(Handling.Done.class);
        assertThat(handedIn.forCase(registration.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void nobodyIsServedUnderAWrongNameWithoutConsentOrWithoutARightToApply() {
        Acting clerk = story.clerk();
        CreditCode firm = Story.newCode();
        enterprises.record(TestFirms.report(firm, "市监", "2026-01-05", Map.of("entityName", "窗口小店（测试）")));
        Acting owner = story.owner(firm);
        Acting stranger = story.person("别人（测试）");
        assertThat(drafts.assist(clerk, RESTAURANT, new Drafts.Consent(owner.account(), "错名", firm, " ")))
                .isEqualTo(new Assisting.Refused(Set.of(Fault.NO_SUCH_PERSON, Fault.NO_PROOF)));
        assertThat(drafts.assist(clerk, RESTAURANT, consent(stranger, firm)))
                .isEqualTo(new Assisting.Refused(Set.of(Fault.MAY_NOT_APPLY)));
        assertThat(drafts.assist(clerk, RESTAURANT, consent(owner, null)))
                .isEqualTo(new Assisting.Refused(Set.of(Fault.NO_FIRM)));
        assertThat(drafts.assist(clerk, COMPANY, consent(story.officer("市监"), null)))
                .as("whoever works for a department is served by nobody")
                .isEqualTo(new Assisting.Refused(Set.of(Fault.NO_SUCH_PERSON)));
        assertThatThrownBy(() -> drafts.assist(story.officer("市监"), RESTAURANT, consent(owner, firm)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(drafts.assist(clerk, RESTAURANT, consent(owner, firm))).isInstanceOf(Assisting.Begun.class);
    }

    private record Served(Acting owner, Acting agent, CreditCode firm) {}

    private Served served() {
        CreditCode firm = Story.newCode();
        enterprises.record(TestFirms.report(firm, "市监", "2026-01-05", Map.of("entityName", "授权小店（测试）")));
        Acting owner = story.owner(firm);
        Acting agent = story.person("受托人（测试）");
        mandates.grant(
                owner,
                new Mandates.Wish(
                        agent.account(),
                        "受托人（测试）",
                        Set.of(Mandate.Purpose.VIEW, Mandate.Purpose.APPLY),
                        clock.today().plusMonths(1)),
                clock.today());
        return new Served(owner, agent, firm);
    }

    private void revoke(Served who) {
        long mandate = mandates.inForce(who.agent().account(), clock.today())
                .getFirst()
                .id();
        assertThat(mandates.revoke(who.owner(), mandate)).isPresent();
    }

    @Test
    void aMandateThatEndedSinceEndsEveryStepOfTheClerk() {
        Acting clerk = story.clerk();
        Served who = served();
        long id = begun(clerk, RESTAURANT, consent(who.agent(), who.firm())).id();
        Draft draft = story.fill(id, clerk);
        revoke(who);
        Map<String, Object> said = draft.application().said();
        assertThat(drafts.find(id, clerk)).as("reading").isEmpty();
        drafts.say(id, clerk, Map.of(said.keySet().iterator().next(), "后来改的（测试）"), Set.of());
        assertThat(drafts.attach(id, clerk, "premises-use-proof", "x.pdf", "%PDF-1.7 %%EOF".getBytes(UTF_8)))
                .isEqualTo(Drafts.Attaching.NOT_ASKED);
        assertThat(drafts.handIn(id, clerk)).isInstanceOf(Drafts.Handing.NoSuchDraft.class);
        assertThat(drafts.discard(id, clerk)).as("discarding").isFalse();
        assertThat(applications.of(clerk)).as("the list of the clerk").isEmpty();
        mandates.grant(
                who.owner(),
                new Mandates.Wish(
                        who.agent().account(),
                        "受托人（测试）",
                        Set.of(Mandate.Purpose.APPLY),
                        clock.today().plusMonths(1)),
                clock.today());
        assertThat(drafts.find(id, clerk).orElseThrow().application().said())
                .as("nothing was changed meanwhile")
                .isEqualTo(said);
    }

    @Test
    void whatWasHandedInIsClosedToTheClerkToo() {
        Acting clerk = story.clerk();
        Served who = served();
        Application application = story.handIn(
                story.fill(
                        begun(clerk, RESTAURANT, consent(who.agent(), who.firm()))
                                .id(),
                        clerk),
                clerk);
        Case permit = story.caseOf(application, who.owner(), "food-permit");
        Acting officer = story.officer(permit.unit());
        cases.assign(Step.of(permit.id(), Actor.of(officer)), officer.account());
        story.fire(permit, officer, "askCorrection");
        assertThat(applications.mayAct(application, clerk)).isTrue();
        revoke(who);
        assertThat(applications.open(application.id(), clerk)).isEmpty();
        assertThat(applications.mayAct(application, clerk)).isFalse();
        assertThat(applications.correct(
                        application.id(), clerk, "food-permit", new Applications.Correction(Map.of(), List.of())))
                .isInstanceOf(Handling.NoSuchCase.class);
    }

    @Test
    void onlyTheApplicantLeavesOutWhatWasHandedIn() {
        Acting clerk = story.clerk();
        Acting founder = story.person("不上网的人（测试）");
        Drafts.Beginning withBank = new Drafts.Beginning(COMPANY.journey(), COMPANY.said(), Set.of(), Set.of());
        Application application = story.handIn(
                story.fill(begun(clerk, withBank, consent(founder, null)).id(), clerk), clerk);
        assertThat(story.part(application, founder, BANK).state()).isEqualTo(Part.State.WAITING);
        assertThat(applications.mayGiveUp(application, clerk)).isFalse();
        assertThat(applications.leaveOut(application.id(), clerk, BANK)).isFalse();
        assertThat(story.part(application, founder, BANK).state()).isEqualTo(Part.State.WAITING);
        assertThat(applications.leaveOut(application.id(), founder, BANK)).isTrue();
    }
}
