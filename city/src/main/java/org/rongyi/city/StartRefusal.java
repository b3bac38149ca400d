package org.rongyi.city;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/// A start that was refused for a reason which the person at the terminal can mend is told in two lines, without a
/// stack trace: such a reason, of any room, is an exception that names its exit code. Everything else stays with Spring
/// Boot's own reporters.
final class StartRefusal implements SpringBootExceptionReporter {
    /// Spring Boot makes it, from `META-INF/spring.factories`.
    StartRefusal(@Nullable ConfigurableApplicationContext ignored) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExitCodeGenerator) {
                System.err.println("rongyi: " + cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
