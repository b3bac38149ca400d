package org.rongyi.city.policies.web;

import java.util.Arrays;
import java.util.List;
import org.rongyi.city.ui.Option;
import org.rongyi.definitions.PolicyDefinition;

/// What the library's filters offer.
public record LibraryFilters(List<Option> fields, List<Option> modes, List<Option> levels) {
    static final LibraryFilters ALL = new LibraryFilters(
            Arrays.stream(PolicyDefinition.Field.values())
                    .map(one -> Option.of(one.name(), one.words()))
                    .toList(),
            Arrays.stream(PolicyDefinition.Mode.values())
                    .map(one -> Option.of(one.name(), one.words()))
                    .toList(),
            Arrays.stream(PolicyDefinition.Level.values())
                    .map(one -> Option.of(one.name(), one.words()))
                    .toList());
}
