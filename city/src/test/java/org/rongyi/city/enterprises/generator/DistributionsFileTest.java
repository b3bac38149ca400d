package org.rongyi.city.enterprises.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.vocabulary.FaultyCityFiles;

class DistributionsFileTest {
    @TempDir
    private Path folder;

    @Test
    void everyFaultIsReportedWithItsPlace() throws IOException {
        String whole = Files.readString(Path.of("../cities/chengdu/generator.yaml"));
        Path file = Files.writeString(
                folder.resolve("generator.yaml"),
                whole.replace("missingValue: 0.04", "missingValue: 4")
                        .replace("asOf: \"2026-10-31\"", "asOf: autumn")
                        .replace("  510104: 62", "  5101: 62")
                        .replace("history: 0.25", "histori: 0.25"));
        assertThatThrownBy(() -> DistributionsFile.read(file))
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
    void anEmptyFileIsRefusedAndNotGuessed() throws IOException {
        Path file = Files.writeString(folder.resolve("generator.yaml"), "label: （演示）\n");
        assertThatThrownBy(() -> DistributionsFile.read(file)).isInstanceOf(FaultyCityFiles.class);
    }
}
