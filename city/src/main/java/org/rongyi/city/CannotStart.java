package org.rongyi.city;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/// The city cannot open for a reason that the person at the terminal can mend: says what, then "Maybe …".
final class CannotStart extends RuntimeException implements ExitCodeGenerator {
    /// Exit code of a start that was refused; a crash has 1.
    static final int EXIT_CODE = 2;

    private static final long serialVersionUID = 1L;

    CannotStart(String what, String advice) {
        this(what, advice, null);
    }

    CannotStart(String what, String advice, @Nullable Throwable cause) {
        super(what + "\n" + advice, cause);
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}
