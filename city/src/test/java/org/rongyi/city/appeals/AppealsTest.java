package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.AppealFiles.Keeping;
import org.rongyi.city.appeals.Appeals.Answer;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is brought up gets a number, a department and a date, and the one who brought it up has the last
/// word.
@CityTest
class AppealsTest {
    private static final String POWER = "店门口停电两天，供电说排队，冷柜里的肉都坏了";
    private static final String WHO = "巷口面馆王女士 13800000000";

    private final Appeals appeals;
    private final Seats seats;
    private final Cases cases;
    private final People people;
    private final TestClock clock;
    private final JdbcClient database;
    private final AppealSearch search;
    private final AppealBoard board;
    private final AppealFiles files;

    @Autowired
    AppealsTest(
            Appeals appeals,
            Seats seats,
            Cases cases,
            People people,
            TestClock clock,
            JdbcClient database,
            AppealSearch search,
            AppealBoard board,
            AppealFiles files) {
        this.appeals = appeals;
        this.seats = seats;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
        this.database = database;
        this.search = search;
        this.board = board;
        this.files = files;
    }

    private static NewAppeal said(String words, boolean confidential, boolean insists) {
        return new NewAppeal(
                UUID.randomUUID().toString(),
                Channel.WEB,
                words,
                "锦江区春熙路街道演示巷 18 号",
                null,
                new Reporter(WHO, null, null, confidential),
                null,
                insists);
    }

    private Appeal send(String words) {
        return accepted(said(words, false, false));
    }

    private Appeal accepted(NewAppeal what) {
        assertThat(appeals.receive(what)).isInstanceOf(Receiving.Accepted.class);
        return seats.find(((Receiving.Accepted) appeals.receive(what)).appeal().number())
                .orElseThrow();
    }

    private Acting enter(String department, Role... roles) {
        Person person = new Person("ap-" + UUID.randomUUID(), "某人（测试）", department, Set.copyOf(Arrays.asList(roles)));
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    private Case now(Appeal appeal) {
        return appeals.record(appeal).now();
    }

    private Case reply(Appeal appeal, Acting officer) {
        done(cases.fire(Step.of(appeal.caseId(), Actor.of(officer)), "signIn"));
        return done(cases.fire(Step.of(appeal.caseId(), Actor.of(officer)).because("已经修好"), "reply"));
    }

    private static Case done(@Nullable Handling handling) {
        assertThat(handling).isInstanceOf(Handling.Done.class);
        return handling instanceof Handling.Done(Case after) ? after : throwing();
    }

    private static Case throwing() {
        throw new AssertionError("not done");
    }

    @Test
    void itGetsANumberADepartmentAndADateAtOnce() {
        Appeal appeal = send(POWER);
        CaseFile file = appeals.record(appeal);
        assertThat(appeal.number()).startsWith("261123-");
        assertThat(file.now().unit()).isEqualTo("供电");
        assertThat(file.now().state().id()).isEqualTo("dispatched");
        assertThat(appeal.type()).isEqualTo("HELP");
        assertThat(file.now().dueAt())
                .as("7 working days, to the end of the day's work")
                .isEqualTo(LocalDate.of(2026, 12, 2)
                        .atTime(18, 0)
                        .atZone(TestClock.SHANGHAI)
                        .toInstant());
        assertThat(appeal.area()).as("read from the place").isNotNull();
    }

    @Test
    void theHolidayWeekAndItsMakeUpDaysCountAsTheyAre() {
        clock.moveTo(LocalDate.of(2026, 9, 28));
        Case file = now(send(POWER));
        // 29, 30 September, 8, 9, then Saturday 10 October, which is a working day, 12 and 13.
        assertThat(file.dueAt())
                .isEqualTo(LocalDate.of(2026, 10, 13)
                        .atTime(18, 0)
                        .atZone(TestClock.SHANGHAI)
                        .toInstant());
    }

    @Test
    void whatIsOwedIsTakenInWhereItsDaysReachAYearWithoutATable() {
        clock.moveTo(LocalDate.of(2026, 12, 2));
        NewAppeal plain = said("货款拖欠半年", false, false);
        Appeal appeal = accepted(new NewAppeal(
                plain.key(), plain.channel(), plain.words(), plain.place(), null, plain.reporter(), "E0902", false));
        assertThat(appeal.type()).isEqualTo("ARREARS");
        assertThat(now(appeal).open()).isTrue();
    }

    @Test
    void theSameSendingTwiceIsOneAppeal() {
        NewAppeal what = said(POWER, false, false);
        Receiving.Accepted first = (Receiving.Accepted) appeals.receive(what);
        Receiving.Accepted second = (Receiving.Accepted) appeals.receive(what);
        assertThat(second.appeal().number()).isEqualTo(first.appeal().number());
        assertThat(second.again()).isTrue();
    }

    @Test
    void anotherMatterWrittenIntoTheSameFormHasANumberOfItsOwn() {
        NewAppeal what = said(POWER, false, false);
        NewAppeal other =
                new NewAppeal(what.key(), what.channel(), "门口的水管也爆了", what.place(), null, what.reporter(), null, false);
        Appeal first = accepted(what);
        Appeal second = accepted(other);
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.words()).isEqualTo("门口的水管也爆了");
        assertThat(accepted(other).number()).as("sent twice as well").isEqualTo(second.number());
    }

