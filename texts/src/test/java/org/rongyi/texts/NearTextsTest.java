package org.rongyi.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearTextsTest {

    private static Meaning meaning(String text) {
        return TestTexts.MODEL.meaning(new Writing("", text));
    }

    private static Meaning random(Random random) {
        var vector = new float[Meaning.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return Meaning.towards(vector);
    }

    @Test
    void findsTheReportOfTheSameMatterAmongOthersAndNothingWhereThereIsNone() {
        var near = new NearTexts(100);
        near.put("1", meaning("双流西航港工业园昨晚停电，全厂停产"));
        near.put("2", meaning("火锅店的油烟管道检查太频繁"));
        near.put("3", meaning("贷款利率突然上调"));
        var same = near.similar(meaning("昨天晚上西航港工业园区停电，整个厂都停产了"), 5, NearTexts.LIKELY_SAME);
        assertThat(same).extracting(Near::key).containsExactly("1");
        assertThat(near.similar(meaning("招聘会什么时候举办"), 5, NearTexts.LIKELY_SAME)).isEmpty();
    }

    @Test
    void aMatterToldInOtherWordsIsNearerThanAnyTwoMattersOfTheExamples() {
        var texts = TestTexts.shipped().stream()
                .map(example -> example.writing().text())
                .toList();
        var meanings = texts.parallelStream().map(NearTextsTest::meaning).toList();
        var near = new NearTexts(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(near.similar(meanings.get(i), 1, NearTexts.LIKELY_SAME))
                    .as(texts.get(i))
                    .isEmpty();
            near.put(texts.get(i), meanings.get(i));
        }
        for (var told : List.of(
                "厂里这周断了三回电，机器都坏了",
                "镇上拖欠绿化工程的钱三年，一共90万元",
                "被强制买燃气公司的灶和报警器，比市场贵一倍",
                "别人抢先注册了我们的商标，现在起诉我们侵权",
                "奖励公示完四个月，钱一直没到账",
                "上午网站总是打不开，也收不到验证码")) {
            assertThat(near.similar(meaning(told), 3, NearTexts.LIKELY_SAME))
                    .as(told)
                    .hasSize(1);
        }
    }

    @Test
    void holdsTheLatestAndForgetsTheFirst() {
        var random = new Random(3);
        var near = new NearTexts(3);
        var first = random(random);
        near.put("1", first);
        near.put("2", random(random));
        near.put("1", first);
        near.put("3", random(random));
        near.put("4", random(random));
        assertThat(near.similar(first, 9, -1)).extracting(Near::key).containsExactlyInAnyOrder("1", "3", "4");
        near.remove("1");
        assertThat(near.similar(first, 9, 0.9)).isEmpty();
        assertThat(near.size()).isEqualTo(2);
        assertThatThrownBy(() -> new NearTexts(0)).hasMessageContaining("at least one");
    }

    @Test
    void theLikenessIsThatOfTheMeanings() {
        var random = new Random(5);
        for (int i = 0; i < 100; i++) {
            var one = random(random);
            var other = random(random);
            var near = new NearTexts(1);
            near.put("other", other);
            assertThat(near.similar(one, 1, -1).getFirst().likeness()).isCloseTo(one.likeness(other), within(0.01));
        }
    }

    @Test
    void manyMayReadAndWriteAtOnce() {
        var near = new NearTexts(50);
        var meanings =
                IntStream.range(0, 20).mapToObj(i -> random(new Random(i))).toList();
        IntStream.range(0, 2_000).parallel().forEach(i -> {
            near.put("k" + i % 70, meanings.get(i % 20));
            assertThat(near.similar(meanings.get(i % 20), 3, 0.5)).hasSizeLessThanOrEqualTo(3);
        });
        assertThat(near.size()).isEqualTo(50);
    }
}
