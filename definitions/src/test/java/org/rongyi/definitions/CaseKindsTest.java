package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongyi.definitions.CaseKind.Need;
import org.rongyi.definitions.CaseKind.Who;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Row;

class CaseKindsTest {
    private static final String ERRAND = """
            id: visit
            name: {zh: 走访, en: Visit}
            start: open
            states:
              - {id: open, name: 办理中, task: 办理}
              - {id: done, name: 办结, end: true}
            events:
              - {id: finish, name: 办结, from: open, to: done, by: HANDLER}
            levels:
              - {id: head, name: 负责人, owner: {role: LEADER, unit: OWN}}
            assignment:
              unassigned: {workingDays: 1, level: head}
              returned: {workingDays: 1, level: head}
              disputed: {workingDays: 0, level: head}
            """;

    @TempDir
    Path city;

    private Loaded<List<CaseKind>> read(String... files) throws Exception {
        var folder = Files.createDirectories(city.resolve("cases"));
        for (int i = 0; i < files.length; i++) {
            Files.writeString(folder.resolve("k" + (i + 1) + ".yaml"), files[i]);
        }
        return CaseKinds.read(city, Definitions.shipped());
    }

    private static List<String> said(Loaded<?> loaded) {
        return loaded.faults().stream()
                .map(fault -> fault.place().line() + ":" + fault.place().column() + " " + fault.message()
                        + (fault.advice() == null ? "" : ". " + fault.advice()))
                .toList();
    }

    static List<CaseKind> shipped() {
        return CaseKinds.read(Path.of("no-city"), Definitions.shipped()).value();
    }

    @Test
    void theShippedKindsHaveNoFault() {
        assertThat(CaseKinds.read(Path.of("no-city"), Definitions.shipped()).faults())
                .isEmpty();
        assertThat(shipped())
                .extracting(CaseKind::id)
                .containsExactly(
                        "application", "errand", "appeal", "contribution", "meeting", "connection", "worksPermit");
    }

    /// Walked here by its own means, not by the reader's.
    @ParameterizedTest
    @MethodSource("shipped")
    void everyStateCanBeReachedAndLeftToAnEnd(CaseKind kind) {
        var reached = new HashSet<>(Set.of(kind.start()));
        var closing = kind.states().stream()
                .filter(CaseKind.State::end)
                .map(CaseKind.State::id)
                .collect(Collectors.toCollection(HashSet::new));
        for (int i = 0; i < kind.states().size(); i++) {
            kind.events().stream()
                    .filter(event -> event.from().stream().anyMatch(reached::contains))
                    .forEach(event -> reached.add(event.to()));
            kind.events().stream()
                    .filter(event -> closing.contains(event.to()))
                    .forEach(event -> closing.addAll(event.from()));
        }
        assertThat(kind.states()).extracting(CaseKind.State::id).allMatch(reached::contains, "reachable");
        assertThat(kind.states()).extracting(CaseKind.State::id).allMatch(closing::contains, "leavable");
    }

    @Test
    void anApplicationHasTheTimesOfTheLicensingLaw() {
        var application = shipped().getFirst();
        assertThat(application.dayEnds()).isEqualTo(LocalTime.of(17, 0));
        var acceptance = application.clock("acceptance").orElseThrow();
        assertThat(acceptance.length()).isEqualTo(CaseKind.Length.ofWorkingDays(5));
        assertThat(acceptance.starts()).containsExactly(new CaseKind.Start("open", false));
        assertThat(acceptance.runsOut()).isEqualTo("deemAccepted");
        var decision = application.clock("decision").orElseThrow();
        assertThat(decision.length().workingDays()).isEqualTo(20);
        assertThat(decision.starts())
                .containsExactly(new CaseKind.Start("accept", false), new CaseKind.Start("deemAccepted", true));
        assertThat(Objects.requireNonNull(decision.extension()).workingDays()).isEqualTo(10);
        assertThat(decision.raises()).containsExactly(new CaseKind.Raise(0, 0), new CaseKind.Raise(3, 1));
        assertThat(decision.pauses())
                .extracting(CaseKind.PauseReason::id)
                .containsExactly(
                        "hearing",
                        "tender",
                        "auction",
                        "inspection",
                        "testing",
                        "quarantine",
                        "appraisal",
                        "expertReview",
                        "siteCheck",
                        "publicity");
        assertThat(decision.pause("siteCheck").orElseThrow().verify())
                .as("the law does not list it")
                .hasSize(1);
        assertThat(application.clock("delivery").orElseThrow().length().workingDays())
                .isEqualTo(10);
    }

    @Test
    void correctionsAreAskedForOnceWithReasonAndPaper() {
        var ask = shipped().getFirst().event("askCorrection").orElseThrow();
        assertThat(ask.once()).isTrue();
        assertThat(ask.needs()).containsExactlyInAnyOrder(Need.REASON, Need.PROOF);
        assertThat(ask.by()).containsExactly(Who.Party.HANDLER);
    }