    @Test
    void whatTheLawSendsElsewhereIsToldAndWhoeverInsistsIsHeardByAPerson() {
        NewAppeal what = said("法院判决对我们不公平", false, false);
        assertThat(appeals.receive(what)).isInstanceOf(Receiving.Elsewhere.class);
        assertThat(seats.find(what.key())).isEmpty();
        Appeal insisted = accepted(said("法院判决对我们不公平", false, true));
        assertThat(now(insisted).state().id()).isEqualTo("received");
        assertThat(now(insisted).unit()).isEqualTo("热线");
    }

    @Test
    void numberAndCodeOpenItAndNothingElseDoes() {
        Appeal appeal = send(POWER);
        assertThat(appeals.follow(appeal.number(), appeal.code().toLowerCase(java.util.Locale.ROOT)))
                .isPresent();
        assertThat(appeals.follow(appeal.number(), "AAAAAAAA")).isEmpty();
        assertThat(appeals.open(appeal.number(), enter("供电", Role.OFFICER))).isEmpty();
    }

    @Test
    void aSeatDispatchesWhatNobodyWasSureOf() {
        Appeal appeal = send("说不清楚的一件怪事，请帮忙看看");
        Acting seat = enter("热线", Role.OFFICER, Role.SEAT);
        assertThat(now(appeal).unit()).isEqualTo("热线");
        assertThat(now(appeal).dueAt())
                .as("until when a department has it; no promise to answer before it is known what it is")
                .isEqualTo(LocalDate.of(2026, 11, 24)
                        .atTime(18, 0)
                        .atZone(TestClock.SHANGHAI)
                        .toInstant());
        assertThat(seats.dispatch(appeal, "E0301", null, null, enter("热线", Role.OFFICER)))
                .isInstanceOf(Handling.NotYours.class);
        Case dispatched = done(seats.dispatch(appeal, "E0301", null, null, seat));
        assertThat(dispatched.unit()).isEqualTo("税务");
        assertThat(appeals.record(appeal).clocks())
                .filteredOn(running -> running.stoppedAt() == null)
                .singleElement()
                .satisfies(running -> assertThat(running.lengthWorkingDays()).isEqualTo(7));
        assertThat(seats.find(appeal.number()).orElseThrow().category()).isEqualTo("E0301");
    }

    @Test
    void onlySolvedAndSatisfiedClosesItAndEverythingElseGoesHigher() {
        Appeal appeal = send(POWER);
        reply(appeal, enter("供电", Role.OFFICER));
        Case again = done(appeals.answer(appeal, new Answer(true, false, "修了三次才好")));
        assertThat(again.reopened()).isEqualTo(1);
        assertThat(again.state().id()).isEqualTo("handling");
        assertThat(appeals.answer(appeal, new Answer(true, true, ""))).isInstanceOf(Handling.NotNow.class);
        Acting owner = new Acting(people.find(again.owner()).orElseThrow(), null);
        Acting other = enter("供电", Role.OFFICER);
        done(cases.assign(Step.of(appeal.caseId(), Actor.of(owner)), other.account()));
        done(cases.fire(Step.of(appeal.caseId(), Actor.of(other)).because("换了变压器"), "reply"));
        assertThat(done(appeals.answer(appeal, new Answer(true, true, "")))
                        .state()
                        .id())
                .isEqualTo("solved");
    }

