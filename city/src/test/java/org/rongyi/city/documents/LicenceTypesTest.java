package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class LicenceTypesTest {
    private static final String TYPES = """
            types:
              - id: tea-licence
                name: 茶馆登记证
                code: 111DEMO001
                item: tea-house
                office: {name: 茶馆管理局, code: 115DEMO001}
            """;

    @Autowired
    private Elements elements;

    @TempDir
    Path folder;

    private LicenceTypes read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("documents.yaml"), text);
        return LicenceTypes.read(file, elements, item -> item.startsWith("tea-house"));
    }

    @Test
    void aTypeWithWhatEndsItIsRead() throws IOException {
        LicenceTypes types = read(TYPES + "ends:\n  - {item: tea-house-closing, licences: [tea-licence]}\n");
        assertThat(types.endedBy("tea-house-closing").orElseThrow().licences()).containsExactly("tea-licence");
        assertThat(types.endedBy("tea-house")).isEmpty();
    }

    @Test
    void anItemThatTheCityDoesNotHaveIsFoundAtTheStart() {
        assertThatThrownBy(() -> read(TYPES.replace("item: tea-house", "item: coffee-house")))
                .isInstanceOf(FaultyCityFiles.class)
                .hasMessageContaining("there is no service item (coffee-house)");
        assertThatThrownBy(() -> read(TYPES + "ends:\n  - {item: coffee-closing, licences: [tea-licence]}\n"))
                .hasMessageContaining("there is no service item (coffee-closing)");
        assertThatThrownBy(() -> read(TYPES + "ends:\n  - {item: tea-house-closing, licences: [tee-licence]}\n"))
                .hasMessageContaining("there is no type of licence (tee-licence)");
    }
}
