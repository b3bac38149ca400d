package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;

/// The policy library: published versions never change.
public interface Policies {
    /// All that were ever published, by id.
    List<PolicyDefinition> all();

    Optional<PolicyDefinition> find(String id);

    /// Those with a text that is law on the day, as far as it is known today.
    List<PolicyDefinition> inForce(LocalDate on);

    /// The text that is law on the day, as far as it is known today.
    Optional<PolicyVersion> text(PolicyDefinition policy, LocalDate on);
}
