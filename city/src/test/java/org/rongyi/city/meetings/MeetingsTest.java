package org.rongyi.city.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.applications.MailNotices;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.meetings.MeetingDesk.Standing;
import org.rongyi.city.meetings.Planning.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// A department owes meetings; firms take seats; nothing that was brought up ends with the meeting.
@CityTest
class MeetingsTest {
    private static final String SERIES = "face-to-face";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Meetings meetings;
    private final Attending attending;
    private final MeetingDesk desk;
    private final Appeals appeals;
    private final Seats seats;
    private final People people;
    private final Mandates mandates;
    private final TestClock clock;
    private final TestFirms firms = new TestFirms();

    @Autowired
    MeetingsTest(
            Meetings meetings,
            Attending attending,
            MeetingDesk desk,
            Appeals appeals,
            Seats seats,
            People people,
            Mandates mandates,
            TestClock clock) {
        this.meetings = meetings;
        this.attending = attending;
        this.desk = desk;
        this.appeals = appeals;
        this.seats = seats;
        this.people = people;
        this.mandates = mandates;
        this.clock = clock;
    }

    private static Acting officer(String unit) {
        return new Acting(new Person("officer-" + UUID.randomUUID(), "办事员", unit, Set.of(Role.OFFICER)), null);
    }

    private Acting owner() {
        String account = "owner-" + UUID.randomUUID();
        Person person = new Person(account, "某业主", "", Set.of());
        people.register(person, "a password of meetings");
        return new Acting(person, mandates.registered(firms.next(), account, Capacity.OWNER, "市监"));
    }

    private NewSession wish(int seats, Instant starts) {
        return new NewSession(SERIES, "开餐饮店", "分管副局长", "政务服务中心 3 楼", starts, starts.plusSeconds(7200), starts, seats);
    }

    private long planned(Acting officer, int seats) {
        Planning planning = desk.plan(wish(seats, clock.instant().plus(DAY)), officer);
        assertThat(planning).isInstanceOf(Planning.Planned.class);
        return ((Planning.Planned) planning).id();
    }

    private SignUp signUp(long session, Acting owner) {
        return attending.signUp(session, "王女士 13800000000", 1, owner).orElseThrow();
    }

    @Test
    void whatCannotBePlannedIsToldAtOnce() {
        NewSession wish = new NewSession("none", " ", "", "", clock.instant(), null, null, 0);
        assertThat(desk.plan(wish, officer("市监")))
                .isEqualTo(new Planning.Refused(
                        Set.of(Fault.SERIES, Fault.THEME, Fault.HOST, Fault.PLACE, Fault.STARTS, Fault.SEATS)));
        assertThat(desk.plan(wish(5, clock.instant().plus(DAY)), officer("烟草")))
                .as("a department that owes none")
                .isEqualTo(new Planning.Refused(Set.of(Fault.SERIES)));
        Acting nobody = new Acting(new Person("x", "x", "市监", Set.of()), null);
        assertThatThrownBy(() -> desk.plan(wish, nobody)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoWithdrawsGivesTheSeatToTheFirstWhoWaits() {
        long session = planned(officer("市监"), 1);
        Acting first = owner();
        Acting second = owner();
        assertThat(signUp(session, first).seated()).isTrue();
        assertThat(signUp(session, second).seated()).isFalse();
        assertThat(signUp(session, first).rank())
                .as("once more changes no place")
                .isEqualTo(1);
        assertThat(attending.withdraw(session, first)).isTrue();
        assertThat(attending.place(session, second)).get().matches(SignUp::seated);
        assertThat(signUp(session, first).seated()).as("back at the end").isFalse();
    }

    @Test
    void manyAtOnceGetOneSeatEach() throws Exception {
        long session = planned(officer("税务"), 3);
        List<Callable<SignUp>> all = IntStream.range(0, 8)
                .mapToObj(_ -> owner())
                .<Callable<SignUp>>map(owner -> () -> signUp(session, owner))
                .toList();
        List<SignUp> places = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<SignUp> each : threads.invokeAll(all)) {
                places.add(each.get());
            }
        }
        assertThat(places).extracting(SignUp::rank).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(places).filteredOn(SignUp::seated).hasSize(3);
    }

