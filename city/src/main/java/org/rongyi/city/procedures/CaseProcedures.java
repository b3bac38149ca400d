package org.rongyi.city.procedures;

import java.util.Optional;
import org.rongyi.city.cases.Case;

/// The procedures of cases.
public interface CaseProcedures {
    /// Lets a case that was just opened go by the procedure of its item, if there is one. In the transaction of the
    /// opening: no case without its procedure, no procedure without its case.
    void begin(Case opened, String item);

    /// Where a case stands in its procedure. Empty: it goes by none.
    Optional<Standing> of(long caseId);
}
