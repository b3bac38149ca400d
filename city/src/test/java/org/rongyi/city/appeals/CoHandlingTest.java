package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.CoHandling.Asking;
import org.rongyi.city.appeals.Contribution.State;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;

/// One department answers the firm, others give their part of it, each by a day of its own.
@CityTest
class CoHandlingTest {
    private static final String WORDS = "门口修路三个月，水管也挖断了，店里没法做生意";
    private static final String QUESTION = "这一段路是不是由你们管，什么时候修完？";

    private final Appeals appeals;
    private final CoHandling parts;
    private final Cases cases;
    private final CaseFiles files;
    private final People people;
    private final TestClock clock;

    @Autowired
    CoHandlingTest(Appeals appeals, CoHandling parts, Cases cases, CaseFiles files, People people, TestClock clock) {
        this.appeals = appeals;
        this.parts = parts;
        this.cases = cases;
        this.files = files;
        this.people = people;
        this.clock = clock;
    }

    private Appeal send(boolean confidential) {
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Channel.WEB,
                WORDS,
                "锦江区春熙路街道",
                null,
                new Reporter("李先生 13800000000", null, null, confidential),
                "E0602",
                false);
        return ((Receiving.Accepted) appeals.receive(what)).appeal();
    }

    private Acting officer(String unit) {
        Person person = new Person("co-" + UUID.randomUUID(), "某人（测试）", unit, Set.of(Role.OFFICER));
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    private void done(long caseId, Acting who, String event, String words) {
        assertThat(cases.fire(Step.of(caseId, Actor.of(who)).because(words), event))
                .isInstanceOf(Handling.Done.class);
    }

    private Appeal handled(Acting lead, boolean confidential) {
        Appeal appeal = send(confidential);
        done(appeal.caseId(), lead, "signIn", "");
        return appeal;
    }

    private Contribution ask(Appeal appeal, String unit, Acting lead) {
        Asking asking = parts.ask(appeal, unit, QUESTION, 3, lead);
        assertThat(asking).isInstanceOf(Asking.Done.class);
        return ((Asking.Done) asking).asked();
    }

    @Test
    void anotherDepartmentGivesItsPartBeforeTheAnswerIsDueAndOnlyTheLeadAnswersTheFirm() {
        Acting lead = officer("供水");
        Appeal appeal = handled(lead, false);
        Contribution asked = ask(appeal, "城管", lead);
        assertThat(asked.dueAt())
                .isEqualTo(LocalDate.of(2026, 11, 26)
                        .atTime(18, 0)
                        .atZone(TestClock.SHANGHAI)
                        .toInstant())
                .isBefore(appeals.record(appeal).now().dueAt());

        Acting other = officer("城管");
        assertThat(files.open(appeal.number(), other)).as("the appeal itself").isEmpty();
        assertThat(files.open(asked.number(), other)).as("its own part").isPresent();
        assertThat(files.open(asked.number(), officer("税务"))).isEmpty();
        CoHandling.Asked read = parts.asked(asked.caseId()).orElseThrow();
        assertThat(read.contribution().question()).isEqualTo(QUESTION);
        assertThat(read.words()).isEqualTo(WORDS);
        assertThat(read.lead()).isEqualTo("供水");
        assertThat(cases.fire(Step.of(appeal.caseId(), Actor.of(other)).because("归我们"), "reply"))
                .isInstanceOf(Handling.NotYours.class);

        done(asked.caseId(), other, "give", "归我们管，12 月 10 日前修完。");
        assertThat(parts.of(appeal)).singleElement().satisfies(part -> {
            assertThat(part.state()).isEqualTo(State.GIVEN);
            assertThat(part.answer()).isEqualTo("归我们管，12 月 10 日前修完。");
        });
        done(appeal.caseId(), lead, "reply", "水管已经修好，路 12 月 10 日前修完。");
        assertThat(parts.of(appeal)).extracting(Contribution::state).containsExactly(State.GIVEN);
    }

    @Test
    void onlyWhoeverHasItAsksAndNeverForLongerThanIsLeft() {
        Acting lead = officer("供水");
        Appeal appeal = send(false);
        assertThat(parts.ask(appeal, "城管", QUESTION, 1, lead))
                .as("nobody signed it in")
                .isInstanceOf(Asking.NotYours.class);
        done(appeal.caseId(), lead, "signIn", "");
        assertThat(parts.ask(appeal, "城管", QUESTION, 1, officer("供水"))).isInstanceOf(Asking.NotYours.class);
        assertThat(parts.ask(appeal, "城管", QUESTION, 1, officer("城管"))).isInstanceOf(Asking.NotYours.class);
        assertThat(parts.mostWorkingDays(appeal)).as("7 working days, less one").isEqualTo(6);
        assertThat(parts.ask(appeal, "城管", QUESTION, 7, lead)).isEqualTo(new Asking.TooLong(6));
        assertThat(parts.ask(appeal, "供水", QUESTION, 1, lead)).isInstanceOf(Asking.NoSuchUnit.class);
        assertThat(parts.ask(appeal, "没有这个局", QUESTION, 1, lead)).isInstanceOf(Asking.NoSuchUnit.class);
        ask(appeal, "城管", lead);
        assertThat(parts.ask(appeal, "城管", QUESTION, 1, lead)).isInstanceOf(Asking.Enough.class);
        assertThat(appeals.record(appeal).timeline())
                .as("what was refused left no remark")
                .filteredOn(entry -> String.valueOf(entry.reason()).contains("协办"))
                .hasSize(1);
        clock.moveTo(LocalDate.of(2026, 12, 2)
                .atTime(9, 0)
                .atZone(TestClock.SHANGHAI)
                .toInstant());
        assertThat(parts.ask(appeal, "税务", QUESTION, 1, lead))
                .as("on the last day")
                .isEqualTo(new Asking.TooLong(0));
    }

    @Test
    void whatIsStillOpenWhenTheFirmIsAnsweredIsTakenBack() {
        Acting lead = officer("供水");
        Appeal appeal = handled(lead, false);
        Contribution first = ask(appeal, "城管", lead);
        Contribution second = ask(appeal, "住建", lead);
        assertThat(parts.takeBack(appeal, first.id(), officer("供水"))).isInstanceOf(Handling.NotYours.class);
        assertThat(parts.takeBack(appeal, first.id(), lead)).isInstanceOf(Handling.Done.class);
        done(appeal.caseId(), lead, "reply", "已经修好。");
        assertThat(parts.of(appeal)).extracting(Contribution::state).containsOnly(State.TAKEN_BACK);
        assertThat(files.find(second.caseId()).orElseThrow().open()).isFalse();
        assertThat(cases.fire(Step.of(second.caseId(), Actor.of(officer("住建"))).because("晚了"), "give"))
                .isInstanceOf(Handling.NotNow.class);
    }

    @Test
    void ofWhatWasSaidInConfidenceOthersReadTheQuestionOnly() {
        Acting lead = officer("供水");
        Contribution asked = ask(handled(lead, true), "城管", lead);
        CoHandling.Asked read = parts.asked(asked.caseId()).orElseThrow();
        assertThat(read.words()).isEmpty();
        assertThat(read.place()).isEmpty();
        assertThat(files.find(asked.caseId()).orElseThrow().title()).doesNotContain("修路");
    }

    @Test
    void aDepartmentThatSaysItIsNotItsBusinessSaysWhy() {
        Acting lead = officer("供水");
        Appeal appeal = handled(lead, false);
        Contribution asked = ask(appeal, "城管", lead);
        done(asked.caseId(), officer("城管"), "decline", "这一段归区里管。");
        assertThat(parts.of(appeal)).singleElement().satisfies(part -> {
            assertThat(part.state()).isEqualTo(State.DECLINED);
            assertThat(part.answer()).isEqualTo("这一段归区里管。");
        });
    }
}
