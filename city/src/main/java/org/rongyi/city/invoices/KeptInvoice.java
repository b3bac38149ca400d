package org.rongyi.city.invoices;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.rongyi.invoices.Format;

/// An invoice of a firm's archive.
///
/// @param party the other side, and `partyId` its number; empty where it has none
/// @param sha256 of the file, in hexadecimal
public record KeptInvoice(
        long id,
        Direction direction,
        Format format,
        String number,
        String kind,
        LocalDate issuedOn,
        String party,
        String partyId,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal total,
        String sha256,
        String fileName,
        Instant archivedAt) {}