    @Test
    void whatHasNoAnswerBecomesAnAppealWithAnOwnerAndADate() {
        Acting officer = officer("市监");
        long session = planned(officer, 5);
        Acting owner = owner();
        Acting other = owner();
        signUp(session, owner);
        assertThat(attending.bring(session, "没报名的", other)).isFalse();
        assertThat(attending.bring(session, "店门口停电两天，供电说排队", owner)).isTrue();
        assertThat(attending.bring(session, "食品许可证要几天", owner)).isTrue();
        assertThat(attending.bring(session, "法院判决我们赔钱，我不服", owner)).isTrue();
        List<Issue> brought = attending.issues(session, owner);
        assertThat(desk.answer(session, brought.get(1).id(), "8 个工作日", officer)).isTrue();
        assertThat(desk.held(session, "谈了三件", Set.of(), officer))
                .as("before it begins")
                .isFalse();

        clock.moveTo(clock.instant().plus(DAY.plusHours(1)));
        assertThat(desk.held(session, "谈了三件", Set.of(owner.firmFor(Purpose.VIEW)), officer))
                .isTrue();
        List<Issue> after = attending.issues(session, owner);
        String number = after.getFirst().appeal();
        var appeal = seats.find(Objects.requireNonNull(number)).orElseThrow();
        assertThat(appeals.record(appeal).now().dueAt()).isNotNull();
        assertThat(appeals.of(owner, null).lines())
                .extracting(line -> line.appeal().number())
                .contains(number);
        assertThat(after.get(1)).matches(issue -> issue.appeal() == null && "8 个工作日".equals(issue.answer()));
        assertThat(after.get(2).answer()).as("the legal route").contains("12368");
        assertThat(desk.held(session, "第二次", Set.of(), officer)).isFalse();
        assertThat(desk.answer(session, after.getFirst().id(), "太晚", officer)).isFalse();
        assertThat(meetings.outcome(session))
                .extracting(
                        Meetings.Outcome::firms,
                        Meetings.Outcome::issues,
                        Meetings.Outcome::answered,
                        Meetings.Outcome::appeals,
                        Meetings.Outcome::stars)
                .containsExactly(1, 3, 2, 1, null);
        assertThat(attending.rate(session, 5, "", owner)).isTrue();
        assertThat(attending.rate(session, 1, "", owner)).as("once").isFalse();
        assertThat(attending.rate(session, 5, "", other)).as("was not there").isFalse();
        assertThat(attending.notSolved(after.get(1).id(), other))
                .as("another firm's")
                .isEmpty();
        assertThat(attending.notSolved(after.get(1).id(), owner).orElseThrow().appeal())
                .isNotNull();
        assertThat(attending.notSolved(after.get(1).id(), owner)).as("once").isEmpty();
    }

    @Test
    void aCancelledMeetingLosesNothing() {
        Acting officer = officer("人社");
        long session = planned(officer, 5);
        Acting owner = owner();
        signUp(session, owner);
        attending.bring(session, "社保补缴系统点不开", owner);
        attending.withdraw(session, owner);
        assertThat(desk.cancel(session, "主讲人生病", officer)).isTrue();
        assertThat(attending.issues(session, owner))
                .singleElement()
                .satisfies(issue -> assertThat(seats.find(Objects.requireNonNull(issue.appeal()))
                                .orElseThrow()
                                .reporter()
                                .who())
                        .isEqualTo("王女士 13800000000"));
        assertThat(attending.signUp(session, "王女士", 1, owner)).isEmpty();
        assertThat(meetings.find(session).orElseThrow().words()).isEqualTo("主讲人生病");
    }

    @Test
    void whereNobodySaysWhatCameOfItTheIssuesBecomeAppealsAllTheSame() {
        Acting officer = officer("市监");
        long session = planned(officer, 5);
        Acting owner = owner();
        signUp(session, owner);
        attending.bring(session, "冷库电价按什么算", owner);
        clock.moveTo(clock.instant().plus(Duration.ofDays(4)));
        await().atMost(PATIENCE)
                .until(() -> attending.issues(session, owner).getFirst().appeal() != null);
        assertThat(attending.bring(session, "又想起一件", owner)).as("it is over").isFalse();
        assertThat(desk.held(session, "补写的结果", Set.of(owner.firmFor(Purpose.VIEW)), officer))
                .as("better late than never")
                .isTrue();
        assertThat(meetings.outcome(session))
                .extracting(Meetings.Outcome::firms, Meetings.Outcome::issues, Meetings.Outcome::appeals)
                .containsExactly(1, 1, 1);
    }

