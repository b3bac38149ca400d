package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.policies.MatchRecords.NewRecord;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps each firm's history of matches: a line is appended where verdict, text, amount or what is missing changed.
///
/// A firm is judged again whenever it is judged for today, so that what changed is on record before anybody reads the
/// verdict; nobody waits for [MatchFollower], which records the same for firms that nobody looks at.
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

    /// Judges the firm for today and appends what changed. Two at once wait for each other, and each judges
    /// what is known and law when its turn comes: nothing stands twice, and no older verdict comes after a
    /// newer one.
    @Transactional
    Optional<Judgement> bringUpToDate(CreditCode firm) {
        records.lock(firm);
        policies.refresh();
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
            NewRecord now = NewRecord.of(
                    new InForce(match.policy(), match.version()), match.verdict(), match.missing(), match.amountYuan());
            if (!says(ended.remove(match.policy().id()), now)) {
                news.add(now.with(used(match.version(), data)));
            }
        }
        for (RecordedMatch last : ended.values()) {
            if (last.verdict() != null) {
                news.add(NewRecord.ended(last));
            }
        }
        return news;
    }

    /// Whether the last line says what is judged now. Who never had a chance needs no line to say so.
    static boolean says(@Nullable RecordedMatch last, NewRecord now) {
        return last == null
                ? now.verdict() == Match.Verdict.NOT_ELIGIBLE
                : last.verdict() == now.verdict()
                        && last.version().equals(now.version())
                        && last.missing().equals(now.missing())
                        && same(last.amountYuan(), now.amountYuan());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /// Every known value that the text's rules read.
    static SortedMap<String, Object> used(PolicyVersion text, Row data) {
        SortedMap<String, Object> used = new TreeMap<>();
        Rule amount = TextsInForce.amount(text);
        for (Rule rule : amount == null ? List.of(text.rule()) : List.of(text.rule(), amount)) {
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
