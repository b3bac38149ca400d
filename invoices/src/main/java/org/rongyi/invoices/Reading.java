package org.rongyi.invoices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file turned out to be.
///
/// @param format null when it is no invoice that is read here
/// @param invoice null when there is none, or a fault leaves open what it says
/// @param faults all of them, in the order of the file; none: the invoice is good
public record Reading(@Nullable Format format, @Nullable Invoice invoice, List<Fault> faults) {
    public Reading {
        faults = faults.stream().sorted(Fault.BY_PLACE).toList();
    }

    /// A good one has an invoice.
    public boolean isGood() {
        return faults.isEmpty() && invoice != null;
    }
}
