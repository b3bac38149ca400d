package org.rongyi.city.appeals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of e-mails without an appeal, and which answers never arrived: a seat looks at them, for nobody else does.
/// What was written is not here; it lies in the mailbox.
public interface MailRecord {
    /// Those of the last weeks that became no appeal and were not told where to go instead, the latest first.
    List<Left> left();

    /// Answers that did not go out, or of which it is not known, the latest first.
    List<Unsent> unsent();

    enum Why {
        /// A program wrote it: nothing is answered, or programs would answer each other.
        MACHINE,
        EMPTY,
        /// More of one address on one day than a person writes.
        TOO_MANY,
        /// On record from before it was kept why.
        UNKNOWN
    }

    record Left(Instant at, String address, Why why) {}

    /// @param number of the appeal; null where the letter was told another way
    /// @param given up: it was tried for a day, or refused; otherwise what became of it is not known
    record Unsent(
            Instant at,
            String address,
            String subject,
            boolean given,
            @Nullable String number) {}
}
