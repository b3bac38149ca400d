package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;

class OutlinesTest {
    @TempDir
    private Path folder;

    private Outlines read(String text) throws IOException {
        Files.writeString(folder.resolve("geo.geojson"), text);
        return new Outlines(new CityFolder(folder));
    }

    @Test
    void theShippedCityHasAnOutlineOfEachDistrict() {
        assertThat(new Outlines(new CityFolder(Path.of("../cities/chengdu"))).all())
                .hasSize(20)
                .allSatisfy(outline -> {
                    assertThat(outline.code()).matches("\\d{6}");
                    assertThat(outline.x()).isBetween(102.0, 106.0);
                    assertThat(outline.y()).isBetween(29.0, 32.0);
                });
    }

    @Test
    void everyFaultIsReportedWithItsPlace() {
        assertThatThrownBy(() -> read("""
                {"features": [
                {"id": "990101", "geometry": {"type": "Point", "coordinates": []}},
                {"geometry": {"type": "Polygon", "coordinates": [[[104.1], [104.2, "north"]]]}}
                ]}
                """))
                .isInstanceOfSatisfying(
                        FaultyCityFiles.class,
                        stop -> assertThat(stop.faults())
                                .extracting(fault -> fault.place().line())
                                .containsExactly(2, 3, 3, 3))
                .hasMessageContaining("(Point)")
                .hasMessageContaining("has no id");
        assertThatThrownBy(() -> read("{\"features\": [")).isInstanceOf(FaultyCityFiles.class);
    }

    /// A few among many of none: each quantile is nought, and all would have one shade.
    @Test
    void aFewAmongManyOfNoneHaveAShadeOfTheirOwn() {
        Outlines city = new Outlines(new CityFolder(Path.of("../cities/chengdu")));
        CityMap map = Objects.requireNonNull(city.draw(
                TestPages.chinese(LocalDate.of(2026, 11, 23)),
                Map.of("510104", 1L, "510107", 7L),
                code -> code,
                "–",
                code -> code.equals("510107") ? " · 2" : ""));
        assertThat(map.whole().shapes())
                .filteredOn(shape -> shape.style().equals("m0"))
                .hasSize(18);
        assertThat(map.whole().shapes()).extracting(CityMap.Shape::says).contains("510104 1", "510107 7 · 2");
        assertThat(map.legend()).extracting(CityMap.Shade::says).containsExactly("7 以上", "1 到 7", "0");
    }
}
