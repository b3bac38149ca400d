package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Amounts;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;
import org.springframework.stereotype.Component;

/// Whom conditions reach and what amounts come to, kept for a while. Of a draft nearly all conditions are those of the
/// draft before it, or of the text in force: who turns a number asks for little that is not known.
@Component
class KnownReach {
    /// In a large city some firm changes nearly always; figures rounded to tens need not be found again for it at once.
    static final long KEPT_NANOS = 60_000_000_000L;

    /// A smaller city is matched so quickly that nothing old need be told.
    static final int LARGE = 1 << 17;

    private static final long MOST_BYTES = 192L << 20;
    /// Enough for the texts in force and for what somebody tries beside them.
    private static final int MOST_SUMS = 128;

    private volatile @Nullable OfCity known;

    OfCity of(Filled filled, LocalDate day) {
        OfCity city = known;
        if (city == null || !city.serves(filled, day)) {
            city = new OfCity(filled, day);
            known = city;
        }
        return city;
    }

    void forget() {
        known = null;
    }

    /// Asks for the texts in force of a large city before somebody does.
    void prepare(Filled filled, TextsInForce texts) {
        if (filled.table().rows() >= LARGE) {
            List<Rule> rules = new ArrayList<>();
            for (InForce text : texts.texts()) {
                rules.add(text.version().rule());
                rules.addAll(Coherence.conditions(text));
            }
            of(filled, texts.day()).of(rules);
        }
    }

    /// What is known of one state of the city. Safe for many threads; nobody changes a bitmap that it gives.
    static final class OfCity {
        private final Filled filled;
        private final LocalDate day;
        private final long version;
        private final long since = System.nanoTime();
        private final RoaringBitmap everybody = new RoaringBitmap();
        private final Map<String, Asked> asked = new LinkedHashMap<>(64, 0.75f, true);
        private final List<Added> added = new ArrayList<>();
        private long bytes;

        private OfCity(Filled filled, LocalDate day) {
            this.filled = filled;
            this.day = day;
            this.version = filled.version();
            everybody.add(0L, filled.table().rows());
        }

        /// Of which rows it is known what a condition says, and what.
        private record Asked(RoaringBitmap rows, RoaringBitmap holds, RoaringBitmap unknown) {
            long bytes() {
                return rows.getLongSizeInBytes() + holds.getLongSizeInBytes() + unknown.getLongSizeInBytes();
            }
        }

        /// What an amount comes to for some rows.
        ///
        /// @param version of the columns
        private record Added(
                long version, String amount, @Nullable BigDecimal cap, RoaringBitmap rows, Amounts.Sum sum) {
            boolean of(long otherVersion, String other, @Nullable BigDecimal otherCap) {
                boolean sameCap = cap == null || otherCap == null ? cap == otherCap : cap.compareTo(otherCap) == 0;
                return version == otherVersion && sameCap && amount.equals(other);
            }

            boolean isLike(Added other) {
                return of(other.version, other.amount, other.cap) && rows.equals(other.rows);
            }
        }

        private boolean serves(Filled other, LocalDate date) {
            boolean fresh = version == other.version()
                    || everybody.getLongCardinality() >= LARGE && System.nanoTime() - since < KEPT_NANOS;
            return filled == other && day.equals(date) && fresh;
        }

        Table table() {
            return filled.table();
        }

        LocalDate day() {
            return day;
        }

        /// How old what is told may be: nothing, where no firm has changed since.
        Duration age() {
            return version == filled.version() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
        }

        /// The number of firms.
        long entities() {
            return everybody.getLongCardinality();
        }

        /// Whom conditions reach, each for itself.
        List<Matched> of(List<Rule> conditions) {
            return among(conditions, Collections.nCopies(conditions.size(), everybody));
        }

        /// Conditions that go row by row are asked only about rows of which they can decide something:
        /// those that fail at most one of the others.
        Together together(List<Rule> conditions) {
            return together(conditions, Together::failingOneAtMost);
        }

