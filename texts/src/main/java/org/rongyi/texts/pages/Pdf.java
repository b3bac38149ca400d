package org.rongyi.texts.pages;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// A PDF that was opened.
record Pdf(PDDocument document) implements AutoCloseable {
    private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /// Pixels of the longer side, and pixels a point: two are 144 dots an inch.
    private static final float LONGEST = 2200;

    private static final float SHARPEST = 2.5f;

    static {
        // Otherwise the list of fonts would be written into the home of whoever runs this.
        if (System.getProperty("pdfbox.fontcache") == null) {
            System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        }
    }

    static boolean is(byte[] content) {
        for (int i = 0; i < MARK.length; i++) {
            if (i >= content.length || content[i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    static Pdf open(byte[] content) throws IOException {
        return new Pdf(Loader.loadPDF(content));
    }

    int pages() {
        return document.getNumberOfPages();
    }

    String text(int pages) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setEndPage(pages);
        return stripper.getText(document);
    }

    BufferedImage picture(int page) throws IOException {
        var size = document.getPage(page).getCropBox();
        float scale = Math.min(SHARPEST, LONGEST / Math.max(1, Math.max(size.getWidth(), size.getHeight())));
        return new PDFRenderer(document).renderImage(page, scale, ImageType.RGB);
    }

    boolean hasPictures() {
        for (var page : document.getPages()) {
            var resources = page.getResources();
            if (resources != null && resources.getXObjectNames().iterator().hasNext()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
