package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.city.vocabulary.Grams;

/// Where an appeal goes, by the file of the city.
class RoutingTest {
    private static final int LONGEST = 22;
    private static final int CONTACT = 40 * 60;
    private static final AppealCatalogue CATALOGUE =
            CatalogueFile.read(Path.of("..", "cities", "chengdu", "appeals.yaml"), LONGEST, CONTACT);
    private static final Routing ROUTING = new Routing(CATALOGUE);

    @ParameterizedTest
    @CsvSource({
        "隔壁着火了快来人, emergency",
        "店里燃气泄漏，味道很大, emergency",
        "法院判决下来了我不服, litigation",
        "我们已经申请仲裁，要求辞退补偿, arbitration",
        "想对罚款申请行政复议, review",
        "工作人员索贿, discipline",
        "要求信息公开征地批文, disclosure",
    })
    void whatTheLawSendsElsewhereIsToldSo(String words, String route) {
        assertThat(ROUTING.elsewhere(words).orElseThrow().id()).isEqualTo(route);
        assertThat(ROUTING.elsewhere(words).orElseThrow().tell().zh()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "一个月被四个部门重复检查, E0801, true",
        "门口停电两天没人修，供电说在排队, E0601, true",
        "货款拖欠半年, E0902, true",
        "发票怎么办, E0301, false",
    })
    void theWordsOfTheCatalogueTellTheCategory(String words, String category, boolean sure) {
        Routing.Advice advice = ROUTING.advise(words);
        assertThat(advice.leaf())
                .isNotNull()
                .extracting(AppealCatalogue.Leaf::code)
                .isEqualTo(category);
        assertThat(advice.sure()).isEqualTo(sure);
        assertThat(ROUTING.elsewhere(words)).isEmpty();
    }

    @Test
    void whatNoWordTellsGoesToNobodyByItself() {
        assertThat(ROUTING.advise("说不清楚的一件事").leaf()).isNull();
        assertThat(ROUTING.type("说不清楚的一件事", null).workingDays())
                .as("nobody's department is rushed before it is known")
                .isEqualTo(15);
    }

    @Test
    void theTimesAreThoseOfTheType() {
        assertThat(CATALOGUE.type("CONSULT").orElseThrow().workingDays()).isEqualTo(3);
        assertThat(CATALOGUE.type("HELP").orElseThrow().workingDays()).isEqualTo(7);
        assertThat(CATALOGUE.type("COMPLAINT").orElseThrow().workingDays()).isEqualTo(15);
        AppealCatalogue.Leaf power = CATALOGUE.leaf("E0601").orElseThrow();
        assertThat(ROUTING.type("停电", power).id()).isEqualTo("HELP");
        assertThat(ROUTING.type("我要投诉停电", power).id()).isEqualTo("COMPLAINT");
    }

    @Test
    void theDispatchCatalogueGoesBeforeTheCategory() {
        AppealCatalogue.Leaf inspections = CATALOGUE.leaf("E0801").orElseThrow();
        assertThat(ROUTING.unit(inspections, "510104", "F5212")).isEqualTo("城管");
        assertThat(ROUTING.unit(inspections, "510104", "H6210")).isEqualTo("市监");
        assertThat(ROUTING.unit(inspections, null, null)).isEqualTo("市监");
    }

    @Test
    void everyCategoryOfTheTreeIsThere() {
        Set<String> codes = new HashSet<>();
        CATALOGUE.leaves().forEach(leaf -> codes.add(leaf.code()));
        assertThat(CATALOGUE.categories()).hasSize(12);
        assertThat(codes).hasSize((int) CATALOGUE.leaves().count()).hasSizeGreaterThan(55);
    }

    @Test
    void aFaultyFileStopsTheCityWithEveryFault(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("appeals.yaml");
        Files.writeString(file, """
                desk: 热线
                types: [{id: HELP, name: 求助, workingDays: 70}]
                categories:
                  - code: E01
                    name: 一
                    leaves: [{code: E0101, name: 二, type: HLP, unit: 市监}, {code: E0101, name: 三, type: HELP, unit: 市监}]
                dispatch: [{category: E99, unit: 市监}]
                """);
        assertThatThrownBy(() -> CatalogueFile.read(file, LONGEST, CONTACT))
                .isInstanceOf(FaultyCityFiles.class)
                .hasMessageContaining("(70) working days")
                .hasMessageContaining("there is no type (HLP)")
                .hasMessageContaining("second time")
                .hasMessageContaining("no category begins with (E99)");
    }

