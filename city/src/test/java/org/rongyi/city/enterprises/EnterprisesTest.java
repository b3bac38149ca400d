package org.rongyi.city.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rongyi.city.enterprises.TestFirms.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.city.CityTest;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class EnterprisesTest {
    private final Enterprises enterprises;
    private final Portraits portraits;
    private final JdbcClient database;

    EnterprisesTest(
            @Autowired Enterprises enterprises, @Autowired Portraits portraits, @Autowired JdbcClient database) {
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update enterprises.fact_report set facts = '{}'",
                "delete from enterprises.fact_report",
                "truncate enterprises.fact_report",
                "delete from enterprises.look",
                "update enterprises.look set purpose = '改'"
            })
    void whatIsOnRecordCannotBeChanged(String change) {
        TestFirms.enter(enterprises, "不变店（演示）");
        assertThatThrownBy(() -> database.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void anElementThatIsUnknownDerivedOrOfAnotherTypeIsRefused() {
        CreditCode firm = TestFirms.enter(enterprises, "拒收店（演示）");
        assertThatThrownBy(() -> enterprises.record(report(firm, "税务", "2026-01-01", Map.of("noSuch", "x"))))
                .hasMessageContaining("noSuch")
                .hasMessageContaining("no element");
        assertThatThrownBy(
                        () -> enterprises.record(report(firm, "税务", "2026-01-01", Map.of("rdRatio", BigDecimal.ONE))))
                .hasMessageContaining("derived");
        assertThatThrownBy(() -> enterprises.record(report(firm, "税务", "2026-01-01", Map.of("annualRevenue", "12"))))
                .hasMessageContaining("NUMBER");
        assertThatThrownBy(() -> enterprises.record(
                        report(TestFirms.newCode(), "税务", "2026-01-01", Map.of("annualRevenue", BigDecimal.ONE))))
                .hasMessageContaining("entityName");
    }

    @Test
    void theRegisterFollowsTheFacts() {
        CreditCode firm = TestFirms.enter(enterprises, "旧名店（演示）");
        enterprises.record(report(
                firm,
                "市监",
                "2026-02-01",
                Map.of("entityName", "新名店（演示）", "operatingAreaCode", "510105", "industryCode", "H6210")));
        Enterprise entry = enterprises.find(firm).orElseThrow();
        assertThat(entry.name()).isEqualTo("新名店（演示）");
        assertThat(entry.area()).isEqualTo(new AreaCode("510105"));
        assertThat(entry.industryCode()).isEqualTo("H6210");
    }

    @Test
    void aFirmIsFoundByAPartOfItsNameByItsCodeAndWithinAnArea() {
        CreditCode firm = TestFirms.enter(enterprises, "寻物启事糖水铺（演示）");
        enterprises.record(report(firm, "市监", "2026-02-01", Map.of("operatingAreaCode", "510106021")));
        assertThat(names("物启事糖", null)).containsExactly("寻物启事糖水铺（演示）");
        assertThat(names(firm.value().toLowerCase(Locale.ROOT), null)).containsExactly("寻物启事糖水铺（演示）");
        assertThat(names("寻物启事", new AreaCode("510106"))).hasSize(1);
        assertThat(names("寻物启事", new AreaCode("510105"))).isEmpty();
        assertThat(names("%", null)).isEmpty();
    }

    @Test
    void someCharactersOfACreditCodeAreEnough() {
        CreditCode firm = TestFirms.enter(enterprises, "代码店（演示）");
        assertThat(names(firm.value().substring(8).toLowerCase(Locale.ROOT), null))
                .containsExactly("代码店（演示）");
        assertThat(names(firm.value().substring(15), null)).isEmpty();
    }

    @Test
    void firmsOfOneSectionAreFoundAndCountedUpToALimit() {
        for (String industry : List.of("H6210", "C3525", "C1461")) {
            CreditCode firm = TestFirms.enter(enterprises, "门类店" + industry + "（演示）");
            enterprises.record(report(firm, "市监", "2026-02-01", Map.of("industryCode", industry)));
        }
        Enterprises.Wanted makers = new Enterprises.Wanted(" 门类店 ", null, "C");
        assertThat(enterprises.search(makers, 0, 10))
                .extracting(Enterprise::industryCode)
                .containsExactlyInAnyOrder("C3525", "C1461");
        assertThat(enterprises.count(makers, 100)).isEqualTo(2);
        assertThat(enterprises.count(new Enterprises.Wanted("门类店", null, null), 2))
                .isEqualTo(2);
        assertThat(enterprises.search(makers, 1, 10)).hasSize(1);
    }

    private List<String> names(String text, @Nullable AreaCode area) {
        return enterprises.search(new Enterprises.Wanted(text, area, null), 0, 10).stream()
                .map(Enterprise::name)
                .toList();
    }

    @Test
    void streamingGivesEveryFirmThePortraitThatItHas() {
        CreditCode firm = TestFirms.enter(enterprises, "逐一店（演示）");
        List<Portrait> all = new ArrayList<>();
        enterprises.forEachPortraitAtRandom(new Random(3), all::add);
        assertThat(all).hasSize((int) enterprises.count());
        assertThat(all).extracting(Portrait::firm).doesNotHaveDuplicates();
        assertThat(all.stream().filter(portrait -> portrait.firm().equals(firm)))
                .containsExactly(portraits.current(firm).orElseThrow());
        Portrait first = all.getFirst();
        assertThat(portraits.current(first.firm())).contains(first);
    }

    @Test
    void dealtOutAtRandomEveryFirmComesOnce() {
        List<CreditCode> dealt = dealt(1);
        assertThat(dealt).hasSize((int) enterprises.count()).doesNotHaveDuplicates();
        assertThat(dealt(2)).containsExactlyInAnyOrderElementsOf(dealt).isNotEqualTo(dealt);
    }

    private List<CreditCode> dealt(long seed) {
        List<CreditCode> dealt = new ArrayList<>();
        enterprises.forEachPortraitAtRandom(new Random(seed), portrait -> dealt.add(portrait.firm()));
        return dealt;
    }
}
