package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;

/// From the days and the texts by which matches may have been judged to those of today: which texts may say
/// something else, and of which firms they do. The answers come from the columns.
final class Turn {
    private final Filled columns;
    private final NearlyByDay nearly;
    private final TextsInForce now;
    private final BitSet touched = new BitSet();
    private final SortedSet<String> ended = new TreeSet<>();
    private final RoaringBitmap rows = new RoaringBitmap();

    private Turn(Filled columns, NearlyByDay nearly, TextsInForce now) {
        this.columns = columns;
        this.nearly = nearly;
        this.now = now;
    }

    /// @param before days and texts by which firms are judged so far: one, and those of turns that never
    /// ended
    static Turn of(Filled columns, NearlyByDay nearly, List<TextsInForce> before, TextsInForce now) {
        Turn turn = new Turn(columns, nearly, now);
        before.forEach(turn::compare);
        return turn;
    }

    /// The numbers of today's texts that may say something else than those before.
    BitSet touched() {
        return touched;
    }

    /// Policies that have no text any more. Who has a line of one is on record, and not in [#firms].
    SortedSet<String> ended() {
        return Collections.unmodifiableSortedSet(ended);
    }

    /// The numbers of the firms for which a text comes out differently, some at a time.
    List<List<Long>> firms(int atATime) {
        List<List<Long>> parts = new ArrayList<>();
        List<Long> part = new ArrayList<>();
        for (IntIterator each = rows.getIntIterator(); each.hasNext(); ) {
            part.add(columns.number(each.next()));
            if (part.size() == atATime || !each.hasNext()) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        return parts;
    }

    /// Who stays eligible under another text than before is judged again, too: version and amount are news.
    private void compare(TextsInForce before) {
        Map<String, InForce> old = new TreeMap<>();
        before.texts().forEach(text -> old.put(text.policy().id(), text));
        List<InForce> olds = new ArrayList<>();
        List<InForce> news = new ArrayList<>();
        Set<String> renamed = new HashSet<>();
        for (int number = 0; number < now.texts().size(); number++) {
            InForce text = now.texts().get(number);
            InForce was = old.remove(text.policy().id());
            boolean same = was != null && TextsInForce.name(was).equals(TextsInForce.name(text));
            boolean sameDay = before.day().equals(now.day());
            if (!same || !sameDay && text.version().rule().dependsOnDate()) {
                touched.set(number);
                news.add(text);
                if (was != null && !same) {
                    renamed.add(text.policy().id());
                }
                if (was != null) {
                    olds.add(was);
                    rows.or(nearly.changed(columns.table(), was, before.day(), text, now.day()));
                }
            }
        }
        ended.addAll(old.keySet());
        Map<String, Matched> then = matched(olds, before.day());
        Map<String, Matched> today = matched(news, now.day());
        today.forEach((policy, matched) -> differences(then.get(policy), matched));
        renamed.forEach(
                policy -> rows.or(Objects.requireNonNull(today.get(policy)).holds()));
    }

    /// Of a new policy only those whom it reaches: the others have nothing on record and need nothing.
    private void differences(@Nullable Matched then, Matched today) {
        if (then == null) {
            rows.or(today.holds());
        } else {
            rows.or(RoaringBitmap.xor(then.holds(), today.holds()));
            rows.or(RoaringBitmap.xor(then.unknown(), today.unknown()));
        }
    }

    private Map<String, Matched> matched(List<InForce> texts, LocalDate day) {
        RuleSet rules =
                RuleSet.of(texts.stream().map(text -> text.version().rule()).toList());
        List<Matched> matched = rules.match(columns.table(), day, CityColumns.threads());
        Map<String, Matched> byPolicy = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            byPolicy.put(texts.get(i).policy().id(), Objects.requireNonNull(matched.get(i)));
        }
        return byPolicy;
    }
}
