package org.rongyi.city.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;

/// Work inside a case: the state does not change by it.
///
/// @param key what the room that asks calls it; one of a kind in its case
/// @param pause the reason for which a clock of the case stands still until it is done; null: all clocks run
public record InnerStep(
        String key,
        Words name,
        CaseKind.Who who,
        List<Choice> answers,
        @Nullable String pause) {
    public InnerStep {
        answers = List.copyOf(answers);
        if (key.isBlank() || answers.isEmpty()) {
            throw new IllegalArgumentException("a step (" + key + ") needs a key and an answer (" + answers + ")");
        }
    }

    /// What can be said when it is done.
    ///
    /// @param proof a paper has to be named with it, because a clock will stand still for it
    public record Choice(String key, Words name, boolean proof) {}

    Choice choice(String answer) {
        return answers.stream()
                .filter(choice -> choice.key().equals(answer))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the step (" + key + ") has no answer (" + answer + ")"));
    }
}
