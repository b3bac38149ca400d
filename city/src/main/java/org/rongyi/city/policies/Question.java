package org.rongyi.city.policies;

import java.util.List;
import org.rongyi.definitions.ElementDefinition;

/// A question worth asking a firm. The form field that carries the answer is named by the element's id.
///
/// @param element what is asked: `ask` has the words, type and classification say how to answer
/// @param decides how many undetermined policies an answer settles by itself
/// @param policies ids of the undetermined policies that depend on the element
public record Question(ElementDefinition element, int decides, List<String> policies) {
    public Question {
        policies = List.copyOf(policies);
    }
}
