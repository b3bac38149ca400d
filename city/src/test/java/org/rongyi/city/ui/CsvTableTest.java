package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void noCellIsRunAsAFormula() {
        assertThat(line("=1+1", "+1", "-2+3", "@SUM(A1)", "＝1+1")).isEqualTo("'=1+1,'+1,'-2+3,'@SUM(A1),'＝1+1");
        assertThat(line("-12.5", "a=1")).isEqualTo("-12.5,a=1");
    }

    /// Where a comma is for decimals, a spreadsheet program separates cells by semicolons.
    @Test
    void noCellBecomesTwoWhateverSeparatesThem() {
        assertThat(line("餐饮;=1+1", "a\t=1")).isEqualTo("\"餐饮;=1+1\",\"a\t=1\"");
    }

    private static String line(String... cells) {
        StringBuilder text = new StringBuilder();
        new CsvTable(text).row(List.of(cells));
        return text.substring(1).stripTrailing();
    }
}
