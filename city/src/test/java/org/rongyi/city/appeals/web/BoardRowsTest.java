package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.appeals.AppealBoard;
import org.rongyi.city.appeals.AppealBoard.Line;
import org.rongyi.city.appeals.AppealBoard.Slice;
import org.rongyi.city.appeals.AppealTopics;

/// What the board does not tell cannot be worked out from what it tells.
class BoardRowsTest {
    private static Line line(String name, int received, int disputed) {
        return new Line(name, received, received, received, 0, 0, 0, 0, disputed, 0, 0, 0);
    }

    private static List<@Nullable Long> column(List<List<@Nullable Long>> shown, int column) {
        return shown.stream().<@Nullable Long>map(row -> row.get(column)).toList();
    }

    @Test
    void aCountOfOneOrTwoIsHiddenAndWithItTheNextSmallest() {
        List<List<@Nullable Long>> shown =
                BoardRows.shown(List.of(line("供电", 40, 1), line("市监", 60, 7), line("税务", 30, 12)));
        assertThat(column(shown, 7)).containsExactly(null, null, 12L);
        assertThat(column(shown, 0)).containsExactly(40L, 60L, 30L);
    }

    @Test
    void elevenOfTwelveInTimeWouldTellThatOneWasLate() {
        Line late = new Line("供电", 12, 12, 11, 0, 0, 0, 0, 0, 0, 0, 0);
        List<List<@Nullable Long>> shown = BoardRows.shown(List.of(late, line("市监", 60, 7), line("税务", 30, 12)));
        assertThat(column(shown, 2)).containsExactly(null, null, 30L);
        assertThat(column(shown, 1)).containsExactly(12L, 60L, 30L);
        assertThat(BoardRows.told(late)).doesNotContain(Slice.LATE);
    }

    @Test
    void aTopicIsAboutWhatMostOfItsVoicesAreAbout() {
        AppealTopics.Topic topic = new AppealTopics.Topic(
                List.of("1", "2", "3", "4"), "", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 20), 12, 1);
        assertThat(BoardPages.category(topic, Map.of("2", "E0101", "3", "E0601", "4", "E0601")))
                .contains("E0601");
        assertThat(BoardPages.category(topic, Map.of())).isEmpty();
    }

    @Test
    void aListIsThereForWhatTheBoardTellsAndForNothingElse() {
        Line few = line("税务", 4, 1);
        AppealBoard.Table table =
                new AppealBoard.Table(List.of(line("供电", 40, 1), line("市监", 60, 7), line("人社", 30, 12)), few);
        assertThat(BoardRows.told(table, "供电"))
                .contains(Slice.RECEIVED, Slice.LATE, Slice.REOPENED)
                .doesNotContain(Slice.DISPUTED, Slice.UNSOLVED);
        assertThat(BoardRows.told(table, "人社")).contains(Slice.DISPUTED);
        assertThat(BoardRows.told(table, "税务")).as("too few for a line").isEmpty();
        assertThat(BoardRows.told(table, "")).isEmpty();
        assertThat(BoardRows.told(few)).doesNotContain(Slice.LATE, Slice.DISPUTED);
    }

    @Test
    void whatIsLeftOfTheSumTellsNothingOfThoseThatAreTooFew() {
        List<List<@Nullable Long>> shown =
                BoardRows.shown(List.of(line("供电", 40, 0), line("市监", 12, 0), line("", 2, 0)));
        assertThat(column(shown, 0).stream().filter(Objects::isNull)).hasSize(2);
        assertThat(column(shown, 0).get(2)).isNull();
    }
}
