package org.rongyi.city.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.MailNotices;
import org.rongyi.city.applications.Story;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Step;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.interactions.Interaction.Kind;
import org.rongyi.city.interactions.Visits.Fault;
import org.rongyi.city.interactions.Visits.NewVisit;
import org.rongyi.city.interactions.Visits.Noting;
import org.rongyi.city.meetings.Attending;
import org.rongyi.city.meetings.MeetingDesk;
import org.rongyi.city.meetings.NewSession;
import org.rongyi.city.meetings.Planning;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// What departments and a firm have to do with each other is on record, and too often is told before it happens.
@CityTest
class InteractionsTest {
    @Autowired
    private Interactions log;

    @Autowired
    private Visits visits;

    @Autowired
    private Story story;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TestClock clock;

    private CreditCode firm;
    private Acting officer;

    @BeforeEach
    void aFirmIsThere() {
        firm = TestFirms.enter(enterprises, "常被走访的小厂（测试）");
        officer = story.officer("市监");
    }

    private NewVisit visit(Kind kind, int days, String trigger, String despite) {
        return new NewVisit(firm, kind, clock.today().plusDays(days), "看看开工情况", trigger, despite);
    }

    @Test
    void anotherVisitThatIsTooOftenIsWarnedOfAndGoesOnlyWithAReason() {
        visits.note(visit(Kind.VISIT, -3, "", ""), officer);
        visits.note(visit(Kind.CALL, -2, "", ""), officer);
        visits.note(visit(Kind.VISIT, -2, "complaint", ""), officer);
        assertThat(visits.plan(visit(Kind.SURVEY, 1, "", ""), story.officer("税务")))
                .as("a call does not count, nor does what a complaint led to")
                .isEqualTo(new Noting.Noted());
        assertThat(visits.plan(visit(Kind.VISIT, 2, "", ""), officer))
                .isInstanceOfSatisfying(
                        Noting.Warned.class,
                        warned -> assertThat(warned.tooOften().getFirst().others())
                                .extracting(TooOften.Counted::unit, TooOften.Counted::planned)
                                .containsExactly(tuple("市监", false), tuple("税务", true)));
        assertThat(log.ahead(firm)).as("not planned").hasSize(1);
        assertThat(visits.plan(visit(Kind.CALL, 2, "", ""), officer)).isEqualTo(new Noting.Noted());
        assertThat(visits.plan(visit(Kind.VISIT, 2, "emergency", ""), officer)).isEqualTo(new Noting.Noted());
        assertThat(visits.plan(visit(Kind.VISIT, 2, "", "专班约好的"), officer)).isEqualTo(new Noting.Noted());
        assertThat(log.ahead(firm))
                .filteredOn(visit -> visit.despite() != null)
                .extracting(Visit::despite)
                .as("the firm reads why")
                .containsExactly("专班约好的");
    }

    @Test
    void whatTookPlaceGoesIntoTheLogAndWhatWasCancelledCountsNoMore() {
        visits.plan(visit(Kind.VISIT, 0, "", ""), officer);
        long id = log.ahead(firm).getFirst().id();
        assertThat(visits.plan(visit(Kind.SURVEY, 0, "", ""), officer)).isInstanceOf(Noting.Warned.class);
        assertThat(visits.cancel(id, story.officer("税务")))
                .as("another department's")
                .isFalse();
        assertThat(visits.cancel(id, officer)).isTrue();
        assertThat(visits.plan(visit(Kind.SURVEY, 0, "", ""), officer)).isEqualTo(new Noting.Noted());
        long survey = log.ahead(firm).getFirst().id();
        assertThat(visits.done(survey, " ", officer)).as("says nothing").isFalse();
        assertThat(visits.done(survey, "收回问卷一份", officer)).isTrue();
        assertThat(visits.done(survey, "再来一次", officer)).as("once").isFalse();
        assertThat(log.ahead(firm)).isEmpty();
        assertThat(log.of(firm, 0, 10))
                .extracting(Interaction::kind, Interaction::words)
                .containsExactly(tuple(Kind.SURVEY, "收回问卷一份"));
    }