    @Test
    void aCitysKindTakesThePlaceOfAShippedOne() throws Exception {
        var loaded = read(ERRAND.replace("id: visit", "id: errand"), ERRAND);
        assertThat(said(loaded)).isEmpty();
        assertThat(loaded.value())
                .extracting(CaseKind::id)
                .containsExactly(
                        "application",
                        "errand",
                        "appeal",
                        "contribution",
                        "meeting",
                        "connection",
                        "worksPermit",
                        "visit");
        assertThat(loaded.value().get(1).clocks()).isEmpty();
        assertThat(loaded.value().get(1).dayEnds()).isEqualTo(LocalTime.MAX);
    }

    /// The one who handled an appeal is not the one who closes it, whatever a city changes beside.
    @Test
    void noEventByWhichAnAppealCountsAsSolvedIsOpenToWhoHandledIt() {
        var appeal = shipped().get(2);
        assertThat(appeal.events())
                .filteredOn(event ->
                        event.from().contains("replied") || event.from().contains("asked"))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.by()).doesNotContain(Who.Party.HANDLER, Who.Party.UNIT, Who.Party.OWNER);
                    assertThat(event.independent() || event.by().equals(List.of(Who.Party.CLOCK)))
                            .as(event.id())
                            .isTrue();
                });
        assertThat(appeal.ladder())
                .extracting(level -> appeal.levels().get(level).id())
                .containsExactly("deputy", "team", "city");
    }

    @Test
    void aStateThatWaitsForAClockNeedsOne() throws Exception {
        var waiting = ERRAND.replace("  - {id: done, name: 办结, end: true}", """
                  - {id: kept, name: 等一等, waitsFor: CLOCK}
                  - {id: done, name: 办结, end: true}
                """.stripTrailing());
        var led = waiting.replace("events:", "events:\n  - {id: keep, name: 等, from: open, to: kept, by: HANDLER}");
        assertThat(said(read(led + "clocks: []\n")))
                .singleElement()
                .asString()
                .contains("the state \"kept\" waits for a clock, and no clock leads on from it");
    }

    @Test
    void aClockRaisesNothingToALevelThatStandsAside() throws Exception {
        var aside = ERRAND.replace("unit: OWN}}", "unit: OWN}, aside: true}");
        assertThat(said(read(aside + """
                clocks:
                  - {id: promise, name: 期限, workingDays: 3, starts: open, raise: [{after: 0, level: head}]}
                """))).singleElement().asString().contains("\"head\" stands aside");
    }

    @Test
    void anotherTextIsAnotherVersion() throws Exception {
        var one = read(ERRAND).value().getLast();
        var same = CaseKinds.parse("kept", one.content(), Definitions.shipped());
        assertThat(same.value().orElseThrow().version()).isEqualTo(one.version());
        var other = CaseKinds.parse("kept", one.content() + "# a remark\n", Definitions.shipped());
        assertThat(other.value().orElseThrow().version()).isNotEqualTo(one.version());
    }

    @Test
    void theLengthOfAClockMayBeARuleOverElements() throws Exception {
        var loaded = read(ERRAND + """
                clocks:
                  - id: promise
                    name: 期限
                    starts: open
                    workingDays: {rule: 'if 主体类型 = "个体工商户" then 3 else 7', otherwise: 10}
                """);
        assertThat(said(loaded)).isEmpty();
        var length = loaded.value().getLast().clock("promise").orElseThrow().length();
        assertThat(length.workingDays()).isEqualTo(10);
        var row = Row.of(Map.of("entityType", "个体工商户"));
        assertThat(Objects.requireNonNull(length.rule()).evaluate(row, LocalDate.of(2026, 11, 23)))
                .isEqualTo(new Answer.Known(new BigDecimal(3)));
    }

    @Test
    void twoFilesOfOneKindAreReported() throws Exception {
        assertThat(said(read(ERRAND, ERRAND)))
                .singleElement()
                .asString()
                .startsWith("1:5 kind \"visit\" is already defined in ")
                .endsWith("k1.yaml. Maybe give it another id");
    }

    @Test
    void listsEveryFaultOfAKindsShapeInOneRun() throws Exception {
        var loaded = read("""
                id: a kind
                name: {en: only English}
                start: open
                dayEnds: "25:00"
                states:
                  - {id: open, nam: 办理中}
                events: []
                clocks:
                  - {id: promise, name: 期限, workingDays: 0, starts: open}
                  - {id: other, name: 期限, workingDays: 2.5, starts: open}
                levels:
                  - {id: head, name: 负责人, owner: {role: BOSS}}
                assignment: {}
                """);
        assertThat(said(loaded))
                .containsExactly(
                        "1:5 \"id\" cannot be \"a kind\". "
                                + "Maybe letters, digits and \"_\" only, beginning with a letter",
                        "2:7 \"zh\" is missing in \"name\"",
                        "4:10 \"dayEnds\" cannot be \"25:00\"",
                        "6:5 \"name\" is missing in entry 1. Maybe \"name\" instead of \"nam\"",
                        "6:16 unknown key \"nam\". Maybe \"name\"",
                        "7:9 \"events\" is an empty list",
                        "9:42 \"workingDays\" must not be below 1, but is 0",
                        "10:40 \"workingDays\" must be a whole number or a block of keys, not the number 2.5",
                        "12:41 \"role\" is \"BOSS\", which is none of OFFICER, LEADER, ADMINISTRATOR, SEAT, ARBITER",
                        "13:13 \"unassigned\" is missing in \"assignment\"",
                        "13:13 \"returned\" is missing in \"assignment\"",
                        "13:13 \"disputed\" is missing in \"assignment\"");
    }

    @Test
    void findsNamesThatStandForNothing() throws Exception {
        var loaded = read("""
                id: visit
                name: 走访
                start: opened
                states:
                  - {id: open, name: 办理中, task: 办理}
                  - {id: open, name: 办理中, task: 办理}
                  - {id: waiting, name: 等待}
                  - {id: done, name: 办结, task: 归档, end: true}
                events:
                  - {id: finish, name: 办结, from: [open, donee], to: done, by: HANDLER}
                  - {id: tacit, name: 视为办结, from: done, to: close, by: CLOCK}
                  - {id: open, name: 打开, from: open, to: done, by: HANDLER}
                clocks:
                  - id: promise
                    name: 期限
                    workingDays: 3
                    starts: [open, {event: opn, counts: OPENING}]
                    stops: finsh
                    runsOut: finish
                    pauses:
                      - {id: rain, name: 下雨, begins: finish, ends: dry}
                    raise:
                      - {after: 0, level: haed}
                levels:
                  - {id: head, name: 负责人, owner: {role: LEADER, unit: OWN}}
                assignment:
                  unassigned: {workingDays: 1, level: boss}
                  returned: {workingDays: 1, level: head}
                  disputed: {workingDays: 0, level: head}
                """);
        assertThat(said(loaded))
                .containsExactly(
                        "3:8 there is no state \"opened\". Maybe open",
                        "6:10 \"open\" is here for the second time. Maybe give it another id",
                        "7:10 the state \"waiting\" has no task: a case in it would wait for nobody. "
                                + "Maybe add \"task:\", or \"end: true\"",
                        "8:32 nobody does a task in a state that is an end. Maybe it is no end",
                        "10:41 there is no state \"donee\". Maybe done",
                        "11:35 nothing leads on from \"done\", which is an end",
                        "11:45 there is no state \"close\". Maybe one of open, waiting, done",
                        "11:56 only a clock may bring about \"tacit\", and none does. "
                                + "Maybe \"runsOut: tacit\" at a clock",
                        "12:10 \"open\" is the opening of every case. Maybe another id",
                        "17:28 there is no event \"opn\". Maybe open",
                        "18:12 there is no event \"finsh\". Maybe finish",
                        "19:14 the event \"finish\" cannot be brought about by a clock. "
                                + "Maybe add CLOCK to its \"by\"",
                        "21:38 every pause needs its proof, but \"finish\" needs none. "
                                + "Maybe add \"needs: proof\" to the event",
                        "21:52 there is no event \"dry\". Maybe one of finish, tacit, open",
                        "23:27 there is no level \"haed\". Maybe head",
                        "27:39 there is no level \"boss\". Maybe one of head");
    }

    @Test
    void findsAStateThatNobodyCanReachOrLeave() throws Exception {
        var states = "  - {id: trap, name: 搁置, task: 办理}\n  - {id: island, name: 孤岛, task: 办理}\n";
        var events = "  - {id: shelve, name: 搁置, from: [open, trap], to: trap, by: HANDLER}\n"
                + "  - {id: rescue, name: 出岛, from: island, to: done, by: HANDLER}\n";
        var loaded = read(
                ERRAND.replace("  - {id: done,", states + "  - {id: done,").replace("levels:", events + "levels:"));
        assertThat(said(loaded))
                .containsExactly(
                        "6:10 from the state \"trap\" no end can be reached",
                        "7:10 no event leads to the state \"island\"");
    }

    @Test
    void whatAnEventNeedsAndWhoMayAreKnownWords() throws Exception {
        var loaded = read(ERRAND.replace("by: HANDLER}", "by: [HANDLR, {role: LEADER}], needs: [reson]}"));
        assertThat(said(loaded))
                .containsExactly(
                        "8:55 there is no party \"HANDLR\". Maybe HANDLER",
                        "8:88 there is no need \"reson\". Maybe reason");
    }
}
