package org.rongyi.seals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.rongyi.seals.PdfPlaces.Place;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Unreadable.Why;

/// Keeps places on a PDF for the seals of others: empty fields behind what is there, before the first seal
/// covers all of it.
final class PdfFields {
    private static final int QUARTER = 90;
    private static final int HUNDRED = 100;
    /// What the first seal adds is numbered below.
    static final int ROOM = 64;

    private PdfFields() {}

    /// @throws Unreadable when the file has a field of such a name already, or one to be filled in: readers
    ///     that let further seals come behind let such a field be filled as well
    static byte[] add(byte[] pdf, List<Stamp> others) throws IOException, Unreadable {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form == null) {
                form = new PDAcroForm(document);
                document.getDocumentCatalog().setAcroForm(form);
            }
            requireNoneToFill(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            for (int i = 0; i < others.size(); i++) {
                if (form.getField(PdfRevision.name(i)) != null) {
                    throw new Unreadable(Why.NOT_SUPPORTED, "a field of our own name");
                }
                add(document, form, others.get(i), PdfRevision.name(i));
            }
            changed(form.getCOSObject());
            changed(form.getCOSObject().getDictionaryObject(COSName.FIELDS));
            changed(document.getDocumentCatalog().getCOSObject());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    static void requireNoneToFill(byte[] pdf) throws IOException, Unreadable {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                requireNoneToFill(form);
            }
        }
    }

    private static void requireNoneToFill(PDAcroForm form) throws Unreadable {
        for (PDField field : form.getFieldTree()) {
            if (!(field instanceof PDSignatureField)) {
                throw new Unreadable(Why.NOT_STILL, "a field to be filled in");
            }
        }
    }

    private static void add(PDDocument document, PDAcroForm form, Stamp stamp, String name) throws IOException {
        PDPage page = document.getPage(stamp.page() - 1);
        PDSignatureField field = new PDSignatureField(form);
        field.setPartialName(name);
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        widget.setRectangle(rectangle(page, stamp));
        widget.setPage(page);
        widget.setPrinted(true);
        widget.setLocked(true);
        form.getFields().add(field);
        page.getAnnotations().add(widget);
        changed(field.getCOSObject());
        changed(page.getCOSObject());
        changed(page.getCOSObject().getDictionaryObject(COSName.ANNOTS));
    }

    private static void changed(COSBase object) {
        if (object instanceof COSDictionary dictionary) {
            dictionary.setNeedToBeUpdated(true);
        }
        if (object instanceof COSArray array) {
            array.setNeedToBeUpdated(true);
        }
    }

    /// To the hundredth of a point, as a later seal writes it.
    private static PDRectangle rectangle(PDPage page, Stamp stamp) {
        float side = PdfWriting.points(PdfPlaces.SIDE);
        PDRectangle exact =
                PdfSealing.place(page.getCropBox(), Math.floorMod(page.getRotation(), 4 * QUARTER), stamp, side, side);
        float left = hundredths(exact.getLowerLeftX()) / (float) HUNDRED;
        float bottom = hundredths(exact.getLowerLeftY()) / (float) HUNDRED;
        return new PDRectangle(left, bottom, hundredths(side) / (float) HUNDRED, hundredths(side) / (float) HUNDRED);
    }

    private static int hundredths(double number) {
        return (int) Math.round(number * HUNDRED);
    }

    /// @param prepared as [#add] made it
    /// @throws Unreadable when the file numbers its objects in a way that no later seal could follow
    static PdfPlaces find(byte[] prepared, List<Stamp> others) throws IOException, Unreadable {
        List<PageSize> sizes = PdfSealing.pages(prepared);
        try (PDDocument document = Loader.loadPDF(prepared)) {
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < others.size(); i++) {
                Stamp stamp = others.get(i);
                PDPage page = document.getPage(stamp.page() - 1);
                PDField field = document.getDocumentCatalog().getAcroForm(null).getField(PdfRevision.name(i));
                PDRectangle box = field.getWidgets().getFirst().getRectangle();
                PageSize size = sizes.get(stamp.page() - 1);
                places.add(new Place(
                        number(document, field.getCOSObject()),
                        number(document, page.getCOSObject()),
                        stamp.page(),
                        sizes.size(),
                        Math.floorMod(page.getRotation(), 4 * QUARTER) / QUARTER,
                        hundredths(box.getLowerLeftX()),
                        hundredths(box.getLowerLeftY()),
                        hundredths(box.getUpperRightX()),
                        hundredths(box.getUpperRightY()),
                        hundredths(stamp.x()),
                        hundredths(stamp.y()),
                        hundredths(size.width()),
                        hundredths(size.height())));
            }
            int last = document.getDocument().getXrefTable().keySet().stream()
                    .mapToInt(key -> (int) key.getNumber())
                    .max()
                    .orElseThrow();
            return new PdfPlaces(
                    last + ROOM,
                    number(document, document.getDocumentCatalog().getCOSObject()),
                    document.getDocument().isXRefStream(),
                    places);
        }
    }

    private static int number(PDDocument document, COSDictionary wanted) throws Unreadable {
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            if (document.getDocument().getObjectFromPool(key).getObject() == wanted && key.getGeneration() == 0) {
                return (int) key.getNumber();
            }
        }
        throw new Unreadable(Why.NOT_SUPPORTED, "objects that are numbered otherwise");
    }
}
