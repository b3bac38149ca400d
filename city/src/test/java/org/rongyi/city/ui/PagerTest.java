package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagerTest {
    @Test
    void offersTheEndsAndTheNeighbours() {
        assertThat(new Pager(5, 20, 190, "/policies").numbers()).containsExactly(1, 0, 4, 5, 6, 0, 10);
        assertThat(new Pager(1, 20, 21, "/policies").numbers()).containsExactly(1, 2);
    }

    @Test
    void saysWhichEntriesAreShown() {
        Pager last = new Pager(10, 20, 190, "/policies?q=x");
        assertThat(last.from()).isEqualTo(181);
        assertThat(last.to()).isEqualTo(190);
        assertThat(last.hrefOf(9)).isEqualTo("/policies?q=x&page=9");
        assertThat(new Pager(1, 20, 0, "/policies").from()).isZero();
    }

    @Test
    void thePageThatIsAskedForIsOneThatThereIs() {
        assertThat(Pager.of("3", 20, 190, "/policies").number()).isEqualTo(3);
        assertThat(Pager.of("11", 20, 190, "/policies").number()).isEqualTo(10);
        assertThat(Pager.of("0", 20, 0, "/policies").number()).isEqualTo(1);
        assertThat(Pager.of("-1", 20, 190, "/policies").number()).isEqualTo(1);
        assertThat(Pager.of("99999999999999", 20, 190, "/policies").number()).isEqualTo(1);
    }
}
