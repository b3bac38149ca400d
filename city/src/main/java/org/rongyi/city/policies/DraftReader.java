package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.Draft.Dial;
import org.rongyi.city.policies.Draft.PartFault;
import org.rongyi.city.policies.NumbersInText.Place;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Rule;
import org.rongyi.rules.RuleFault;
import org.rongyi.rules.ValueType;
import org.springframework.stereotype.Component;

/// Compiles drafts, and the same drafts with another number in them.
@Component
class DraftReader {
    /// Turns 万元 into 元: no number to be turned, nor is the nought of an amount.
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private static final BigDecimal TWO = BigDecimal.TWO;

    private static final int MOST_KNOWN = 2_000;

    private final Elements elements;
    private final Trials trials;
    private final Map<String, Compilation> known = new ConcurrentHashMap<>();

    DraftReader(Elements elements, Trials trials) {
        this.elements = elements;
        this.trials = trials;
    }

    Draft.Checked check(Draft draft) {
        List<PartFault> faults = new ArrayList<>();
        List<Rule> conditions = new ArrayList<>();
        for (int part = 0; part < draft.conditions().size(); part++) {
            rule(part, read(draft.part(part)), faults).ifPresent(conditions::add);
        }
        Rule amount = draft.amount().isBlank() ? null : amount(draft, faults);
        if (!faults.isEmpty()) {
            return new Draft.Faulty(faults);
        }
        Rule rule = Rule.all(conditions);
        return new Draft.Sound(draft, conditions, rule, amount, dials(draft, conditions, amount));
    }

    private @Nullable Rule amount(Draft draft, List<PartFault> faults) {
        Rule amount = rule(Draft.AMOUNT, elements.compiler().value(draft.amount()), faults)
                .orElse(null);
        if (amount != null && amount.type() != ValueType.NUMBER) {
            RuleFault fault = new RuleFault(1, 1, draft.amount().length(), "an amount must be a number", null);
            faults.add(new PartFault(Draft.AMOUNT, List.of(fault), List.of()));
            return null;
        }
        return amount;
    }

    private Optional<Rule> rule(int part, Compilation compilation, List<PartFault> faults) {
        return switch (compilation) {
            case Compilation.Rejected(var rejected) -> {
                faults.add(new PartFault(part, rejected, List.of()));
                yield Optional.empty();
            }
            case Compilation.Compiled(var rule) -> {
                List<ElementDefinition> pointers = trials.pointers(rule);
                if (!pointers.isEmpty()) {
                    faults.add(new PartFault(part, List.of(), pointers));
                }
                yield Optional.of(rule);
            }
        };
    }

    /// Most conditions of a draft are those of the draft before.
    private Compilation read(String condition) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(condition, elements.compiler()::condition);
    }

    /// A condition that was made out of sound ones; empty where it cannot be compiled.
    Optional<Rule> condition(String text) {
        return read(text) instanceof Compilation.Compiled(var rule) ? Optional.of(rule) : Optional.empty();
    }

    Optional<Rule> value(String text) {
        return elements.compiler().value(text) instanceof Compilation.Compiled(var rule)
                ? Optional.of(rule)
                : Optional.empty();
    }

    private List<Dial> dials(Draft draft, List<Rule> conditions, @Nullable Rule amount) {
        List<Dial> dials = new ArrayList<>();
        for (int part = 0; part < conditions.size(); part++) {
            add(dials, part, draft.part(part), conditions.get(part));
        }
        if (amount != null) {
            add(dials, Draft.AMOUNT, draft.amount(), amount);
        }
        return dials;
    }

    private void add(List<Dial> dials, int part, String text, Rule rule) {
        List<Place> places = NumbersInText.of(text);
        for (int number = 0; number < places.size(); number++) {
            BigDecimal value = places.get(number).value();
            boolean fixed = part == Draft.AMOUNT && (value.signum() == 0 || value.compareTo(TEN_THOUSAND) == 0);
            if (!fixed) {
                BigDecimal high = value.signum() == 0 ? BigDecimal.TEN : value.multiply(TWO);
                dials.add(
                        new Dial(part, number, value, BigDecimal.ZERO, high, part == Draft.AMOUNT ? null : unit(rule)));
            }
        }
    }

    /// Where a condition is about one number, its unit.
    private @Nullable Words unit(Rule rule) {
        List<ElementDefinition> numbers = rule.elements().stream()
                .flatMap(id -> elements.find(id).stream())
                .filter(element -> element.element().type() == ValueType.NUMBER)
                .toList();
        return numbers.size() == 1 ? numbers.getFirst().unit() : null;
    }

    /// The draft with a number turned.
    Draft turned(Draft draft, int part, int number, BigDecimal value) {
        return draft.with(part, NumbersInText.with(draft.part(part), number, value));
    }

    /// A number from low to high at one of some points, as round as the number itself.
    static BigDecimal at(Dial dial, int point, int points) {
        BigDecimal width = dial.high().subtract(dial.low());
        int digits = Math.max(dial.value().scale(), width.compareTo(BigDecimal.valueOf(points)) >= 0 ? 0 : 2);
        return dial.low()
                .add(width.multiply(BigDecimal.valueOf(point))
                        .divide(BigDecimal.valueOf(points - 1L), digits, RoundingMode.HALF_UP));
    }
}
