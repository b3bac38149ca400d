package org.rongyi.city.ui;

import java.util.Optional;
import org.rongyi.definitions.Words;

/// What the records keep under its Chinese name and what it is called in both languages ([Page#named]). Implemented
/// by the rooms whose files say so; where two know a name, the one that comes first in order counts.
public interface KnownNames {
    /// Empty where this room knows nothing of that name.
    Optional<Words> find(String chinese);
}
