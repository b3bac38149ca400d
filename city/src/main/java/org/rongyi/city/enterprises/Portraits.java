package org.rongyi.city.enterprises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;

/// Portraits, and the record of who looked at them.
public interface Portraits {
    /// Whether somebody who acts for the firm sees values of the element: a legal representative or owner all
    /// of them, an agent no sensitive personal information, because it is about people who did not choose the
    /// agent.
    static boolean shows(Acting reader, ElementDefinition element) {
        return reader.isPrincipal() || element.sensitivity() != ElementDefinition.Sensitivity.S;
    }

    /// Empty when the register does not know the firm.
    Optional<Portrait> current(CreditCode firm);

    /// What was valid on the day, as it is known today: a later correction of that day's data counts.
    Optional<Portrait> asOf(CreditCode firm, LocalDate day);

    /// Everything that was ever said of one stored element of the firm, the latest first.
    List<Said> history(CreditCode firm, String element);

    /// One saying of a source.
    ///
    /// @param value null when the source withdrew what it had said
    record Said(
            @Nullable Object value,
            String source,
            FactReport.Origin origin,
            LocalDate asOf,
            Instant recordedAt,
            @Nullable FactNote note) {}

    /// Records that an officer looked at a firm's data, with the purpose stated (not blank, ≤ 200 characters).
    void recordLook(CreditCode firm, String account, String department, String purpose);

    /// Newest first, at most `limit`.
    default List<Look> looks(CreditCode firm, int limit) {
        return looks(firm, 0, limit);
    }

    /// The same from the look with this number on, the newest being 0.
    List<Look> looks(CreditCode firm, int offset, int limit);

    /// How many looks are on record.
    default int lookCount(CreditCode firm) {
        return lookCount(firm, Instant.EPOCH);
    }

    /// How many of them were since then.
    int lookCount(CreditCode firm, Instant since);
}
