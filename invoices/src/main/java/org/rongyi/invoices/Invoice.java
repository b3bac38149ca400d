package org.rongyi.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an invoice says, whatever it was written in.
///
/// @param number with the seller it names one invoice; a 数电票 by itself
/// @param kind its code: 01 and 02 of a 数电票 (special, ordinary), of EN 16931 after UNTDID 1001
/// @param net without tax
/// @param total with tax
public record Invoice(
        Format format,
        String number,
        String kind,
        LocalDate issuedOn,
        Party seller,
        Party buyer,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal total,
        List<Line> lines) {
    public Invoice {
        lines = List.copyOf(lines);
    }

    /// @param taxId 纳税人识别号, or the identifier for VAT; empty for who has none
    public record Party(String name, String taxId) {}

    /// @param rate as it is written: `0.13`, `免税`, `20`
    public record Line(
            String item,
            @Nullable BigDecimal quantity,
            String unit,
            @Nullable BigDecimal price,
            BigDecimal net,
            String rate,
            BigDecimal tax) {}

    /// Takes back another one (红字发票, credit note): its total is below zero, or its kind says so.
    public boolean takesBack() {
        return total.signum() < 0
                || format != Format.CN
                        && List.of("81", "83", "261", "381", "396", "532").contains(kind);
    }
}
