package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.utilities.Connection.Brief;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.Connections.Applying;
import org.rongyi.city.utilities.Connections.Waiting;
import org.rongyi.city.vocabulary.PastTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Lists are read by the page and never cut in silence; what waits for somebody comes first, and whoever
/// may only look sees no more than that.
@CityTest
class ConnectionListsTest {
    private static final int ALL = 10_000;

    private final Connections connections;
    private final OperatorDesk desk;
    private final Surveys surveys;
    private final JdbcClient database;
    private final DataSource source;
    private final TestClock clock;
    private final UtilityScene scene;

    @Autowired
    ConnectionListsTest(
            Connections connections,
            OperatorDesk desk,
            Surveys surveys,
            JdbcClient database,
            DataSource source,
            TestClock clock,
            People people) {
        this.connections = connections;
        this.desk = desk;
        this.surveys = surveys;
        this.database = database;
        this.source = source;
        this.clock = clock;
        this.scene = new UtilityScene(connections, people);
    }

    /// As it would be after other events: only lists read it.
    private void becomes(Connection asked, String state) {
        database.sql("update utilities.request set state = ? where connection_id = ?")
                .params(state, asked.id())
                .update();
    }

    private static List<Long> ids(List<Brief> list) {
        return list.stream().map(Brief::id).toList();
    }

