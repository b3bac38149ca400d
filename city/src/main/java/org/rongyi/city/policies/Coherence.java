package org.rongyi.city.policies;

import java.util.ArrayList;
import java.util.List;
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
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Contradictions;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Matched;

/// Finds what does not fit together: by reasoning over ranges, which holds for any firm, and by matching, which holds
/// for the firms of this city today.
final class Coherence {
    /// So large a share of the smaller one is an overlap.
    private static final double MOST = 0.8;

    /// So few firms are as good as none: whether it is one or none would tell an editor something of that one.
    private static final long FEW = 10;

    private final KnownReach.OfCity city;
    private final List<InForce> texts;
    private final Elements elements;

    Coherence(KnownReach.OfCity city, List<InForce> texts, Elements elements) {
        this.city = city;
        this.texts = texts;
        this.elements = elements;
    }

    static List<Rule> conditions(InForce text) {
        return text.version().conditions().stream()
                .map(PolicyVersion.Condition::rule)
                .toList();
    }

    /// Whom the texts in force reach.
    private List<Matched> matchedTexts() {
        return city.of(texts.stream().map(text -> text.version().rule()).toList());
    }

    List<Finding> of(Draft.Sound draft) {
        List<Matched> matched = matchedTexts();
        Together together = city.together(draft.conditions());
        List<Finding> findings = within(draft.conditions(), together);
        Matched whole = together.all();
        InForce against = draft.draft().against();
        for (int i = 0; i < texts.size(); i++) {
            InForce other = texts.get(i);
            boolean itself = against != null
                    && against.policy().id().equals(other.policy().id());
            if (!itself) {
                What what = between(against == null ? null : against.policy(), whole, other.policy(), matched.get(i));
                if (what != null) {
                    long both = RoaringBitmap.andCardinality(
                            whole.holds(), matched.get(i).holds());
                    findings.add(new Finding(
                            what,
                            List.of(),
                            other,
                            null,
                            both,
                            matched.get(i).holds().getLongCardinality()));
                }
            }
        }
        return findings;
    }

    /// What does not fit between the conditions of one text.
    private List<Finding> within(List<Rule> conditions, Together together) {
        List<Finding> findings = new ArrayList<>();
        for (Contradictions.Contradiction found : Contradictions.among(conditions)) {
            List<Integer> parts =
                    found.first() == found.second() ? List.of(found.first()) : List.of(found.first(), found.second());
            findings.add(new Finding(
                    What.CONTRADICTION,
                    parts,
                    elements.find(found.element().id()).orElse(null),
                    0));
        }
        Matched whole = together.all();
        boolean nobody = few(whole);
        if (nobody && findings.isEmpty()) {
            findings.add(apart(conditions));
        }
        boolean reachesSome = whole.holds().getLongCardinality() >= FEW;
        for (int i = 0; i < conditions.size() && conditions.size() > 1 && reachesSome; i++) {
            if (same(together.without(i), whole)) {
                findings.add(
                        new Finding(What.IDLE, List.of(i), null, whole.holds().getLongCardinality()));
            }
        }
        return findings;
    }

    private static boolean few(Matched found) {
        return found.holds().getLongCardinality() + found.unknown().getLongCardinality() < FEW;
    }

    private static boolean same(Matched one, Matched other) {
        return RoaringBitmap.xorCardinality(one.holds(), other.holds())
                        + RoaringBitmap.xorCardinality(one.unknown(), other.unknown())
                < FEW;
    }

    /// Two conditions that no firm meets together, if there are such; otherwise all.
    private Finding apart(List<Rule> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (few(city.together(List.of(conditions.get(i), conditions.get(j)))
                        .all())) {
                    return new Finding(What.APART, List.of(j, i), null, 0);
                }
            }
        }
        return new Finding(What.NOBODY, List.of(), null, 0);
    }

    private static @Nullable What between(
            @Nullable PolicyDefinition one, Matched ofOne, PolicyDefinition other, Matched ofOther) {
        long both = RoaringBitmap.andCardinality(ofOne.holds(), ofOther.holds());
        if (both < FEW) {
            return null;
        }
        if (one != null && one.exclusiveGroup() != null && one.exclusiveGroup().equals(other.exclusiveGroup())) {
            return What.EXCLUSIVE;
        }
        if (same(ofOne, ofOther)) {
            return What.DUPLICATE;
        }
        long smaller =
                Math.min(ofOne.holds().getLongCardinality(), ofOther.holds().getLongCardinality());
        boolean sameKind = one == null || one.kind() == other.kind();
        return sameKind && both >= MOST * smaller ? What.OVERLAP : null;
    }

    Library library(List<CityGroups.Cut> cuts) {
        List<Matched> matched = matchedTexts();
        List<Pair> pairs = new ArrayList<>();
        RoaringBitmap covered = new RoaringBitmap();
        for (int i = 0; i < texts.size(); i++) {
            covered.or(matched.get(i).holds());
            for (int j = 0; j < i; j++) {
                What what = between(
                        texts.get(j).policy(), matched.get(j), texts.get(i).policy(), matched.get(i));
                if (what != null) {
                    RoaringBitmap one = matched.get(j).holds();
                    RoaringBitmap other = matched.get(i).holds();
                    pairs.add(new Pair(
                            what,
                            texts.get(j),
                            texts.get(i),
                            RoaringBitmap.andCardinality(one, other),
                            one.getLongCardinality(),
                            other.getLongCardinality()));
                }
            }
        }
        List<Within> within = new ArrayList<>();
        for (InForce text : texts) {
            List<Rule> conditions = conditions(text);
            within(conditions, city.together(conditions)).forEach(finding -> within.add(new Within(text, finding)));
        }
        long entities = city.entities();
        return new Library(
                city.day(), entities, pairs, within, entities - covered.getLongCardinality(), uncovered(cuts, covered));
    }

    private static List<Grouping> uncovered(List<CityGroups.Cut> cuts, RoaringBitmap covered) {
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
