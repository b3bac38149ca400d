package org.rongyi.seals;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Unreadable.Why;

/// One seal being put on one PDF: the file as it is, and behind it the signature with the seal's picture on
/// a page.
final class PdfSealing {
    private static final int QUARTER = 90;
    private static final int NOTHING_BEHIND = 1;
    private static final int SEALS_BEHIND = 2;
    private static final Pattern SIZE = Pattern.compile("/Size\\s+(\\d{1,9})");
    /// Certificate, attributes and signature, besides the seal.
    static final int ROOM = 3_000;

    private final About about;
    private final Seal seal;
    private final SigningKey key;
    private final Instant at;

    PdfSealing(About about, Seal seal, SigningKey key, Instant at) {
        if (Certificates.suite(key.certificate()) != Suite.P256) {
            throw new IllegalArgumentException("PDF files are signed with P-256: their readers do not know SM2");
        }
        if (!seal.admits(key.certificate())) {
            throw new IllegalArgumentException("the seal (" + seal.name() + ") does not admit this key");
        }
        this.about = about;
        this.seal = seal;
        this.key = key;
        this.at = at;
    }

    static List<PageSize> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PageSize> sizes = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                PDRectangle box = page.getCropBox();
                double width = box.getWidth() / PdfWriting.POINTS;
                double height = box.getHeight() / PdfWriting.POINTS;
                boolean lies = page.getRotation() / QUARTER % 2 != 0;
                sizes.add(lies ? new PageSize(height, width) : new PageSize(width, height));
            }
            return sizes;
        }
    }

    byte[] seal(byte[] pdf, Stamp stamp) throws IOException {
        return seal(pdf, stamp, PdfPlaces.NONE);
    }

    /// @param others where further seals may come behind this one
    byte[] seal(byte[] pdf, Stamp stamp, List<Stamp> others) throws IOException, Unreadable {
        if (others.isEmpty()) {
            return seal(pdf, stamp);
        }
        byte[] prepared = PdfFields.add(pdf, others);
        PdfPlaces places = PdfFields.find(prepared, others);
        byte[] sealed = seal(prepared, stamp, places);
        if (size(sealed) > places.next()) {
            throw new Unreadable(Why.NOT_SUPPORTED, "more objects than were expected");
        }
        return sealed;
    }

    /// How many numbers of objects the last table of the file counts.
    private static int size(byte[] pdf) {
        Matcher sizes = SIZE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        return sizes.results().mapToInt(each -> Integer.parseInt(each.group(1))).reduce(0, (_, last) -> last);
    }

    private byte[] seal(byte[] pdf, Stamp stamp, PdfPlaces places) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            if (stamp.page() < 1 || stamp.page() > document.getNumberOfPages()) {
                throw new IllegalArgumentException("the document has no page " + stamp.page());
            }
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(Certificates.name(key.certificate()));
            GregorianCalendar claimed = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            claimed.setTime(Date.from(at));
            signature.setSignDate(claimed);
            forbidChanges(document, signature, places.all().isEmpty() ? NOTHING_BEHIND : SEALS_BEHIND);
            options.setPage(stamp.page() - 1);
            options.setVisualSignature(new ByteArrayInputStream(picture(document.getPage(stamp.page() - 1), stamp)));
            options.setPreferredSignatureSize(seal.der().length + ROOM);
            document.addSignature(signature, options);
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(signed);
            try (InputStream content = signing.getContent()) {
                signing.setSignature(
                        PdfSignature.make(content.readAllBytes(), PdfMark.of(about, at, seal, places), key));
            }
            return signed.toByteArray();
        }
    }

    /// Tells other readers as well what may come behind (ISO 32000-1, 12.8.2.2: DocMDP).
    private static void forbidChanges(PDDocument document, PDSignature signature, int allowed) {
        COSDictionary parameters = new COSDictionary();
        parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        parameters.setInt(COSName.P, allowed);
        parameters.setName(COSName.V, "1.2");
        parameters.setDirect(true);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setItem(COSName.getPDFName("TransformMethod"), COSName.getPDFName("DocMDP"));
        reference.setItem(COSName.getPDFName("TransformParams"), parameters);
        reference.setDirect(true);
        COSArray references = new COSArray();
        references.add(reference);
        references.setDirect(true);
        signature.getCOSObject().setItem(COSName.getPDFName("Reference"), references);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary permissions = new COSDictionary();
        permissions.setItem(COSName.getPDFName("DocMDP"), signature);
        catalog.setItem(COSName.getPDFName("Perms"), permissions);
        catalog.setNeedToBeUpdated(true);
        permissions.setNeedToBeUpdated(true);
    }

    /// A page with nothing but the field of the signature, which shows the seal.
    private byte[] picture(PDPage page, Stamp stamp) throws IOException {
        SealPicture picture = seal.picture();
        float width = PdfWriting.points(picture.widthMillimetres());
        float height = PdfWriting.points(picture.heightMillimetres());
        try (PDDocument template = new PDDocument()) {
            template.addPage(new PDPage(page.getMediaBox()));
            PDAcroForm form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().getFirst();
            int rotation = Math.floorMod(page.getRotation(), 4 * QUARTER);
            widget.setRectangle(place(page.getCropBox(), rotation, stamp, width, height));
            PDAppearanceStream appearance = new PDAppearanceStream(template);
            appearance.setResources(new PDResources());
            appearance.setBBox(new PDRectangle(width, height));
            appearance.setMatrix(AffineTransform.getQuadrantRotateInstance(rotation / QUARTER));
            try (PDPageContentStream content = new PDPageContentStream(template, appearance)) {
                content.drawImage(
                        PDImageXObject.createFromByteArray(template, picture.png(), "seal"), 0, 0, width, height);
            }
            PDAppearanceDictionary shown = new PDAppearanceDictionary();
            shown.setNormalAppearance(appearance);
            widget.setAppearance(shown);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            template.save(bytes);
            return bytes.toByteArray();
        }
    }

    /// A stamp counts from the upper left corner of the page as it is shown; a PDF turns the whole page.
    static PDRectangle place(PDRectangle page, int rotation, Stamp stamp, float width, float height) {
        float x = PdfWriting.points(stamp.x());
        float y = PdfWriting.points(stamp.y());
        PDRectangle place = switch (rotation) {
            case QUARTER -> new PDRectangle(y, x, height, width);
            case 2 * QUARTER -> new PDRectangle(page.getWidth() - x - width, y, width, height);
            case 3 * QUARTER ->
                new PDRectangle(page.getWidth() - y - height, page.getHeight() - x - width, height, width);
            default -> new PDRectangle(x, page.getHeight() - y - height, width, height);
        };
        return new PDRectangle(
                place.getLowerLeftX() + page.getLowerLeftX(),
                place.getLowerLeftY() + page.getLowerLeftY(),
                place.getWidth(),
                place.getHeight());
    }
}
