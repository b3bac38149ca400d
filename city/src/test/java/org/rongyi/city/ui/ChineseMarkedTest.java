package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

class ChineseMarkedTest {
    private static String written(String tag, String attribute, String value) {
        StringOutput out = new StringOutput();
        ChineseMarked marked = new ChineseMarked(out);
        marked.setContext(tag, attribute.isEmpty() ? null : attribute);
        marked.writeUserContent(value);
        return out.toString();
    }

    @Test
    void whatIsChineseInAnEnglishTextIsMarkedWithItsDigitsAndSigns() {
        assertThat(written("p", "", "Checked for 巷口面馆（演示）, at 演示巷 18 号, today"))
                .isEqualTo("Checked for <bdi lang=\"zh-CN\">巷口面馆（演示）</bdi>, at "
                        + "<bdi lang=\"zh-CN\">演示巷 18 号</bdi>, today");
    }

    @Test
    void whatIsWrittenStaysEscaped() {
        assertThat(written("p", "", "<b>面馆<i>")).isEqualTo("&lt;b&gt;<bdi lang=\"zh-CN\">面馆</bdi>&lt;i&gt;");
    }

    @Test
    void whereNoMarkupMayStandNoneIsWritten() {
        assertThat(written("option", "", "面馆")).isEqualTo("面馆");
        assertThat(written("textarea", "", "面馆")).isEqualTo("面馆");
        assertThat(written("a", "title", "面馆")).isEqualTo("面馆");
        assertThat(written("p", "", "Met – 3 of 4 “clauses”")).isEqualTo("Met – 3 of 4 “clauses”");
    }
}
