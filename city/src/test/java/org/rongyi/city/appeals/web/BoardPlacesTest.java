package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/// Nobody learns how many came from a district of which fewer than ten did.
@CityTest
class BoardPlacesTest {
    @Autowired
    private Browser browser;

    @Test
    void aDistrictWithFewIsNotCounted() {
        assertThat(BoardPlaces.shown(Map.of("510104", 40, "510105", 4, "510106", 9, "510107", 0)))
                .containsEntry("510104", 40L)
                .containsEntry("510105", null)
                .containsEntry("510106", null)
                .containsEntry("510107", 0L);
    }

    @Test
    void whereOneIsLeftOutTheNextSmallestIsToo() {
        assertThat(BoardPlaces.shown(Map.of("510104", 40, "510105", 4, "510106", 12)))
                .containsEntry("510104", 40L)
                .containsEntry("510105", null)
                .containsEntry("510106", null);
    }

    @Test
    void everybodyReadsTheBoard() {
        try (Visit visit = browser.visitor()) {
            visit.go("/appeals/board").shows("诉求办得怎样", "全市").isWell("appeals-board");
            visit.inEnglish()
                    .shows("How appeals are answered")
                    .isWell("appeals-board-en")
                    .nothingFailed();
        }
    }
}
