package org.rongyi.city.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.names.NameCheck.Alike;
import org.rongyi.city.names.NameCheck.How;
import org.rongyi.city.names.NameCheck.Parts;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;

/// A name is taken apart, held against the law and against every name of the register.
@CityTest
class NameCheckTest {
    @Autowired
    private NameCheck names;

    @Autowired
    private NameReader reader;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private NamesFollow follow;

    /// The city's own thread may not have come to it yet.
    @BeforeEach
    void theRegisterIsRead() {
        follow.readOn();
    }

    private CreditCode firm(String name) {
        return TestFirms.enter(enterprises, name);
    }

    @Test
    void aNameIsAreaTradeNameIndustryAndForm() {
        assertThat(reader.read("成都市锦江区蜀香禾餐饮管理有限公司")).isEqualTo(new Parts("成都市锦江区", "蜀香禾", "餐饮管理", "有限公司"));
        assertThat(reader.read("蜀香禾（成都）科技有限公司")).isEqualTo(new Parts("成都", "蜀香禾", "科技", "有限公司"));
        assertThat(reader.read("江畔小馆（测试）")).as("brackets at the end").isEqualTo(new Parts("", "江畔小", "", "馆"));
    }

    @Test
    void theLawIsToldWithItsArticleAndAllAtOnce() {
        NameCheck.Report report = names.check("中国最佳餐饮A", true, null);
        assertThat(report.faults().stream().map(NameCheck.Fault::rule))
                .containsExactly("forbidden-word", "forbidden-word", "name-characters", "name-form", "name-area");
        assertThat(report.faults().getFirst().basis().zh()).contains("第十二条");
    }

    @Test
    void namesThatAreTheSameSoundTheSameOrDifferInOneCharacterAreFound() {
        CreditCode taken = firm("成都筱麓霁餐饮有限公司");
        firm("成都筱麓霁旅游有限公司");
        assertThat(names.check("成都筱麓霁餐饮有限公司", true, null).alike().getFirst())
                .isEqualTo(new Alike("成都筱麓霁餐饮有限公司", How.SAME));
        assertThat(names.check("成都筱麓霁餐饮有限公司", true, taken).clear())
                .as("it is its own name")
                .isTrue();
        assertThat(names.check("锦江区筱麓霁餐饮股份有限公司", true, null).alike())
                .as("another area and form make no other name, another industry does")
                .containsExactly(new Alike("成都筱麓霁餐饮有限公司", How.SAME_TRADE_NAME));
        assertThat(names.check("成都晓鹿季餐饮有限公司", true, null).alike()).containsExactly(new Alike("成都筱麓霁餐饮有限公司", How.SOUND));
        NameCheck.Report close = names.check("成都筱麓晴餐饮有限公司", true, null);
        assertThat(close.alike()).containsExactly(new Alike("成都筱麓霁餐饮有限公司", How.ONE_CHARACTER));
        assertThat(names.check("成都筱暮霁餐饮有限公司", true, null).alike()).hasSize(1);
        assertThat(names.check("成都梢麓霁餐饮有限公司", true, null).alike()).hasSize(1);
    }

    @Test
    void whatIsOfferedInsteadIsFree() {
        String name = "成都" + "渝蘅" + "餐饮有限公司";
        firm(name);
        NameCheck.Report report = names.check(name, true, null);
        assertThat(report.free())
                .hasSize(3)
                .allSatisfy(free -> assertThat(names.check(free, true, null).clear())
                        .as(free)
                        .isTrue());
        assertThat(report.whole()).isTrue();
    }

    @Test
    void aTakenNameOfThreeCharactersIsOfferedWithOneMore() {
        String name = "成都" + "渝蘅澍" + "物流有限公司";
        firm(name);
        assertThat(names.check(name, true, null).free())
                .hasSize(3)
                .allSatisfy(free -> assertThat(free).startsWith("成都渝蘅澍").endsWith("物流有限公司"));
        assertThat(names.check("成都" + "渝𠮷澍" + "物流有限公司", true, null).alike())
                .as("a rare character is one, too")
                .containsExactly(new Alike(name, How.ONE_CHARACTER));
    }
}
