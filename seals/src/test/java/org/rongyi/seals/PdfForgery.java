package org.rongyi.seals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// PDF files as a stranger, or a forger, would make them.
final class PdfForgery {
    private PdfForgery() {}

    interface Change {
        void on(PDDocument document) throws IOException;
    }

    /// A letter of one page, with whatever else is done to it.
    static byte[] letter(Change change) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            write(document, page, "A CONTRACT");
            change.on(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// A letter whose page says one thing more, in a new version of the page behind it.
    static byte[] pageWith(String more) {
        byte[] letter = letter(_ -> {});
        String text = new String(letter, StandardCharsets.ISO_8859_1);
        Matcher page = Pattern.compile("(\\d+) 0 obj\\s*(<<[^>]*/Type /Page\\b.*?)>>\\s*endobj", Pattern.DOTALL)
                .matcher(text);
        Matcher table = Pattern.compile("startxref\\s+(\\d+)").matcher(text);
        Matcher trailer = Pattern.compile("trailer\\s*<<(.*?)>>\\s*startxref", Pattern.DOTALL)
                .matcher(text);
        if (!page.find() || !table.find() || !trailer.find()) {
            throw new IllegalArgumentException("another letter");
        }
        String object = page.group(1) + " 0 obj\n" + page.group(2) + more + ">>\nendobj\n";
        String xref = "xref\n%s 1\n%010d 00000 n \ntrailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(
                        page.group(1),
                        letter.length,
                        trailer.group(1),
                        table.group(1),
                        letter.length + object.length());
        return (text + object + xref).getBytes(StandardCharsets.ISO_8859_1);
    }

    static void write(PDDocument document, PDPage page, String text) throws IOException {
        InputStream letters = new ByteArrayInputStream(Typeface.shipped().cut(text));
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.beginText();
            content.setFont(PDType0Font.load(document, letters, false), 24);
            content.newLineAtOffset(72, 700);
            content.showText(text);
            content.endText();
        }
    }

    /// Megabytes of nothing, packed.
    static COSStream zeros(PDDocument document, int megabytes) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        byte[] some = new byte[1 << 20];
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(some);
            }
        }
        return stream;
    }

    /// What stands on the first page is changed behind the signature, as the format allows: readers show
    /// the new page.
    static byte[] updated(byte[] signed) {
        try (PDDocument document = Loader.loadPDF(signed)) {
            PDPage page = document.getPage(0);
            write(document, page, "AND ANOTHER MILLION");
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The same length, so that nothing else moves.
    static byte[] replace(byte[] file, String from, String to) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (from.length() != to.length() || !text.contains(from)) {
            throw new IllegalArgumentException("no (" + from + ") of the length of (" + to + ")");
        }
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
