package org.rongyi.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void theSameTextTwiceIsNeverLearntFromAndTestedOn() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 40; i++) {
            examples.add(new Example("第" + "甲乙丙丁戊己庚辛壬癸".charAt(i % 10) + "家店停电了" + i / 10, i % 2 == 0 ? "a" : "b"));
        }
        examples.add(new Example("第甲家店停电了０！", "a"));
        examples.add(new Example(" 第甲家店，停电了0 ", "b"));
        var part = Folds.of(examples, 5);
        assertThat(part[40]).isEqualTo(part[0]);
        assertThat(part[41]).isEqualTo(part[0]);
    }

    @Test
    void everyLabelIsSpreadEvenly() {
        var examples = IntStream.range(0, 103)
                .mapToObj(i -> new Example("text " + i, i < 12 ? "few" : "many"))
                .toList();
        var part = Folds.of(examples, 5);
        for (int each = 0; each < 5; each++) {
            int now = each;
            assertThat(IntStream.range(0, 12).filter(i -> part[i] == now).count())
                    .isBetween(2L, 3L);
            assertThat(IntStream.range(12, 103).filter(i -> part[i] == now).count())
                    .isBetween(18L, 19L);
        }
        assertThat(Folds.of(examples, 5)).isEqualTo(part);
    }

    @Test
    void textsOfPunctuationAloneAreStillTexts() {
        assertThat(Folds.essence(" ？！ ")).isEqualTo("？！");
        assertThat(Folds.essence("ＡＢ １２，停电")).isEqualTo("AB12停电");
    }
}
