package org.rongyi.texts;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Suggests categories for texts, learnt from examples and from what people corrected. Safe for many threads.
/// Nothing is opened before the first question, so a program that never asks pays nothing; learning happens
/// on a thread of its own.
public final class TextAdvice implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TextAdvice.class.getName());

    private final Supplier<List<Example>> examples;
    private final ExecutorService background = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .name("texts-learning")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private final SharedModel model = new SharedModel();

    /// Only the thread that learns touches it: what was looked at before need not be looked at again.
    private Map<Writing, Meaning> seen = Map.of();

    private volatile @Nullable Learnt learnt;
    private @Nullable CompletableFuture<Void> first;
    private @Nullable CompletableFuture<Void> waiting;

    /// @param examples asked at the first question and at each [#learnAgain], on the thread that learns
    public TextAdvice(Supplier<List<Example>> examples) {
        this.examples = examples;
    }

    /// The categories that fit best; waits for the first learning to be over, a few seconds, never later.
    /// Where nothing could be learnt it has no category and is not sure.
    public Suggestion suggest(Writing writing) {
        try {
            firstLearning().join();
        } catch (CompletionException failed) {
            return Suggestion.NONE;
        }
        return suggestNow(writing).orElse(Suggestion.NONE);
    }

    /// The same without waiting: empty while the first learning goes on, which this starts.
    public Optional<Suggestion> suggestNow(Writing writing) {
        var known = learnt;
        if (known == null) {
            var _ = firstLearning();
            return Optional.empty();
        }
        if (writing.isBlank()) {
            return Optional.of(Suggestion.NONE);
        }
        return Optional.of(known.suggest(writing, meaning(writing)));
    }

    /// Learns from the examples as they are now. Until that is done the old suggestions go on. Asked several
    /// times while it waits for its turn, it learns once.
    public synchronized CompletableFuture<Void> learnAgain() {
        if (waiting == null) {
            waiting = CompletableFuture.runAsync(this::learn, background).whenComplete((_, failed) -> told(failed));
        }
        return waiting.copy();
    }

    /// Where a text lies among all texts.
    ///
    /// @throws MeaningsUnavailable if this machine cannot run the model
    public Meaning meaning(Writing writing) {
        return model.meaning(writing);
    }

    private synchronized CompletableFuture<Void> firstLearning() {
        if (first == null || first.isCompletedExceptionally()) {
            first = learnAgain();
        }
        return first;
    }

    private void learn() {
        synchronized (this) {
            waiting = null;
        }
        var all = examples.get();
        Map<Writing, Meaning> meanings = HashMap.newHashMap(all.size());
        for (var example : all) {
            var before = seen.get(example.writing());
            meanings.computeIfAbsent(example.writing(), writing -> before == null ? model.meaning(writing) : before);
        }
        seen = meanings;
        learnt = Learnt.from(
                all,
                all.stream().map(example -> meanings.get(example.writing())).toList());
    }

    private void told(@Nullable Throwable failed) {
        if (failed != null && !background.isShutdown()) {
            LOG.log(Level.WARNING, "Categories of texts were not learnt", failed);
        }
    }

    /// Ends learning and gives the memory of the model back.
    @Override
    public void close() {
        background.shutdownNow();
        model.close();
    }
}
