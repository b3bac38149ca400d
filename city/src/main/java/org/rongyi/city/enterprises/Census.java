package org.rongyi.city.enterprises;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts of the register's business entities. Each list holds every group, the largest first; the group null is what
/// no source says or what is known too little.
public interface Census {
    Counts counts();

    /// @param byDistrict by GB/T 2260 code, 6 digits
    /// @param bySection by section letter of GB/T 4754, `A` to `T`
    /// @param byType by entity type
    /// @param byYear by year of establishment
    record Counts(long all, List<Count> byDistrict, List<Count> bySection, List<Count> byType, List<Count> byYear) {}

    record Count(@Nullable String group, long firms) {}

    /// Entities of one district by section.
    Map<String, Long> sectionsOf(String districtCode);
}
