package org.rongyi.city;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/// A start that was refused for a reason which the person at the terminal can mend is told in two lines, without a
/// stack trace. Everything else stays with Spring Boot's own reporters.
final class StartRefusal implements SpringBootExceptionReporter {
    /// Spring Boot makes it, from `META-INF/spring.factories`.
    StartRefusal(@Nullable ConfigurableApplicationContext ignored) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart refusal) {
                System.err.println("rongyi: " + refusal.getMessage());
                return true;
            }
        }
        return false;
    }
}
