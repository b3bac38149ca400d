package org.rongyi.city.applications;

import java.util.List;
import java.util.Map;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;

/// What a department's decision states beside yes or no: the credit code of a new firm, its tax office.
///
/// Stated before the grant, it counts from the grant on; a value left open can be stated later. Who asks has made sure
/// that the officer may decide the case.
public interface Results {
    /// The values that come into being by the item and are not stated yet; empty where the case belongs to no
    /// application.
    List<ElementDefinition> asked(long caseId);

    /// @param values element id to value as the dictionary types it
    /// @return element id to what is wrong with it; when empty, all is recorded
    Map<String, Words> state(long caseId, Map<String, Object> values, Acting by);
}
