package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Amounts;
import org.rongyi.rules.column.Matched;
import org.springframework.stereotype.Component;

@Component
class CityLab implements PolicyLab {
    /// Of what firms wait for, the commonest.
    private static final int MISSING_TOLD = 3;

    private static final int KINDS_TOLD = 3;

    /// An example must not point at anybody.
    private static final int FIRMS_OF_A_KIND = 10;

    private static final int EXAMPLES = 3;

    /// Firms that a curve may read one by one at each of its points: some seconds.
    private static final int MOST_ONE_BY_ONE = 100_000;

    /// Findings of a library that take so long are not found again at once when some firm has changed.
    private static final long LONG_NANOS = 2_000_000_000L;

    private static final int TIMES_AS_LONG = 60;

    private final CityColumns columns;
    private final CityGroups groups;
    private final FilePolicies policies;
    private final DraftReader reader;
    private final NearlyFirms nearlyFirms;
    private final KnownReach reach;
    private final Elements elements;
    private final Changes register;
    private final Clock clock;
    private volatile @Nullable KnownLibrary library;

    CityLab(
            CityColumns columns,
            CityGroups groups,
            FilePolicies policies,
            DraftReader reader,
            NearlyFirms nearlyFirms,
            KnownReach reach,
            Elements elements,
            Changes register,
            Clock clock) {
        this.columns = columns;
        this.groups = groups;
        this.policies = policies;
        this.reader = reader;
        this.nearlyFirms = nearlyFirms;
        this.reach = reach;
        this.elements = elements;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public Draft.Checked check(Draft draft) {
        return reader.check(draft);
    }

    @Override
    public Optional<Effect> effect(Draft.Sound draft) {
        return Optional.ofNullable(columns.filled()).map(filled -> effect(draft, filled, policies.today()));
    }

    /// A text matched with the city.
    private record Found(RoaringBitmap holds, RoaringBitmap unknown, RoaringBitmap nearly) {
        Reach reach(long entities) {
            long known = holds.getLongCardinality();
            long open = unknown.getLongCardinality();
            long near = nearly.getLongCardinality();
            return new Reach(known, open, near, entities - known - open - near);
        }
    }

    Effect effect(Draft.Sound draft, Filled filled, LocalDate day) {
        KnownReach.OfCity city = reach.of(filled, day);
        Found now = found(city, draft.conditions());
        InForce against = draft.draft().against();
        Found then = against == null ? null : found(city, Coherence.conditions(against));
        RoaringBitmap gains = then == null ? new RoaringBitmap() : RoaringBitmap.andNot(now.holds(), then.holds());
        RoaringBitmap losses = then == null ? new RoaringBitmap() : RoaringBitmap.andNot(then.holds(), now.holds());
        List<CityGroups.Cut> cuts = groups.of(filled, day);
        return new Effect(
                clock.instant().minus(city.age()),
                day,
                city.entities(),
                now.reach(city.entities()),
                spend(draft.amount(), draft.draft().capYuan(), city, now),
                missing(city, reads(draft.rule()), now.unknown()),
                groupings(cuts, now, gains, losses),
                against == null || then == null
                        ? null
                        : new Before(
                                against,
                                then.reach(city.entities()),
                                spend(against.version(), city, then),
                                gains.getLongCardinality(),
                                losses.getLongCardinality(),
                                kinds(cuts, gains),
                                kinds(cuts, losses)));
    }

    @Override
    public Optional<Examples> examples(Draft.Sound draft) {
        InForce against = draft.draft().against();
        Filled filled = columns.filled();
        if (against == null || filled == null) {
            return Optional.empty();
        }
        LocalDate day = policies.today();
        List<Rule> inForce = Coherence.conditions(against);
        KnownReach.OfCity city = reach.of(filled, day);
        RoaringBitmap now = city.together(draft.conditions()).all().holds();
        RoaringBitmap then = city.together(inForce).all().holds();
        return Optional.of(new Examples(
                examples(filled, RoaringBitmap.andNot(now, then), inForce, day),
                examples(filled, RoaringBitmap.andNot(then, now), draft.conditions(), day)));
    }

    /// Taken from the beginning, the middle and the end, which lie in other districts.
    private List<Example> examples(Filled filled, RoaringBitmap firms, List<Rule> missed, LocalDate day) {
        int count = firms.getCardinality();
        if (count < FIRMS_OF_A_KIND) {
            return List.of();
        }
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
            numbers.add(filled.number(firms.select((2 * i + 1) * (count / (2 * EXAMPLES)))));
        }
        return register.firms(numbers).stream()
                .map(firm -> example(firm.portrait(), missed, day))
                .toList();
    }

