package org.rongyi.city.policies.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.Match;
import org.rongyi.city.policies.web.VerdictView.Measure;
import org.rongyi.city.policies.web.VerdictView.Value;
import org.rongyi.city.ui.Gauge;
import org.rongyi.city.ui.OutcomeWord;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Clause;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Element;
import org.rongyi.rules.Margin;
import org.rongyi.rules.Row;
import org.rongyi.rules.Used;
import org.springframework.stereotype.Component;

/// Conditions as pages show them: outcome, words, gauges, values with where they come from.
@Component
class ClauseViews {
    /// More drawings in one condition say less.
    private static final int MOST_GAUGES = 3;

    private final Elements elements;
    /// Derived element → the stored elements that its formula stands on.
    private final Map<String, SortedSet<String>> standsOn;

    ClauseViews(Elements elements) {
        this.elements = elements;
        this.standsOn = new LinkedHashMap<>();
        for (ElementDefinition element : elements.all()) {
            String formula = element.element().formula();
            if (formula != null && elements.compiler().value(formula) instanceof Compilation.Compiled(var rule)) {
                standsOn.put(element.id(), rule.elements());
            }
        }
    }

    List<VerdictView.Clause> of(Page page, Match match, Row data, ValueOrigin origin) {
        List<VerdictView.Clause> clauses = new ArrayList<>();
        for (Match.Judged judged : match.conditions()) {
            clauses.add(clause(page, match, judged, clauses.size() + 1, data, origin));
        }
        return clauses;
    }

    private VerdictView.Clause clause(
            Page page, Match match, Match.Judged judged, int number, Row data, ValueOrigin origin) {
        PolicyVersion.Condition condition = judged.condition();
        Match.Step step = match.step();
        Margin margin = step != null && step.condition().condition().id().equals(condition.id()) ? step.margin() : null;
        OutcomeWord word = margin == null ? OutcomeWord.of(judged.outcome()) : OutcomeWord.NEARLY;
        List<Measure> measures = measures(page, judged.explanation().root(), word, margin, match.asOf());
        return new VerdictView.Clause(
                number,
                word,
                page.say(condition.text()),
                ClauseNames.say(page, condition.clause()),
                said(page, condition.quote()),
                condition.rule().text(),
                condition.verify().stream().map(page::say).toList(),
                measures,
                values(page, judged.explanation().root(), measures, data, origin));
    }

    private static @Nullable String said(Page page, @Nullable Words words) {
        return words == null ? null : page.say(words);
    }

    /// The comparisons that decide: those that came out as the condition did; of one that is nearly met the step.
    private List<Measure> measures(Page page, Clause root, OutcomeWord word, @Nullable Margin step, LocalDate asOf) {
        List<Margin> margins = new ArrayList<>();
        if (step != null) {
            margins.add(step);
        } else {
            collect(root, word, margins);
        }
        List<Measure> measures = new ArrayList<>();
        for (Margin margin : margins) {
            gauge(margin, word, asOf)
                    .ifPresent(gauge -> measures.add(new Measure(VerdictViews.name(page, margin), gauge)));
        }
        return measures.size() > MOST_GAUGES ? List.of() : measures;
    }

    private static void collect(Clause clause, OutcomeWord word, List<Margin> margins) {
        Margin margin = clause.margin();
        if (margin != null && (word == OutcomeWord.NEED || OutcomeWord.of(clause.outcome()) == word)) {
            margins.add(margin);
        }
        clause.parts().forEach(part -> collect(part, word, margins));
    }

    private Optional<Gauge> gauge(Margin margin, OutcomeWord word, LocalDate asOf) {
        Element element = margin.element();
        Words unit = element == null
                ? null
                : elements.find(element.id()).map(ElementDefinition::unit).orElse(null);
        OutcomeWord drawn = word == OutcomeWord.NEED
                ? (margin.distance().signum() < 0 ? OutcomeWord.NOT_MET : OutcomeWord.MET)
                : word;
        return Gauge.of(margin, drawn, unit, asOf);
    }

    /// Each fact once: what stands under a derived value is not listed beside it again.
    private List<Value> values(Page page, Clause root, List<Measure> measures, Row data, ValueOrigin origin) {
        Set<String> drawn = new HashSet<>();
        measures.stream()
                .filter(measure -> measure.gauge().asOf() == null)
                .forEach(measure -> drawn.add(String.valueOf(measure.name())));
        Set<String> under = new HashSet<>();
        root.values()
                .forEach(used ->
                        under.addAll(standsOn.getOrDefault(used.element().id(), new TreeSet<>())));
        List<Value> values = new ArrayList<>();
        for (Used used : root.values()) {
            ElementDefinition element = elements.find(used.element().id()).orElse(null);
            if (element != null && !under.contains(element.id())) {
                boolean shown = drawn.contains(page.say(element.name()));
                values.add(value(page, element, used.value(), shown, data, origin));
            }
        }
        return values;
    }

    /// A stored value of a formula.
    Value value(Page page, ElementDefinition element, Row data, ValueOrigin origin) {
        return value(page, element, data.value(element.id()), false, data, origin);
    }

    private Value value(
            Page page, ElementDefinition element, @Nullable Object value, boolean shown, Row data, ValueOrigin origin) {
        String text = shown ? null : ElementWords.value(page, elements, element, value);
        if (element.element().derived()) {
            List<Value> under = new ArrayList<>();
            for (String id : standsOn.getOrDefault(element.id(), new TreeSet<>())) {
                elements.find(id).ifPresent(stored -> under.add(value(page, stored, data, origin)));
            }
            return new Value(page.say(element.name()), text, page.say("系统算出来的", "computed"), null, under);
        }
        String from = value == null
                ? origin.unused(page, element).orElseGet(() -> page.say("还没有记录", "not on record"))
                : origin.from(page, element).orElse("");
        boolean correctable = value != null || origin.unused(page, element).isPresent();
        return new Value(
                page.say(element.name()),
                value == null && !shown ? null : text,
                from,
                correctable ? origin.correction(element) : origin.beside(element),
                List.of());
    }
}
