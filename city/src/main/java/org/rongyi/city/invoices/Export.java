package org.rongyi.city.invoices;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final List<String> HEAD = List.of(
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
            "SHA-256");

    private final CreditCode firm;
    private final Wanted wanted;
    private final ArchiveSearch search;
    private final ArchiveTable table;

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

    /// What is archived while it is written may be in it or not. The table and the sums come last, and lie in files
    /// until then: of a million invoices they would take hundreds of megabytes.
    long write(OutputStream to) throws IOException {
        Path sheet = Files.createTempFile("invoices", ".csv");
        Path sums = Files.createTempFile("invoices", ".sums");
        try {
            // What it is written to is not ours to close.
            ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
            long count;
            try (Writer cells = Files.newBufferedWriter(sheet);
                    Writer hashes = Files.newBufferedWriter(sums)) {
                count = originals(zip, new CsvTable(cells).row(HEAD), hashes);
            }
            entry(zip, "invoices.csv", sheet);
            entry(zip, "SHA256SUMS", sums);
            zip.finish();
            return count;
        } finally {
            Files.delete(sheet);
            Files.delete(sums);
        }
    }

    private long originals(ZipOutputStream zip, CsvTable rows, Writer sums) throws IOException {
        long count = 0;
        @Nullable Place after = null;
        List<KeptInvoice> some;
        do {
            some = search.search(firm, wanted, after, AT_ONCE);
            List<byte[]> files =
                    table.originals(some.stream().map(KeptInvoice::id).toList());
            for (int i = 0; i < some.size(); i++) {
                put(zip, rows, sums, some.get(i), files.get(i));
            }
            count += some.size();
            after = some.isEmpty() ? after : Place.of(some.getLast());
        } while (some.size() == AT_ONCE);
        return count;
    }

    private void put(ZipOutputStream zip, CsvTable rows, Writer sums, KeptInvoice invoice, byte[] file)
            throws IOException {
        String hash = HexFormat.of().formatHex(sha256(file));
        if (!hash.equals(invoice.sha256())) {
            throw new IllegalStateException(
                    "the file of the invoice (" + invoice.id() + ") changed since it was archived");
        }
        String path = "originals/" + invoice.issuedOn() + "_" + invoice.number().replaceAll("[^0-9A-Za-z-]", "_") + "_"
                + invoice.id() + ".xml";
        zip.putNextEntry(new ZipEntry(path));
        zip.write(file);
        zip.closeEntry();
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

    private static void entry(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }
}
