package org.rongyi.city.elements;

import java.util.List;
import java.util.Optional;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.RuleCompiler;

/// What each data element means. Read once at start from the shipped dictionary and the city's additions.
public interface Elements {
    /// The dictionary and classifications as read from the files, for rooms that read rule files of their own.
    Definitions definitions();

    Dictionary dictionary();

    RuleCompiler compiler();

    List<ElementDefinition> all();

    Optional<ElementDefinition> find(String id);

    /// The code list behind a coded element, by its name in the dictionary, e.g. `entityType`.
    Optional<Classification> classification(String name);
}
