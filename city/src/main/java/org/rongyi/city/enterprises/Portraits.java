package org.rongyi.city.enterprises;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.vocabulary.CreditCode;

/// Portraits, and the record of who looked at them.
public interface Portraits {
    /// Empty when the register does not know the firm.
    Optional<Portrait> current(CreditCode firm);

    /// What was valid on the day, as it is known today: a later correction of that day's data counts.
    Optional<Portrait> asOf(CreditCode firm, LocalDate day);

    /// Records that an officer looked at a firm's data, with the purpose stated (not blank, ≤ 200 characters).
    void recordLook(CreditCode firm, String account, String department, String purpose);

    /// Newest first, at most `limit`.
    List<Look> looks(CreditCode firm, int limit);
}
