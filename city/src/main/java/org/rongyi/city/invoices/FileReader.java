package org.rongyi.city.invoices;

import java.time.LocalDate;
import org.rongyi.invoices.InvoiceReader;
import org.rongyi.invoices.Reading;
import org.springframework.stereotype.Component;

/// What reads a file that was sent. A part of its own, so that a test may plant a failure in it.
@Component
class FileReader {
    Reading read(byte[] file, LocalDate today) {
        return InvoiceReader.read(file, today);
    }
}
