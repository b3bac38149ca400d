package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.policies.NumbersInText.Place;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Rule;
import org.springframework.stereotype.Component;

/// Who is nearly eligible, as rules: all conditions but one hold, and that one would hold too if one of its
/// numbers were as much lower or higher as the share of [Nearness] allows. Persons and dates are left out
/// here.
@Component
class NearlyRules {
    /// Of a condition with very many numbers the first.
    private static final int NUMBERS = 6;

    private final DraftReader reader;
    private final Nearness nearness;

    NearlyRules(DraftReader reader, Nearness nearness) {
        this.reader = reader;
        this.nearness = nearness;
    }

    List<Rule> of(InForce text) {
        return of(text.version().conditions().stream()
                .map(PolicyVersion.Condition::rule)
                .toList());
    }

    private List<Rule> of(List<Rule> conditions) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Rule failing = conditions.get(i);
            List<Rule> parts = new ArrayList<>(conditions);
            parts.set(i, failing.opposite());
            relaxed(failing).ifPresent(would -> {
                parts.add(would);
                rules.add(Rule.all(parts));
            });
        }
        return rules;
    }

    /// The condition with one of its numbers a little lower or higher; empty where it has none.
    Optional<Rule> relaxed(Rule condition) {
        List<String> relaxed = relaxed(condition.text());
        return relaxed.isEmpty() ? Optional.empty() : reader.condition(String.join(" or ", relaxed));
    }

    private List<String> relaxed(String condition) {
        List<String> relaxed = new ArrayList<>();
        List<Place> places = NumbersInText.of(condition);
        for (int number = 0; number < Math.min(NUMBERS, places.size()); number++) {
            BigDecimal value = places.get(number).value();
            if (value.signum() != 0) {
                BigDecimal gap = value.multiply(nearness.share()).stripTrailingZeros();
                relaxed.add("(" + NumbersInText.with(condition, number, value.add(gap)) + "\n)");
                relaxed.add("(" + NumbersInText.with(condition, number, value.subtract(gap)) + "\n)");
            }
        }
        return relaxed;
    }
}
