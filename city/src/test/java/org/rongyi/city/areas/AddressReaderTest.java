package org.rongyi.city.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.city.vocabulary.AreaCode;

/// An invented city with everything that makes addresses hard.
class AddressReaderTest {
    private static final AddressReader READER = new AddressReader(
            List.of(
                    district("990101", "云岭区", exactly("云岭县")),
                    district("990102", "金溪区", about("高新区"), about("临空新区")),
                    district("990181", "望江市", exactly("邻州市望江市")),
                    street("990101001", "石桥街道"),
                    street("990101002", "青禾镇"),
                    street("990102001", "青禾街道"),
                    street("990102002", "锦衣街道"),
                    street("990181001", "江口镇"),
                    place("990101001001", "柳叶社区居委会"),
                    place("990101001002", "三河村村民委员会"),
                    place("990102002001", "三河村委会")),
            Set.of("云溪", "云溪市"));

    @ParameterizedTest
    @CsvSource({
        "云溪市云岭区新南路6号, 990101",
        "云溪市云岭区石桥街道大坝路6号, 990101001",
        "云岭区石桥街道柳叶社区6组, 990101001001",
        "云溪市 云岭区　石桥街道, 990101001",
    })
    void readsTheMostExactPlace(String address, String code) {
        check(address, code);
    }

    @ParameterizedTest
    @CsvSource({
        "云溪市云岭县石桥乡三河村2组, 990101001002",
        "云溪市石桥镇三河村, 990101001002",
        "望江市江口镇老街, 990181001",
        "邻州市望江市江口乡, 990181001",
    })
    void knowsOldNamesAndOldEndings(String address, String code) {
        check(address, code);
    }

    @ParameterizedTest
    @CsvSource({
        "云溪云岭经济开发区兴业路1号, 990101",
        "云溪金溪高新技术产业园区科南路25号, 990102",
        "云溪市云岭大道403号, ''",
        "云溪市云岭西街3号, ''",
        "云溪市云岭小区2号, ''",
        "云溪市云岭花园2栋, ''",
    })
    void aBareNameCountsBeforeAZoneAndNeverBeforeARoad(String address, String code) {
        check(address, code);
    }

    @ParameterizedTest
    @CsvSource({
        "云溪市高新区盛安街401号, 990102",
        "中国（某省）自由贸易试验区云溪高新区盛安街401号1栋, 990102",
        "中国(某省)自由贸易试验区云溪市望江市大道716号, 990181",
        "云溪市云岭区工业港高新区A区13座, 990101",
        "云溪市高新区石桥街道, 990101001",
        "高新区锦衣街道, 990102002",
    })
    void anythingExactCountsBeforeAnApproximateName(String address, String code) {
        check(address, code);
    }

    @ParameterizedTest
    @CsvSource({
        "某省邻州市高新区创业路1号, ''",
        "某省邻州高新区创业路1号, ''",
        "邻州市云岭区人民路1号, ''",
        "邻州市石桥镇人民路1号, ''",
        "红旗超市旁云岭区人民路1号, 990101",
    })
    void anotherCitysPlacesAreNotOurs(String address, String code) {
        check(address, code);
    }

    @ParameterizedTest
    @CsvSource({"青禾镇人民路1号, ''", "云溪市金溪区青禾街道1号, 990102001", "N/A, ''", "'', ''", "新南路6号, ''"})
    void aPlaceThatCouldBeTwoIsNone(String address, String code) {
        check(address, code);
    }

    private static void check(String address, String code) {
        assertThat(READER.read(address).map(area -> area.code().value()).orElse(""))
                .as(address)
                .isEqualTo(code);
    }

    private static NamedArea.Alias exactly(String name) {
        return new NamedArea.Alias(name, false);
    }

    private static NamedArea.Alias about(String name) {
        return new NamedArea.Alias(name, true);
    }

    private static NamedArea district(String code, String name, NamedArea.Alias... aliases) {
        return new NamedArea(
                new Area(new AreaCode(code), name, name, Area.Level.DISTRICT, null),
                Stream.of(aliases).toList());
    }

    private static NamedArea street(String code, String name) {
        return named(code, name, Area.Level.STREET);
    }

    private static NamedArea place(String code, String name) {
        return named(code, name, Area.Level.VILLAGE);
    }

    private static NamedArea named(String code, String name, Area.Level level) {
        AreaCode parent = new AreaCode(code.substring(0, code.length() - 3));
        return new NamedArea(new Area(new AreaCode(code), name, name, level, parent), List.of());
    }
}
