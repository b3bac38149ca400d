package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Changes.Firm;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.policies.MatchRecords.Line;
import org.rongyi.city.policies.MatchRecords.NewRecord;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.column.Decisions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Judges many firms at once after a change, by the texts that the change may touch, and appends to their
/// histories what came out differently. One batch is one transaction, together with the place in the log up
/// to which it goes: after `kill -9` the batch is there as a whole or not at all, and judging it again finds
/// nothing new.
@Component
class BatchRecorder {
    private final Changes changes;
    private final FilePolicies policies;
    private final MatchRecords records;
    private final Followed followed;
    private final Judge judge;
    private @Nullable Current current;

    BatchRecorder(Changes changes, FilePolicies policies, MatchRecords records, Followed followed, Judge judge) {
        this.changes = changes;
        this.policies = policies;
        this.records = records;
        this.followed = followed;
        this.judge = judge;
    }

    /// @param publication number of the newest publication that is in them
    private record Current(long publication, TextsInForce texts) {}

    /// The texts that are law now: others once the day has turned or somebody has published, in another
    /// process too.
    synchronized TextsInForce texts() {
        long publication = policies.refresh();
        LocalDate today = policies.today();
        Current known = current;
        if (known == null
                || known.publication != publication
                || !known.texts.day().equals(today)) {
            known = new Current(publication, new TextsInForce(today, policies.texts(today)));
            current = known;
        }
        return known.texts;
    }

    /// Other texts hold than those by which it was to be judged.
    static final class NewerTexts extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Records what the next entries of the log changed; empty while another process does.
    ///
    /// Nobody else records meanwhile, and texts and firms are read after that is sure: what is recorded is
    /// never older than what stands there.
    @Transactional
    Optional<Changes.Batch> next(int limit) {
        Optional<Followed.State> state = followed.lock();
        if (state.isEmpty()) {
            return Optional.empty();
        }
        Changes.Position position = changes.known(state.get().position());
        Changes.Batch any = changes.after(position, 1);
        if (any.isEmpty()) {
            return Optional.of(any);
        }
        records.lockAll();
        TextsInForce texts = texts();
        if (!state.get().judged().is(texts)) {
            followed.turnTo(texts);
        }
        Changes.Batch batch = changes.after(position, limit);
        List<Judged> judged = new ArrayList<>();
        batch.firms()
                .forEach(changed ->
                        judged.add(new Judged(changed.firm().portrait(), texts.reading(changed.elements()))));
        record(texts, judged);
        followed.moveTo(batch.end());
        return Optional.of(batch);
    }

    /// Judges firms by some of the texts, given by their numbers, and records what is new.
    ///
    /// @throws NewerTexts when others hold meanwhile; nothing is recorded then
    @Transactional
    void judgeAgain(List<Long> numbers, TextsInForce texts, BitSet some) {
        records.lockAll();
        stillHold(texts);
        judge(changes.firms(numbers), texts, some);
    }

    private void judge(List<Firm> firms, TextsInForce texts, BitSet some) {
        record(
                texts,
                firms.stream().map(firm -> new Judged(firm.portrait(), some)).toList());
    }

    /// Settles the lines of so many firms that hold out something by a text of a policy by which nobody is judged
    /// any more: the firms are judged by the policy's text of now, or their lines end where it has none.
    ///
    /// @param behind a firm; those that come behind it in the order of their codes
    /// @return the last of them; empty when there are no more
    /// @throws NewerTexts when others hold meanwhile; nothing is recorded then
    @Transactional
    Optional<String> settle(String policyId, TextsInForce texts, String behind, int firms) {
        records.lockAll();
        stillHold(texts);
        List<RecordedMatch> last = records.last(policyId, behind, firms);
        OptionalInt number = texts.number(policyId);
        String version = number.isEmpty()
                ? null
                : texts.texts().get(number.getAsInt()).version().version();
        List<RecordedMatch> open = last.stream()
                .filter(line -> line.verdict() != null && line.verdict() != Verdict.NOT_ELIGIBLE)
                .filter(line -> !line.version().equals(version) && !line.asOf().isAfter(texts.day()))
                .toList();
        if (number.isEmpty()) {
            records.append(
                    texts.day(),
                    open.stream()
                            .map(line -> new Line(line.firm(), NewRecord.ended(line)))
                            .toList());
        } else {
            BitSet one = new BitSet();
            one.set(number.getAsInt());
            judge(changes.firmsOf(open.stream().map(RecordedMatch::firm).toList()), texts, one);
        }
        return last.isEmpty()
                ? Optional.empty()
                : Optional.of(last.getLast().firm().value());
    }

