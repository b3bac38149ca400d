package org.rongyi.city.appeals;

import java.time.LocalDate;
import java.util.List;

/// What comes again at this time of the year (未诉先办): categories of which, in the weeks that lie ahead, former years
/// had clearly more than the rest of those years. Shown some weeks before, so that somebody acts before anybody
/// complains. Counted once a day.
public interface AppealSeasons {
    /// The weeks looked at begin so many days from now, and end so many.
    int FROM_DAYS = 7;

    int TO_DAYS = 42;

    /// In the last year there were at least so many.
    int FEWEST = 5;

    /// The one that stands out most first.
    List<Season> ahead();

    /// @param category code of a leaf
    /// @param years the last one first; only those of which all days around are known
    /// @param numbers some appeals of the last year's weeks, the latest first
    record Season(String category, LocalDate from, LocalDate to, List<Year> years, List<String> numbers) {
        public Season {
            years = List.copyOf(years);
            numbers = List.copyOf(numbers);
        }
    }

    /// @param count in these weeks
    /// @param usual in as many days of the half years before and after
    record Year(int year, int count, double usual) {}
}
