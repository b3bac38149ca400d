package org.rongyi.city.policies.web;

import java.time.Instant;
import java.util.List;
import org.rongyi.city.ui.OutcomeWord;

/// Everything that changed at one moment.
///
/// @param first policies judged for the first time
public record HistoryStep(Instant at, List<HistoryLine> changes, List<HistoryLine> first) {
    public long first(OutcomeWord word) {
        return first.stream().filter(line -> line.now() == word).count();
    }
}
