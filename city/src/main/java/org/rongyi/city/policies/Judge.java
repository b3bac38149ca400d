package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.Match.Amount;
import org.rongyi.city.policies.Match.Judged;
import org.rongyi.city.policies.Match.Step;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Clause;
import org.rongyi.rules.Margin;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;

/// Judges one firm's data by texts of policies. Pure: no database, no clock.
final class Judge {
    private static final Comparator<Match> ORDER = Comparator.comparing(Match::verdict)
            .thenComparing(Judge::amountOrNothing, Comparator.reverseOrder())
            .thenComparing(Judge::gap)
            .thenComparing(match -> match.missing().size())
            .thenComparing(match -> match.closes() == null ? LocalDate.MAX : match.closes())
            .thenComparing(match -> match.policy().id());

    /// Nobody is granted so much: who said a number that gives more has mistyped it. No record could hold it,
    /// and one that cannot be written would keep back those of all firms.
    private static final BigDecimal MOST_YUAN = BigDecimal.TEN.pow(15);

    private final Nearness nearness;

    Judge(Nearness nearness) {
        this.nearness = nearness;
    }

    Judgement judge(List<InForce> texts, Row data, LocalDate asOf) {
        List<Match> matches = new ArrayList<>();
        texts.forEach(text -> matches.add(judge(text, data, asOf)));
        matches.sort(ORDER);
        return new Judgement(asOf, countOncePerGroup(matches));
    }

    /// What the firm contests never makes it worse off: what it was entitled to by the contested values stands until
    /// they are answered.
    Judgement standing(Judgement judged, AsReported reported) {
        List<Match> matches = new ArrayList<>();
        for (Match match : judged.matches()) {
            Match before = judge(new InForce(match.policy(), match.version()), reported, judged.asOf());
            boolean lost =
                    before.eligible() && (!match.eligible() || (match.amount() == null && before.amount() != null));
            matches.add(lost ? before.standingOn(reported.contestedOf(match.version())) : match);
        }
        matches.sort(ORDER);
        return new Judgement(judged.asOf(), countOncePerGroup(matches));
    }

    Match judge(InForce text, Row data, LocalDate asOf) {
        PolicyVersion version = text.version();
        List<Judged> conditions = version.conditions().stream()
                .map(condition -> new Judged(condition, condition.rule().explain(data, asOf)))
                .toList();
        Outcome outcome = together(conditions);
        Optional<Step> step = outcome instanceof Outcome.Fails ? step(conditions) : Optional.empty();
        Verdict verdict = switch (outcome) {
            case Outcome.Holds() -> Verdict.ELIGIBLE;
            case Outcome.Unknown unknown -> Verdict.UNDETERMINED;
            case Outcome.Fails() -> step.isPresent() ? Verdict.NEARLY : Verdict.NOT_ELIGIBLE;
        };
        SortedSet<String> missing = outcome instanceof Outcome.Unknown(var ids) ? ids : new TreeSet<>();
        return new Match(
                text.policy(),
                version,
                asOf,
                outcome,
                conditions,
                missing,
                verdict,
                step.orElse(null),
                verdict == Verdict.NOT_ELIGIBLE ? null : amount(version.benefit(), data, asOf),
                null,
                Collections.emptySortedSet(),
                version.window() == null ? null : version.window().closes());
    }

    /// All conditions must hold: one that fails decides, whatever else is missing.
    private static Outcome together(List<Judged> conditions) {
        SortedSet<String> missing = new TreeSet<>();
        for (Judged condition : conditions) {
            switch (condition.outcome()) {
                case Outcome.Holds() -> {}
                case Outcome.Fails() -> {
                    return condition.outcome();
                }
                case Outcome.Unknown(var ids) -> missing.addAll(ids);
            }
        }
        return missing.isEmpty() ? new Outcome.Holds() : new Outcome.Unknown(missing);
    }