    private static Example example(Portrait portrait, List<Rule> conditions, LocalDate day) {
        List<Integer> missed = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            if (!(conditions.get(i).decide(portrait, day) instanceof Outcome.Holds)) {
                missed.add(i);
            }
        }
        return new Example(portrait.firm(), missed);
    }

    private Found found(KnownReach.OfCity city, List<Rule> conditions) {
        Together together = city.together(conditions);
        RoaringBitmap nearly = nearlyFirms.of(conditions, together, city::among);
        Matched all = together.all();
        return new Found(all.holds(), all.unknown(), nearly);
    }

    /// Stored elements, in the order of their names.
    private List<ElementDefinition> reads(Rule rule) {
        return rule.elements().stream()
                .flatMap(id -> elements.find(id).stream())
                .toList();
    }

    private List<Missing> missing(KnownReach.OfCity city, List<ElementDefinition> read, RoaringBitmap unknown) {
        List<Matched> absent = city.of(read.stream()
                .map(element -> reader.condition(element.id() + " = null").orElseThrow())
                .toList());
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            long firms = RoaringBitmap.andCardinality(unknown, absent.get(i).holds());
            if (firms > 0) {
                missing.add(new Missing(read.get(i), firms));
            }
        }
        missing.sort(Comparator.comparingLong(Missing::firms).reversed());
        return List.copyOf(missing.subList(0, Math.min(MISSING_TOLD, missing.size())));
    }

    private static @Nullable Spend spend(PolicyVersion version, KnownReach.OfCity city, Found found) {
        PolicyVersion.Benefit benefit = version.benefit();
        return benefit == null ? null : spend(benefit.amountYuan(), benefit.capYuan(), city, found);
    }

    private static @Nullable Spend spend(
            @Nullable Rule amount, @Nullable BigDecimal cap, KnownReach.OfCity city, Found found) {
        if (amount == null) {
            return null;
        }
        List<Amounts.Sum> sums = city.sums(amount, cap, List.of(found.holds(), found.unknown()));
        Amounts.Sum sure = sums.getFirst();
        Amounts.Sum perhaps = sums.getLast();
        long open = found.holds().getLongCardinality() - sure.known();
        long nobodyKnows = open + found.unknown().getLongCardinality() - perhaps.known();
        BigDecimal most = sure.capped().add(perhaps.capped());
        long known = sure.known() + perhaps.known();
        BigDecimal each = cap != null
                ? cap
                : known == 0 ? BigDecimal.ZERO : most.divide(BigDecimal.valueOf(known), 2, RoundingMode.HALF_UP);
        return new Spend(
                sure.sum(),
                sure.capped(),
                sure.known(),
                sure.beyond(),
                open,
                most.add(each.multiply(BigDecimal.valueOf(nobodyKnows))),
                cap == null && nobodyKnows > 0);
    }

    private static List<Grouping> groupings(
            List<CityGroups.Cut> cuts, Found found, RoaringBitmap gains, RoaringBitmap losses) {
        List<Grouping> groupings = new ArrayList<>();
        for (CityGroups.Cut cut : cuts) {
            List<Group> told = new ArrayList<>();
            for (CityGroups.Group group : cut.groups()) {
                told.add(new Group(
                        group.code(),
                        group.name(),
                        group.firms().getLongCardinality(),
                        RoaringBitmap.andCardinality(group.firms(), found.holds()),
                        RoaringBitmap.andCardinality(group.firms(), found.unknown()),
                        RoaringBitmap.andCardinality(group.firms(), gains),
                        RoaringBitmap.andCardinality(group.firms(), losses)));
            }
            groupings.add(new Grouping(cut.name(), told));
        }
        return groupings;
    }

    /// The commonest pairs of district and line of business, none so rare that it points at anybody.
    private static List<Kind> kinds(List<CityGroups.Cut> cuts, RoaringBitmap firms) {
        List<Kind> kinds = new ArrayList<>();
        if (firms.getLongCardinality() < FIRMS_OF_A_KIND) {
            return kinds;
        }
        for (CityGroups.Group district : cuts.get(0).groups()) {
            RoaringBitmap there = RoaringBitmap.and(firms, district.firms());
            for (CityGroups.Group section : cuts.get(1).groups()) {
                long both = RoaringBitmap.andCardinality(there, section.firms());
                if (both >= FIRMS_OF_A_KIND) {
                    kinds.add(new Kind(district.name(), section.name(), both));
                }
            }
        }
        kinds.sort(Comparator.comparingLong(Kind::firms).reversed());
        return List.copyOf(kinds.subList(0, Math.min(KINDS_TOLD, kinds.size())));
    }

    @Override
    public Optional<Curve> curve(Draft.Sound draft, Draft.Dial dial, int points) {
        return curves().filter(
                        curves -> curves.slow(draft, dial, MOST_ONE_BY_ONE).isEmpty())
                .map(curves -> curves.of(draft, dial, points));
    }

    @Override
    public List<String> slow(Draft.Sound draft, Draft.Dial dial) {
        return curves().map(curves -> curves.slow(draft, dial, MOST_ONE_BY_ONE)).orElse(List.of());
    }

    private Optional<LabCurve> curves() {
        return Optional.ofNullable(columns.filled())
                .map(filled -> new LabCurve(reader, reach.of(filled, policies.today())));
    }

    @Override
    public Optional<List<Finding>> coherence(Draft.Sound draft) {
        return Optional.ofNullable(columns.filled())
                .map(filled -> coherence(filled, policies.today()).of(draft));
    }

    @Override
    public Optional<Library> library() {
        return Optional.ofNullable(columns.filled()).map(filled -> library(filled, policies.today()));
    }

    private Library library(Filled filled, LocalDate day) {
        List<InForce> texts = policies.texts(day);
        KnownLibrary known = library;
        if (known == null || !known.serves(filled, day, texts)) {
            long version = filled.version();
            long begun = System.nanoTime();
            Library found = new LibraryCoherence(filled.table(), day, texts, elements)
                    .library(clock.instant(), groups.of(filled, day));
            known = new KnownLibrary(filled, version, texts, begun, System.nanoTime() - begun, found);
            library = known;
        }
        return known.library;
    }

    /// The last answer, kept for a while: of ten thousand texts it takes its time, and who turns its pages shall not
    /// wait for it at each. What took half a minute is kept for half an hour; the page says of when it is.
    private record KnownLibrary(
            Filled filled, long version, List<InForce> texts, long since, long taken, Library library) {
        boolean serves(Filled other, LocalDate day, List<InForce> inForce) {
            boolean large = library.entities() >= KnownReach.LARGE || taken > LONG_NANOS;
            long kept = large ? Math.max(KnownReach.KEPT_NANOS, TIMES_AS_LONG * taken) : 0;
            boolean fresh = version == other.version() || System.nanoTime() - since < kept;
            return filled == other && library.asOf().equals(day) && texts.equals(inForce) && fresh;
        }
    }

    private Coherence coherence(Filled filled, LocalDate day) {
        return new Coherence(reach.of(filled, day), policies.texts(day), elements);
    }
}
