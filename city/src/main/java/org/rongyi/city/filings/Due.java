package org.rongyi.city.filings;

import java.time.LocalDate;
import org.rongyi.definitions.Words;

/// Something with a last day.
///
/// @param id what it is and for which period, such as `vat-month/2026-10`
/// @param period it is about
/// @param day the last one, working days counted
/// @param nominal as the law has it, before days off
/// @param settled false: that year's days off are not published, so it may still move
/// @param verify what was not checked; empty in both languages: nothing
public record Due(
        String id,
        Words name,
        Words who,
        Words period,
        LocalDate day,
        LocalDate nominal,
        boolean settled,
        String basis,
        Words verify) {}
