package org.rongyi.city.policies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Drafts that policy makers keep, each for its maker alone. What stands in one never judges anybody.
public interface KeptDrafts {
    int MOST = 50;
    int LONGEST_NAME = 60;

    /// @param draft beside today's text of the policy that it would replace
    record Kept(long id, String name, Instant keptAt, Draft draft) {}

    /// The newest first.
    List<Kept> of(String account);

    Optional<Kept> find(String account, long id);

    /// Keeps a draft.
    ///
    /// @param id of the one that it replaces; null for another one
    /// @return its id; empty when there are [#MOST] already
    Optional<Long> keep(String account, @Nullable Long id, String name, Draft draft);

    void drop(String account, long id);
}
