package org.rongyi.city.areas;

import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;

/// One place in the tree.
///
/// @param parent null for a district, which belongs to the city itself
public record Area(
        AreaCode code,
        String name,
        String englishName,
        Level level,
        @Nullable AreaCode parent) {
    public enum Level {
        DISTRICT,
        STREET,
        VILLAGE
    }
}
