package org.rongyi.city.interactions;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.city.interactions.VisitRules.Limit;

/// Another visit would be too often: in days that follow each other there would be more than the limit.
///
/// @param from the first of these days
/// @param to the last of them
/// @param others that count in them, without the new one
public record TooOften(Limit limit, LocalDate from, LocalDate to, List<Counted> others) {
    public TooOften {
        others = List.copyOf(others);
    }

    /// @param planned it is still ahead
    public record Counted(Interaction.Kind kind, LocalDate day, String unit, boolean planned) {}

    /// The windows of each limit that the new day would overfill; of each limit the fullest one.
    static List<TooOften> of(List<Limit> limits, List<Counted> counted, LocalDate day) {
        return limits.stream()
                .flatMap(limit -> of(limit, counted, day).stream())
                .toList();
    }

    private static List<TooOften> of(Limit limit, List<Counted> counted, LocalDate day) {
        TooOften fullest = null;
        for (int back = limit.days() - 1; back >= 0; back--) {
            LocalDate from = day.minusDays(back);
            LocalDate to = from.plusDays(limit.days() - 1L);
            List<Counted> within = counted.stream()
                    .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(to))
                    .toList();
            boolean fuller = fullest == null || within.size() > fullest.others().size();
            if (within.size() + 1 > limit.most() && fuller) {
                fullest = new TooOften(limit, from, to, within);
            }
        }
        return fullest == null ? List.of() : List.of(fullest);
    }
}
