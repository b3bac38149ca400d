package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCatalogueTest {
    private static final Path CHENGDU = Path.of("../cities/chengdu");
    private static final String TERMS = """
            departments:
              - {id: market, name: 市监}
              - {id: fire, name: 消防}
            licences:
              - {id: licence, name: 执照, heldWhen: string length(统一社会信用代码) = 18}
              - {id: food, name: 食品证}
            materials:
              - {id: plan, name: 平面图}
              - {id: licence-copy, name: 执照, provedBy: licence, sharedBy: market}
            """;

    @TempDir
    Path folder;

    private Loaded<ServiceCatalogue> read(List<String> items, List<String> journeys) throws Exception {
        return read(TERMS, items, journeys);
    }

    private Loaded<ServiceCatalogue> read(String terms, List<String> items, List<String> journeys) throws Exception {
        Files.writeString(folder.resolve("services.yaml"), terms);
        write("items", items);
        write("journeys", journeys);
        return ServiceCatalogue.read(folder, Definitions.shipped());
    }

    private void write(String kind, List<String> texts) throws Exception {
        Files.createDirectories(folder.resolve(kind));
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(folder.resolve(kind + "/" + (char) ('a' + i) + ".yaml"), texts.get(i));
        }
    }

    private static String item(String id, String more) {
        return "id: %s\nname: 事项%s\ntype: PERMIT\ndepartment: market\nwhat: 做事\n%s".formatted(id, id, more);
    }

    private static String journey(String... items) {
        return "id: j\nname: 一件事\nstage: START\nlead: market\nwhat: 办事\nitems:\n"
                + Stream.of(items).map("  - item: %s\n"::formatted).collect(Collectors.joining());
    }

    private List<String> said(Loaded<?> loaded) {
        return loaded.faults().stream()
                .map(fault -> folder.relativize(Path.of(fault.place().file())) + ":"
                        + fault.place().line() + ":" + fault.place().column() + " "
                        + fault.message().replace(folder + "/", "")
                        + (fault.advice() == null ? "" : ". " + fault.advice()))
                .toList();
    }

    @Test
    void theShippedCityHasNoFaultAndAllItsItemsBelongToAJourney() {
        var definitions = Definitions.shipped().withCity(CHENGDU);
        assertThat(definitions.faults()).isEmpty();
        var loaded = ServiceCatalogue.read(CHENGDU, definitions.value());
        assertThat(loaded.faults().stream().map(Fault::render)).isEmpty();
        var catalogue = loaded.value();
        assertThat(catalogue.journeys()).hasSize(13);
        assertThat(catalogue.items()).hasSize(77).allSatisfy(item -> {
            assertThat(catalogue.journeysWith(item.id())).as(item.id()).isNotEmpty();
            assertThat(item.verify()).as(item.id()).isNotEmpty();
            assertThat(item.name().en()).as(item.id()).isNotEqualTo(item.name().zh());
            assertThat(item.result()).as(item.id()).isNotNull();
        });
    }

    @Test
    void aCityWithoutServicesHasAnEmptyCatalogue() {
        var loaded = ServiceCatalogue.read(folder, Definitions.shipped());
        assertThat(loaded.faults()).isEmpty();
        assertThat(loaded.value().items()).isEmpty();
    }

    @Test
    void readsAFullItem() throws Exception {
        var loaded = read(List.of("""
                id: food-permit
                version: "2026.1"
                name: {zh: 食品许可, en: Food permit}
                code: "000131"
                type: PERMIT
                department: market
                with: fire
                level: DISTRICT
                who: 经营者
                what: 开店
                online: WHOLE
                anywhere: true
                limit: {legal: 20, promised: 5, note: 可以延长}
                fee: {free: true}
                basis: [{title: 食品安全法, clause: 第三十五条}]
                needs: {elements: [统一社会信用代码, premisesArea], materials: plan, licences: [licence]}
                situations:
                  - {id: big, name: 大店, when: 经营场所面积 > 100, needs: {elements: seatCount}, promised: 8}
                yields: {licences: food}
                result: {name: 许可证, looks: 一张证, valid: 5 年}
                verify: [{zh: 待核, en: to verify}]
                """), List.of(journey("food-permit")));
        assertThat(said(loaded)).isEmpty();
        var item = loaded.value().item("food-permit").orElseThrow();
        assertThat(item.limit().days()).isEqualTo(5);
        assertThat(item.with()).containsExactly("fire");
        assertThat(item.anywhere()).isTrue();
        assertThat(item.needs().elements().stream().map(ServiceItem.Named::id))
                .containsExactly("creditCode", "premisesArea");
        assertThat(item.situations().getFirst().when().elements()).containsExactly("premisesArea");
        assertThat(loaded.value().terms().material("licence-copy").orElseThrow().provedBy())
                .containsExactly("licence");
    }

    @Test
    void listsEveryFaultOfEveryFileInOneRun() throws Exception {
        var loaded = read(
                TERMS + "  - {id: plan, name: 又一张}\n  - {id: x, name: x, provedBy: licens}\n",
                List.of(
                        item("a", "needs: {elements: [premisesAreas, seatCount, seatCount], materials: [plann]}\n"),
                        item("b", "limit: {legal: 10, promised: 12}\n"),
                        item("c", "situations: [{id: s, name: s, when: 餐位数 >}]\ncolour: red\n"),
                        item("d", "needs: {elements: [rdRatio]}\n")),
                List.of(journey("e", "e")));
        assertThat(said(loaded))
                .anyMatch(fault -> fault.startsWith("items/a.yaml:6:20 there is no element \"premisesAreas\". Maybe"))
                .contains("items/a.yaml:6:46 element \"seatCount\" is here for the second time")
                .contains("items/a.yaml:6:70 there is no material \"plann\". Maybe plan")
                .contains("items/b.yaml:6:30 promises 12 working days, the law allows 10. Maybe the two are exchanged")
                .anyMatch(fault -> fault.startsWith("items/c.yaml:6:"))
                .anyMatch(fault -> fault.startsWith("items/c.yaml:7:1 "))
                .contains("items/d.yaml:6:20 element \"rdRatio\" is computed and can be neither asked nor yielded."
                        + " Maybe name the elements of its formula")
                .contains("journeys/a.yaml:8:11 item \"e\" is here for the second time")
                .contains("services.yaml:10:10 \"plan\" is here for the second time. Maybe give it another id")
                .contains("services.yaml:11:32 there is no licence \"licens\". Maybe licence");
    }

    @Test
    void aNeedThatNobodyMeetsIsAFaultOfTheItem() throws Exception {
        var needs = item("a", "needs: {elements: [taxOffice]}\n");
        assertThat(said(read(List.of(needs), List.of())))
                .containsExactly(
                        "items/a.yaml:6:20 element \"taxOffice\" is needed, but no item yields it and nobody can"
                                + " answer it. Maybe give the element a question (ask), or an item that yields it");
        var yields = item("b", "yields: {elements: [taxOffice]}\n");
        assertThat(said(read(List.of(needs, yields), List.of(journey("a", "b")))))
                .isEmpty();
        assertThat(said(read(List.of(needs, yields), List.of(journey("a")))))
                .containsExactly("journeys/a.yaml:7:11 item \"a\" needs element \"taxOffice\", which no item here"
                        + " yields and nobody can answer. Maybe add the item that yields it");
    }

    @Test
    void twoItemsForOneThingAreAFault() throws Exception {
        var loaded = read(
                List.of(
                        item("a", "code: \"1\"\n"),
                        item("b", "code: \"1\"\n"),
                        item("a", ""),
                        item("c", "").replace("事项c", "事项a")),
                List.of());
        assertThat(said(loaded))
                .containsExactly(
                        "items/b.yaml:1:5 item \"b\" has the code of \"a\"",
                        "items/c.yaml:1:5 item \"a\" is already defined in items/a.yaml. Maybe give it another id",
                        "items/d.yaml:1:5 item \"c\" has the department and the name of \"a\". Maybe they are one item"
                                + " with two situations");
    }

    @Test
    void aJourneyKnowsItsItemsAndNoneWaitsForItself() throws Exception {
        var items = List.of(
                item("a", "needs: {elements: taxOffice}\nyields: {licences: food}\n"),
                item("b", "needs: {licences: food}\nyields: {elements: taxOffice}\n"),
                item("c", "needs: {licences: food}\nyields: {licences: food}\n"));
        assertThat(said(read(items, List.of(journey("c", "a", "b", "bb")))))
                .containsExactly(
                        "journeys/a.yaml:8:11 these items wait for each other: a -> b -> a. Maybe one of them yields"
                                + " what it only passes on",
                        "journeys/a.yaml:10:11 there is no item \"bb\". Maybe b");
    }

    @Test
    void whatIsPublishedChangesOnlyUnderANewVersion() {
        assertThat(ServiceCatalogue.changes(
                        "{\"id\":\"a\",\"limit\":{\"legal\":10},\"verify\":[\"x\"]}",
                        "{\"id\":\"a\",\"limit\":{\"legal\":10.0},\"fee\":{\"free\":true}}"))
                .containsExactly("fee", "limit");
        assertThat(ServiceCatalogue.changes("{\"id\":\"a\",\"verify\":[\"x\"]}", "{\"source\":\"s\",\"id\":\"a\"}"))
                .isEmpty();
    }
}
