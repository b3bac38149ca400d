package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.ui.Option;

/// What a seat may choose after a call, and what it reads when something was not done.
class SeatWordsTest {
    private static List<String> outcomes(String state, boolean hers) {
        return SeatWords.outcomes(state, hers).stream().map(Option::value).toList();
    }

    @Test
    void onlyAnAnswerThatNobodyHeardIsClosedAsSuch() {
        assertThat(outcomes("replied", false)).contains("close", "away", "good", "bad", "unsolved");
        assertThat(outcomes("asked", false)).containsExactly("good", "unsolved", "away");
        assertThat(outcomes("handling", false)).isEmpty();
    }

    @Test
    void whoHandledItMayStillRecordThatNobodyWasReached() {
        assertThat(outcomes("replied", true)).containsExactly("away");
        assertThat(outcomes("asked", true)).containsExactly("away");
    }

    @Test
    void whatStandsInTheWayIsSaidInWordsOfItsOwn() {
        assertThat(List.of(
                        new Handling.NoCalendar(2028),
                        new Handling.HandledBefore("market-1"),
                        new Handling.NotYours(List.of()),
                        new Handling.NoSuchUnit("供电")))
                .extracting(SeatWords::fault)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(SeatWords.fault(new Handling.NoCalendar(2028))).asString().contains("2028");
    }
}
