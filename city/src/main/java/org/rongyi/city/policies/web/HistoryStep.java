package org.rongyi.city.policies.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.Match;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.policies.RecordedMatch;
import org.rongyi.city.ui.OutcomeWord;
import org.rongyi.city.ui.Page;

/// Everything that changed at one moment.
///
/// @param first policies judged for the first time
public record HistoryStep(Instant at, List<HistoryLine> changes, List<HistoryLine> first) {
    public long first(OutcomeWord word) {
        return first.stream().filter(line -> line.now() == word).count();
    }

    /// Newest first, as the records are.
    static List<HistoryStep> of(Page page, Matches.History history, Function<String, String> titles) {
        Map<String, RecordedMatch> before = new HashMap<>();
        history.before().forEach(record -> before.put(record.policyId(), record));
        Map<Instant, HistoryStep> steps = new LinkedHashMap<>();
        for (RecordedMatch record : history.newestFirst().reversed()) {
            HistoryStep step = steps.computeIfAbsent(
                    record.recordedAt(), at -> new HistoryStep(at, new ArrayList<>(), new ArrayList<>()));
            RecordedMatch last = before.put(record.policyId(), record);
            HistoryLine line = new HistoryLine(
                    record.id(),
                    titles.apply(record.policyId()),
                    word(last),
                    word(record),
                    last == null ? null : note(page, last, record));
            (last == null ? step.first : step.changes).add(line);
        }
        return List.copyOf(steps.values()).reversed();
    }

    private static @Nullable OutcomeWord word(@Nullable RecordedMatch record) {
        Match.Verdict verdict = record == null ? null : record.verdict();
        return verdict == null ? null : verdict.word();
    }

    private static @Nullable String note(Page page, RecordedMatch last, RecordedMatch now) {
        List<String> notes = new ArrayList<>();
        if (now.verdict() != null && !last.version().equals(now.version())) {
            notes.add(page.say("换成版本 " + now.version(), "text " + now.version() + " applies"));
        }
        if (now.verdict() != null && last.missing().size() != now.missing().size()) {
            notes.add(page.say(
                    "缺的数据从 " + last.missing().size() + " 项变为 " + now.missing().size() + " 项",
                    "missing values: " + last.missing().size() + ", now "
                            + now.missing().size()));
        }
        if (now.amountYuan() != null
                && (last.amountYuan() == null || last.amountYuan().compareTo(now.amountYuan()) != 0)) {
            notes.add(page.say("金额约 ", "about ") + page.yuan(now.amountYuan()));
        }
        return notes.isEmpty() ? null : String.join(page.say("；", "; "), notes);
    }
}
