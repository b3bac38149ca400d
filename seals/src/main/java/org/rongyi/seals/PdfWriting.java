package org.rongyi.seals;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;
import org.rongyi.seals.Sheet.Block;
import org.rongyi.seals.Sheet.Blocks;
import org.rongyi.seals.Sheet.Ink;
import org.rongyi.seals.Sheet.Words;

/// Draws sheets as pages of a PDF, with the letters that they need inside.
final class PdfWriting {
    static final double POINTS = 72 / 25.4;

    private final PDDocument document;
    private final PDFont font;

    private PdfWriting(PDDocument document, PDFont font) {
        this.document = document;
        this.font = font;
    }

    /// @param others where the seal's picture stands besides its first place, which the signature has
    static byte[] write(OfdReading original, Typeface letters, @Nullable SealPicture picture, List<Stamp> others)
            throws IOException {
        StringBuilder used = new StringBuilder();
        original.sheets().forEach(sheet -> used.append(sheet.letters()));
        try (PDDocument document = new PDDocument()) {
            document.setVersion(1.7f);
            document.setDocumentId((long) original.about().id().hashCode());
            PDFont font = PDType0Font.load(document, new ByteArrayInputStream(letters.cut(used.toString())), false);
            PdfWriting writing = new PdfWriting(document, font);
            List<PDPage> pages = new ArrayList<>();
            for (Sheet sheet : original.sheets()) {
                pages.add(writing.page(sheet));
            }
            if (picture != null && !others.isEmpty()) {
                draw(document, pages, original.sheets(), picture, others);
            }
            writing.describe(original.about());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static void draw(
            PDDocument document, List<PDPage> pages, List<Sheet> sheets, SealPicture picture, List<Stamp> others)
            throws IOException {
        PDImageXObject image = PDImageXObject.createFromByteArray(document, picture.png(), "seal");
        for (Stamp stamp : others) {
            PDPage page = pages.get(stamp.page() - 1);
            double high = sheets.get(stamp.page() - 1).height();
            try (PDPageContentStream over =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                over.drawImage(
                        image,
                        points(stamp.x()),
                        points(high - stamp.y() - picture.heightMillimetres()),
                        points(picture.widthMillimetres()),
                        points(picture.heightMillimetres()));
            }
        }
    }

    static float points(double millimetres) {
        return (float) (millimetres * POINTS);
    }

    private PDPage page(Sheet sheet) throws IOException {
        PDPage page = new PDPage(new PDRectangle(points(sheet.width()), points(sheet.height())));
        document.addPage(page);
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true)) {
            for (Sheet.Mark mark : sheet.marks()) {
                switch (mark) {
                    case Words words -> {
                        content.setNonStrokingColor(colour(words.ink()));
                        content.beginText();
                        content.setFont(font, points(words.size()));
                        content.newLineAtOffset(points(words.x()), points(sheet.height() - words.y()));
                        content.showText(words.text());
                        content.endText();
                    }
                    case Blocks blocks -> {
                        content.setNonStrokingColor(colour(blocks.ink()));
                        for (Block block : blocks.blocks()) {
                            content.addRect(
                                    points(block.x()),
                                    points(sheet.height() - block.y() - block.height()),
                                    points(block.width()),
                                    points(block.height()));
                        }
                        content.fill();
                    }
                }
            }
        }
        return page;
    }

    private static Color colour(Ink ink) {
        return new Color(ink.red(), ink.green(), ink.blue());
    }

    private void describe(About about) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(about.title());
        information.setAuthor(about.author());
        information.setCreator(OfdFile.CREATOR);
        information.setCustomMetadataValue("DocumentId", about.id());
        GregorianCalendar written = new GregorianCalendar(TimeZone.getTimeZone("GMT+8"), Locale.ROOT);
        written.setTime(Date.from(about.writtenAt()));
        information.setCreationDate(written);
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }
}
