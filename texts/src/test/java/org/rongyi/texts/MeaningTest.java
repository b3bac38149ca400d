package org.rongyi.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeaningTest {

    private static Meaning meaning(String text) {
        return TestTexts.MODEL.meaning(new Writing("", text));
    }

    @Test
    void whatSaysTheSameInOtherWordsIsNearerThanWhatIsAboutSomethingElse() {
        var power = meaning("厂里这周断了三回电，机器都坏了");
        var same = meaning("我们工厂一个星期停电三次，设备烧了");
        var other = meaning("商标被别人抢先注册了怎么办");
        assertThat(power.likeness(same)).isGreaterThan(power.likeness(other) + 0.2);
        assertThat(power.likeness(power)).isGreaterThan(0.999);
    }

    @Test
    void theSubjectCountsAsMuchAsALongText() {
        var text = "我们公司的情况是这样的。".repeat(30);
        var subject = "燃气报装太慢";
        var both = TestTexts.MODEL.meaning(new Writing(subject, text));
        assertThat(both.likeness(meaning(subject))).isCloseTo(both.likeness(meaning(text)), within(0.01));
    }

    @Test
    void anyTextHasAMeaning() {
        assertThat(meaning("").likeness(meaning("停电"))).isBetween(-1.0, 1.0);
        assertThat(meaning("🦄".repeat(20_000)).likeness(meaning("停电"))).isLessThan(0.9);
        assertThat(meaning("停电了，".repeat(100_000)).likeness(meaning("停电了"))).isGreaterThan(0.6);
    }

    @Test
    void manyThreadsGetWhatOneGets() {
        var texts = List.of("停水", "停电", "停气", "贷款太贵", "发票额度不够");
        var alone = texts.stream().map(MeaningTest::meaning).toList();
        var together = Collections.nCopies(8, texts).parallelStream()
                .map(all -> all.parallelStream().map(MeaningTest::meaning).toList())
                .toList();
        assertThat(together).allSatisfy(each -> assertThat(each).isEqualTo(alone));
    }

    @Test
    void aModelThatWasClosedSaysSo() {
        var model = new SharedModel();
        model.close();
        assertThatThrownBy(() -> model.meaning(new Writing("", "停电"))).isInstanceOf(MeaningsUnavailable.class);
    }
}