        /// Who meets all of them: the same, but quicker.
        Matched all(List<Rule> conditions) {
            return together(conditions, Together::failingNone).all();
        }

        private Together together(List<Rule> conditions, Function<Together, RoaringBitmap> open) {
            List<Boolean> oneByOne = conditions.stream().map(OfCity::oneByOne).toList();
            if (!oneByOne.contains(true)) {
                return new Together(of(conditions), everybody);
            }
            List<Matched> quick = of(these(conditions, oneByOne, false));
            RoaringBitmap rows = open.apply(new Together(quick, everybody));
            List<Rule> slow = these(conditions, oneByOne, true);
            Iterator<Matched> ofQuick = quick.iterator();
            Iterator<Matched> ofSlow =
                    among(slow, Collections.nCopies(slow.size(), rows)).iterator();
            List<Matched> each = new ArrayList<>();
            oneByOne.forEach(isSlow -> each.add(isSlow ? ofSlow.next() : ofQuick.next()));
            return new Together(each, everybody);
        }

        private static boolean oneByOne(Rule condition) {
            return !RuleSet.of(List.of(condition)).slow().isEmpty();
        }

        private static List<Rule> these(List<Rule> conditions, List<Boolean> slow, boolean wanted) {
            List<Rule> some = new ArrayList<>();
            for (int i = 0; i < conditions.size(); i++) {
                if (slow.get(i) == wanted) {
                    some.add(conditions.get(i));
                }
            }
            return some;
        }

        /// The same as [#of], of each condition among some rows; of others something may be told or nothing.
        List<Matched> among(List<Rule> conditions, List<RoaringBitmap> rows) {
            List<@Nullable Asked> before = new ArrayList<>();
            List<Boolean> isOpen = new ArrayList<>();
            List<Rule> open = new ArrayList<>();
            RoaringBitmap missing = new RoaringBitmap();
            for (int i = 0; i < conditions.size(); i++) {
                Asked known = get(conditions.get(i));
                before.add(known);
                RoaringBitmap left = left(rows.get(i), known);
                isOpen.add(!left.isEmpty());
                if (!left.isEmpty()) {
                    open.add(conditions.get(i));
                    missing.or(left);
                }
            }
            Iterator<Matched> found = open.isEmpty()
                    ? Collections.emptyIterator()
                    : RuleSet.of(open)
                            .match(filled.table(), day, CityColumns.threads(), missing)
                            .iterator();
            List<Matched> all = new ArrayList<>();
            for (int i = 0; i < conditions.size(); i++) {
                Asked known = before.get(i);
                if (isOpen.get(i)) {
                    known = with(known, missing, found.next());
                    put(conditions.get(i), known);
                }
                all.add(
                        known == null
                                ? Matched.of(new RoaringBitmap(), new RoaringBitmap())
                                : Matched.of(known.holds, known.unknown));
            }
            return all;
        }

        private static RoaringBitmap left(RoaringBitmap rows, @Nullable Asked known) {
            if (known == null) {
                return rows;
            }
            return known.rows == rows ? new RoaringBitmap() : RoaringBitmap.andNot(rows, known.rows);
        }

        private Asked with(@Nullable Asked before, RoaringBitmap rows, Matched found) {
            if (before == null) {
                boolean all = rows.getLongCardinality() == everybody.getLongCardinality();
                return new Asked(all ? everybody : rows, found.holds(), found.unknown());
            }
            RoaringBitmap fresh = RoaringBitmap.andNot(rows, before.rows);
            return new Asked(
                    RoaringBitmap.or(before.rows, fresh),
                    RoaringBitmap.or(before.holds, RoaringBitmap.and(found.holds(), fresh)),
                    RoaringBitmap.or(before.unknown, RoaringBitmap.and(found.unknown(), fresh)));
        }

