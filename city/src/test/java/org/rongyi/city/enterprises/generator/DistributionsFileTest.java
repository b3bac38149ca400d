package org.rongyi.city.enterprises.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class DistributionsFileTest {
    @TempDir
    private Path folder;

    @Autowired
    private Elements elements;

    @Autowired
    private Areas areas;

    private Distributions read(Path file) {
        return DistributionsFile.read(file, elements, areas);
    }

    @Test
    void everyFaultIsReportedWithItsPlace() throws IOException {
        String whole = Files.readString(Path.of("../cities/chengdu/generator.yaml"));
        Path file = Files.writeString(
                folder.resolve("generator.yaml"),
                whole.replace("missingValue: 0.04", "missingValue: 4")
                        .replace("asOf: \"2026-10-31\"", "asOf: autumn")
                        .replace("  510104: 62", "  5101: 62")
                        .replace("history: 0.25", "histori: 0.25"));
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        FaultyCityFiles.class,
                        stop -> assertThat(stop.faults())
                                .hasSize(5)
                                .allSatisfy(fault ->
                                        assertThat(fault.place().line()).isPositive()))
                .hasMessageContaining("must be a share from 0 to 1")
                .hasMessageContaining("(autumn) is no day")
                .hasMessageContaining("(5101) is no area code")
                .hasMessageContaining("has no history")
                .hasMessageContaining("Maybe history");
    }

    @Test
    void whatNoFirmOfTheCityCouldBeIsAFaultOfTheFileAndNotOfTheFirstFirm() throws IOException {
        String whole = Files.readString(Path.of("../cities/chengdu/generator.yaml"));
        Path file = Files.writeString(
                folder.resolve("generator.yaml"),
                whole.replace("  510104: 62", "  110101: 62")
                        .replace("  集体所有制企业: 2", "  集体所有企业: 2")
                        .replace("states: {存续: 940,", "states: {存在: 940,")
                        .replace("{industry: H6210,", "{industry: H6219,")
                        .replace("{from: 2004, to: 2010,", "{from: 2010, to: 2004,")
                        .replace("{from: 2025, to: 2026,", "{from: 2027, to: 2028,")
                        .replaceFirst("words: \\[快餐, 简餐, 面馆\\]", "words: []"));
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        FaultyCityFiles.class,
                        stop -> assertThat(stop.faults())
                                .hasSize(7)
                                .allSatisfy(fault ->
                                        assertThat(fault.place().line()).isPositive()))
                .hasMessageContaining("the city has no district (110101)")
                .hasMessageContaining("(集体所有企业) is not in the list (entityType)")
                .hasMessageContaining("(存在) is not in the list (registrationState)")
                .hasMessageContaining("(H6219) is not in the list (industry)")
                .hasMessageContaining("from (2010) to (2004)")
                .hasMessageContaining("from (2027) to (2028)")
                .hasMessageContaining("has no entry");
    }

    @Test
    void anEmptyFileIsRefusedAndNotGuessed() throws IOException {
        Path file = Files.writeString(folder.resolve("generator.yaml"), "label: （演示）\n");
        assertThatThrownBy(() -> read(file)).isInstanceOf(FaultyCityFiles.class);
    }
}
