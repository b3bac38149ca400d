package org.rongyi.city.procedures;

import java.util.Set;
import org.rongyi.definitions.procedure.Procedure;

/// Where a case stands in its procedure.
///
/// @param here the nodes at which somebody has something to do
/// @param begun the case has come to where the procedure begins
public record Standing(Procedure procedure, Set<String> here, boolean begun, boolean ended) {
    public Standing {
        here = Set.copyOf(here);
    }
}
