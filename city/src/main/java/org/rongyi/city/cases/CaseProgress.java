package org.rongyi.city.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// How departments keep what they promise. Clocks that run while the applicant has the case are not theirs and count
/// nowhere here.
public interface CaseProgress {
    /// @param since closed cases count from this day on
    Report report(LocalDate since);

    /// @param units those with any case, by name
    /// @param items the most frequent first
    /// @param weeks in order; those in which nothing was closed are not there
    record Report(LocalDate since, List<OfUnit> units, List<OfItem> items, List<OfWeek> weeks) {
        public int open() {
            return units.stream().mapToInt(OfUnit::open).sum();
        }

        public int overdue() {
            return units.stream().mapToInt(OfUnit::overdue).sum();
        }

        public int inTime() {
            return units.stream().mapToInt(OfUnit::inTime).sum();
        }

        public int late() {
            return units.stream().mapToInt(OfUnit::late).sum();
        }

        public int corrected() {
            return units.stream().mapToInt(OfUnit::corrected).sum();
        }
    }

    /// @param open not closed yet
    /// @param overdue of these: a clock of the department has run out
    /// @param inTime closed, and no clock of the department had run out
    /// @param late closed, and one had
    /// @param corrected closed, and corrections had been asked of the applicant
    record OfUnit(String unit, int open, int overdue, int inTime, int late, int corrected) {
        public int closed() {
            return inTime + late;
        }
    }

    /// @param monday the first day of the week
    /// @param inTime closed in it, and no clock of the department had run out
    record OfWeek(LocalDate monday, int inTime, int late) {}

    /// The longest clock of the kind, over the closed cases of one title.
    ///
    /// @param allowed working days that the kind allows
    /// @param promised working days promised, on average
    /// @param used working days that it ran, on average; null where the calendar does not reach
    record OfItem(
            String title,
            Words clock,
            int closed,
            int allowed,
            BigDecimal promised,
            @Nullable BigDecimal used) {}
}
