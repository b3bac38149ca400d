package org.rongyi.city.enterprises.registrations;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rongyi.definitions.Words;

/// Registration files taken while the city is open, and what became of every file, however it was taken.
public interface Imports {
    /// Begins to take the file in the background. The file is taken over: it is deleted afterwards, also when it is
    /// refused.
    ///
    /// @param fileName as the person who sent it calls it
    /// @param asOf the day that the file speaks of
    Starting start(Path file, String fileName, LocalDate asOf, String account);

    sealed interface Starting {
        record Started(long id) implements Starting {}

        /// No registration file: nothing was begun.
        record Unreadable(Words why) implements Starting {}

        /// Another file is being taken, here or at a terminal.
        record Busy(Optional<ImportRun> other) implements Starting {}
    }

    Optional<ImportRun> find(long id);

    /// The latest first.
    List<ImportRun> latest(int limit);

    /// Why rows and values of the file were not taken, the most frequent first, at most `limit`.
    List<Reason> reasons(long id, int limit);

    record Reason(String header, Words words, boolean rowRefused, long count) {}

    /// In the order of the file, at most `limit` after `offset`.
    List<Problem> problems(long id, int offset, int limit);

    void forEachProblem(long id, Consumer<Problem> each);
}
