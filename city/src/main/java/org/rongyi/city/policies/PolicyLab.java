package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.Words;

/// What a draft of a policy would do to the whole city, before anybody is told. Figures are counts of firms; only
/// [#examples] names any.
///
/// Everything is computed on columns in memory; each answer is empty as long as they are being prepared.
public interface PolicyLab {
    /// Reads the rules of a draft.
    Draft.Checked check(Draft draft);

    /// Whom a draft reaches, and what it costs.
    Optional<Effect> effect(Draft.Sound draft);

    /// A few of those who gain and of those who lose beside the text in force; of fewer than ten nobody is named. Who
    /// shows them to anybody puts each look on record. The same draft gives the same examples, so that asking again
    /// names nobody else.
    Optional<Examples> examples(Draft.Sound draft);

    /// Why too many firms would be read one by one at each point of a curve, so that there is none; empty where
    /// it can be drawn.
    List<String> slow(Draft.Sound draft, Draft.Dial dial);

    /// The same figures while one number of the draft is turned from its lowest to its highest; empty, too, where
    /// that is [#slow].
    Optional<Curve> curve(Draft.Sound draft, Draft.Dial dial, int points);

    /// What does not fit together in a draft, and between it and the policies in force.
    Optional<List<Finding>> coherence(Draft.Sound draft);

    /// The same for the policies in force.
    Optional<Library> library();

    /// @param nearly of those that fail: one condition alone is not met, and its number only just
    record Reach(long holds, long unknown, long nearly, long fails) {}

    /// What is spent, in yuan.
    ///
    /// @param sum what the formula gives for those eligible of whom it can be computed
    /// @param capped the same with the cap
    /// @param known how many these are
    /// @param beyond how many of them come up against the cap
    /// @param open eligible, but the amount hangs on missing data
    /// @param most with those too, and with everybody who may turn out to be eligible
    /// @param guessed in `most` some amounts that nobody knows are taken to be as high as the average
    record Spend(
            BigDecimal sum, BigDecimal capped, long known, long beyond, long open, BigDecimal most, boolean guessed) {}

    /// @param at whose data these are; those of a large city may be a minute old
    /// @param entities in the city
    /// @param spend null when the draft has no formula
    /// @param missing what those wait for who are undetermined, the commonest first
    /// @param before null for a new policy
    record Effect(
            Instant at,
            LocalDate asOf,
            long entities,
            Reach reach,
            @Nullable Spend spend,
            List<Missing> missing,
            List<Grouping> groupings,
            @Nullable Before before) {}

    record Missing(ElementDefinition element, long firms) {}

    /// The city cut in groups in one way; who belongs to none of them is left out.
    record Grouping(Words name, List<Group> groups) {}

    /// @param gains eligible by the draft and not by the text in force
    record Group(String code, Words name, long firms, long holds, long unknown, long gains, long losses) {}

    /// The text in force beside the draft.
    ///
    /// @param gaining the commonest kinds of firms that gain, as examples
    record Before(
            InForce text,
            Reach reach,
            @Nullable Spend spend,
            long gains,
            long losses,
            List<Kind> gaining,
            List<Kind> losing) {}

    record Examples(List<Example> gaining, List<Example> losing) {}

    /// @param missed what keeps the firm from the other text: who gains, from the one in force; who loses, from the
    /// draft. Numbers of conditions
    record Example(CreditCode firm, List<Integer> missed) {}

    /// Firms of one district and one line of business.
    record Kind(Words district, Words section, long firms) {}

    /// @param value of the number at each point, rising
    record Curve(Draft.Dial dial, List<Point> points) {}

    record Point(
            BigDecimal value,
            long holds,
            long unknown,
            @Nullable BigDecimal cappedYuan) {}

    /// Something that does not fit.
    ///
    /// @param parts numbers of the conditions that it is about
    /// @param other the policy that it is about
    /// @param firms how many it touches
    /// @param ofOther how many the other policy reaches
    record Finding(
            What what,
            List<Integer> parts,
            @Nullable InForce other,
            @Nullable ElementDefinition element,
            long firms,
            long ofOther) {
        Finding(What what, List<Integer> parts, @Nullable ElementDefinition element, long firms) {
            this(what, parts, null, element, firms, 0);
        }
    }

    /// The gravest first.
    enum What {
        /// Two conditions leave an element no value: nobody can ever meet both.
        CONTRADICTION,
        /// Next to no firm of the city meets all, or may turn out to.
        NOBODY,
        /// Next to no firm of the city meets both conditions.
        APART,
        /// Without this condition next to nothing would be different.
        IDLE,
        /// Another policy reaches nearly the same firms.
        DUPLICATE,
        /// Most of the firms have another policy of the same kind too.
        OVERLAP,
        /// Of these two a firm gets only the higher one.
        EXCLUSIVE
    }

    /// @param at of when the data are
    /// @param pairs findings between two policies in force; the gravest first, of one kind the largest
    /// @param within findings within one, in the same order
    /// @param uncovered firms that no policy in force reaches
    record Library(
            Instant at,
            LocalDate asOf,
            long entities,
            List<Pair> pairs,
            List<Within> within,
            long uncovered,
            List<Grouping> where) {}

    record Pair(What what, InForce one, InForce other, long firms, long ofOne, long ofOther) {}

    record Within(InForce text, Finding finding) {}
}