    @Test
    void aFirmReadsItsLastOneFirstAndEveryOneOnSomePage() {
        Acting owner = scene.owner();
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(scene.apply(owner, UtilityScene.CENTRE, "water").id());
        }
        assertThat(connections.count(owner)).isEqualTo(5);
        assertThat(ids(connections.of(owner, 0, 2))).containsExactly(asked.get(4), asked.get(3));
        assertThat(ids(connections.of(owner, 4, 2))).containsExactly(asked.get(0));
        assertThat(connections.of(owner, 0, 1).getFirst().parts())
                .singleElement()
                .matches(part -> part.utility().equals("water") && part.state() == State.APPLIED);
        assertThat(connections.of(scene.owner(), 0, 2)).isEmpty();
    }

    @Test
    void anOperatorReadsWhatWaitsForItBeforeWhatWaitsForOthers() {
        Acting owner = scene.owner();
        Connection first = scene.apply(owner, UtilityScene.CENTRE, "water");
        Connection second = scene.apply(owner, UtilityScene.CENTRE, "water", "telecom");
        becomes(second, "surveyed");
        Acting water = scene.officer("water");
        List<Long> open = ids(desk.open(water, 0, ALL));
        assertThat(open.indexOf(second.id())).isLessThan(open.indexOf(first.id()));
        assertThat(desk.openCount(water)).isEqualTo(open.size());
        assertThat(ids(desk.open(water, 1, 1))).containsExactly(open.get(1));
        becomes(second, "supplied");
        assertThat(ids(desk.open(water, 0, ALL))).doesNotContain(second.id()).contains(first.id());
        assertThat(desk.sites(water))
                .filteredOn(site -> site.area().equals("510104"))
                .singleElement()
                .matches(site -> site.open() > 0);
    }

    @Test
    void aCrewReadsTodaysSurveysBeforeWhatWasNotFinishedAndThatBeforeWhatComes() {
        Acting owner = scene.owner();
        List<Visit> visits = new ArrayList<>();
        for (String day : List.of("2026-11-20", "2026-11-23", "2026-11-27")) {
            Visit visit = scene.booked(scene.apply(owner, UtilityScene.CENTRE, "water"), owner, "water");
            String move = "update utilities.visit set starts_at = (? || ' 09:30+08')::timestamptz,"
                    + " ends_at = (? || ' 10:30+08')::timestamptz where id = ?";
            database.sql(move).params(day, day, visit.id()).update();
            visits.add(visit);
        }
        Acting crew = scene.officer("water-crew");
        List<Long> calls = surveys.calls(crew, 0, ALL).stream()
                .map(Surveys.Call::visit)
                .filter(visit -> visits.stream().anyMatch(own -> own.id() == visit))
                .toList();
        assertThat(calls)
                .containsExactly(
                        visits.get(1).id(), visits.get(0).id(), visits.get(2).id());
        assertThat(surveys.callCount(crew))
                .isEqualTo(surveys.calls(crew, 0, ALL).size());
        assertThat(surveys.calls(crew, 0, 1)).hasSize(1);
        assertThat(connections.waiting(owner))
                .as("the survey of Friday was not signed")
                .extracting(Waiting::overdue)
                .containsExactly(1);
    }

    /// Every question takes a connection of its own here.
    @Test
    void aPageOfAListIsTwoQuestionsToTheDatabaseHoweverManyLinesItHas() {
        Acting owner = scene.owner();
        for (int i = 0; i < 4; i++) {
            scene.booked(scene.apply(owner, UtilityScene.CENTRE, "water", "telecom"), owner, "water", "telecom");
        }
        AtomicInteger asked = new AtomicInteger();
        JdbcClient counted = JdbcClient.create(new DelegatingDataSource(source) {
            @Override
            public java.sql.Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                return super.getConnection();
            }
        });
        ConnectionLists lists = new ConnectionLists(counted);
        assertThat(lists.of(owner.firmFor(Purpose.VIEW), 0, 20)).hasSize(4);
        assertThat(asked.getAndSet(0)).isEqualTo(2);
        assertThat(lists.openFor("供水", 0, 20)).hasSizeGreaterThan(3);
        assertThat(asked.getAndSet(0)).isEqualTo(2);
        assertThat(new VisitTable(counted).calls(List.of("water-1"), TestClock.START, 0, 20))
                .hasSizeGreaterThan(3);
        assertThat(asked.getAndSet(0)).isEqualTo(1);
    }

    @Test
    void whatWaitsForTheFirmIsToldApart() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water", "telecom");
        assertThat(connections.waiting(owner)).containsExactly(new Waiting(asked.id(), 2, 0, 0, 0));
        becomes(asked, "planExpired");
        assertThat(connections.waiting(owner)).containsExactly(new Waiting(asked.id(), 0, 0, 0, 2));
        becomes(asked, "planOffered");
        assertThat(connections.waiting(owner)).containsExactly(new Waiting(asked.id(), 0, 0, 2, 0));
        becomes(asked, "works");
        assertThat(connections.waiting(owner)).isEmpty();
    }

    @Test
    void whoMayOnlyLookSeesNoTelephoneNumber() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water");
        Person person = new Person("viewer-" + UUID.randomUUID(), "会计（测试）", "", Set.of());
        Acting viewer = new Acting(
                person,
                new Mandate(
                        2,
                        asked.firm(),
                        person.account(),
                        Capacity.AGENT,
                        Set.of(Purpose.VIEW),
                        clock.today().plusDays(9),
                        owner.account()));
        assertThat(connections.find(asked.id(), viewer).orElseThrow().phone()).isEmpty();
        assertThat(connections.find(asked.id(), owner).orElseThrow().phone()).isEqualTo("13800000000");
    }

    @Test
    void aFormThatSaysSomethingElseUnderItsOldKeyIsToldAndNotLost() {
        Acting owner = scene.owner();
        NewConnection wish = UtilityScene.wish(UtilityScene.CENTRE, "water");
        Connection asked = ((Applying.Applied) connections.apply(wish, owner)).connection();
        NewConnection changed = new NewConnection(
                wish.key(), "演示巷 20 号", wish.area(), wish.contact(), wish.phone(), wish.wantedOn(), wish.wanted());
        assertThat(connections.apply(changed, owner))
                .isInstanceOfSatisfying(
                        Applying.SaidOtherwise.class,
                        said -> assertThat(said.before().id()).isEqualTo(asked.id()));
        NewConnection more = new NewConnection(
                wish.key(),
                wish.address(),
                wish.area(),
                wish.contact(),
                wish.phone(),
                wish.wantedOn(),
                UtilityScene.wish(UtilityScene.CENTRE, "water", "telecom").wanted());
        assertThat(connections.apply(more, owner)).isInstanceOf(Applying.SaidOtherwise.class);
        assertThat(connections.count(owner)).isEqualTo(1);
    }

    @Test
    void everyOfficersLookIsOnRecordAlsoAtOnePhoto() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water", "telecom");
        Visit visit = scene.booked(asked, owner, "water", "telecom");
        Acting crew = scene.officer("water-crew");
        surveys.photo(visit.id(), UtilityScene.picture(), crew);
        long photo = surveys.job(visit.id(), crew)
                .orElseThrow()
                .record()
                .photos()
                .getFirst()
                .id();
        assertThat(surveys.photo(visit.id(), photo, scene.officer("telecom"))).isPresent();
        assertThat(connections.looks(asked.id(), owner))
                .extracting(Connections.Look::unit)
                .containsExactlyInAnyOrder("供水", "通信");
        assertThat(surveys.photo(visit.id(), photo, scene.officer("gas"))).isEmpty();
        assertThat(connections.looks(asked.id(), owner)).hasSize(2);
    }

    @Test
    void nobodyIsSaidToBeAbsentBeforeTheHour() {
        Acting owner = scene.owner();
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water", "telecom");
        Visit visit = scene.booked(asked, owner, "water", "telecom");
        Acting water = scene.officer("water-crew");
        PastTime.at(visit.startsAt().minus(Duration.ofMinutes(1)), () -> {
            surveys.save(visit.id(), UUID.randomUUID(), Map.of("water.distance", "1"), water);
            assertThat(surveys.absent(visit.id(), "telecom", "没来", water)).isFalse();
        });
        PastTime.at(
                visit.startsAt(),
                () -> assertThat(surveys.absent(visit.id(), "telecom", "没来", water))
                        .isTrue());
    }
}
