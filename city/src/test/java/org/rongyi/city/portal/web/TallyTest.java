package org.rongyi.city.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.city.portal.web.Tally.Head;
import org.rongyi.city.portal.web.Tally.Row;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.TestPages;
import org.rongyi.definitions.Words;

class TallyTest {
    private static final Page PAGE = TestPages.english(LocalDate.of(2026, 11, 23));
    private static final Tally TALLY = new Tally(
            new Words("按类型", "By type"),
            new Words("类型", "Type"),
            List.of(new Head(new Words("户", "Entities"), "b-plain")),
            List.of(
                    new Row("A", Words.same("shops, and \"stalls\""), "", List.of(12L)),
                    new Row("B", Words.same("mines"), "", Collections.singletonList(null)),
                    new Row("C", Words.same("ports"), "", List.of(0L)),
                    new Row("D", Words.same("mills"), "", List.of(3L))));

    @Test
    void aHiddenCountLeavesTheHouseNeitherDrawnNorAsAFile() {
        assertThat(TALLY.bars(PAGE).bars())
                .extracting(bar -> bar.parts().getFirst())
                .containsExactly(12L, null, 0L, 3L);
        assertThat(csv()).contains("B,mines,hidden").contains("D,mills,3");
    }

    @Test
    void aFileIsWhatSpreadsheetsRead() {
        assertThat(csv()).contains("code,Type,Entities\r\n").contains("A,\"shops, and \"\"stalls\"\"\",12\r\n");
    }

    private static String csv() {
        StringBuilder text = new StringBuilder();
        TALLY.write(PAGE, new CsvTable(text));
        return text.toString();
    }
}
