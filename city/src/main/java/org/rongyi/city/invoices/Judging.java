package org.rongyi.city.invoices;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Fault;
import org.rongyi.invoices.Fault.Text;
import org.rongyi.invoices.Format;
import org.rongyi.invoices.Invoice;
import org.rongyi.invoices.InvoiceReader;
import org.rongyi.invoices.Reading;
import org.springframework.stereotype.Component;

/// One file becomes an archived invoice, or says what is wrong with it.
@Component
class Judging {
    private static final Text NOT_OURS = new Text("购买方和销售方都不是本企业", "neither buyer nor seller is this firm");
    private static final Text SWITCH = new Text(
            "确认抬头和识别号；是别家企业的，换到那家企业的身份再传",
            "Check name and number; if it is another firm's, act for that firm and send it there");

    private final ArchiveTable archive;
    private final UploadTable uploads;
    private final FirmNames names;
    private final CityWords city;
    private final Clock clock;

    Judging(ArchiveTable archive, UploadTable uploads, FirmNames names, CityWords city, Clock clock) {
        this.archive = archive;
        this.uploads = uploads;
        this.names = names;
        this.city = city;
        this.clock = clock;
    }

    void judge(UploadTable.Waiting file, CreditCode firm) {
        Instant now = clock.instant();
        Reading reading = InvoiceReader.read(file.bytes(), city.dayOf(now));
        Invoice invoice = reading.invoice();
        String number = invoice == null ? "" : invoice.number();
        if (invoice == null || !reading.isGood()) {
            uploads.faulty(file, number, reading.faults());
            return;
        }
        Optional<Direction> direction = direction(invoice, firm);
        if (direction.isEmpty()) {
            uploads.faulty(file, number, List.of(new Fault("OURS", 0, NOT_OURS, SWITCH)));
            return;
        }
        byte[] hash = Export.sha256(file.bytes());
        Invoice.Party party = direction.get() == Direction.OUT ? invoice.buyer() : invoice.seller();
        Optional<Long> id = archive.insert(
                new ArchiveTable.Entry(firm, direction.get(), invoice, party, hash, file.name(), file.upload(), now),
                file.bytes());
        if (id.isPresent()) {
            uploads.archived(file, number, id.get());
        } else {
            KeptInvoice kept =
                    archive.same(firm, number, invoice.seller().taxId()).orElseThrow();
            boolean same = kept.sha256().equals(HexFormat.of().formatHex(hash));
            uploads.duplicate(file, number, kept.id(), same);
        }
    }

    /// Others name a firm by another number too; then its name tells.
    private Optional<Direction> direction(Invoice invoice, CreditCode firm) {
        if (isThis(invoice.seller(), invoice.format(), firm)) {
            return Optional.of(Direction.OUT);
        }
        return isThis(invoice.buyer(), invoice.format(), firm) ? Optional.of(Direction.IN) : Optional.empty();
    }

    private boolean isThis(Invoice.Party party, Format format, CreditCode firm) {
        return switch (format) {
            case CN -> party.taxId().equals(firm.value());
            case UBL, CII ->
                party.taxId().endsWith(firm.value())
                        || names.nameOf(firm).filter(party.name()::equals).isPresent();
        };
    }
}
