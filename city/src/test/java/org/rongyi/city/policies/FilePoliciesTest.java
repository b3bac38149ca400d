package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.elements.CityTexts;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.PolicyEditor.PutAside;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyText;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/// Published texts stay in the city of the run, so each test publishes a policy of its own.
@CityTest
class FilePoliciesTest {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final Elements elements;
    private final Policies cityPolicies;
    private final JdbcTemplate database;
    private final Publications publications;
    private final BatchRecorder recorder;
    private final TestClock clock;
    private final CityWords city;
    private final String id = "T" + MADE.incrementAndGet();

    @TempDir
    private Path folder;

    FilePoliciesTest(
            @Autowired Elements elements,
            @Autowired Policies cityPolicies,
            @Autowired JdbcTemplate database,
            @Autowired Publications publications,
            @Autowired BatchRecorder recorder,
            @Autowired TestClock clock,
            @Autowired CityWords city) {
        this.elements = elements;
        this.cityPolicies = cityPolicies;
        this.database = database;
        this.publications = publications;
        this.recorder = recorder;
        this.clock = clock;
        this.city = city;
    }

    @BeforeEach
    void twoTexts() throws IOException {
        write("""
                id: %s
                title: 测试政策（虚构）
                versions:
                  - version: "2025"
                    validTo: 2026-03-31
                    conditions: [{rule: 从业人数季度平均 <= 30}]
                  - version: "2026"
                    validFrom: 2026-04-01
                    conditions: [{rule: 从业人数季度平均 <= 20}]
                    contact: 热线
                """);
        start();
    }

    private void write(String file) throws IOException {
        Files.createDirectories(folder.resolve("policies"));
        Files.writeString(folder.resolve("policies/policy.yaml"), file.formatted(id));
    }

    private void rewrite(String from, String to) throws IOException {
        String file = Files.readString(folder.resolve("policies/policy.yaml"));
        assertThat(file).contains(from);
        Files.writeString(folder.resolve("policies/policy.yaml"), file.replace(from, to));
    }

    private FilePolicies start() {
        return new FilePolicies(
                new CityTexts(new CityFolder(folder)),
                elements,
                new PublishedTexts(database, clock),
                publications,
                clock,
                city);
    }

    private static String version(FilePolicies policies, PolicyDefinition policy, LocalDate day) {
        return policies.text(policy, day).map(PolicyVersion::version).orElse("none");
    }

    @Test
    void theTextOfADayIsTheOneThatIsLawThen() {
        FilePolicies policies = start();
        PolicyDefinition policy = policies.find(id).orElseThrow();
        assertThat(version(policies, policy, MARCH)).isEqualTo("2025");
        assertThat(version(policies, policy, APRIL)).isEqualTo("2026");
        assertThat(policies.inForce(APRIL)).extracting(PolicyDefinition::id).containsExactly(id);
    }

    @Test
    void theCitysOwnPoliciesChangeWithTheLaw() {
        PolicyDefinition title = cityPolicies.find("P09").orElseThrow();
        assertThat(cityPolicies.text(title, MARCH)).isPresent();
        assertThat(cityPolicies.text(title, APRIL)).isEmpty();
        assertThat(cityPolicies.inForce(clock.today())).hasSizeGreaterThan(20).doesNotContain(title);
    }

    @Test
    void aTextThatIsNotKnownYetIsNotInForce() throws IOException {
        rewrite("validFrom: 2026-04-01", "validFrom: 2026-04-01\n    recordedOn: 2026-11-24");
        rewrite("version: \"2026\"", "version: \"2026.2\"");
        FilePolicies policies = start();
        assertThat(policies.inForce(APRIL)).isEmpty();
        clock.moveTo(LocalDate.of(2026, 11, 24));
        assertThat(policies.inForce(APRIL)).hasSize(1);
    }