    /// Whether [#judge] would say nearly of a firm that is not eligible; only the one condition in its way is
    /// explained.
    boolean nearly(InForce text, Row data, LocalDate asOf) {
        PolicyVersion.Condition only = null;
        for (PolicyVersion.Condition condition : text.version().conditions()) {
            if (condition.rule().decide(data, asOf) instanceof Outcome.Fails) {
                if (only != null) {
                    return false;
                }
                only = condition;
            }
        }
        return only != null
                && nearness.step(only.rule().explain(data, asOf).root()).isPresent();
    }

    private Optional<Step> step(List<Judged> conditions) {
        List<Judged> failing = conditions.stream()
                .filter(condition -> condition.outcome() instanceof Outcome.Fails)
                .toList();
        if (failing.size() != 1) {
            return Optional.empty();
        }
        Judged only = failing.getFirst();
        return nearness.step(only.explanation().root())
                .map(margin -> new Step(only, margin, unknown(conditions, margin)));
    }

    /// What could still keep the firm from the benefit once it has taken its step.
    private static SortedSet<String> unknown(List<Judged> conditions, Margin step) {
        SortedSet<String> unknown = new TreeSet<>();
        conditions.forEach(condition -> collectUnknown(condition.explanation().root(), step, unknown));
        return unknown;
    }

    /// Of alternatives only the one matters on whose way the step lies.
    private static void collectUnknown(Clause clause, Margin step, SortedSet<String> unknown) {
        switch (clause.outcome()) {
            case Outcome.Holds() -> {}
            case Outcome.Unknown(var ids) -> unknown.addAll(ids);
            case Outcome.Fails() ->
                clause.parts().stream()
                        .filter(part -> clause.kind() != Clause.Kind.ANY || leadsTo(part, step))
                        .forEach(part -> collectUnknown(part, step, unknown));
        }
    }

    private static boolean leadsTo(Clause clause, Margin step) {
        return step == clause.margin() || clause.parts().stream().anyMatch(part -> leadsTo(part, step));
    }

    /// What an undetermined text waits for, as [#together] has it.
    static SortedSet<String> missing(PolicyVersion text, Row data, LocalDate asOf) {
        SortedSet<String> missing = new TreeSet<>();
        for (PolicyVersion.Condition condition : text.conditions()) {
            if (condition.rule().decide(data, asOf) instanceof Outcome.Unknown(var ids)) {
                missing.addAll(ids);
            }
        }
        return missing;
    }

    static @Nullable Amount amount(PolicyVersion.@Nullable Benefit benefit, Row data, LocalDate asOf) {
        if (benefit == null || benefit.amountYuan() == null) {
            return null;
        }
        Answer answer = benefit.amountYuan().evaluate(data, asOf);
        if (!(answer instanceof Answer.Known(BigDecimal exact)) || exact.signum() < 0) {
            return null;
        }
        BigDecimal uncapped = exact.setScale(2, RoundingMode.HALF_UP);
        BigDecimal cap = benefit.capYuan();
        BigDecimal yuan = cap == null ? uncapped : uncapped.min(cap);
        return yuan.compareTo(MOST_YUAN) > 0 ? null : new Amount(uncapped, yuan);
    }

    /// 同一事项就高不重复: of an exclusive group only the most valuable match adds to a total, and what is nearly met does
    /// not come on top of it. The list is in order.
    private static List<Match> countOncePerGroup(List<Match> matches) {
        Map<String, Match> granted = new HashMap<>();
        List<Match> counted = new ArrayList<>();
        for (Match match : matches) {
            String group = match.policy().exclusiveGroup();
            Match best = group == null ? null : granted.get(group);
            if (group != null && best == null && match.eligible()) {
                granted.put(group, match);
            }
            counted.add(
                    best == null || match.verdict() == Verdict.NOT_ELIGIBLE
                            ? match.against(null)
                            : match.against(best));
        }
        return counted;
    }

    private static BigDecimal amountOrNothing(Match match) {
        return match.amount() == null ? BigDecimal.ONE.negate() : match.amount().yuan();
    }

    private static double gap(Match match) {
        return match.step() == null ? 0 : Nearness.relative(match.step().margin());
    }
}
