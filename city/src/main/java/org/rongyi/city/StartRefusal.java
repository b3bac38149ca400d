package org.rongyi.city;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/// A start that was refused for a reason which the person at the terminal can mend is told without a stack
/// trace. Everything else stays with Spring Boot's own reporters.
final class StartRefusal implements SpringBootExceptionReporter {
    /// Spring Boot makes it, from `META-INF/spring.factories`.
    StartRefusal(@Nullable ConfigurableApplicationContext ignored) {}

    @Override
    public boolean reportException(Throwable failure) {
        Optional<RuntimeException> refusal = CannotStart.in(failure);
        refusal.ifPresent(reason -> System.err.println("rongyi: " + reason.getMessage()));
        return refusal.isPresent();
    }
}
