package org.rongyi.city.invoices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.invoices.InvoiceArchive.Place;
import org.rongyi.city.invoices.InvoiceArchive.Wanted;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.vocabulary.CreditCode;

/// A firm's invoices for an auditor: files as they were sent, and what they must hash to.
final class Export {
    private static final int AT_ONCE = 100;

    private final CreditCode firm;
    private final Wanted wanted;
    private final ArchiveSearch search;
    private final ArchiveTable table;
    private final ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    private final StringBuilder sums = new StringBuilder();

    Export(CreditCode firm, Wanted wanted, ArchiveSearch search, ArchiveTable table) {
        this.firm = firm;
        this.wanted = wanted;
        this.search = search;
        this.table = table;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM has no SHA-256", impossible);
        }
    }

    /// What is archived while it is written may be in it or not.
    long write(OutputStream to) throws IOException {
        long count = 0;
        // What it is written to is not ours to close.
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        try (Writer cells = new OutputStreamWriter(sheet, StandardCharsets.UTF_8)) {
            CsvTable rows = new CsvTable(cells)
                    .row(List.of(
                            "文件 file",
                            "号码 number",
                            "方向 direction",
                            "格式 format",
                            "开票日期 issued",
                            "对方 party",
                            "对方识别号 party id",
                            "币种 currency",
                            "金额 net",
                            "税额 tax",
                            "价税合计 total",
                            "SHA-256"));
            @Nullable Place after = null;
            List<KeptInvoice> some;
            do {
                some = search.search(firm, wanted, after, AT_ONCE);
                List<byte[]> files =
                        table.originals(some.stream().map(KeptInvoice::id).toList());
                for (int i = 0; i < some.size(); i++) {
                    put(zip, rows, some.get(i), files.get(i));
                }
                count += some.size();
                after = some.isEmpty() ? after : Place.of(some.getLast());
            } while (some.size() == AT_ONCE);
        }
        entry(zip, "invoices.csv", sheet.toByteArray());
        entry(zip, "SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.finish();
        return count;
    }

    private void put(ZipOutputStream zip, CsvTable rows, KeptInvoice invoice, byte[] file) throws IOException {
        String hash = HexFormat.of().formatHex(sha256(file));
        if (!hash.equals(invoice.sha256())) {
            throw new IllegalStateException(
                    "the file of the invoice (" + invoice.id() + ") changed since it was archived");
        }
        String path = "originals/" + invoice.issuedOn() + "_" + invoice.number().replaceAll("[^0-9A-Za-z-]", "_") + "_"
                + invoice.id() + ".xml";
        entry(zip, path, file);
        sums.append(hash).append("  ").append(path).append('\n');
        rows.row(List.of(
                path,
                invoice.number(),
                invoice.direction().words().zh(),
                invoice.format().zh(),
                invoice.issuedOn().toString(),
                invoice.party(),
                invoice.partyId(),
                invoice.currency(),
                invoice.net().toPlainString(),
                invoice.tax().toPlainString(),
                invoice.total().toPlainString(),
                hash));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
