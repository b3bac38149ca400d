package org.rongyi.city.utilities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How connecting goes in the city, for those who lead it.
public interface ConnectionFigures {
    Report since(LocalDate day);

    /// @param applications handed in since
    /// @param joint of these, for more than one connection
    /// @param surveyed of these, with a record that all who were present signed
    /// @param visits that took place for those: the aim is one each
    record Report(
            int applications, int joint, int surveyed, int visits, List<OfUtility> utilities, List<OfArea> areas) {
        /// Visits per application that was surveyed; null where none was.
        public @Nullable BigDecimal visitsEach() {
            return surveyed == 0
                    ? null
                    : BigDecimal.valueOf(visits).divide(BigDecimal.valueOf(surveyed), 2, RoundingMode.HALF_UP);
        }
    }

    /// Medians, in calendar days; null where nothing is there to count.
    ///
    /// @param planned with a plan
    /// @param permitted rounds of permits that are all decided; what was only filed is none
    /// @param daysToPlan from application to the first plan
    /// @param permitDays from the accepted plan to the last permit of its round
    /// @param daysToSupply from application to supply
    record OfUtility(
            String utility,
            int requests,
            int supplied,
            int refused,
            int planned,
            int permitted,
            @Nullable Double daysToPlan,
            @Nullable Double permitDays,
            @Nullable Double daysToSupply) {}

    /// @param area code of the district; empty: not known
    /// @param visitsAhead booked, and not begun
    record OfArea(String area, int applications, int visitsAhead) {}
}
