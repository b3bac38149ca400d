package org.rongyi.city.invoices.web;

/// One invoice of a list, as it is read.
///
/// @param takesBack a red one, or a credit note
public record InvoiceRow(
        long id, String day, String direction, String party, String number, String total, boolean takesBack) {}
