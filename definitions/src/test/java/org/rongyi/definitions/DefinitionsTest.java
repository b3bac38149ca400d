package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.rules.ValueType;

class DefinitionsTest {
    @TempDir
    Path folder;

    private Loaded<Definitions> elements(String yaml) throws Exception {
        var file = folder.resolve("elements.yaml");
        Files.writeString(file, yaml);
        return Definitions.ofElements(file);
    }

    private List<String> said(Loaded<?> loaded) {
        return loaded.faults().stream()
                .map(fault -> fault.place().line() + ":" + fault.place().column() + " " + fault.message()
                        + (fault.advice() == null ? "" : ". " + fault.advice()))
                .toList();
    }

    @Test
    void shipsElementsWhoseClassificationsAreThere() {
        var shipped = Definitions.shipped();
        var type = shipped.find("主体类型").orElseThrow();
        assertThat(type.id()).isEqualTo("entityType");
        assertThat(type.element().type()).isEqualTo(ValueType.CODE);
        assertThat(shipped.classificationOf("entityType").orElseThrow().contains("个体工商户"))
                .isTrue();
        var industry = shipped.classification("industry").orElseThrow();
        assertThat(industry.hasPrefix("C39")).isTrue();
        assertThat(industry.path("C3911").stream().map(Classification.Entry::code))
                .containsExactly("C3911", "C391", "C39", "C");
        assertThat(shipped.elements()).hasSizeGreaterThan(60);
    }

    @Test
    void shipsFilesWithoutFaultsOrWarnings() throws Exception {
        var schema = Path.of("src/main/resources/org/rongyi/definitions/elements.yaml");
        assertThat(Definitions.ofElements(schema).faults()).isEmpty();
    }

    @Test
    void shipsEveryElementUnderAHeadingOfThePortrait() {
        assertThat(Definitions.shipped().elements())
                .filteredOn(element -> element.theme() == null)
                .isEmpty();
    }

    @Test
    void needsOnlyIdAndTypeOfAnElement() throws Exception {
        var loaded = elements("- id: staff\n  type: number\n- {id: turnover, type: number, zh: 营收}\n");
        assertThat(loaded.faults()).isEmpty();
        var staff = loaded.value().find("staff").orElseThrow();
        assertThat(staff.name()).isEqualTo(new Words("staff", "staff"));
        assertThat(loaded.value().dictionary().find("营收")).isPresent();
        assertThat(loaded.value().find("营业收入")).isEmpty();
    }

    @Test
    void listsEveryFaultOfAnElementsFileInOneRun() throws Exception {
        var loaded = elements("""
                - id: staff
                  typ: number
                - id: 9lives
                  type: nummer
                - id: revenue
                  type: number
                  unit: {en: yuan}
                  sensitivity: X
                  selfDeclared: yes
                - type: text
                - id: kind
                  type: code
                  zh: 3
                - id: kind
                  type: text
                - just a text
                """);
        assertThat(said(loaded))
                .containsExactly(
                        "1:3 \"type\" is missing in entry 1. Maybe \"type\" instead of \"typ\"",
                        "2:3 unknown key \"typ\". Maybe \"type\"",
                        "3:7 \"id\" cannot be \"9lives\". "
                                + "Maybe letters, digits and \"_\" only, beginning with a letter",
                        "4:9 \"type\" is \"nummer\", which is none of number, text, code, codes, boolean, date. "
                                + "Maybe number",
                        "7:9 \"zh\" is missing in \"unit\"",
                        "8:16 \"sensitivity\" is \"X\", which is none of P, I, C, S. Maybe P",
                        "9:17 \"selfDeclared\" must be true or false, not the text \"yes\"",
                        "10:3 \"id\" is missing in entry 4",
                        "13:7 \"zh\" must be a text, not the number 3. Maybe \"3\", in quotes",
                        "14:7 element \"kind\" is defined twice",
                        "16:3 entry 7 must be a block of keys, not the text \"just a text\"");
        assertThat(loaded.sound()).isFalse();
    }

    @Test
    void findsFaultsOfFormulasWhereTheyStand() throws Exception {
        var loaded = elements("""
                - id: revenue
                  type: number
                - id: share
                  type: number
                  formula: >-
                    revenue
                    / revnue
                """);
        assertThat(said(loaded)).singleElement().asString().startsWith("7:7 ").endsWith("Maybe (revenue).");
    }

    @Test
    void addsACitysElementsAndClassificationsToTheShippedOnes() throws Exception {
        Files.createDirectory(folder.resolve("classifications"));
        Files.writeString(folder.resolve("classifications/park.csv"), "code,zh,en\nA,东园,East Park\nB,西园,\n");
        Files.writeString(folder.resolve("elements.yaml"), """
                - id: garden
                  type: code
                  zh: 园
                  classification: park
                - id: entityType
                  type: text
                """);
        var loaded = Definitions.shipped().withCity(folder);
        assertThat(said(loaded))
                .singleElement()
                .asString()
                .contains("element \"entityType\" is already defined in elements.yaml:");
        var park = loaded.value().classificationOf("garden").orElseThrow();
        assertThat(park.find("A").orElseThrow().name()).isEqualTo(new Words("东园", "East Park"));
        assertThat(park.find("B").orElseThrow().name()).isEqualTo(Words.same("西园"));
        assertThat(loaded.value().find("entityType").orElseThrow().element().type())
                .isEqualTo(ValueType.CODE);
    }

    @Test
    void knowsTheAreasOfACityAsATree() throws Exception {
        Files.createDirectory(folder.resolve("areas"));
        Files.writeString(folder.resolve("areas/districts.csv"), "code,name,en\n990102,东区,East\n");
        Files.writeString(folder.resolve("areas/streets.csv"), "code,name,en\n990102001,一街,First\n");
        Files.writeString(folder.resolve("areas/villages.csv"), "code,name\n990102001001,一村\n990102009001,孤村\n");
        Files.writeString(folder.resolve("areas/aliases.csv"), "alias,code\n990199,990102\n");
        var loaded = Definitions.shipped().withCity(folder);
        assertThat(loaded.faults()).isEmpty();
        var areas = loaded.value().classification("area").orElseThrow();
        assertThat(areas.path("990102001001").stream().map(entry -> entry.name().zh()))
                .containsExactly("一村", "一街", "东区");
        assertThat(areas.path("990102009001")).hasSize(1);
        assertThat(areas.contains("990199")).isFalse();
    }

    @Test
    void reportsCodesThatAreThereTwiceAndParentsThatAreNot() throws Exception {
        Files.createDirectory(folder.resolve("classifications"));
        Files.writeString(folder.resolve("classifications/a.yaml"), "- code: A\n- code: A\n- {code: B, parent: AA}\n");
        Files.writeString(folder.resolve("classifications/b.csv"), "kode,zh\n1,x\n");
        Files.writeString(folder.resolve("classifications/c.csv"), "code,zh\n1,x\n1,y\n,z\n");
        assertThat(said(Definitions.shipped().withCity(folder)))
                .containsExactly(
                        "2:9 code \"A\" is here for the second time",
                        "3:10 the parent \"AA\" of \"B\" is not in the classification. Maybe A",
                        "1:1 there is no column \"code\" among kode, zh. Maybe \"code\" instead of \"kode\"",
                        "3:1 code \"1\" is here for the second time",
                        "4:1 the code is empty");
    }
}
