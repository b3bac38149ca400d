package org.rongyi.city.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.elements.CityTexts;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.ServiceCatalogue;
import org.rongyi.rules.Row;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;

/// Published texts stay in the city of the run, so each test publishes an item of its own.
@CityTest
class FileServicesTest {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Acting ADMINISTRATOR =
            new Acting(new Person("admin", "管理员（测试）", "", Set.of(Role.ADMINISTRATOR)), null);
    private static final Acting OFFICER = new Acting(new Person("market", "办事员（测试）", "市监", Set.of(Role.OFFICER)), null);

    @Autowired
    private Elements elements;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Journeys journeys;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private JdbcClient client;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private CityWords words;

    @Autowired
    private TestClock clock;

    @TempDir
    private Path folder;

    private final String id = "test-item-" + MADE.incrementAndGet();

    private FileServices start(String more) throws IOException {
        Files.writeString(folder.resolve("services.yaml"), "departments: [{id: d, name: 部门}]\n");
        Files.createDirectories(folder.resolve("items"));
        Files.writeString(
                folder.resolve("items/item.yaml"),
                "id: %s\nname: 测试事项%s\ntype: PERMIT\ndepartment: d\nwhat: 测试\n%s".formatted(id, id, more));
        return new FileServices(
                new CityTexts(new CityFolder(folder)),
                elements,
                new PublishedServices(database, clock),
                stubs(),
                clock,
                words);
    }

    private StubTable stubs() {
        return new StubTable(database, client, transactions, clock);
    }

    @Test
    void theCityHasItsItemsAndJourneys() {
        assertThat(catalogue.items()).hasSizeGreaterThan(60);
        assertThat(journeys.with("food-permit")).hasSizeGreaterThan(1);
        var journey = journeys.find("start-company").orElseThrow();
        assertThat(journeys.plan(journey, Row.of(Map.of()), Set.of()).questions())
                .isNotEmpty();
        assertThat(catalogue.versions("food-permit"))
                .singleElement()
                .satisfies(version -> assertThat(version.current()).isTrue());
    }

    @Test
    void whatIsPublishedUnderAVersionStays() throws IOException {
        start("limit: {legal: 20}\n");
        start("limit: {legal: 20}\nverify: 待核\n");
        assertThatThrownBy(() -> start("limit: {legal: 30}\n"))
                .isInstanceOf(FaultyCityFiles.class)
                .hasMessageContaining("version \"1\" of " + id + " is published")
                .hasMessageContaining("(limit)");
        FileServices later = start("version: \"2\"\nlimit: {legal: 30}\n");
        assertThat(later.versions(id))
                .extracting(Catalogue.Published::version, Catalogue.Published::current)
                .containsExactlyInAnyOrder(tuple("1", false), tuple("2", true));
        assertThatThrownBy(() -> database.update("update services.published set content = ''"))
                .hasMessageContaining("never change");
    }

    @Test
    void anotherCityHasOtherItems() {
        Path yunxi = Path.of("src/test/resources/cities/yunxi");
        var loaded = ServiceCatalogue.read(
                yunxi, Definitions.shipped().withCity(yunxi).value());
        assertThat(loaded.faults()).isEmpty();
        assertThat(loaded.value().journey("open-tea-house").orElseThrow().parts())
                .hasSize(2);
    }

    @Test
    void whatIsEditedOnAPageHoldsAfterAStartUntilTheFileHasAnotherVersion() throws IOException {
        FileServices first = start("limit: {legal: 5}\n");
        ItemEditor editor = new ItemEditing(first, new PublishedServices(database, clock), clock);
        Map<ItemField, String> values =
                new EnumMap<>(editor.open(id).orElseThrow().values());
        values.put(ItemField.PROMISED, "9");
        assertThat(editor.publish(id, "1", values, "太长", ADMINISTRATOR)).isEqualTo(ItemEditor.Publishing.NOT_SOUND);
        values.put(ItemField.PROMISED, "2");
        assertThatThrownBy(() -> editor.publish(id, "1", values, "不归他", OFFICER))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(editor.publish(id, "1", values, "新承诺", ADMINISTRATOR)).isEqualTo(ItemEditor.Publishing.DONE);
        assertThat(editor.publish(id, "1", values, "晚了一步", ADMINISTRATOR)).isEqualTo(ItemEditor.Publishing.STALE);
        assertThat(editor.history(id))
                .singleElement()
                .satisfies(edit ->
                        assertThat(edit.changes()).containsExactly(new ItemEditor.Change(ItemField.PROMISED, "", "2")));
        for (FileServices running : List.of(first, start("limit: {legal: 5}\n"))) {
            assertThat(running.item(id).orElseThrow().version()).isEqualTo("1+1");
            assertThat(running.item(id).orElseThrow().limit().promised()).isEqualTo(2);
        }
        assertThat(first.replaced()).isEmpty();
        FileServices later = start("version: \"2\"\nlimit: {legal: 4}\n");
        assertThat(later.item(id).orElseThrow().version())
                .as("the file counts again")
                .isEqualTo("2");
        assertThat(later.replaced()).as("and that is said").singleElement().satisfies(replaced -> {
            assertThat(replaced.item().id()).isEqualTo(id);
            assertThat(replaced.edited()).isEqualTo("1+1");
        });
    }

