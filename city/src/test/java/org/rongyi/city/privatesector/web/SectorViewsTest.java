package org.rongyi.city.privatesector.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.city.ui.Form;

class SectorViewsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1E-400000000", "1e9", "1.234", "1234567890123", "x"})
    void whatIsNoPlainAmountIsNone(String typed) {
        assertThat(SectorViews.number(Form.empty().with("amount", typed), "amount"))
                .isNull();
    }

    @Test
    void anAmountIsReadWithItsCommas() {
        assertThat(SectorViews.number(Form.empty().with("amount", "186,000.50"), "amount"))
                .isEqualByComparingTo("186000.50");
    }
}