    @Test
    void whoComesIsToldOnceOfAnotherDayOfTheEveAndThatItDoesNotTakePlace(
            @Autowired MailNotices mails, @Autowired JdbcClient database) {
        Acting officer = officer("税务");
        long session = planned(officer, 1);
        Acting owner = owner();
        mails.setAddress(owner.account(), "owner@example.test");
        signUp(session, owner);
        Instant later = clock.instant().plus(Duration.ofDays(3));
        assertThat(desk.move(session, wish(9, later), " ", officer))
                .isEqualTo(new Planning.Refused(Set.of(Fault.REASON)));
        assertThat(desk.move(session, wish(9, later), "场地检修", officer)).isEqualTo(new Planning.Planned(session));
        assertThat(meetings.find(session).orElseThrow())
                .matches(moved -> moved.startsAt().equals(later) && moved.seats() == 1);
        assertThat(meetings.moves(session)).extracting(Move::reason).containsExactly("场地检修");
        assertThat(attending.place(session, owner)).get().matches(SignUp::seated);
        assertThat(letters(database, owner)).containsExactly("见面会改期：开餐饮店");

        clock.moveTo(clock.instant().plus(Duration.ofDays(2).plusHours(9)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(letters(database, owner)).containsExactly("见面会改期：开餐饮店", "见面会快开了：开餐饮店"));
        assertThat(desk.cancel(session, "主讲人生病", officer)).isTrue();
        assertThat(letters(database, owner)).containsExactly("见面会改期：开餐饮店", "见面会快开了：开餐饮店", "见面会取消：开餐饮店");
    }

    @Test
    void aMeetingThatIsMovedTwiceTellsTwiceAndRemindsAgain(
            @Autowired MailNotices mails, @Autowired JdbcClient database) {
        Acting officer = officer("税务");
        long session = planned(officer, 1);
        Acting owner = owner();
        Acting waits = owner();
        mails.setAddress(owner.account(), "owner@example.test");
        mails.setAddress(waits.account(), "waits@example.test");
        signUp(session, owner);
        signUp(session, waits);
        String moved = "见面会改期：开餐饮店";
        String soon = "见面会快开了：开餐饮店";
        Instant later = clock.instant().plus(Duration.ofDays(3));
        desk.move(session, wish(1, later), "场地检修", officer);
        clock.moveTo(clock.instant().plus(Duration.ofDays(2).plusHours(9)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(letters(database, owner)).containsExactly(moved, soon));
        desk.move(session, wish(1, later.plus(Duration.ofDays(7))), "主讲人出差", officer);
        desk.move(session, wish(1, later.plus(Duration.ofDays(5))), "换楼层", officer);
        assertThat(letters(database, owner)).containsExactly(moved, soon, moved, moved);
        clock.moveTo(later.plus(Duration.ofDays(4).plusHours(9)));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(letters(database, owner)).containsExactly(moved, soon, moved, moved, soon));
        assertThat(bodies(database, owner)).noneMatch(body -> body.contains("候补"));
        assertThat(bodies(database, waits))
                .hasSameSizeAs(bodies(database, owner))
                .allMatch(body -> body.contains("候补第 1 位") && !body.contains("您的座位还在"));
    }

    @Test
    void aMeetingWithoutACaseGetsOneAndOfOneThatIsOverTheIssuesGoOn(
            @Autowired Beginnings beginnings, @Autowired MeetingTable sessions, @Autowired JdbcClient database) {
        long session = planned(officer("市监"), 5);
        Acting owner = owner();
        signUp(session, owner);
        attending.bring(session, "冷库电价按什么算", owner);
        String forget = "update meetings.session set case_id = null where id = ?";
        database.sql(forget).param(session).update();
        beginnings.all();
        assertThat(sessions.caseOf(session)).isPresent();
        assertThat(attending.issues(session, owner).getFirst().appeal()).isNull();

        database.sql(forget).param(session).update();
        clock.moveTo(clock.instant().plus(DAY.plusHours(3)));
        beginnings.all();
        assertThat(sessions.caseOf(session)).isEmpty();
        assertThat(attending.issues(session, owner).getFirst().appeal()).isNotNull();
    }

    private static List<String> bodies(JdbcClient database, Acting owner) {
        return database.sql("select body from applications.mail where account = ? order by id")
                .param(owner.account())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<String> letters(JdbcClient database, Acting owner) {
        return database
                .sql("select subject from applications.mail where account = ? order by id")
                .param(owner.account())
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(subject -> subject.substring(subject.indexOf('：') + 1))
                .toList();
    }

    @Test
    void howAFirmIsReachedIsForTheDepartmentAndEachLookIsTold() {
        Acting officer = officer("市监");
        long session = planned(officer, 5);
        Acting owner = owner();
        signUp(session, owner);
        assertThatThrownBy(() -> desk.guests(session, officer("税务"))).isInstanceOf(AccessDeniedException.class);
        assertThat(attending.looks(session, owner)).isEmpty();
        assertThat(desk.guests(session, officer))
                .extracting(guest -> guest.place().contact())
                .containsExactly("王女士 13800000000");
        assertThat(attending.looks(session, owner))
                .extracting(Attending.Look::name)
                .containsExactly(officer.person().name());
        assertThat(attending.looks(session, owner())).as("another firm").isEmpty();
    }

    @Test
    void aDepartmentOwesItsNextMeetingThreeMonthsAfterTheLast() {
        Acting officer = officer("消防");
        assertThat(duty("消防")).matches(duty -> duty.last() == null && duty.standing() == Standing.OPEN);
        long session = planned(officer, 5);
        assertThat(duty("消防").standing()).isEqualTo(Standing.PLANNED);
        clock.moveTo(clock.instant().plus(DAY.plusHours(1)));
        desk.held(session, "谈了消防", Set.of(), officer);
        assertThat(duty("消防").due()).isEqualTo(clock.today().plusMonths(3));
        clock.moveTo(clock.instant().plus(Duration.ofDays(100)));
        assertThat(duty("消防").standing()).isEqualTo(Standing.OVERDUE);
    }

    private MeetingDesk.Duty duty(String unit) {
        return desk.duties(clock.today()).stream()
                .filter(duty -> duty.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }
}
