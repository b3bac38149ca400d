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
import org.rongyi.invoices.Reading;
import org.springframework.stereotype.Component;

/// One file becomes an archived invoice, or says what is wrong with it.
@Component
class Judging {
    private static final Text NOT_OURS = new Text("购买方和销售方都不是本企业", "neither buyer nor seller is this firm");
    private static final Text GIVEN_UP = new Text(
            "检查程序读不了这个文件，试了 " + UploadTable.MOST_TRIES + " 次，没有归档",
            "the program failed to read this file " + UploadTable.MOST_TRIES + " times; it is not archived");
    private static final Text SWITCH = new Text(
            "确认抬头和识别号；是别家企业的，换到那家企业的身份再传",
            "Check name and number; if it is another firm's, act for that firm and send it there");

    private final FileReader reader;
    private final ArchiveTable archive;
    private final UploadTable uploads;
    private final FirmNames names;
    private final CityWords city;
    private final Clock clock;

    Judging(
            FileReader reader,
            ArchiveTable archive,
            UploadTable uploads,
            FirmNames names,
            CityWords city,
            Clock clock) {
        this.reader = reader;
        this.archive = archive;
        this.uploads = uploads;
        this.names = names;
        this.city = city;
        this.clock = clock;
    }

    /// Nothing that can be said of it: reading it failed too often.
    void giveUp(UploadTable.Waiting file) {
        Text todo = new Text(
                "从原处重新下载再传一次；还是读不了，请平台的管理员看日志（上传 " + file.upload() + "，第 " + file.place() + " 个文件）",
                "Download it again and send it; if that fails too, the operator finds the reason in the log (upload "
                        + file.upload() + ", file " + file.place() + ")");
        uploads.faulty(file, "", List.of(new Fault("UNREAD", 0, GIVEN_UP, todo)));
    }

    void judge(UploadTable.Waiting file, CreditCode firm) {
        Instant now = clock.instant();
        Reading reading = reader.read(file.bytes(), city.dayOf(now));
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
            KeptInvoice kept = archive.same(firm, invoice, hash).orElseThrow();
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
