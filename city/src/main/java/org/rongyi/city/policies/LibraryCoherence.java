package org.rongyi.city.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.PolicyLab.Finding;
import org.rongyi.city.policies.PolicyLab.Group;
import org.rongyi.city.policies.PolicyLab.Grouping;
import org.rongyi.city.policies.PolicyLab.Library;
import org.rongyi.city.policies.PolicyLab.Pair;
import org.rongyi.city.policies.PolicyLab.What;
import org.rongyi.city.policies.PolicyLab.Within;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Counts;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;

/// What [Coherence] finds of a draft, found of all texts in force at once, of ten thousand too: texts are counted
/// together with others, and of pairs only those are laid beside each other that can have enough in common.
final class LibraryCoherence {
    /// Texts whose conditions are counted in one go: a few thousand rules.
    private static final int AT_ONCE = 500;

    private final Table table;
    private final LocalDate day;
    private final List<InForce> texts;
    private final Elements elements;

    LibraryCoherence(Table table, LocalDate day, List<InForce> texts, Elements elements) {
        this.table = table;
        this.day = day;
        this.texts = texts;
        this.elements = elements;
    }

    Library library(Instant at, List<CityGroups.Cut> cuts) {
        List<Matched> matched =
                match(texts.stream().map(text -> text.version().rule()).toList());
        RoaringBitmap covered = new RoaringBitmap();
        matched.forEach(text -> covered.or(text.holds()));
        long entities = table.rows();
        return new Library(
                at,
                day,
                entities,
                sorted(pairs(matched), Pair::what, Pair::firms),
                sorted(
                        within(matched),
                        each -> each.finding().what(),
                        each -> each.finding().firms()),
                entities - covered.getLongCardinality(),
                uncovered(cuts, covered));
    }

    /// The gravest first, of one kind the largest.
    private static <T> List<T> sorted(List<T> findings, Function<T, What> what, ToLongFunction<T> firms) {
        return findings.stream()
                .sorted(Comparator.comparing(what)
                        .thenComparing(Comparator.comparingLong(firms).reversed()))
                .toList();
    }

    private List<Matched> match(List<Rule> rules) {
        return rules.isEmpty() ? List.of() : RuleSet.of(rules).match(table, day, CityColumns.threads());
    }

    List<Pair> pairs(List<Matched> matched) {
        int[] groups = numbers(
                texts.stream().map(text -> text.policy().exclusiveGroup()).toList());
        int[] kinds = numbers(texts.stream().map(text -> text.policy().kind()).toList());
        long[] sizes = matched.stream().mapToLong(Matched::holding).toArray();
        InCommon common = new InCommon(matched.stream().map(Matched::holds).toList(), table.rows());
        List<Pair> pairs = new ArrayList<>();
        for (InCommon.Pair pair : common.pairs((one, other) -> groups[one] > 0 && groups[one] == groups[other]
                ? Coherence.FEW
                : enough(sizes[one], sizes[other], kinds[one] == kinds[other]))) {
            InForce one = texts.get(pair.one());
            InForce other = texts.get(pair.other());
            What what = Coherence.between(
                    one.policy(), matched.get(pair.one()), other.policy(), matched.get(pair.other()), pair.both());
            if (what != null) {
                pairs.add(new Pair(what, one, other, pair.both(), sizes[pair.one()], sizes[pair.other()]));
            }
        }
        return pairs;
    }

    /// Fewer in common make no finding of two texts, see [Coherence#between].
    private static long enough(long one, long other, boolean sameKind) {
        long duplicate = Math.floorDiv(one + other - Coherence.FEW, 2) + 1;
        long overlap = (long) Math.ceil(Coherence.MOST * Math.min(one, other));
        return Math.max(Coherence.FEW, sameKind ? Math.min(duplicate, overlap) : duplicate);
    }

    /// A number for each that is another, 0 for none.
    private static int[] numbers(List<? extends @Nullable Object> values) {
        Map<Object, Integer> known = new HashMap<>();
        return values.stream()
                .mapToInt(value -> value == null ? 0 : known.computeIfAbsent(value, _ -> known.size() + 1))
                .toArray();
    }

    /// What does not fit between the conditions of each text.
    List<Within> within(List<Matched> matched) {
        List<Within> within = new ArrayList<>();
        for (int first = 0; first < texts.size(); first += AT_ONCE) {
            Questions questions = new Questions();
            int end = Math.min(texts.size(), first + AT_ONCE);
            for (int text = first; text < end; text++) {
                questions.ask(text, Coherence.conditions(texts.get(text)), matched.get(text));
            }
            Counted counts = count(questions.rules);
            Map<Integer, Matched> idle = candidates(questions, counts, matched);
            for (int text = first; text < end; text++) {
                for (Finding finding : findings(text, questions, counts, matched.get(text), idle)) {
                    within.add(new Within(texts.get(text), finding));
                }
            }
        }
        return within;
    }

