package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.FactsRecorded;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.policies.MatchRecords.NewRecord;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps each firm's history of matches: a line is appended where verdict, text, amount or what is missing changed.
///
/// A firm is judged again after each new fact about it, and whenever it is judged for today: so a change of the day or
/// of a text is on record before anybody reads the verdict. Millions of facts that come at once record nothing.
@Component
class MatchRecorder {
    private final FilePolicies policies;
    private final Portraits portraits;
    private final MatchRecords records;
    private final Judge judge;

    MatchRecorder(FilePolicies policies, Portraits portraits, MatchRecords records, Judge judge) {
        this.policies = policies;
        this.portraits = portraits;
        this.records = records;
        this.judge = judge;
    }

    @ApplicationModuleListener
    void judgeAgain(FactsRecorded news) {
        bringUpToDate(news.firm());
    }

    /// Judges the firm for today and appends what changed. Two at once wait for each other, and each judges what is
    /// known when its turn comes: nothing stands twice, and no older verdict comes after a newer one.
    @Transactional
    Optional<Judgement> bringUpToDate(CreditCode firm) {
        records.lock(firm);
        Optional<Portrait> portrait = portraits.current(firm);
        if (portrait.isEmpty()) {
            return Optional.empty();
        }
        Judgement judgement = judge.judge(policies.texts(policies.today()), portrait.get(), policies.today());
        records.append(firm, judgement.asOf(), news(judgement, portrait.get(), records.latest(firm)));
        return Optional.of(judgement);
    }

    /// Whether the firm's records say what was judged.
    boolean upToDate(CreditCode firm, Judgement judgement, Row data) {
        return news(judgement, data, records.latest(firm)).isEmpty();
    }

    private static List<NewRecord> news(Judgement judgement, Row data, Map<String, RecordedMatch> latest) {
        List<NewRecord> news = new ArrayList<>();
        Map<String, RecordedMatch> ended = new TreeMap<>(latest);
        for (Match match : judgement.matches()) {
            RecordedMatch last = ended.remove(match.policy().id());
            if (last == null || !says(last, match)) {
                news.add(new NewRecord(
                        match.policy().id(),
                        match.version().version(),
                        match.verdict(),
                        match.missing(),
                        match.amountYuan(),
                        used(match, data)));
            }
        }
        for (RecordedMatch last : ended.values()) {
            if (last.verdict() != null) {
                news.add(new NewRecord(last.policyId(), last.version(), null, new TreeSet<>(), null, new TreeMap<>()));
            }
        }
        return news;
    }

    private static boolean says(RecordedMatch last, Match match) {
        return last.verdict() == match.verdict()
                && last.version().equals(match.version().version())
                && last.missing().equals(match.missing())
                && same(last.amountYuan(), match.amountYuan());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /// Every known value that the text's rules read.
    private static SortedMap<String, Object> used(Match match, Row data) {
        SortedMap<String, Object> used = new TreeMap<>();
        var benefit = match.version().benefit();
        Rule amount = benefit == null ? null : benefit.amountYuan();
        for (Rule rule : amount == null
                ? List.of(match.version().rule())
                : List.of(match.version().rule(), amount)) {
            for (String element : rule.elements()) {
                Object value = data.value(element);
                if (value != null) {
                    used.put(element, value);
                }
            }
        }
        return used;
    }
}
