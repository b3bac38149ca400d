package org.rongyi.city.enterprises;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;

/// The register of business entities and their fact log.
public interface Enterprises {
    Optional<Enterprise> find(CreditCode code);

    /// The nearest first; at most `limit` (≤ 1,000) after `offset`.
    List<Enterprise> search(Wanted wanted, int offset, int limit);

    /// How many [#search] would find, counted up to `limit`: nobody leafs through a hundred thousand firms.
    long count(Wanted wanted, long limit);

    /// Whom to look for.
    ///
    /// @param text a part of the name, the credit code, or at least four characters of it; empty finds all
    /// @param area only those that operate there; null for everywhere
    /// @param section letter of GB/T 4754, `A` to `T`; null for any industry
    record Wanted(
            String text, @Nullable AreaCode area, @Nullable String section) {
        public Wanted {
            text = text.strip();
        }
    }

    long count();

    /// Appends the report and, after commit, publishes [FactsRecorded]. A firm that the register does not know yet is
    /// entered; its report must then hold its name (`entityName`).
    ///
    /// @throws IllegalArgumentException when an element is unknown or derived, a value is not of its type, or a new
    /// firm has no name
    void record(FactReport report);

    /// Every current portrait, streamed with bounded memory, in an order that `random` deals out, a handful
    /// of neighbours at a time: who stops early has read a sample of the whole register, not its oldest
    /// firms.
    void forEachPortraitAtRandom(RandomGenerator random, Consumer<Portrait> each);
}