    /// For each rule whom it reaches, and whom it may.
    private record Counted(long[] holds, long[] may) {}

    private Counted count(List<Rule> rules) {
        Counted counted = new Counted(new long[rules.size()], new long[rules.size()]);
        if (!rules.isEmpty()) {
            Counts counts = RuleSet.of(rules).count(table, day, CityColumns.threads());
            for (int i = 0; i < rules.size(); i++) {
                counted.holds[i] = counts.holds(i);
                counted.may[i] = counts.holds(i) + counts.unknown(i);
            }
        }
        return counted;
    }

    /// What has to be counted of some texts.
    ///
    /// @param rules  together, each text's one behind the other
    /// @param firsts where those of a text begin
    private record Questions(List<Rule> rules, Map<Integer, Integer> firsts) {
        Questions() {
            this(new ArrayList<>(), new TreeMap<>());
        }

        /// Of a text that reaches some, all conditions but each one; of one that reaches nobody, each two.
        void ask(int text, List<Rule> conditions, Matched whole) {
            firsts.put(text, rules.size());
            for (int i = 0; i < conditions.size() && conditions.size() > 1; i++) {
                if (whole.holding() >= Coherence.FEW) {
                    List<Rule> others = new ArrayList<>(conditions);
                    others.remove(i);
                    rules.add(Rule.all(others));
                } else if (Coherence.few(whole)) {
                    for (int j = 0; j < i; j++) {
                        rules.add(Rule.all(List.of(conditions.get(i), conditions.get(j))));
                    }
                }
            }
        }

        int first(int text) {
            return firsts.getOrDefault(text, 0);
        }
    }

    /// Where the counts do not already tell that a condition decides something: whom the others reach. What the others
    /// let through holds all that the whole text does, so counts that differ by ten tell it.
    private Map<Integer, Matched> candidates(Questions questions, Counted counts, List<Matched> matched) {
        List<Integer> numbers = new ArrayList<>();
        questions.firsts.forEach((text, first) -> {
            Matched whole = matched.get(text);
            int conditions = Coherence.conditions(texts.get(text)).size();
            for (int i = 0; i < conditions && conditions > 1 && whole.holding() >= Coherence.FEW; i++) {
                if (counts.holds[first + i] - whole.holding() < Coherence.FEW
                        && counts.may[first + i] - whole.holding() - whole.open() < Coherence.FEW) {
                    numbers.add(first + i);
                }
            }
        });
        List<Matched> found = match(numbers.stream().map(questions.rules::get).toList());
        Map<Integer, Matched> candidates = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            candidates.put(numbers.get(i), found.get(i));
        }
        return candidates;
    }

    private List<Finding> findings(
            int text, Questions questions, Counted counts, Matched whole, Map<Integer, Matched> candidates) {
        List<Rule> conditions = Coherence.conditions(texts.get(text));
        List<Finding> findings = Coherence.contradictions(conditions, elements);
        int first = questions.first(text);
        if (Coherence.few(whole) && findings.isEmpty()) {
            findings.add(apart(conditions.size(), first, counts));
        }
        for (int i = 0; i < conditions.size(); i++) {
            Matched others = whole.holding() >= Coherence.FEW ? candidates.get(first + i) : null;
            if (others != null && Coherence.same(others, whole)) {
                findings.add(new Finding(What.IDLE, List.of(i), null, whole.holding()));
            }
        }
        return findings;
    }

    private static Finding apart(int conditions, int first, Counted counts) {
        int number = first;
        for (int i = 0; i < conditions; i++) {
            for (int j = 0; j < i; j++) {
                if (counts.may[number] < Coherence.FEW) {
                    return new Finding(What.APART, List.of(j, i), null, 0);
                }
                number++;
            }
        }
        return new Finding(What.NOBODY, List.of(), null, 0);
    }

    private static List<Grouping> uncovered(Collection<CityGroups.Cut> cuts, RoaringBitmap covered) {
        List<Grouping> where = new ArrayList<>();
        for (CityGroups.Cut cut : cuts) {
            List<Group> groups = new ArrayList<>();
            for (CityGroups.Group group : cut.groups()) {
                long firms = group.firms().getLongCardinality();
                long reached = RoaringBitmap.andCardinality(group.firms(), covered);
                groups.add(new Group(group.code(), group.name(), firms, reached, 0, 0, 0));
            }
            where.add(new Grouping(cut.name(), groups));
        }
        return where;
    }
}
