package org.rongyi.city.policies;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.PolicyLab.Finding;
import org.rongyi.city.policies.PolicyLab.What;
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
    static final double MOST = 0.8;

    /// So few firms are as good as none: whether it is one or none would tell an editor something of that one.
    static final long FEW = 10;

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
    List<Finding> within(List<Rule> conditions, Together together) {
        List<Finding> findings = contradictions(conditions, elements);
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

    static List<Finding> contradictions(List<Rule> conditions, Elements elements) {
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
        return findings;
    }

    static boolean few(Matched found) {
        return found.holding() + found.open() < FEW;
    }

    static boolean same(Matched one, Matched other) {
        return RoaringBitmap.xorCardinality(one.holds(), other.holds())
                        + RoaringBitmap.xorCardinality(one.unknown(), other.unknown())
                < FEW;
    }

    /// Two conditions that no firm meets together, if there are such; otherwise all.
    private Finding apart(List<Rule> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (few(city.all(List.of(conditions.get(i), conditions.get(j))))) {
                    return new Finding(What.APART, List.of(j, i), null, 0);
                }
            }
        }
        return new Finding(What.NOBODY, List.of(), null, 0);
    }

    private @Nullable What between(
            @Nullable PolicyDefinition one, Matched ofOne, PolicyDefinition other, Matched ofOther) {
        return between(one, ofOne, other, ofOther, RoaringBitmap.andCardinality(ofOne.holds(), ofOther.holds()));
    }

    /// @param both how many both reach
    static @Nullable What between(
            @Nullable PolicyDefinition one, Matched ofOne, PolicyDefinition other, Matched ofOther, long both) {
        if (both < FEW) {
            return null;
        }
        if (one != null && one.exclusiveGroup() != null && one.exclusiveGroup().equals(other.exclusiveGroup())) {
            return What.EXCLUSIVE;
        }
        boolean alike =
                ofOne.holding() + ofOther.holding() - 2 * both < FEW && Math.abs(ofOne.open() - ofOther.open()) < FEW;
        if (alike && same(ofOne, ofOther)) {
            return What.DUPLICATE;
        }
        long smaller = Math.min(ofOne.holding(), ofOther.holding());
        boolean sameKind = one == null || one.kind() == other.kind();
        return sameKind && both >= MOST * smaller ? What.OVERLAP : null;
    }
}
