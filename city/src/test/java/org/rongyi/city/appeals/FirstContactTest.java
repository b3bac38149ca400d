package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.AppealBoard.Late;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.CaseFile.Running;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody speaks to a firm within working hours, long before the answer is due. It is Monday, ten o'clock.
@CityTest
class FirstContactTest {
    private static final Duration MOST = Duration.ofSeconds(30);

    private final Appeals appeals;
    private final Cases cases;
    private final People people;
    private final TestClock clock;
    private final AppealBoard board;
    private final TestFirms firms = new TestFirms();

    @Autowired
    FirstContactTest(Appeals appeals, Cases cases, People people, TestClock clock, AppealBoard board) {
        this.appeals = appeals;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
        this.board = board;
    }

    private Appeal send(@Nullable CreditCode firm) {
        return send(firm, false);
    }

    /// @param atTheDesk a person reads it before any department has it
    private Appeal send(@Nullable CreditCode firm, boolean atTheDesk) {
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Channel.WEB,
                "整条街停电，没人来修",
                "锦江区春熙路街道",
                null,
                new Reporter("李先生", firm, null, false),
                "E0601",
                atTheDesk);
        return ((Receiving.Accepted) appeals.receive(what)).appeal();
    }

    private Acting officer() {
        Person person = new Person("fc-" + UUID.randomUUID(), "某人（测试）", "供电", Set.of(Role.OFFICER));
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    private Running contact(Appeal appeal) {
        return appeals.record(appeal).clocks().stream()
                .filter(each -> each.clock().id().equals(AppealCourse.CONTACT_CLOCK))
                .findFirst()
                .orElseThrow();
    }

    private static Instant monday(int hour) {
        return LocalDate.of(2026, 11, 23)
                .atTime(hour, 0)
                .atZone(TestClock.SHANGHAI)
                .toInstant();
    }

    private static Instant november(int day, int hour) {
        return LocalDate.of(2026, 11, day)
                .atTime(hour, 0)
                .atZone(TestClock.SHANGHAI)
                .toInstant();
    }

    private void done(Appeal appeal, Acting officer, String event) {
        Step step = Step.of(appeal.caseId(), Actor.of(officer)).because("打过电话了");
        assertThat(cases.fire(step, event)).isInstanceOf(Handling.Done.class);
    }

    private AppealBoard.Line counts() {
        return board.report(clock.today()).all();
    }

    @Test
    void aFirmWithoutPowerIsSpokenToWithinAnHourAndTheAnswerKeepsItsOwnDate() {
        AppealBoard.Line before = counts();
        Appeal appeal = send(firms.next());
        assertThat(contact(appeal).dueAt()).isEqualTo(monday(11));
        assertThat(appeals.record(appeal).now().dueAt()).as("what is next").isEqualTo(monday(11));
        Acting officer = officer();
        done(appeal, officer, "signIn");
        assertThat(contact(appeal).stoppedAt()).as("signing in is no contact").isNull();
        done(appeal, officer, "contact");
        assertThat(contact(appeal).stoppedAt()).isEqualTo(clock.instant());
        assertThat(appeals.record(appeal).now().dueAt())
                .isEqualTo(LocalDate.of(2026, 12, 2)
                        .atTime(18, 0)
                        .atZone(TestClock.SHANGHAI)
                        .toInstant());
        assertThat(counts().contacts() - before.contacts()).isEqualTo(1);
        assertThat(counts().contactsInTime() - before.contactsInTime()).isEqualTo(1);
    }

    @Test
    void aPersonForWhomNoFirmStandsIsPromisedNoHours() {
        assertThat(appeals.record(send(null)).clocks())
                .noneMatch(each -> each.clock().id().equals(AppealCourse.CONTACT_CLOCK));
    }

    @Test
    void whatNobodySendsOnFromTheDeskHasADateAndGoesUpStepByStep() {
        Appeal appeal = send(null, true);
        assertThat(appeals.record(appeal).now().dueAt()).isEqualTo(november(24, 18));
        clock.moveTo(november(24, 18).plusSeconds(1));
        await().atMost(MOST).until(() -> appeals.record(appeal).now().level() == 1);
        assertThat(board.late("", 1000)).extracting(Late::number).contains(appeal.number());
        clock.moveTo(november(25, 18).plusSeconds(1));
        await().atMost(MOST).until(() -> appeals.record(appeal).now().level() == 3);
        clock.moveTo(november(27, 18).plusSeconds(1));
        await().atMost(MOST).until(() -> appeals.record(appeal).now().level() == 4);
    }

    @Test
    void whatGoesStraightToADepartmentHasNoClockOfTheDesk() {
        assertThat(appeals.record(send(null)).clocks())
                .noneMatch(each -> each.clock().id().equals(AppealCourse.DESK_CLOCK));
    }

    @Test
    void whoeverDoesNotCallIsAnsweredForOneLevelUpAndIsNotLateWithTheAnswer() {
        AppealBoard.Line before = counts();
        Appeal appeal = send(firms.next());
        Acting officer = officer();
        done(appeal, officer, "signIn");
        clock.moveTo(monday(11).plusSeconds(1));
        await().atMost(MOST).until(() -> contact(appeal).ranOutAt() != null);
        assertThat(appeals.record(appeal).now().level()).isEqualTo(1);
        assertThat(appeals.record(appeal).now().owner()).isNotEqualTo(officer.account());
        assertThat(board.late("", 1000))
                .as("the answer is not late")
                .noneMatch(late -> late.number().equals(appeal.number()));
        assertThat(counts().contacts() - before.contacts()).isEqualTo(1);
        assertThat(counts().contactsInTime()).isEqualTo(before.contactsInTime());
        done(appeal, officer, "contact");
        assertThat(appeals.record(appeal).now().owner())
                .as("once it is done the handler answers again")
                .isEqualTo(officer.account());
    }
}
