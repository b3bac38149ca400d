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

    /// By name or credit code, in one area when given; at most `limit` (≤ 100) after `offset`.
    List<Enterprise> search(String text, @Nullable AreaCode area, int offset, int limit);

    long count();

    /// Appends the report and, after commit, publishes [FactsRecorded].
    void record(FactReport report);

    /// Every current portrait, in credit-code order, streamed with bounded memory.
    void forEachPortrait(Consumer<Portrait> each);
}
