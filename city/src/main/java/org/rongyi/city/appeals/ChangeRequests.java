package org.rongyi.city.appeals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Words;

/// What appeals ask of a rule itself: a leader asks that a policy or a service item be changed. Nobody closes a
/// request:
/// only a new text does. Those who reported read of both at their appeal.
public interface ChangeRequests {
    int LONGEST_WORDS = 1000;

    /// What a request may be about.
    List<Target> targets();

    /// @param numbers of the appeals that speak for it
    /// @param target id of one of [#targets]
    /// @return false when there is no such target, no such appeal, or the person is no leader
    boolean open(List<String> numbers, String target, String words, Acting leader);

    /// The last one first.
    List<Request> latest(int limit);

    /// Those for which this appeal speaks.
    List<Request> of(Appeal appeal);

    /// @param id such as `policy/small-loans` or `item/food-permit`
    record Target(String id, Words name) {}

    /// @param appeals how many speak for it
    /// @param changed name of the text that came since; null: it is still to come
    record Request(
            long id,
            Words name,
            String words,
            Instant at,
            String by,
            int appeals,
            @Nullable String changed) {}
}
