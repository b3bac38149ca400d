package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.AppealBoard.Line;
import org.rongyi.city.appeals.AppealBoard.Table;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// Long lists are shown whole, page by page, with their number; and what is dispatched has somebody.
@CityTest
class AppealListsTest {
    private final Appeals appeals;
    private final Seats seats;
    private final People people;
    private final ApplicationContext context;

    @Autowired
    AppealListsTest(Appeals appeals, Seats seats, People people, ApplicationContext context) {
        this.appeals = appeals;
        this.seats = seats;
        this.people = people;
        this.context = context;
    }

    private Acting enter(Role role) {
        Person person = new Person("al-" + UUID.randomUUID(), "某人（测试）", "热线", Set.of(role));
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    private Appeal send(@Nullable String account) {
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Channel.WEB,
                "说不清楚的一件怪事，请帮忙看看",
                "锦江区",
                null,
                new Reporter("李先生", null, account, false),
                null,
                false);
        return ((Receiving.Accepted) appeals.receive(what)).appeal();
    }

    @Test
    void whoSentManyFindsEachOnce() {
        Acting who = enter(Role.OFFICER);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            sent.add(send(who.account()).number());
        }
        Appeals.Listed first = appeals.of(who, null);
        assertThat(first.all()).isEqualTo(53);
        assertThat(first.lines()).hasSize(50).allSatisfy(line -> {
            assertThat(line.waits()).isEqualTo(Appeals.Waits.HOUSE);
            assertThat(line.state().zh()).isEqualTo("待派单");
        });
        Appeals.Listed second = appeals.of(who, first.next());
        assertThat(second.next()).isNull();
        List<String> found = new ArrayList<>();
        first.lines().forEach(line -> found.add(line.appeal().number()));
        second.lines().forEach(line -> found.add(line.appeal().number()));
        assertThat(found).containsExactlyElementsOf(sent.reversed());
        assertThat(appeals.lines(List.of(second.lines().getLast().appeal()))).hasSize(1);
        everythingThatWaitsIsShownOnSomePage(sent);
    }

    private void everythingThatWaitsIsShownOnSomePage(List<String> sent) {
        Set<String> found = new HashSet<>();
        String after = "";
        int all = 0;
        while (after != null) {
            Seats.Waiting page = seats.toDispatch(after);
            page.lines().forEach(line -> found.add(line.appeal().number()));
            all = page.all();
            after = page.next();
        }
        assertThat(found).hasSize(all).containsAll(sent);
    }

    @Test
    void whereNobodyWorksInTheDepartmentTheDispatchFindsAnOwnerAllTheSame() {
        Appeal appeal = send(null);
        Handling handling = seatsOf(withALeafOf("还没人的部门")).dispatch(appeal, "X0101", null, null, enter(Role.SEAT));
        assertThat(handling).isInstanceOf(Handling.Done.class);
        Case now = appeals.record(appeal).now();
        assertThat(now.state().id()).isEqualTo("dispatched");
        assertThat(now.unit()).isEqualTo("热线");
        assertThat(now.owner()).isNotEmpty();
        assertThat(seats.find(appeal.number()).orElseThrow().category()).isEqualTo("X0101");
    }

    private static AppealCatalogue withALeafOf(String unit) {
        AppealCatalogue.Type help = new AppealCatalogue.Type("HELP", Words.same("求助"), 7, List.of());
        AppealCatalogue.Leaf leaf = new AppealCatalogue.Leaf("X0101", Words.same("某事"), "HELP", unit, List.of());
        AppealCatalogue.Category category = new AppealCatalogue.Category("X01", Words.same("某类"), List.of(leaf));
        return new AppealCatalogue(
                "热线",
                List.of(help),
                List.of(),
                List.of(category),
                List.of(),
                List.of(),
                3,
                AppealCatalogue.Urgent.NOTHING);
    }

    /// The seats as they work in a city with another catalogue.
    private Seats seatsOf(AppealCatalogue other) {
        try (AnnotationConfigApplicationContext city = new AnnotationConfigApplicationContext()) {
            city.setParent(context);
            city.registerBean("appealCatalogue", AppealCatalogue.class, () -> other);
            city.registerBean("intake", Intake.class);
            city.registerBean("jdbcSeats", JdbcSeats.class);
            city.refresh();
            return city.getBean(JdbcSeats.class);
        }
    }

    private static Line line(String name, int received) {
        return new Line(name, received, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void thoseThatAreTooFewStandTogetherAndThoseWithoutACategoryForThemselves() {
        Table table = Table.of(List.of(line("E0601", 12), line("E0602", 3), line("", 40), line("E0801", 2)));
        assertThat(table.lines()).extracting(Line::name).containsExactly("E0601", "");
        assertThat(table.others()).isNotNull().satisfies(others -> {
            assertThat(others.received()).isEqualTo(5);
            assertThat(others.name()).isEmpty();
        });
        assertThat(Table.of(List.of(line("供电", 12))).others()).isNull();
    }
}