    @Test
    void noTypesAndWhatStandsThereTwiceAreFoundWithTheirPlace(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("appeals.yaml");
        Files.writeString(file, """
                desk: 热线
                types: []
                routes:
                  - {id: court, name: 一, say: [法院], tell: 二, basis: 三}
                  - {id: court, name: 一, say: [法院], tell: 二, basis: 三}
                categories:
                  - {code: E01, name: 一, leaves: []}
                  - {code: E01, name: 一, leaves: []}
                """);
        assertThatThrownBy(() -> CatalogueFile.read(file, LONGEST, CONTACT))
                .isInstanceOf(FaultyCityFiles.class)
                .hasMessageContaining("appeals.yaml:2:8")
                .hasMessageContaining("there is no type")
                .hasMessageContaining("(court) is here for the second time")
                .hasMessageContaining("(E01) is here for the second time");
        Files.writeString(file, """
                desk: 热线
                types:
                  - {id: HELP, name: 求助, workingDays: 7}
                  - {id: HELP, name: 求助, workingDays: 2.5}
                """);
        assertThatThrownBy(() -> CatalogueFile.read(file, 5, CONTACT))
                .isInstanceOf(FaultyCityFiles.class)
                .hasMessageContaining("(7) working days")
                .hasMessageContaining("Maybe 1 to 5")
                .hasMessageContaining("(2.5) working days")
                .hasMessageContaining("(HELP) is here for the second time");
    }

    @Test
    void theFirstContactIsPromisedByCategoryAndAreaAndNeverLongerThanTheClock(@TempDir Path folder) throws Exception {
        assertThat(CATALOGUE.contactMinutes(CATALOGUE.leaf("E0601").orElseThrow(), null))
                .as("without power")
                .isEqualTo(60);
        assertThat(CATALOGUE.contactMinutes(CATALOGUE.leaf("E0301").orElseThrow(), null))
                .isEqualTo(120);
        assertThat(CATALOGUE.contactMinutes(
                        "贷款问题，生产线明天停产", CATALOGUE.leaf("E0301").orElseThrow(), null))
                .as("what cannot wait")
                .isEqualTo(60);
        assertThat(CATALOGUE.urgent("发票额度不够用")).isFalse();
        assertThat(CATALOGUE.contactMinutes(null, null))
                .as("while nobody is sure what it is")
                .isEqualTo(120);
        Path file = folder.resolve("appeals.yaml");
        String types = "desk: 热线\ntypes: [{id: HELP, name: 求助, workingDays: 7}]\n";
        Files.writeString(
                file,
                types + "firstContact: {workingHours: 4, rules: [{area: \"510106\", workingHours: 0.5}]}\n"
                        + "categories: []\n");
        AppealCatalogue district = CatalogueFile.read(file, LONGEST, CONTACT);
        assertThat(district.contactMinutes(null, new AreaCode("510106001"))).isEqualTo(30);
        assertThat(district.contactMinutes(null, new AreaCode("510104001"))).isEqualTo(240);
        Files.writeString(
                file,
                types + "firstContact: {workingHours: 41, rules: [{category: E77, workingHours: 0}]}\n"
                        + "categories: []\n");
        assertThatThrownBy(() -> CatalogueFile.read(file, LONGEST, CONTACT))
                .hasMessageContaining("(41) working hours")
                .hasMessageContaining("no category begins with (E77)")
                .hasMessageContaining("(0) working hours");
    }

    @Test
    void whatTheCityNoLongerHasIsCalledAsItWasRecorded() {
        assertThat(CATALOGUE.typeName("GONE").zh()).isEqualTo("GONE");
        assertThat(CATALOGUE.categoryName("E9999").zh()).isEqualTo("E9999");
        assertThat(CATALOGUE.categoryName(null).zh()).isEqualTo("还没定类别");
    }

    @Test
    void aCityWithoutTheFileTakesAppealsAllTheSame(@TempDir Path folder) {
        AppealCatalogue plain = CatalogueFile.read(folder.resolve("appeals.yaml"), 10, CONTACT);
        assertThat(new Routing(plain).advise("停电").leaf()).isNull();
        assertThat(plain.desk()).isNotEmpty();
        assertThat(plain.types())
                .as("none longer than the city's clock")
                .allSatisfy(type -> assertThat(type.workingDays()).isBetween(1, 10));
    }

    @Test
    void aTextIsItsPairsOfSigns() {
        assertThat(Grams.of("停电。停电")).as("each once").hasSize(2);
        assertThat(Grams.of("A1")).isEqualTo(Grams.of("a 1"));
        assertThat(Grams.of("电")).isEmpty();
    }

    @Test
    void theTitleIsTheFirstSentence() {
        assertThat(Intake.title("停电两天了。没人管！")).isEqualTo("停电两天了");
        assertThat(Intake.title("长".repeat(90))).hasSize(40).endsWith("…");
    }
}
