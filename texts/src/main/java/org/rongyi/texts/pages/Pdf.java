package org.rongyi.texts.pages;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// A PDF that was opened.
record Pdf(PDDocument document) implements AutoCloseable {
    private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /// Pixels of the longer side, and pixels a point: two are 144 dots an inch.
    private static final float LONGEST = 2200;

    private static final float SHARPEST = 2.5f;

    /// What says whose paper it is stands at its beginning.
    private static final int MOST_CHARACTERS = 20_000;

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
        var stripper = new Beginning();
        stripper.setSortByPosition(true);
        stripper.setEndPage(pages);
        return stripper.getText(document);
    }

    /// Reads no more than the first characters.
    private static final class Beginning extends PDFTextStripper {
        private int seen;

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            Hurry.check();
            if (seen < MOST_CHARACTERS) {
                super.processOperator(operator, operands);
            }
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (seen++ < MOST_CHARACTERS) {
                super.processTextPosition(text);
            }
        }
    }

    /// Draws until nobody waits for it any longer.
    private static final class Drawing extends PageDrawer {
        Drawing(PageDrawerParameters what) throws IOException {
            super(what);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            Hurry.check();
            super.processOperator(operator, operands);
        }
    }

    private static final class Renderer extends PDFRenderer {
        Renderer(PDDocument document) {
            super(document);
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters what) throws IOException {
            return new Drawing(what);
        }
    }

    /// @throws NotForUs if the pictures on it together are too large
    BufferedImage picture(int page) throws IOException {
        Hurry.check();
        var resources = document.getPage(page).getResources();
        Set<COSBase> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        if (resources != null && pixels(resources.getCOSObject(), counted) > Pictures.MOST_PIXELS) {
            throw new NotForUs("a page with pictures that are too large");
        }
        var size = document.getPage(page).getCropBox();
        float scale = Math.min(SHARPEST, LONGEST / Math.max(1, Math.max(size.getWidth(), size.getHeight())));
        return new Renderer(document).renderImage(page, scale, ImageType.RGB);
    }

    /// As the file says; nothing is decoded for it.
    private static long pixels(@Nullable COSDictionary resources, Set<COSBase> counted) {
        COSDictionary drawn = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
        if (drawn == null) {
            return 0;
        }
        long sum = 0;
        for (COSName name : drawn.keySet()) {
            COSDictionary each = drawn.getCOSDictionary(name);
            if (each != null && counted.add(each)) {
                sum += COSName.IMAGE.equals(each.getCOSName(COSName.SUBTYPE))
                        ? Math.max(0L, each.getInt(COSName.WIDTH)) * Math.max(0L, each.getInt(COSName.HEIGHT))
                        : pixels(each.getCOSDictionary(COSName.RESOURCES), counted);
            }
        }
        return sum;
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
