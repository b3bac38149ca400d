package org.rongyi.city.appeals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Appeals that came by the open standard, as everybody may read them: whoever sends by it publishes. What
/// came any other way is never among them.
public interface OpenRequests {
    int MOST = 1000;
    int LONGEST_DAYS = 90;

    /// The newest first, at most [#MOST].
    List<Request> find(Query query);

    List<Request> withNumbers(List<String> numbers);

    /// By the key under which it was sent.
    Optional<Request> withToken(String token);

    /// @param services codes of categories; empty: all
    /// @param open null: open and closed
    record Query(
            Instant from,
            Instant until,
            Set<String> services,
            @Nullable Boolean open) {}

    /// @param updated when it last changed; closed: when it was closed
    record Request(
            Appeal appeal,
            String state,
            boolean open,
            String unit,
            Instant updated,
            @Nullable Instant due) {}
}