    @Test
    void theSameFilesStartAgainAndAgain() {
        assertThatCode(this::start).doesNotThrowAnyException();
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void aPublishedTextThatItsFileChangedStopsTheStartAndSaysWhatToDo() throws IOException {
        rewrite("<= 20", "<= 25");
        assertThatThrownBy(this::start)
                .isInstanceOf(FaultyCityFiles.class)
                .hasMessageContaining("policy.yaml:7:5")
                .hasMessageContaining("version \"2026\" of policy " + id + " is published")
                .hasMessageContaining("(conditions)")
                .hasMessageContaining("Maybe give it a new version");
    }

    @Test
    void aMendedContactStopsNothing() throws IOException {
        rewrite("热线", "热线 12345");
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void everyFaultOfTheFilesStopsTheStart() throws IOException {
        rewrite("<= 30", "=<= 30");
        rewrite("<= 20", "<= 人数");
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        FaultyCityFiles.class, stop -> assertThat(stop.faults()).hasSize(2))
                .hasMessageContaining("policy.yaml:6:34")
                .hasMessageContaining("policy.yaml:9:37");
    }

    @Test
    void aTextThatLeftTheFilesIsLawNoMoreButStaysReadableAndJudgesAsBefore() throws IOException {
        write("""
                id: %s
                title: 测试政策（虚构）
                versions:
                  - version: "2027"
                    validFrom: 2027-01-01
                    conditions: [{rule: 从业人数季度平均 <= 10}]
                """);
        FilePolicies policies = start();
        PolicyDefinition policy = policies.find(id).orElseThrow();
        assertThat(policy.versions()).extracting(PolicyVersion::version).containsExactly("2027", "2025", "2026");
        assertThat(policies.text(policy, APRIL)).isEmpty();
        assertThat(policies.inForce(APRIL)).isEmpty();
        InForce gone = policies.published(id, "2026").orElseThrow();
        assertThat(gone.version().rule().decide(Row.of(Map.of("avgStaff", 20)), APRIL))
                .isEqualTo(new Outcome.Holds());
    }

    @Test
    void aPolicyWithoutAFileStaysReadable() throws IOException {
        write("{id: %sB, title: 另一条, conditions: [{rule: 从业人数季度平均 <= 10}]}");
        FilePolicies policies = start();
        assertThat(policies.find(id)).map(policy -> policy.versions().size()).contains(2);
        assertThat(policies.all()).extracting(PolicyDefinition::id).contains(id, id + "B", "P01");
        assertThat(policies.inForce(APRIL)).extracting(PolicyDefinition::id).containsExactly(id + "B");
    }

    private void publishOnAPage(FilePolicies policies, String file) {
        recorder.judgedBy(recorder.texts()); // the city of the run hears of it, too
        publications.add(new Publications.Publication(
                0, id, file.formatted(id), policies.fileTexts(id), "测试", "editor", "某编辑", clock.instant()));
    }

    @Test
    void whatWasPublishedOnAPageCountsAfterAStartTooUntilItsFileBringsAnotherText() throws IOException {
        FilePolicies policies = start();
        publishOnAPage(policies, """
                id: %s
                title: 测试政策（页面上发布）
                versions:
                  - version: "2027"
                    conditions: [{rule: 从业人数季度平均 <= 10}]
                """);
        assertThat(version(policies, policies.find(id).orElseThrow(), APRIL)).isEqualTo("2026");
        policies.refresh();
        assertThat(version(policies, policies.find(id).orElseThrow(), APRIL)).isEqualTo("2027");
        FilePolicies next = start();
        assertThat(version(next, next.find(id).orElseThrow(), APRIL)).isEqualTo("2027");
        rewrite("热线", "热线 12345");
        assertThat(start().publication(id))
                .as("a mended contact brings no other text")
                .isPresent();
        rewrite("contact", "validTo: 2026-12-31\n    contact");
        FilePolicies changed = start();
        assertThat(version(changed, changed.find(id).orElseThrow(), APRIL)).isEqualTo("2026");
        assertThat(changed.aside())
                .filteredOn(aside -> aside.policyId().equals(id))
                .extracting(PutAside::why)
                .containsExactly(PutAside.Why.FILE_CHANGED);
    }

    @Test
    void aFileThatNamesAnotherTextAsOnePublishedOnAPageIsPutAsideAndTheCityOpens() throws IOException {
        FilePolicies policies = start();
        String onPage = Files.readString(folder.resolve("policies/policy.yaml"))
                + "  - {version: \"2027\", validFrom: 2027-01-01, recordedOn: 2026-11-20,"
                + " conditions: [{rule: 从业人数季度平均 <= 10}]}\n";
        new PublishedTexts(database, clock)
                .publish(List.of(PolicyText.read("page", onPage, elements.definitions())
                        .value()
                        .orElseThrow()));
        publishOnAPage(policies, onPage);
        String shipped = onPage.replace("<= 10", "<= 12");
        write(shipped);
        FilePolicies opened = start();
        LocalDate then = LocalDate.of(2027, 1, 1);
        PolicyVersion text = opened.text(opened.find(id).orElseThrow(), then).orElseThrow();
        assertThat(text.rule().text()).contains("<= 10");
        assertThat(opened.aside())
                .filteredOn(aside -> aside.policyId().equals(id))
                .extracting(PutAside::why, PutAside::version)
                .containsExactly(tuple(PutAside.Why.NAME_TAKEN, "2027"));
        rewrite("\"2027\"", "\"2027.1\"");
        FilePolicies renamed = start();
        assertThat(version(renamed, renamed.find(id).orElseThrow(), then))
                .as("another text under its own name: the file counts again")
                .isEqualTo("2027.1");
    }

    @Test
    void whatIsPublishedCannotBeChangedEvenByAStatement() {
        assertThatThrownBy(() -> database.update("update policies.version set content = '' where policy_id = ?", id))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never change");
    }
}
