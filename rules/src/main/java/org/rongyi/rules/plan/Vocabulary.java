package org.rongyi.rules.plan;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;

/// The elements that a rule may name.
public interface Vocabulary {

    /// The element with this id, Chinese or English name, or null.
    @Nullable
    Element element(String name);

    /// The planned formula of a derived element, or why there is none.
    Formula formula(Element derived);

    /// All names, for advice.
    Collection<String> names();

    /// A derived element's formula.
    sealed interface Formula {

        record Ready(Node node) implements Formula {}

        /// @param message why the element cannot be used
        record Refused(String message) implements Formula {}
    }
}
