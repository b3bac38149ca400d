package org.rongyi.city;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CannotOpen;
import org.rongyi.city.vocabulary.FaultyCityFiles;

/// The city cannot open for a reason that the person at the terminal can mend: says what, then "Maybe …".
final class CannotStart extends RuntimeException {
    /// Exit code of a start that was refused; a crash has 1.
    static final int EXIT_CODE = 2;

    private static final long serialVersionUID = 1L;

    CannotStart(String what, String advice) {
        this(what, advice, null);
    }

    CannotStart(String what, String advice, @Nullable Throwable cause) {
        super(what + "\n" + advice, cause);
    }

    /// The refusal behind a failure, however deep the framework wrapped it: by the house, by a room that
    /// cannot open, or by one that found faults in the city's files.
    static Optional<RuntimeException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart || cause instanceof CannotOpen || cause instanceof FaultyCityFiles) {
                return Optional.of((RuntimeException) cause);
            }
        }
        return Optional.empty();
    }
}
