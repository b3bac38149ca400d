package org.rongyi.city.identity;

import java.time.LocalDate;
import java.util.Optional;
import org.rongyi.city.vocabulary.CreditCode;

/// Which firms are no more. Implemented by the room that keeps the register.
public interface ClosedFirms {
    /// The day of its deregistration; empty while it exists.
    Optional<LocalDate> closedOn(CreditCode firm);
}
