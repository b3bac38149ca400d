package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.AppealBoard.Advised;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;

/// What people decide about appeals is on record, and measures what was suggested to them.
@CityTest
class DecidedByPeopleTest {
    private final Appeals appeals;
    private final AppealTable table;
    private final AppealBoard board;
    private final Cases cases;
    private final People people;

    @Autowired
    DecidedByPeopleTest(Appeals appeals, AppealTable table, AppealBoard board, Cases cases, People people) {
        this.appeals = appeals;
        this.table = table;
        this.board = board;
        this.cases = cases;
        this.people = people;
    }

    private Acting enter(Role... roles) {
        Person person = new Person("dp-" + UUID.randomUUID(), "某人（测试）", "供电", Set.of(roles));
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    private Appeal send() {
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Channel.WEB,
                "停电两天没人来修，第九次反映同一件已经修好的事",
                "锦江区",
                null,
                new Reporter("李先生", null, null, false),
                "E0601",
                false);
        return ((Receiving.Accepted) appeals.receive(what)).appeal();
    }

    private Map<String, Advised> counted() {
        return board.advised(LocalDate.parse("2026-11-23")).stream()
                .collect(Collectors.toMap(Advised::category, each -> each));
    }

    @Test
    void whereAPersonChoseTheCategoryItIsCountedWhetherTheSuggestionWasRight() {
        for (int place : new int[] {1, 1, 3, 0}) {
            Appeal appeal = send();
            table.suggested(appeal.id(), "E-TRIED", place, appeal.at());
            table.suggested(appeal.id(), "E-OTHER", 1, appeal.at());
        }
        assertThat(counted()).containsEntry("E-TRIED", new Advised("E-TRIED", 4, 2, 3));
        assertThat(counted())
                .as("it was suggested for once: later choices know the answer")
                .doesNotContainKey("E-OTHER");
    }

    @Test
    void aLeaderWhoHandledItDoesNotEndIt() {
        Appeal appeal = send();
        Actor both = Actor.of(enter(Role.OFFICER, Role.LEADER));
        assertThat(cases.fire(Step.of(appeal.caseId(), both), "signIn")).isInstanceOf(Handling.Done.class);
        Step decided = Step.of(appeal.caseId(), both).because("同一件事反复反映").basedOn("国办函〔2025〕66号");
        assertThat(cases.fire(decided, "drop")).isInstanceOf(Handling.NotYours.class);
        assertThat(appeals.record(appeal).now().open()).isTrue();
    }

    @Test
    void onlyALeaderEndsWhatSomebodyBringsUpAgainAndAgainWithReasonAndBasisOnRecord() {
        Appeal appeal = send();
        Step step = Step.of(appeal.caseId(), Actor.of(enter(Role.OFFICER)))
                .because("同一件事反复反映，已三次答复")
                .basedOn("国办函〔2025〕66号");
        assertThat(cases.fire(step, "drop")).isInstanceOf(Handling.NotYours.class);
        Actor leader = Actor.of(enter(Role.LEADER));
        assertThat(cases.fire(Step.of(appeal.caseId(), leader), "drop")).isInstanceOf(Handling.Missing.class);
        Step decided =
                Step.of(appeal.caseId(), leader).because("同一件事反复反映，已三次答复").basedOn("国办函〔2025〕66号");
        assertThat(cases.fire(decided, "drop")).isInstanceOf(Handling.Done.class);
        CaseFile file = appeals.record(appeal);
        assertThat(file.now().open()).isFalse();
        assertThat(file.timeline())
                .filteredOn(entry -> "drop".equals(entry.subject()))
                .extracting(Entry::reason, Entry::basis)
                .containsExactly(tuple("同一件事反复反映，已三次答复", "国办函〔2025〕66号"));
    }
}
