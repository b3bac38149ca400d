package org.rongyi.city.services.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.services.JourneyAnswers;
import org.rongyi.city.ui.Page;
import org.rongyi.rules.Row;

/// What is known when a plan is made: the visitor's answers, then the portrait of the firm.
///
/// @param portrait null where nobody has signed in, or the journey is about another firm
record KnownValues(JourneyAnswers answers, @Nullable Portrait portrait) implements Row {
    private static final String CREDIT_CODE = "creditCode";

    @Override
    public @Nullable Object value(String elementId) {
        Object answer = answers.all().get(elementId);
        if (answer != null || portrait == null) {
            return answer;
        }
        Object value = portrait.value(elementId);
        return value == null && elementId.equals(CREDIT_CODE) ? portrait.firm().value() : value;
    }

    /// Where a known value comes from.
    String origin(Page page, String elementId) {
        if (answers.all().get(elementId) != null) {
            return page.say("您刚才的回答", "your answer");
        }
        Optional<Portrait.Fact> fact = Optional.ofNullable(portrait).flatMap(known -> known.fact(elementId));
        return fact.map(known -> known.selfDeclared()
                        ? page.say("您自己填过，", "you supplied it, ") + page.day(known.asOf())
                        : page.say("来自" + known.source() + "，", "from a department, ") + page.day(known.asOf()))
                .orElse(page.say("来自登记", "from the register"));
    }
}
