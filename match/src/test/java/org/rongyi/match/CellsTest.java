package org.rongyi.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.rules.ValueType;

class CellsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234.50          | 1234.50
            -3               | -3
            +7.              | 7
            1,234,567.8      | 1234567.8
            2E3              | 2E+3
            .5               | 0.5
            1e-300           | 1E-300
            007              | 7
            5.               | 5
            123456789012345678901.5 | 123456789012345678901.5
            """)
    void readsNumbers(String text, BigDecimal expected) {
        assertThat(Cells.read(ValueType.NUMBER, text)).isEqualTo(new Cells.Value(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER  | 2,000(万元人民币) | is not a number                  | Maybe the number alone, in its unit
            NUMBER  | 5万              | is not a number                  | Maybe the number alone, in its unit
            NUMBER  | 2,000(人)        | is not a number                  | Maybe 2000
            NUMBER  | ￥5              | is not a number                  | Maybe 5
            NUMBER  | １２             | is not a number                  | Maybe 12
            NUMBER  | 1 234            | is not a number                  | Maybe 1234
            NUMBER  | 1,23             | is not a number                  |
            NUMBER  | 0x10             | is not a number                  |
            NUMBER  | 1.2.3            | is not a number                  |
            NUMBER  | ٣                | is not a number                  |
            NUMBER  | --5              | is not a number                  |
            NUMBER  | 12%              | is not a number                  | Maybe without the % sign
            NUMBER  | N/A              | is not a number                  | Maybe leave the cell empty
            NUMBER  | -                | is not a number                  | Maybe leave the cell empty
            NUMBER  | 无               | is not a number                  | Maybe leave the cell empty
            NUMBER  | NaN              | is not a number                  | Maybe leave the cell empty
            NUMBER  | inf              | is not a number                  | Maybe leave the cell empty
            DATE    | 2014/8/1         | is not a date such as 2026-04-01 | Maybe 2014-08-01
            DATE    | 2014年8月1日      | is not a date such as 2026-04-01 | Maybe 2014-08-01
            DATE    | ２０１４-０８-０１   | is not a date such as 2026-04-01 | Maybe 2014-08-01
            DATE    | 20140801         | is not a date such as 2026-04-01 | Maybe 2014-08-01
            DATE    | 45000            | is not a date such as 2026-04-01 | Maybe 2023-03-15, counted in days
            DATE    | 2014-02-30       | is not a day of the calendar     |
            DATE    | 0001-01-01       | is not a date such as 2026-04-01 | Maybe leave the cell empty
            DATE    | +12014-01-01     | is not a date such as 2026-04-01 |
            DATE    | infinity         | is not a date such as 2026-04-01 | Maybe leave the cell empty
            DATE    | soon             | is not a date such as 2026-04-01 |
            BOOLEAN | maybe            | is neither true nor false        | Maybe true or false
            BOOLEAN | N/A              | is neither true nor false        | Maybe leave the cell empty
            TEXT    | 公\uFFFD          | has characters that are not UTF-8 |
            """)
    void saysWhyATextIsNoValue(ValueType type, String text, String reason, String advice) {
        assertThat(Cells.read(type, text)).isEqualTo(new Cells.Bad(reason, advice));
    }

    @Test
    void readsDatesBooleansCodesAndSets() {
        assertThat(Cells.read(ValueType.DATE, " 2026-04-01 ")).isEqualTo(new Cells.Value(LocalDate.of(2026, 4, 1)));
        assertThat(Cells.read(ValueType.BOOLEAN, "TRUE")).isEqualTo(new Cells.Value(true));
        assertThat(Cells.read(ValueType.BOOLEAN, "否")).isEqualTo(new Cells.Value(false));
        assertThat(Cells.read(ValueType.CODE, " C3911 ")).isEqualTo(new Cells.Value("C3911"));
        assertThat(Cells.read(ValueType.CODES, "高新技术企业; 小巨人；")).isEqualTo(new Cells.Value(Set.of("高新技术企业", "小巨人")));
    }

    @Test
    void takesALoneSemicolonForTheKnownEmptySet() {
        assertThat(Cells.read(ValueType.CODES, ";")).isEqualTo(new Cells.Value(Set.of()));
    }
}
