package org.rongyi.city.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.definitions.Loaded;

/// The invented second city: the same code over another folder.
class YunxiAreasTest {
    private static final Path CITY = Path.of("src/test/resources/cities/yunxi");

    @Test
    void anotherCityIsAnotherFolder() {
        Loaded<List<NamedArea>> loaded = AreaFiles.read(CITY.resolve("areas"));
        assertThat(loaded.faults()).isEmpty();
        Areas areas = new AreaTree(loaded.value(), AreaConfiguration.cityNames("云溪"));
        assertThat(areas.districts()).isNotEmpty();
        for (Area district : areas.districts()) {
            assertThat(areas.recognise(district.name() + "人民路1号")).contains(district);
            for (Area street : areas.children(district.code())) {
                assertThat(areas.recognise(district.name() + street.name() + "人民路1号"))
                        .contains(street);
            }
        }
        assertThat(areas.recognise("成都市锦江区春熙路街道")).isEmpty();
    }
}