        private @Nullable Asked get(Rule condition) {
            synchronized (asked) {
                return asked.get(condition.text());
            }
        }

        private void put(Rule condition, Asked now) {
            synchronized (asked) {
                Asked before = asked.put(condition.text(), now);
                bytes += now.bytes() - (before == null ? 0 : before.bytes());
                Iterator<Asked> eldest = asked.values().iterator();
                while (bytes > MOST_BYTES && asked.size() > 1) {
                    bytes -= eldest.next().bytes();
                    eldest.remove();
                }
            }
        }

        /// What an amount comes to for each of some sets: of a set that is nearly one before it only the
        /// difference is added up, as long as no firm has changed. What a firm had before would else stay in a
        /// sum from which it is taken with what it has now.
        List<Amounts.Sum> sums(Rule amount, @Nullable BigDecimal cap, List<RoaringBitmap> sets) {
            long version = filled.version();
            if (Filled.atRest(version)) {
                List<Amounts.Sum> sums = fromNearest(version, amount, cap, sets);
                if (filled.version() == version) {
                    for (int i = 0; i < sets.size(); i++) {
                        keep(new Added(version, amount.text(), cap, sets.get(i), sums.get(i)));
                    }
                    return sums;
                }
            }
            return Amounts.of(filled.table(), amount, day, cap, sets, CityColumns.threads());
        }

        private List<Amounts.Sum> fromNearest(
                long version, Rule amount, @Nullable BigDecimal cap, List<RoaringBitmap> sets) {
            List<@Nullable Added> nearest = new ArrayList<>();
            List<RoaringBitmap> parts = new ArrayList<>();
            for (RoaringBitmap set : sets) {
                Added near = nearest(version, amount, cap, set);
                nearest.add(near);
                RoaringBitmap before = near == null ? new RoaringBitmap() : near.rows;
                parts.add(RoaringBitmap.andNot(set, before));
                parts.add(RoaringBitmap.andNot(before, set));
            }
            List<Amounts.Sum> found = Amounts.of(filled.table(), amount, day, cap, parts, CityColumns.threads());
            List<Amounts.Sum> sums = new ArrayList<>();
            for (int i = 0; i < sets.size(); i++) {
                Amounts.Sum more = found.get(2 * i);
                Added near = nearest.get(i);
                sums.add(near == null ? more : plus(minus(near.sum, found.get(2 * i + 1)), more));
            }
            return sums;
        }

        private @Nullable Added nearest(long now, Rule amount, @Nullable BigDecimal cap, RoaringBitmap set) {
            long least = set.getLongCardinality();
            Added nearest = null;
            synchronized (added) {
                for (Added each : added) {
                    long apart =
                            each.of(now, amount.text(), cap) ? RoaringBitmap.xorCardinality(each.rows, set) : least;
                    if (apart < least) {
                        least = apart;
                        nearest = each;
                    }
                }
                Added used = nearest;
                if (used != null && added.removeIf(each -> each == used)) {
                    added.add(used); // what is asked for again is kept
                }
            }
            return nearest;
        }

        private void keep(Added sum) {
            synchronized (added) {
                if (sum.rows.isEmpty() || added.stream().anyMatch(sum::isLike)) {
                    return;
                }
                added.add(sum);
                if (added.size() > MOST_SUMS) {
                    added.removeFirst();
                }
            }
        }

        private static Amounts.Sum plus(Amounts.Sum one, Amounts.Sum other) {
            return new Amounts.Sum(
                    one.known() + other.known(),
                    one.sum().add(other.sum()),
                    one.capped().add(other.capped()),
                    one.beyond() + other.beyond());
        }

        private static Amounts.Sum minus(Amounts.Sum one, Amounts.Sum other) {
            return new Amounts.Sum(
                    one.known() - other.known(),
                    one.sum().subtract(other.sum()),
                    one.capped().subtract(other.capped()),
                    one.beyond() - other.beyond());
        }
    }
}
