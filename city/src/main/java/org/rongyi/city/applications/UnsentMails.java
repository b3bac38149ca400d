package org.rongyi.city.applications;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// E-mails that did not go out, for whoever looks after the mail server.
public interface UnsentMails {
    /// That wait for their next attempt after a vain one.
    int waiting();

    /// That nobody sends any longer, newest first.
    List<Unsent> left(int limit);

    int countLeft();

    /// Gives all that were given up a further day of attempts. Those that perhaps arrived stay.
    ///
    /// @return how many
    int tryAgain();

    /// @param perhapsSent the server had it when the answer failed to come: sending it again might tell twice
    /// @param fault what the server said the last time
    record Unsent(
            String account,
            String subject,
            Instant writtenAt,
            int tries,
            boolean perhapsSent,
            @Nullable String fault) {}
}
