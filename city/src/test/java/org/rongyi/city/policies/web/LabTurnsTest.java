package org.rongyi.city.policies.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.policies.web.LabTurns.Turn;

class LabTurnsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Boolean> computed = new CompletableFuture<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void leave() {
        computed.complete(true);
        people.close();
    }

    private static LabTurns turns(int atOnce, Duration longest) {
        return new LabTurns(atOnce, longest, LONG, LONG);
    }

    /// Goes on until it is stopped, as a match does that looks now and then whether somebody waits for it.
    private Future<Turn<String>> askForLong(LabTurns turns, String account) {
        return people.submit(() -> turns.ask(account, () -> {
            asked.add("long");
            try {
                return computed.get().toString();
            } catch (InterruptedException stopped) {
                throw new CancellationException();
            } catch (ExecutionException never) {
                throw new IllegalStateException(never);
            }
        }));
    }

    private Future<Turn<String>> ask(LabTurns turns, String account, String question) {
        return people.submit(() -> turns.ask(account, () -> {
            asked.add(question);
            computed.join();
            return question;
        }));
    }

    @Test
    void ofWhoAsksOnOnlyTheNewestQuestionIsAnswered() throws Exception {
        LabTurns turns = turns(1, LONG);
        Future<Turn<String>> first = ask(turns, "lin", "100");
        await().until(() -> asked.contains("100"));
        Future<Turn<String>> second = ask(turns, "lin", "200");
        await().until(() -> turns.waiting() == 1);
        Future<Turn<String>> third = ask(turns, "lin", "300");
        assertThat(second.get()).isEqualTo(new Turn.Replaced<>());
        computed.complete(true);
        assertThat(first.get()).isEqualTo(new Turn.Answered<>("100"));
        assertThat(third.get()).isEqualTo(new Turn.Answered<>("300"));
        assertThat(asked).containsExactly("100", "300");
    }

    @Test
    void onePersonLeavesRoomForAnother() throws Exception {
        LabTurns turns = turns(2, LONG);
        Future<Turn<String>> first = ask(turns, "lin", "100");
        await().until(() -> asked.contains("100"));
        Future<Turn<String>> second = ask(turns, "lin", "200");
        await().until(() -> turns.waiting() == 1);
        Future<Turn<String>> other = ask(turns, "zhou", "7");
        await().until(() -> asked.contains("7"));
        assertThat(asked).doesNotContain("200");
        computed.complete(true);
        assertThat(List.of(first.get(), second.get(), other.get()))
                .containsExactly(new Turn.Answered<>("100"), new Turn.Answered<>("200"), new Turn.Answered<>("7"));
    }

    @Test
    void whoWaitsTooLongIsToldSo() throws Exception {
        LabTurns turns = turns(1, Duration.ZERO);
        Future<Turn<String>> first = ask(turns, "lin", "100");
        await().until(() -> asked.contains("100"));
        assertThat(turns.ask("zhou", () -> "7")).isEqualTo(new Turn.Busy<>());
        computed.complete(true);
        assertThat(first.get()).isEqualTo(new Turn.Answered<>("100"));
        assertThat(turns.ask("zhou", () -> "7")).isEqualTo(new Turn.Answered<>("7"));
    }

    @Test
    void whoAsksOnDoesNotWaitForALongQuestionOfTheirOwn() throws Exception {
        LabTurns turns = new LabTurns(2, LONG, Duration.ZERO, LONG);
        Future<Turn<String>> first = askForLong(turns, "lin");
        await().until(() -> asked.contains("long"));
        assertThat(turns.ask("lin", () -> "200")).isEqualTo(new Turn.Answered<>("200"));
        assertThat(first.get()).isEqualTo(new Turn.Replaced<>());
    }

    @Test
    void aQuestionThatTakesTooLongGivesWayToOthers() throws Exception {
        LabTurns turns = new LabTurns(1, LONG, LONG, Duration.ZERO);
        Future<Turn<String>> first = askForLong(turns, "gone");
        await().until(() -> asked.contains("long"));
        assertThat(turns.ask("zhou", () -> Thread.currentThread().isInterrupted() ? "stopped" : "7"))
                .isEqualTo(new Turn.Answered<>("7"));
        assertThat(first.get()).isEqualTo(new Turn.GaveWay<>());
    }

    @Test
    void aQuestionThatFailsGivesItsPlaceBack() {
        LabTurns turns = turns(1, Duration.ZERO);
        assertThatThrownBy(() -> turns.ask("lin", () -> {
                    throw new IllegalStateException("no figures");
                }))
                .hasMessage("no figures");
        assertThat(turns.ask("lin", () -> "100")).isEqualTo(new Turn.Answered<>("100"));
    }
}
