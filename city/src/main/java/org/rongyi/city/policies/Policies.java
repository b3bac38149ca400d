package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.definitions.PolicyDefinition;

/// The policy library: published versions never change.
public interface Policies {
    List<PolicyDefinition> all();

    Optional<PolicyDefinition> find(String id);

    List<PolicyDefinition> inForce(LocalDate on);
}
