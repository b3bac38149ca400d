package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Words;

class CityWordsTest {
    @TempDir
    private Path folder;

    private CityWords read(String text) throws IOException {
        return CityWords.read(Files.writeString(folder.resolve("city.yaml"), text));
    }

    @Test
    void theDayIsThatOfTheCityWhereverTheMachineStands() throws IOException {
        CityWords city = read("name: 云溪\ntimezone: Asia/Shanghai\n");
        Clock evening = Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC);
        assertThat(city.today(evening)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(city.name()).isEqualTo(Words.same("云溪"));
        assertThat(city.hotline()).isNull();
    }

    @Test
    void everyFaultIsReportedWithItsPlace() {
        assertThatThrownBy(() -> read("name: [云溪]\nhotlin: 99345\ntimezone: Asia/Yunxi\n"))
                .isInstanceOfSatisfying(
                        FaultyCityFiles.class,
                        stop -> assertThat(stop.faults())
                                .extracting(fault -> fault.place().line() + ":"
                                        + fault.place().column())
                                .containsExactlyInAnyOrder("1:7", "2:1", "3:11"))
                .hasMessageContaining("hotline");
    }
}
