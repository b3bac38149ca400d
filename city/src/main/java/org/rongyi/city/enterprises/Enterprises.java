package org.rongyi.city.enterprises;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

/// The register of business entities and their fact log.
public interface Enterprises {
    Optional<Enterprise> find(CreditCode code);

    /// The same for what stands in an address and may be no credit code at all.
    default Optional<Enterprise> find(String code) {
        return CreditCode.faultIn(code).isPresent() ? Optional.empty() : find(new CreditCode(code));
    }

    /// What an officer reads who opened the page of a firm that is not there.
    static PageError unknown(String code) {
        return PageError.notFound(
                new Words("登记里没有代码是“" + code + "”的企业。", "The register has no firm with the code “" + code + "”."),
                new Words("按名称的一部分找找看。", "Try to find it by a part of its name."),
                Link.of("找企业", "Find firms", "/officer"));
    }

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
