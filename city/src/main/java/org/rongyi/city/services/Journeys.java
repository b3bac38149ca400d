package org.rongyi.city.services;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.journey.JourneyPlan;
import org.rongyi.rules.Row;

/// What a plan of a firm needs, derived from what its items declare.
public interface Journeys {
    /// In the order of the files.
    List<JourneyDefinition> all();

    Optional<JourneyDefinition> find(String id);

    /// The journeys that an item belongs to.
    List<JourneyDefinition> with(String item);

    /// The plan as of today.
    ///
    /// @param known what the portrait and the answers say
    /// @param leftOut ids of optional items that the applicant does not want
    JourneyPlan plan(JourneyDefinition journey, Row known, Set<String> leftOut);
}
