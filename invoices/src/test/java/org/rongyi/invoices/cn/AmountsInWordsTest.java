package org.rongyi.invoices.cn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsInWordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 零圆整",
        "0.05, 伍分",
        "0.50, 伍角整",
        "1, 壹圆整",
        "10, 壹拾圆整",
        "1.05, 壹圆零伍分",
        "107.53, 壹佰零柒圆伍角叁分",
        "1409.50, 壹仟肆佰零玖圆伍角整",
        "6007.14, 陆仟零柒圆壹角肆分",
        "100000, 壹拾万圆整",
        "100001, 壹拾万零壹圆整",
        "1680.32, 壹仟陆佰捌拾圆叁角贰分",
        "10000000, 壹仟万圆整",
        "100000000, 壹亿圆整",
        "100010000, 壹亿零壹万圆整",
        "-12.30, 负壹拾贰圆叁角整"
    })
    void anAmountIsWrittenAsTheBanksAskFor(BigDecimal amount, String words) {
        assertThat(CapitalAmount.of(amount.setScale(2))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"壹仟贰佰元整, 壹仟贰佰圆整", "壹仟贰佰圆正, 壹仟贰佰圆整", "伍角, 伍角整", "壹圆伍分, 壹圆零伍分", "（负数）壹拾圆整, 负壹拾圆整"})
    void twoWaysOfWritingAnAmountAreTheSame(String one, String other) {
        assertThat(CapitalAmount.plain(one)).isEqualTo(CapitalAmount.plain(other));
    }
}
