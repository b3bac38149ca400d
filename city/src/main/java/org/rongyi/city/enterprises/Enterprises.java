package org.rongyi.city.enterprises;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;

/// The register of business entities and their fact log.
public interface Enterprises {
    Optional<Enterprise> find(CreditCode code);

    /// By a part of the name or by credit code, in one area when given; the nearest first; at most `limit` (≤ 100)
    /// after `offset`. An empty text finds all.
    List<Enterprise> search(String text, @Nullable AreaCode area, int offset, int limit);

    long count();

    /// Appends the report and, after commit, publishes [FactsRecorded]. A firm that the register does not know yet is
    /// entered; its report must then hold its name (`entityName`).
    ///
    /// @throws IllegalArgumentException when an element is unknown or derived, a value is not of its type, or a new
    /// firm has no name
    void record(FactReport report);

    /// Every current portrait, in the order in which the firms were entered, streamed with bounded memory.
    void forEachPortrait(Consumer<Portrait> each);
}
