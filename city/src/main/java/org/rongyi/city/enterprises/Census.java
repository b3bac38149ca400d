package org.rongyi.city.enterprises;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Counts of the register's business entities. Each list holds every group, the largest first; the group null is what
/// no source says or what is known too little.
public interface Census {
    Counts counts();

    /// @param byDistrict by GB/T 2260 code, 6 digits
    /// @param bySection by section letter of GB/T 4754, `A` to `T`
    /// @param byType by entity type
    /// @param byYear by year of establishment
    /// @param sectionsOf of each district what `bySection` is for the city, without what is not known
    record Counts(
            long all,
            List<Count> byDistrict,
            List<Count> bySection,
            List<Count> byType,
            List<Count> byYear,
            SortedMap<String, List<Count>> sectionsOf) {}

    record Count(@Nullable String group, long firms) {}
}
