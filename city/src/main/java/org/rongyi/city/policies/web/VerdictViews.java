package org.rongyi.city.policies.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.Match;
import org.rongyi.city.policies.web.VerdictView.Missing;
import org.rongyi.city.policies.web.VerdictView.Sum;
import org.rongyi.city.ui.OutcomeWord;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Margin;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.springframework.stereotype.Component;

/// Turns a match into what pages show.
@Component
class VerdictViews {
    private final Elements elements;
    private final ClauseViews clauses;

    VerdictViews(Elements elements, ClauseViews clauses) {
        this.elements = elements;
        this.clauses = clauses;
    }

    /// @param data what was judged
    VerdictView of(Page page, Match match, Row data, ValueOrigin origin) {
        List<VerdictView.Clause> judged = clauses.of(page, match, data, origin);
        List<VerdictView.Clause> failing = judged.stream()
                .filter(clause -> switch (clause.word()) {
                    case NOT_MET, NEARLY -> true;
                    case MET, NEED -> false;
                })
                .toList();
        Match.Amount amount = match.amount();
        boolean certain = match.eligible();
        return new VerdictView(
                match,
                match.verdict().word(),
                says(page, match, judged, failing.size()),
                notes(page, match),
                failing,
                amount == null
                        ? null
                        : PolicyWords.amountLabel(page, match.policy().kind(), certain),
                amount == null ? null : page.yuan(amount.yuan().setScale(0, RoundingMode.HALF_UP)),
                rows(page, match),
                judged,
                missing(page, match, origin),
                sum(page, match, data, origin));
    }

    private static String says(Page page, Match match, List<VerdictView.Clause> judged, int failing) {
        int all = judged.size();
        long met = judged.stream()
                .filter(clause -> clause.word() == OutcomeWord.MET)
                .count();
        int missing = match.missing().size();
        return switch (match.verdict()) {
            case ELIGIBLE ->
                page.say(
                                all == 1 ? "条件符合。" : all + " 条条件都符合。",
                                all == 1 ? "The condition is met. " : "All " + all + " conditions are met. ")
                        + PolicyWords.effort(page, match.policy().mode());
            case NEARLY -> step(page, match);
            case UNDETERMINED ->
                page.say(
                        "还差 " + missing + " 项数据。" + all + " 条条件里 " + met + " 条已经符合，没有一条不符合。",
                        (missing == 1 ? "One value is missing. " : missing + " values are missing. ") + met + " of "
                                + all
                                + (all == 1
                                        ? " condition is met, none is missed."
                                        : " conditions are met, none is missed."));
            case NOT_ELIGIBLE ->
                page.say(
                        all + " 条条件里 " + failing + " 条不符合。",
                        failing + " of " + all + (all == 1 ? " condition" : " conditions")
                                + (failing == 1 ? " is not met." : " are not met."));
        };
    }

    private static String step(Page page, Match match) {
        Match.Step step = match.step();
        Words condition =
                step == null ? Words.same("") : step.condition().condition().text();
        int unknown = step == null ? 0 : step.unknown().size();
        return page.say("只差一步：" + condition.zh() + "。", "One step away: " + condition.en() + ".")
                + (unknown == 0
                        ? ""
                        : page.say(
                                "另有 " + unknown + " 项数据还不知道。",
                                unknown == 1
                                        ? " One value is still unknown."
                                        : " " + unknown + " values are still unknown."));
    }

    /// What it excludes, and what the firm contests: too long for the figures beside the verdict.
    private List<String> notes(Page page, Match match) {
        List<String> notes = new ArrayList<>();
        if (match.rival() != null) {
            notes.add(match.besides(page) + page.say("。", "."));
        }
        if (!match.contested().isEmpty()) {
            notes.add(contested(page, match));
        }
        return notes;
    }

    private static List<SummaryRow> rows(Page page, Match match) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.say("截止", "Deadline"), PolicyWords.deadline(page, match.version())));
        rows.add(SummaryRow.of(page.say("怎么享受", "How"), page.say(PolicyWords.mode(match.policy()))));
        return rows;
    }

    private String contested(Page page, Match match) {
        String names = match.contested().stream()
                .flatMap(id -> elements.find(id).stream())
                .map(element -> page.say(element.name()))
                .collect(Collectors.joining(page.say("、", ", ")));
        return page.say(
                "您对“" + names + "”的异议等部门答复，答复前照原来的数据算。",
                "Your contest of “" + names + "” awaits an answer; until then it is counted as before.");
    }

    private List<Missing> missing(Page page, Match match, ValueOrigin origin) {
        List<Missing> missing = new ArrayList<>();
        Match.Step step = match.step();
        for (String id : step == null ? match.missing() : step.unknown()) {
            elements.find(id).ifPresent(element -> missing.add(missing(page, element, origin)));
        }
        return missing;
    }

    private static Missing missing(Page page, ElementDefinition element, ValueOrigin origin) {
        Words source = element.source();
        String department = source == null ? "" : page.say(source);
        String who = origin.unused(page, element).orElseGet(() -> {
            if (element.selfDeclared()) {
                return department.isEmpty()
                        ? page.say("您自己", "You")
                        : page.say("您自己，或" + department, "You, or " + department);
            }
            return department.isEmpty() ? page.say("还没有部门提供", "No department supplies it yet") : department;
        });
        return new Missing(element.id(), page.say(element.name()), who, origin.supply(element));
    }

    private @Nullable Sum sum(Page page, Match match, Row data, ValueOrigin origin) {
        PolicyVersion.Benefit benefit = match.version().benefit();
        Rule formula = benefit == null ? null : benefit.amountYuan();
        if (benefit == null || formula == null || match.verdict() == Match.Verdict.NOT_ELIGIBLE) {
            return null;
        }
        List<VerdictView.Value> values = new ArrayList<>();
        for (String id : formula.elements()) {
            elements.find(id).ifPresent(element -> values.add(clauses.value(page, element, data, origin)));
        }
        Match.Amount amount = match.amount();
        BigDecimal cap = benefit.capYuan();
        List<Missing> lacking = new ArrayList<>();
        boolean contested = false;
        if (formula.evaluate(data, match.asOf()) instanceof Answer.Unknown(var ids)) {
            ids.forEach(id -> elements.find(id).ifPresent(element -> lacking.add(missing(page, element, origin))));
            contested = ids.stream().flatMap(id -> elements.find(id).stream()).anyMatch(origin::contested);
        }
        return new Sum(
                values,
                values.isEmpty() ? null : formula.text(),
                benefit.amountNote() == null ? null : page.say(benefit.amountNote()),
                cap == null ? null : cap(page, cap, amount),
                amount == null ? null : page.yuan(amount.yuan()),
                lacking,
                contested);
    }

    private static String cap(Page page, BigDecimal cap, Match.@Nullable Amount amount) {
        String most = page.yuan(cap);
        if (amount == null) {
            return most;
        }
        return amount.capped()
                ? page.say(most + "，按封顶算", most + ", applied")
                : page.say(most + "，没有超过", most + ", not reached");
    }

    /// What is compared in a margin; an expression has no name of its own.
    static @Nullable String name(Page page, Margin margin) {
        var element = margin.element();
        return element == null ? null : page.say(element.zh(), element.en());
    }
}
