package org.rongyi.city.policies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.policies.NumbersInText.Place;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Rule;
import org.springframework.stereotype.Component;

/// Who is nearly eligible, as rules: all conditions but one hold, and that one would hold too if one of its numbers
/// were as
/// much lower or higher as [Nearness] allows. Dates are left out here.
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

    List<Rule> of(Draft.Sound draft) {
        return of(draft.draft().conditions());
    }

    List<Rule> of(InForce text) {
        return of(text.version().conditions().stream()
                .map(PolicyVersion.Condition::rule)
                .map(Rule::text)
                .toList());
    }

    private List<Rule> of(List<String> conditions) {
        List<Rule> rules = new ArrayList<>();
        for (int failing = 0; failing < conditions.size(); failing++) {
            List<String> relaxed = relaxed(conditions.get(failing));
            if (!relaxed.isEmpty()) {
                List<String> parts = new ArrayList<>(conditions);
                parts.set(failing, "not(" + conditions.get(failing) + "\n)");
                parts.add(String.join(" or ", relaxed));
                reader.condition(DraftReader.joined(parts)).ifPresent(rules::add);
            }
        }
        return rules;
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
