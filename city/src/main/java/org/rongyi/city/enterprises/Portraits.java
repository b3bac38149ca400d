package org.rongyi.city.enterprises;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.vocabulary.CreditCode;

/// Portraits, the firm's right to contest them, and the record of who looked.
public interface Portraits {
    Optional<Portrait> current(CreditCode firm);

    Optional<Portrait> asOf(CreditCode firm, LocalDate day);

    /// Records that an officer looked at a firm's data, with the purpose stated (not blank, ≤ 200 characters).
    void recordLook(CreditCode firm, String account, String department, String purpose);

    /// Newest first, at most `limit`.
    List<Look> looks(CreditCode firm, int limit);
}