    @Test
    void aSeatWhoHadNoHandInItCallsBack() {
        Appeal appeal = send(POWER);
        Acting both = enter("供电", Role.OFFICER, Role.SEAT);
        reply(appeal, both);
        assertThat(seats.calledBack(appeal, new Answer(true, true, ""), both)).isInstanceOf(Handling.NotYours.class);
        assertThat(seats.attempts(appeal))
                .as("what was refused leaves no trace")
                .isEmpty();
        Acting seat = enter("热线", Role.SEAT);
        assertThat(done(seats.calledBack(appeal, new Answer(true, true, "好了"), seat))
                        .state()
                        .id())
                .isEqualTo("solved");
        assertThat(seats.attempts(appeal))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.reached()).isTrue());
    }

    @Test
    void whoIsNotReachedOnThreeDaysIsClosedAsSuchNotAsSolved() {
        Appeal appeal = send(POWER);
        Acting seat = enter("热线", Role.SEAT);
        reply(appeal, enter("供电", Role.OFFICER));
        assertThat(seats.notReached(appeal, "关机", true, seat).closing()).isNull();
        assertThat(seats.notReached(appeal, "关机", true, seat).days())
                .as("twice on one day")
                .isEqualTo(1);
        clock.moveTo(LocalDate.of(2026, 11, 24));
        seats.notReached(appeal, "", true, seat);
        clock.moveTo(LocalDate.of(2026, 11, 25));
        assertThat(done(seats.notReached(appeal, "", true, seat).closing())
                        .state()
                        .id())
                .isEqualTo("unheard");
    }

    @Test
    void theCaseHoldsNothingOfAReporterWhoAskedForSecrecy() {
        Appeal appeal = accepted(said(POWER, true, false));
        Acting officer = enter("供电", Role.OFFICER);
        Case file = done(cases.fire(Step.of(appeal.caseId(), Actor.of(officer)), "signIn"));
        assertThat(file.applicant()).doesNotContain("王女士", "138");
        assertThat(file.firm()).isNull();
        assertThat(seats.reveal(appeal, officer)).as("though it handles it").isEmpty();
        Acting seat = enter("热线", Role.SEAT);
        assertThat(seats.reveal(appeal, seat)).isPresent();
        assertThat(appeals.looks(appeal)).singleElement().satisfies(look -> {
            assertThat(look.reporter()).isTrue();
            assertThat(look.department()).isEqualTo("热线");
        });
    }

    @Test
    void onlyWhoHandlesItLearnsWhoSentIt() {
        Appeal appeal = send(POWER);
        Acting officer = enter("供电", Role.OFFICER);
        assertThat(now(appeal).applicant()).isEqualTo("来信人");
        assertThat(seats.reveal(appeal, officer)).as("not yet").isEmpty();
        done(cases.fire(Step.of(appeal.caseId(), Actor.of(officer)), "signIn"));
        assertThat(seats.reveal(appeal, officer).orElseThrow().who()).isEqualTo(WHO);
        assertThat(seats.reveal(appeal, enter("供电", Role.OFFICER))).isEmpty();
        assertThat(seats.reveal(appeal, enter("供电", Role.LEADER))).isEmpty();
        assertThat(appeals.looks(appeal)).hasSize(1);
    }

    @Test
    void twoOfOneMatterAreMergedAndBothReportersKeepTheirs() {
        Appeal first = send(POWER);
        Appeal second = send(POWER + "，还有隔壁");
        Acting seat = enter("热线", Role.SEAT);
        assertThat(done(seats.merge(second, first.number(), seat)).state().id()).isEqualTo("merged");
        Appeal merged = appeals.follow(second.number(), second.code()).orElseThrow();
        assertThat(merged.mergedInto()).isEqualTo(first.number());
        assertThat(seats.merge(first, second.number(), seat)).isInstanceOf(Handling.NotNow.class);
    }

    @Test
    void whatWasSaidIsFoundByTwoSignsTheNewestFirst() {
        Appeal first = send(POWER + "，桉楸街");
        Appeal second = send("楸街的路灯也停电了，供电没人来");
        assertThat(search.find("楸街", 20))
                .extracting(found -> found.appeal().number())
                .containsExactly(second.number(), first.number());
        assertThat(search.find("桉 楸街", 20)).hasSize(1);
        assertThat(search.find(first.number(), 20))
                .singleElement()
                .satisfies(found -> assertThat(found.unit()).isEqualTo("供电"));
        assertThat(search.find("无人机航线", 20)).isEmpty();
        assertThat(search.find("楸", 20)).as("one sign says too little").isEmpty();
    }

    @Test
    void theBoardCountsWhatTheFirmSays() {
        LocalDate since = LocalDate.of(2026, 11, 1);
        AppealBoard.Line before = board.report(since).all();
        Appeal solved = send(POWER);
        reply(solved, enter("供电", Role.OFFICER));
        done(appeals.answer(solved, new Answer(true, true, "")));
        Appeal bad = send(POWER);
        reply(bad, enter("供电", Role.OFFICER));
        done(appeals.answer(bad, new Answer(false, false, "")));
        appeals.withdraw(send(POWER));
        AppealBoard.Line after = board.report(since).all();
        assertThat(after.received() - before.received()).isEqualTo(2);
        assertThat(after.judged() - before.judged()).isEqualTo(2);
        assertThat(after.solved() - before.solved()).isEqualTo(1);
        assertThat(after.reopened() - before.reopened()).isEqualTo(1);
        assertThat(after.inTime() - before.inTime()).isEqualTo(2);
    }

    @Test
    void aFileIsToldByItsContent() {
        Appeal appeal = send(POWER);
        byte[] pdf = "%PDF-1.7 x %%EOF".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(files.keep(appeal, "账单.pdf", pdf)).isEqualTo(Keeping.KEPT);
        assertThat(files.keep(appeal, "账单.pdf", "<html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Keeping.UNKNOWN_TYPE);
        assertThat(files.of(appeal))
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("账单.pdf"));
        long id = files.of(appeal).getFirst().id();
        assertThat(files.look(appeal, id, enter("供电", Role.OFFICER)))
                .hasValueSatisfying(file -> assertThat(file.content()).isEqualTo(pdf));
        assertThat(appeals.looks(appeal)).as("an official looked at it").hasSize(1);
    }

    @Test
    void filesThatComeAtTheSameMomentAreNotMoreThanAllowed() {
        Appeal appeal = send(POWER);
        IntFunction<byte[]> pdf = number -> ("%PDF-1.7 " + number + " %%EOF").getBytes(StandardCharsets.ISO_8859_1);
        List<Keeping> kept = IntStream.range(0, 4 * AppealFiles.MOST)
                .parallel()
                .mapToObj(number -> files.keep(appeal, number + ".pdf", pdf.apply(number)))
                .toList();
        assertThat(kept).filteredOn(Keeping.KEPT::equals).hasSize(AppealFiles.MOST);
        assertThat(files.of(appeal)).hasSize(AppealFiles.MOST);
        String first = files.of(appeal).getFirst().name();
        byte[] again = pdf.apply(Integer.parseInt(first.replace(".pdf", "")));
        assertThat(files.keep(appeal, first, again)).as("sent twice").isEqualTo(Keeping.KEPT);
        assertThat(files.of(appeal)).hasSize(AppealFiles.MOST);
    }

    @Test
    void whatWasSaidStaysAsItWasSaid() {
        Appeal appeal = send(POWER);
        assertThatThrownBy(() -> database.sql("update appeals.appeal set words = '别的' where id = ?")
                        .param(appeal.id())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("on record");
    }
}
