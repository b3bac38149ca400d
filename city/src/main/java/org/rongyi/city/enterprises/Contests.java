package org.rongyi.city.enterprises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;

/// The firm's right to contest what a department says of it. While a contest is open, rules see the fact as missing.
public interface Contests {
    /// Within so many working days the department must answer. Our own promise to the firm: no law says three days, and
    /// until the answer the fact counts against nobody.
    int LIMIT_WORKING_DAYS = 3;

    int LONGEST_TEXT = 1000;

    /// Contests the current value of an element. One contest an element may be open.
    ///
    /// @param claimed of the element's type, or null
    /// @param reason 1 to [#LONGEST_TEXT] characters
    Opening open(CreditCode firm, String element, @Nullable Object claimed, String reason, String account);

    sealed interface Opening {
        record Opened(Contest contest) implements Opening {}

        record AlreadyOpen(Contest contest) implements Opening {}

        /// Nothing is known, or what is known comes from the firm itself, which can withdraw it.
        record NothingToContest() implements Opening {}
    }

    /// The firm is right: a corrected report with the right value, as of the day of the contested fact, is recorded.
    ///
    /// @param right of the element's type; null when the department has no right value and withdraws the wrong one
    Answering uphold(long id, @Nullable Object right, String answer, String account);

    /// The fact stands, for the reason given.
    Answering reject(long id, String answer, String account);

    sealed interface Answering {
        record Answered(Contest contest) implements Answering {}

        /// Somebody answered it before.
        record AnsweredBefore(Contest contest) implements Answering {}
    }

    Optional<Contest> find(long id);

    /// What waits for the department, the earliest first.
    List<Contest> openFor(String source, int offset, int limit);

    /// How much waits for the department.
    Waiting waitingFor(String source);

    /// @param late how many of them should have been answered before today
    /// @param nextDue the earliest day by which one must be answered; null when none has such a day
    record Waiting(int all, int late, @Nullable LocalDate nextDue) {}

    /// What the department answered last, at most `limit`.
    List<Contest> answeredBy(String source, int limit);

    /// What the firm contested, as far as the reader may see it ([Portraits#shows]), newest first, at most
    /// `limit`, from the one with this number on, the newest being 0.
    List<Contest> of(CreditCode firm, Acting reader, int offset, int limit);

    /// How much of that there is in all.
    int count(CreditCode firm, Acting reader);

    /// What the firm contested of one element, newest first.
    List<Contest> of(CreditCode firm, String element);

    /// What is still open, and what was answered since then, as far as the reader may see it; newest first.
    List<Contest> news(CreditCode firm, Acting reader, Instant since);
}
