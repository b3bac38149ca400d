package org.rongyi.city.policies.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.policies.Match;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.policies.RecordedMatch;
import org.rongyi.city.ui.OutcomeWord;
import org.rongyi.city.ui.Page;

/// Says a firm's records in words: what changed, and where the firm's own contest or its answer was the cause.
final class HistoryReader {
    private final Page page;
    private final Elements elements;
    private final List<Contest> contests;

    HistoryReader(Page page, Elements elements, List<Contest> contests) {
        this.page = page;
        this.elements = elements;
        this.contests = contests;
    }

    /// Newest first, as the records are.
    ///
    /// @param expired whether the text of a line had come to its last day
    List<HistoryStep> read(Matches.History history, Function<String, String> titles, Predicate<RecordedMatch> expired) {
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
                    record.verdict() == null ? end(expired.test(record)) : last == null ? null : note(last, record));
            (last == null ? step.first() : step.changes()).add(line);
        }
        return List.copyOf(steps.values()).reversed();
    }

    private static @Nullable OutcomeWord word(@Nullable RecordedMatch record) {
        Match.Verdict verdict = record == null ? null : record.verdict();
        return verdict == null ? null : verdict.word();
    }

    private String end(boolean expired) {
        return expired
                ? page.say("政策到期，不再判断", "the policy ended")
                : page.say("文本不再适用，不再判断", "its text applies no more: not judged");
    }

    private @Nullable String note(RecordedMatch last, RecordedMatch now) {
        List<String> notes = new ArrayList<>(causes(last, now));
        if (!last.version().equals(now.version())) {
            notes.add(page.say("换成版本 " + now.version(), "text " + now.version() + " applies"));
        }
        int were = last.missing().size();
        int are = now.missing().size();
        if (were != are) {
            notes.add(page.say("缺的数据从 " + were + " 项变为 " + are + " 项", "missing values: " + were + ", now " + are));
        }
        if (last.amountYuan() != null && now.amountYuan() == null) {
            notes.add(page.say("金额暂时算不出", "the amount cannot be computed for now"));
        } else if (now.amountYuan() != null
                && (last.amountYuan() == null || last.amountYuan().compareTo(now.amountYuan()) != 0)) {
            notes.add(page.say("金额约 ", "about ") + page.yuan(now.amountYuan()));
        }
        return notes.isEmpty() ? null : String.join(page.say("；", "; "), notes);
    }

    /// A value that was read before and is not now, while the firm contests it; or one that is read again or otherwise
    /// after the department answered.
    private List<String> causes(RecordedMatch last, RecordedMatch now) {
        Set<String> read = new TreeSet<>(last.values().keySet());
        read.addAll(now.values().keySet());
        List<String> causes = new ArrayList<>();
        for (Contest contest : contests) {
            if (!read.contains(contest.element())) {
                continue;
            }
            Object was = last.values().get(contest.element());
            Object is = now.values().get(contest.element());
            String name = elements.find(contest.element())
                    .map(element -> page.say(element.name()))
                    .orElse(contest.element());
            if (was != null && is == null && between(last, contest.openedAt(), now)) {
                causes.add(page.say(
                        "因您对“" + name + "”的异议；等" + contest.source() + "答复，企业主页照原来的数据算",
                        "because you contested “" + name + "”; until it is answered your home page counts as before"));
            } else if (was == null && is != null && between(last, contest.answeredAt(), now)) {
                causes.add(page.say(
                        contest.source() + "答复了您对“" + name + "”的异议", "your contest of “" + name + "” was answered"));
            }
        }
        return causes;
    }

    private static boolean between(RecordedMatch last, @Nullable Instant moment, RecordedMatch now) {
        return moment != null && !moment.isBefore(last.recordedAt()) && !moment.isAfter(now.recordedAt());
    }
}