    @Test
    void whoeverWasSlowerInAnotherProcessSeesItAndTheTenthEditIsNewerThanTheNinth() throws IOException {
        ItemEditor one = editor(start("limit: {legal: 20}\n"));
        ItemEditor other = editor(start("limit: {legal: 20}\n"));
        assertThat(promise(one, "1", "1")).isEqualTo(ItemEditor.Publishing.DONE);
        assertThat(promise(other, "1", "2")).isEqualTo(ItemEditor.Publishing.STALE);
        assertThat(other.open(id).orElseThrow().version())
                .as("opened anew it is seen")
                .isEqualTo("1+1");
        for (int edit = 2; edit <= 10; edit++) {
            assertThat(promise(other, "1+" + (edit - 1), String.valueOf(edit))).isEqualTo(ItemEditor.Publishing.DONE);
        }
        assertThat(start("limit: {legal: 20}\n").item(id).orElseThrow().version())
                .isEqualTo("1+10");
        assertThat(other.history(id).getFirst().version()).isEqualTo("1+10");
    }

    @Test
    void everyItemIsReadBackAsItStandsInItsFile() {
        ItemEditor editor = new ItemEditing((FileServices) catalogue, new PublishedServices(database, clock), clock);
        assertThat(catalogue.items()).allSatisfy(item -> {
            ItemEditor.Trial trial = editor.tryOut(
                    item.id(), editor.open(item.id()).orElseThrow().values());
            assertThat(trial.changes()).isEmpty();
            assertThat(trial.sound()).isTrue();
        });
    }

    @Test
    void aSituationIsAddedWithItsRuleAndAFaultStandsWhereItWasTyped() throws IOException {
        ItemEditor editor = editor(start("limit: {legal: 20, promised: 5}\n"));
        Map<ItemField, String> values =
                new EnumMap<>(editor.open(id).orElseThrow().values());
        values.put(ItemField.SITUATIONS, """
                - id: large
                  name: {zh: 大店, en: A large shop}
                  when: 经营场所面积 > 500 adn 餐位数 > 3
                  promised: 30
                version: "9"
                """);
        assertThat(editor.tryOut(id, values).sound())
                .as("a line is no key of the item")
                .isFalse();
        values.put(ItemField.SITUATIONS, """
                - id: large
                  name: {zh: 大店, en: A large shop}
                  when: 经营场所面积 > 500 adn 餐位数 > 3
                  promised: 30
                  needs:
                    elements: [noSuchElement]""");
        List<Fault> faults = editor.tryOut(id, values).faults();
        assertThat(faults)
                .extracting(
                        fault -> fault.place().file(), fault -> fault.place().line())
                .containsExactlyInAnyOrder(tuple("SITUATIONS", 3), tuple("SITUATIONS", 4), tuple("SITUATIONS", 6));
        assertThat(faults)
                .filteredOn(fault -> fault.place().line() == 3)
                .singleElement()
                .satisfies(fault -> assertThat(fault.place().column()).isEqualTo("  when: 经营场所面积 > 5".length()));
        values.put(ItemField.SITUATIONS, """
                - id: large
                  name: {zh: 大店, en: A large shop}
                  when: 经营场所面积 > 500   # 平方米
                  promised: 10""");
        assertThat(editor.publish(id, "1", values, "大店时间长", ADMINISTRATOR)).isEqualTo(ItemEditor.Publishing.DONE);
        assertThat(editor.history(id).getFirst().changes())
                .extracting(ItemEditor.Change::field)
                .containsExactly(ItemField.SITUATIONS);
        assertThat(editor.open(id).orElseThrow().values().get(ItemField.SITUATIONS))
                .isEqualTo("""
                - id: large
                  name: {zh: 大店, en: A large shop}
                  when: |-
                    经营场所面积 > 500
                  promised: 10""");
    }

    private ItemEditor editor(FileServices services) {
        return new ItemEditing(services, new PublishedServices(database, clock), clock);
    }

    private ItemEditor.Publishing promise(ItemEditor editor, String seen, String days) {
        Map<ItemField, String> values =
                new EnumMap<>(editor.open(id).orElseThrow().values());
        values.put(ItemField.PROMISED, days);
        return editor.publish(id, seen, values, "新承诺", ADMINISTRATOR);
    }

    @Test
    void aTableOfNamesIsTakenAsStubsAndEachFaultyRowIsReported() throws IOException {
        String code = "T-" + id;
        Path table = folder.resolve("items.csv");
        Files.writeString(table, """
                department,main_item,name,item_code
                区经信局,未分类,企业投资项目备案,%1$s-1
                区住建局,未分类,,%1$s-2
                区住建局,未分类,没有编码,
                区住建局,未分类,"同一编码，再来",%1$s-1
                区住建局,未分类,"施工许可
                （分期）",%1$s-3
                """.formatted(code), Charset.forName("GB18030"));
        StubFile file = StubFile.read(table);
        assertThat(file.read()).isEqualTo(5);
        assertThat(file.problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.reason())
                .containsExactly(
                        "3:3 no name of an item", "4:4 no code of an item", "5:4 the code is in line 2 already");
        assertThat(stubs().put(file.rows(), "items.csv")).isEqualTo(2);
        assertThat(stubs().put(file.rows(), "items.csv")).isZero();
        assertThat(catalogue.stub(code + "-1").orElseThrow().department()).isEqualTo("区经信局");
        assertThat(catalogue.stubs(code + " 施工", 5))
                .extracting(Catalogue.Stub::code)
                .containsExactly(code + "-3");
        assertThat(catalogue.stubs(code, 1)).hasSize(1);
        assertThat(catalogue.countStubs(code)).isEqualTo(2);
        assertThat(catalogue.stubs(code + "%", 5)).isEmpty();
        assertThat(catalogue.item(code + "-1")).isEmpty();
    }

    @Test
    void aTableWithoutCodesIsRefusedWithAdvice() throws IOException {
        Path table = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");
        StubFile file = StubFile.read(table);
        assertThat(file.rows()).isEmpty();
        assertThat(file.problems())
                .extracting(StubFile.Problem::reason)
                .isEqualTo(List.of("no columns for code and name. Maybe name them item_code and name"));
    }
}
