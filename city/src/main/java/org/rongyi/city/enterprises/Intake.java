package org.rongyi.city.enterprises;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// The wide gate: the facts of many firms at once. Values are taken as typed; who calls vouches for them.
public interface Intake {
    /// Fills a register that has no firm yet, all or nothing: after a crash in the middle it is empty again.
    ///
    /// @param progress told the number of firms so far, every few thousand
    /// @return how many firms were entered
    /// @throws IllegalStateException when the register has firms
    long fillEmptyRegister(Stream<Filing> filings, LongConsumer progress);

    /// Takes deliveries, all or none of the list; what is already known with the same value is not appended again.
    /// A firm may stand in the list only once.
    Taken take(List<Filing> filings);

    /// To be called once after the last [#take]: publishes [RegisterFilled].
    void finish(long firms);

    /// What became of a list of deliveries.
    record Taken(int newFirms, int changedFirms, int unchangedFirms, int facts) {}
}
