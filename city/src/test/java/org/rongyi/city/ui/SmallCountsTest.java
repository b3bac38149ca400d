package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmallCountsTest {
    @Test
    void oneOrTwoAreHiddenAndNoughtIsNot() {
        assertThat(SmallCounts.hideIn(List.of(12L, 2L, 0L, 1L, 3L))).containsExactly(12L, null, 0L, null, 3L);
    }

    @Test
    void aSingleSmallCountHidesTheNextSmallestBecauseTheSumIsKnown() {
        assertThat(SmallCounts.hideIn(List.of(12L, 2L, 7L))).containsExactly(12L, null, null);
        assertThat(SmallCounts.hide(List.of(List.of(397L, 1L, 2L), List.of(390L, 2L, 8L)), true))
                .containsExactly(row(397L, null, null), row(390L, null, null));
    }

    @Test
    void nothingSmallHidesNothing() {
        List<List<Long>> rows = List.of(List.of(3L, 0L), List.of(4L, 9L));
        assertThat(SmallCounts.hide(rows, true)).isEqualTo(rows);
    }

    /// Whatever the table: no row and no column has exactly one gap, which its sum would fill.
    @Test
    void noLineLeavesOneGap() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int columns = 2 + random.nextInt(3);
            List<List<Long>> rows = IntStream.range(0, 2 + random.nextInt(8))
                    .mapToObj(_ -> Stream.generate(() -> (long) random.nextInt(random.nextBoolean() ? 5 : 400))
                            .limit(columns)
                            .toList())
                    .toList();
            List<List<@Nullable Long>> shown = SmallCounts.hide(rows, true);
            for (List<@Nullable Long> row : shown) {
                assertThat(gaps(row)).as("%s", rows).isNotEqualTo(1);
            }
            for (int column = 0; column < columns; column++) {
                int at = column;
                assertThat(shown.stream().filter(row -> row.get(at) == null).count())
                        .as("%s", rows)
                        .isNotEqualTo(1);
            }
            assertThat(shown.stream().flatMap(List::stream).filter(Objects::nonNull))
                    .doesNotContain(1L, 2L);
        }
    }

    private static long gaps(List<@Nullable Long> row) {
        return row.stream().filter(Objects::isNull).count();
    }

    private static List<@Nullable Long> row(@Nullable Long... counts) {
        return java.util.Arrays.asList(counts);
    }
}