    @Test
    void whatCannotBeNotedIsToldAndOnlyOfficersNote() {
        NewVisit nothing = new NewVisit(firm, Kind.MEETING, null, " ", "none", "");
        assertThat(visits.plan(nothing, officer))
                .isEqualTo(new Noting.Refused(Set.of(Fault.KIND, Fault.DAY, Fault.WORDS, Fault.TRIGGER)));
        assertThat(visits.note(visit(Kind.VISIT, 1, "", ""), officer)).isEqualTo(new Noting.Refused(Set.of(Fault.DAY)));
        Acting owner = story.owner(firm);
        assertThatThrownBy(() -> visits.note(visit(Kind.VISIT, 0, "", ""), owner))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoeverRepresentsTheFirmIsToldBeforeAnybodyComes(
            @Autowired MailNotices mails, @Autowired JdbcClient database) {
        Acting owner = story.owner(firm);
        mails.setAddress(owner.account(), "owner@example.test");
        visits.plan(visit(Kind.INSPECTION, 5, "", ""), officer);
        assertThat(database.sql("select subject from applications.mail where account = ?")
                        .param(owner.account())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("市监要来：检查");
    }

    @Test
    void whoCameToAMeetingIsInTheLogOfTheirFirm(@Autowired MeetingDesk desk, @Autowired Attending attending) {
        Acting owner = story.owner(firm);
        Instant starts = clock.instant().plus(Duration.ofDays(1));
        Planning planning = desk.plan(
                new NewSession("face-to-face", "工厂用电", "分管副局长", "3 楼", starts, starts.plusSeconds(3600), starts, 5),
                officer);
        long session = ((Planning.Planned) planning).id();
        attending.signUp(session, "王女士", 1, owner);
        clock.moveTo(starts.plusSeconds(60));
        desk.held(session, "谈了用电", Set.of(firm), officer);
        assertThat(log.of(firm, 0, 10))
                .extracting(Interaction::kind, Interaction::unit, Interaction::words)
                .containsExactly(tuple(Kind.MEETING, "市监", "工厂用电"));
    }

    @Test
    void aCallToTheHotlineIsInTheLogUnlessTheFirmWantsToStayUnknown(@Autowired Appeals appeals) {
        assertThat(appeals.receive(call(false))).isInstanceOf(Receiving.Accepted.class);
        assertThat(appeals.receive(call(true))).isInstanceOf(Receiving.Accepted.class);
        assertThat(log.of(firm, 0, 10)).extracting(Interaction::kind).containsExactly(Kind.CALL);
    }

    private NewAppeal call(boolean confidential) {
        return new NewAppeal(
                UUID.randomUUID().toString(),
                Appeal.Channel.CALL,
                "厂门口的路灯坏了一周",
                "某街道",
                null,
                new Appeal.Reporter("李女士", firm, null, confidential),
                null,
                false);
    }

    @Test
    void aCheckAtThePlaceForAnApplicationIsInTheLog(@Autowired Cases cases) {
        Acting owner = story.owner(firm);
        Map<String, Object> plan = Map.of("hasSign", false, "assemblyPlace", false, "sellsTobacco", false);
        Application application = story.handIn(story.filled(owner, "open-restaurant", plan), owner);
        Case food = story.caseOf(application, owner, "food-permit");
        cases.assign(Step.of(food.id(), Actor.of(officer)), officer.account());
        story.fire(food, officer, "accept");
        story.fire(food, officer, "beginReview");
        cases.pause(Step.of(food.id(), Actor.of(officer)).proving("核查通知"), "decision", "siteCheck");
        assertThat(log.of(firm, 0, 10))
                .extracting(Interaction::kind, Interaction::unit, Interaction::day)
                .containsExactly(tuple(Kind.SITE_CHECK, "市监", today()));
        List<TooOften> again = visits.tooOften(firm, Kind.INSPECTION, clock.today());
        assertThat(again).as("it counts").hasSize(1);
    }

    private LocalDate today() {
        return clock.today();
    }
}
