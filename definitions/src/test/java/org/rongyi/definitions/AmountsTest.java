package org.rongyi.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.definitions.Amounts.Reading;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2,000(万元人民币) |       | 2000
                    1,200(万)        |       | 1200
                    50               | 万元人民币 | 50
                    100              | 万     | 100
                    1688.8800        | 万元人民币 | 1688.88
                    2000000元        |       | 200
                    2000000          | 元     | 200
                    3亿元人民币       |       | 30000
                    500.000000万人民币 |      | 500
                    ５００万元整       |       | 500
                    0万元            |       | 0
                    """)
    void yuanAreReadAsTenThousands(String text, @Nullable String unit, BigDecimal wan) {
        assertThat(Amounts.read(text, unit)).isEqualTo(new Reading.Wan(wan));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1922          | 万美元 | not in yuan
                    100(万美元)    |       | not in yuan
                    300万港币      |       | not in yuan
                    100           |       | no unit
                    面议           | 万元   | no amount
                    -5万元         |       | beyond
                    999999999999万元 |     | beyond
                    """)
    void otherCurrenciesAndUnclearAmountsAreNeverGuessed(String text, @Nullable String unit, String why) {
        assertThat(Amounts.read(text, unit))
                .isInstanceOfSatisfying(
                        Reading.Fault.class, fault -> assertThat(fault.en()).contains(why));
    }
}
