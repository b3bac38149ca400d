package org.rongyi.city.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Loaded;

class AreaFilesTest {
    private static final Path DEMO_CITY = Path.of("../cities/chengdu");

    @TempDir
    private Path folder;

    @Test
    void theTreeIsReadFromAnyFilesOfTheFolder() throws IOException {
        write("a.csv", "code,name,en\n990101,云岭区,Yunling\n990101001,石桥街道,\n");
        write("b.csv", "code,name\n990101001001,柳叶社区居委会\n");
        Areas areas = tree();
        assertThat(areas.districts()).extracting(Area::englishName).containsExactly("Yunling");
        assertThat(areas.children(new AreaCode("990101")))
                .extracting(Area::name)
                .containsExactly("石桥街道");
        assertThat(areas.districtOf(new AreaCode("990101001001")))
                .map(Area::name)
                .contains("云岭区");
        assertThat(areas.find(new AreaCode("990102"))).isEmpty();
    }

    @Test
    void anEarlierCodeLeadsToThePlaceOfToday() throws IOException {
        write("a.csv", "code,name\n990101,云岭区\n");
        write("aliases.csv", "alias,code,approximate,note\n990121,990101,false,until 2016\n");
        Areas areas = tree();
        assertThat(areas.find(new AreaCode("990121"))).map(Area::name).contains("云岭区");
        assertThat(areas.districtOf(new AreaCode("990121003"))).map(Area::name).contains("云岭区");
    }

    @Test
    void everyFaultIsReportedWithItsLine() throws IOException {
        write("a.csv", "code,name\n990101,云岭区\n99010,短\n990101,再来一次\n990102001,无主街道\n990103,\n");
        write("aliases.csv", "alias,code\n某区,990109\n");
        write("c.csv", "编号,名称\n1,2\n");
        List<Fault> faults = AreaFiles.read(folder).faults();
        assertThat(faults)
                .extracting(fault -> fault.place().line() + " " + fault.message())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).startsWith("3 ").contains("(99010)"),
                        fault -> assertThat(fault).startsWith("4 ").contains("twice"),
                        fault -> assertThat(fault).startsWith("5 ").contains("(990102)"),
                        fault -> assertThat(fault).startsWith("6 ").contains("no name"),
                        fault -> assertThat(fault).startsWith("2 ").contains("(990109)"),
                        fault -> assertThat(fault)
                                .startsWith("1 ")
                                .contains("code")
                                .contains("name"));
    }

    @Test
    void aCityWithoutAreasSaysSo() {
        assertThat(AreaFiles.read(folder.resolve("none")).errors()).hasSize(1);
        assertThat(AreaFiles.read(folder).errors()).hasSize(1);
    }

    @Test
    void theDemoCityIsWholeAndReadsItsOldNames() {
        Loaded<List<NamedArea>> loaded = AreaFiles.read(DEMO_CITY.resolve("areas"));
        assertThat(loaded.faults()).isEmpty();
        Areas areas = new AreaTree(loaded.value(), AreaConfiguration.cityNames("成都"));
        assertThat(areas.districts()).hasSize(20);
        for (NamedArea named : loaded.value()) {
            if (named.area().level() == Area.Level.DISTRICT) {
                assertThat(areas.recognise(named.area().name() + "人民路1号")).contains(named.area());
            }
            named.aliases().stream()
                    .filter(alias -> !alias.approximate() && !AreaCode.isValid(alias.name()))
                    .forEach(alias -> assertThat(areas.recognise(alias.name() + "人民路1号"))
                            .as(alias.name())
                            .contains(named.area()));
        }
    }

    /// An import must take 5,000 rows a second; reading addresses may use a tenth of that time.
    @Test
    void readsFiftyThousandAddressesASecond() {
        Areas areas =
                new AreaTree(AreaFiles.read(DEMO_CITY.resolve("areas")).value(), AreaConfiguration.cityNames("成都"));
        List<String> streets = areas.districts().stream()
                .flatMap(district -> areas.children(district.code()).stream()
                        .map(street -> district.name() + street.name() + "大道中段1288号3栋2单元17层1701号"))
                .toList();
        int rounds = 10_000 / streets.size() + 1;
        assertThat(org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
                    int read = 0;
                    for (int round = 0; round < rounds; round++) {
                        for (String street : streets) {
                            read += areas.recognise(street).isPresent() ? 1 : 0;
                        }
                    }
                    return read;
                }))
                .isEqualTo(rounds * streets.size());
    }

    private Areas tree() {
        Loaded<List<NamedArea>> loaded = AreaFiles.read(folder);
        assertThat(loaded.faults()).isEmpty();
        return new AreaTree(loaded.value(), Set.of());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
