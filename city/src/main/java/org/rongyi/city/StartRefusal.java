package org.rongyi.city;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        Optional<CannotStart> refusal = CannotStart.in(failure);
        refusal.ifPresent(reason -> System.err.println("rongyi: " + reason.getMessage()));
        return refusal.isPresent();
    }
}