    private void stillHold(TextsInForce texts) {
        if (texts() != texts) {
            throw new NewerTexts();
        }
    }

    /// @param texts by their numbers
    private record Judged(Portrait firm, BitSet texts) {}

    private void record(TextsInForce texts, List<Judged> judged) {
        List<CreditCode> firms = new ArrayList<>();
        List<String> policyIds = new ArrayList<>();
        judged.forEach(one -> one.texts().stream().forEach(text -> {
            firms.add(one.firm().firm());
            policyIds.add(texts.texts().get(text).policy().id());
        }));
        Map<CreditCode, Map<String, RecordedMatch>> latest = records.latest(firms, policyIds);
        List<Line> news = new ArrayList<>();
        judged.forEach(one -> {
            Portrait portrait = one.firm();
            Map<String, RecordedMatch> last = latest.getOrDefault(portrait.firm(), Map.of());
            Decisions decisions = texts.rules().decide(portrait, texts.day(), one.texts());
            one.texts().stream().forEach(number -> {
                InForce text = texts.texts().get(number);
                RecordedMatch before = last.get(text.policy().id());
                if (before != null && before.asOf().isAfter(texts.day())) {
                    return; // a batch begun before midnight: who looked since has been judged for the new day
                }
                NewRecord now = judged(text, number, decisions, portrait, texts.day());
                if (!MatchRecorder.says(before, now)) {
                    news.add(new Line(portrait.firm(), now.with(MatchRecorder.used(text.version(), portrait))));
                }
            });
        });
        records.append(texts.day(), news);
    }

    /// What [Judge#judge] says, without the reasons where nobody asks for them.
    private NewRecord judged(InForce text, int number, Decisions decisions, Portrait firm, LocalDate day) {
        Verdict verdict;
        SortedSet<String> missing = new TreeSet<>();
        if (decisions.holds().get(number)) {
            verdict = Verdict.ELIGIBLE;
        } else if (decisions.unknown().get(number)) {
            verdict = Verdict.UNDETERMINED;
            missing = Judge.missing(text.version(), firm, day);
        } else {
            boolean nearly = decisions.nearly().get(number) && judge.nearly(text, firm, day);
            verdict = nearly ? Verdict.NEARLY : Verdict.NOT_ELIGIBLE;
        }
        BigDecimal amount = null;
        if (verdict != Verdict.NOT_ELIGIBLE) {
            Match.Amount computed = Judge.amount(text.version().benefit(), firm, day);
            amount = computed == null ? null : computed.yuan();
        }
        return NewRecord.of(text, verdict, missing, amount);
    }

    @Transactional
    void begin() {
        TextsInForce texts = texts();
        followed.begin(texts.day(), texts.names());
    }

    /// A turn to these begins.
    ///
    /// @return days and texts by which firms may have been judged so far, without these themselves
    @Transactional
    List<Followed.Turning> turnTo(TextsInForce texts) {
        Followed.State state = followed.await();
        List<Followed.Turning> before = Stream.concat(Stream.of(state.judged()), followed.turning().stream())
                .filter(each -> !each.is(texts))
                .toList();
        if (!before.isEmpty()) {
            followed.turnTo(texts);
        }
        return before;
    }

    /// The turn to these has ended.
    ///
    /// @throws NewerTexts when others hold meanwhile: another turn must follow
    @Transactional
    void judgedBy(TextsInForce texts) {
        followed.await();
        stillHold(texts);
        followed.judgedBy(texts);
    }
}
