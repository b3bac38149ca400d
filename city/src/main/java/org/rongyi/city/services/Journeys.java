package org.rongyi.city.services;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.definitions.Fault;
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

    /// What would keep a text from being a journey of the city: none means that its file can be put into the folder.
    ///
    /// @param file name of the file that it would be
    List<Fault> faultsOf(String file, String journey);

    /// The plan as of today.
    ///
    /// @param known what the portrait and the answers say
    /// @param leftOut ids of optional items that the applicant does not want
    JourneyPlan plan(JourneyDefinition journey, Row known, Set<String> leftOut);
}
