package org.rongyi.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextAdviceTest {

    private static Writing written(String text) {
        return new Writing("", text);
    }

    private static final List<Example> FEW = IntStream.range(0, 12)
            .mapToObj(i -> i % 2 == 0
                    ? new Example("车间第" + i + "次停电了，供电所没人来", "power")
                    : new Example("银行第" + i + "次拒绝我们的贷款申请", "loan"))
            .toList();

    @Test
    void suggestsForATextNobodyHasSeenWhatAPersonWouldChoose() {
        try (var advice = new TextAdvice(TextAdviceTest::some)) {
            assertThat(labels(advice.suggest(written("铺子里老跳闸，变压器带不动，请供电局来看")))).contains("E0601");
            assertThat(labels(advice.suggest(written("区住建局欠我们工程款两年了")))).contains("E0902");
            assertThat(labels(advice.suggest(written("商标遭人家抢先注册")))).contains("E0903");
            var odd = advice.suggest(written("哈哈哈"));
            assertThat(odd.sure()).isFalse();
            assertThat(odd.best()).hasSize(3);
            assertThat(odd.best())
                    .isSortedAccordingTo((one, other) -> Double.compare(other.confidence(), one.confidence()));
            assertThat(advice.suggest(written("  "))).isEqualTo(Suggestion.NONE);
        }
    }

    /// Learning all takes seconds.
    private static List<Example> some() {
        return TestTexts.shipped().stream()
                .filter(example -> example.label().matches("E(06|09)0[1-4]"))
                .toList();
    }

    private static List<String> labels(Suggestion suggestion) {
        return suggestion.best().stream().map(Suggestion.Candidate::label).toList();
    }

    @Test
    void learnsNothingBeforeTheFirstQuestionAndThenOnce() {
        var asked = new AtomicInteger();
        try (var advice = new TextAdvice(() -> {
            asked.incrementAndGet();
            return FEW;
        })) {
            assertThat(asked).hasValue(0);
            assertThat(labels(advice.suggest(written("停电了")))).first().isEqualTo("power");
            IntStream.range(0, 50).parallel().forEach(i -> advice.suggest(written("贷款" + i)));
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void aPageNeverWaitsForTheFirstLearning() {
        var go = new CountDownLatch(1);
        try (var advice = new TextAdvice(() -> {
            await(go);
            return FEW;
        })) {
            assertThat(advice.suggestNow(written("停电了"))).isEmpty();
            go.countDown();
            assertThat(labels(advice.suggest(written("停电了")))).first().isEqualTo("power");
            assertThat(advice.suggestNow(written("停电了"))).isPresent();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void correctionsCountFromTheNextLearningOnAndTheOldSuggestionsGoOnUntilThen() {
        var examples = new CopyOnWriteArrayList<>(FEW);
        try (var advice = new TextAdvice(() -> List.copyOf(examples))) {
            var parking = written("店门口停车位被占了");
            assertThat(labels(advice.suggest(parking))).doesNotContain("parking");
            IntStream.range(0, 6).forEach(i -> examples.add(new Example("第" + i + "个停车位被人占了", "parking")));
            assertThat(labels(advice.suggest(parking))).doesNotContain("parking");
            advice.learnAgain().join();
            assertThat(labels(advice.suggest(parking))).first().isEqualTo("parking");
        }
    }

    @Test
    void askedManyTimesWhileItWaitsItLearnsOnce() {
        var go = new CountDownLatch(1);
        var asked = new AtomicInteger();
        try (var advice = new TextAdvice(() -> {
            await(go);
            asked.incrementAndGet();
            return FEW;
        })) {
            advice.suggestNow(written("停电"));
            var again = new ArrayList<CompletableFuture<Void>>();
            IntStream.range(0, 20).forEach(i -> again.add(advice.learnAgain()));
            go.countDown();
            again.forEach(CompletableFuture::join);
            assertThat(asked.get()).isBetween(1, 2);
        }
    }

    @Test
    void withoutExamplesItSuggestsNothingAndWithOneLabelItIsNeverSure() {
        try (var advice = new TextAdvice(List::of)) {
            assertThat(advice.suggest(written("停电"))).isEqualTo(Suggestion.NONE);
        }
        try (var advice = new TextAdvice(() -> List.of(new Example("停电", "power")))) {
            assertThat(advice.suggest(written("停电")).sure()).isFalse();
        }
    }

    @Test
    void afterALearningThatFailedTheNextQuestionTriesAgain() {
        var asked = new AtomicInteger();
        try (var advice = new TextAdvice(() -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("the database is away");
            }
            return FEW;
        })) {
            assertThat(advice.suggest(written("停电"))).isEqualTo(Suggestion.NONE);
            assertThat(labels(advice.suggest(written("停电")))).first().isEqualTo("power");
        }
    }

    @Test
    void whatWasLearntStaysWhenLearningAgainFails() {
        var asked = new AtomicInteger();
        try (var advice = new TextAdvice(() -> {
            if (asked.getAndIncrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
            return FEW;
        })) {
            advice.suggest(written("停电"));
            var again = advice.learnAgain();
            assertThatThrownBy(again::join).isInstanceOf(CompletionException.class);
            assertThat(labels(advice.suggest(written("停电")))).first().isEqualTo("power");
        }
    }
}
