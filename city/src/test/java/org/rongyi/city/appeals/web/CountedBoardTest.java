package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.AppealBoard;

/// However often the public board is asked for, it is counted once a minute.
class CountedBoardTest {
    private static final LocalDate SINCE = LocalDate.parse("2026-08-25");

    private final List<String> asked = new ArrayList<>();
    private final TestClock clock = new TestClock();

    /// Counts nothing, and notes that it was asked.
    private AppealBoard board() {
        AppealBoard.Line nothing = new AppealBoard.Line("", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        AppealBoard.Table empty = new AppealBoard.Table(List.of(), null);
        return (AppealBoard) Proxy.newProxyInstance(
                AppealBoard.class.getClassLoader(), new Class<?>[] {AppealBoard.class}, (_, method, arguments) -> {
                    asked.add(method.getName());
                    return method.getName().equals("report")
                            ? new AppealBoard.Report((LocalDate) arguments[0], nothing, empty, empty)
                            : Map.of();
                });
    }

    @Test
    void itIsCountedOnceAMinuteAndAnewOnAnotherDay() {
        CountedBoard counted = new CountedBoard(board(), clock);
        counted.since(SINCE);
        counted.since(SINCE);
        assertThat(asked).containsExactly("report", "districts");
        clock.moveTo(clock.instant().plus(CountedBoard.FRESH));
        counted.since(SINCE);
        assertThat(asked).hasSize(4);
        counted.since(SINCE.plusDays(1));
        assertThat(asked).hasSize(6);
        clock.moveTo(clock.instant().minus(Duration.ofHours(1)));
        counted.since(SINCE.plusDays(1));
        assertThat(asked).as("a clock that was put back").hasSize(8);
    }
}
