package org.rongyi.city.ui;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Draws counts on the map of the city.
public interface CityMaps {
    /// Null when the city has no outlines.
    ///
    /// @param counts by the code of a part of the city; a missing one counts as none, null is one that is not shown
    /// @param name of a code, in the language of the page
    /// @param hidden stands for a count that is not shown
    default @Nullable CityMap draw(
            Page page, Map<String, @Nullable Long> counts, UnaryOperator<String> name, String hidden) {
        return draw(page, counts, name, hidden, _ -> "");
    }

    /// @param beside what stands behind the count of a code
    @Nullable
    CityMap draw(
            Page page,
            Map<String, @Nullable Long> counts,
            UnaryOperator<String> name,
            String hidden,
            UnaryOperator<String> beside);
}
