package org.rongyi.city.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.rules.Compilation;

class FileElementsTest {
    @TempDir
    private Path folder;

    @Test
    void theShippedDictionaryServesACityWithoutAdditions() {
        Elements elements = new FileElements(new CityTexts(new CityFolder(folder)));
        assertThat(elements.find("营业收入")).map(element -> element.id()).contains("annualRevenue");
        assertThat(elements.classification("entityType")).isPresent();
        assertThat(elements.compiler().condition("营业收入 >= 100")).isInstanceOf(Compilation.Compiled.class);
    }

    @Test
    void aCityAddsItsOwnElements() {
        Elements elements = new FileElements(new CityTexts(new CityFolder(Path.of("src/test/resources/cities/yunxi"))));
        assertThat(elements.all())
                .hasSizeGreaterThan(new FileElements(new CityTexts(new CityFolder(folder)))
                        .all()
                        .size());
    }

    @Test
    void everyFaultOfTheCitysElementsStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("elements.yaml"), """
                - {id: one, type: nomber}
                - {id: annualRevenue, type: number}
                - {id: three, type: number, formula: "营业收入 +"}
                """);
        assertThatThrownBy(() -> new FileElements(new CityTexts(new CityFolder(folder))))
                .isInstanceOfSatisfying(
                        FaultyCityFiles.class,
                        stop -> assertThat(stop.faults())
                                .extracting(fault -> fault.place().line())
                                .contains(1, 2, 3))
                .hasMessageContaining("elements.yaml:1")
                .hasMessageContaining("Maybe");
    }
}
