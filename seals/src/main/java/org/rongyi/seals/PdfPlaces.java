package org.rongyi.seals;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.rongyi.seals.ses.BadSeal;

/// Places that the first who seals a PDF keeps for others: empty fields of signatures, each at its spot.
/// They stand in that first signature, so nobody moves or adds one; a later seal fills the next of them and
/// changes nothing else.
///
/// @param next the first number of an object that the file does not use
/// @param root number of the catalogue
/// @param streamed whether the file keeps its table of objects as a stream
record PdfPlaces(int next, int root, boolean streamed, List<Place> all) {
    static final int MOST = 3;
    /// Room for the largest seal.
    static final double SIDE = 46;

    static final PdfPlaces NONE = new PdfPlaces(0, 0, false, List.of());
    private static final int FIELDS = 4;

    PdfPlaces {
        all = List.copyOf(all);
    }

    /// @param widget number of its field
    /// @param object number of its page
    /// @param page counted from 1
    /// @param rotation of the page in quarters
    /// @param left to top: its rectangle, in hundredths of a point
    /// @param x of its upper left corner as it is shown, as y and the size of the page in hundredths of a
    ///     millimetre
    record Place(
            int widget,
            int object,
            int page,
            int pages,
            int rotation,
            int left,
            int bottom,
            int right,
            int top,
            int x,
            int y,
            int width,
            int height) {
        private static final int FIELDS = 13;

        ASN1Encodable encode() {
            int[] numbers = {widget, object, page, pages, rotation, left, bottom, right, top, x, y, width, height};
            ASN1Encodable[] fields = new ASN1Encodable[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                fields[i] = new ASN1Integer(numbers[i]);
            }
            return new DERSequence(fields);
        }

        static Place read(ASN1Encodable value) {
            int[] n = numbers(ASN1Sequence.getInstance(value));
            if (n.length != FIELDS) {
                throw new BadSeal("a place of " + n.length + " fields");
            }
            return new Place(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12]);
        }
    }

    ASN1Encodable encode() {
        return new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(next),
            new ASN1Integer(root),
            new ASN1Integer(streamed ? 1 : 0),
            new DERSequence(all.stream().map(Place::encode).toArray(ASN1Encodable[]::new))
        });
    }

    /// @throws BadSeal when it is no such list
    static PdfPlaces read(ASN1Encodable value) {
        ASN1Sequence fields = ASN1Sequence.getInstance(value);
        if (fields.size() != FIELDS) {
            throw new BadSeal("places of " + fields.size() + " fields");
        }
        ASN1Sequence places = ASN1Sequence.getInstance(fields.getObjectAt(3));
        if (places.size() == 0 || places.size() > MOST) {
            throw new BadSeal(places.size() + " places");
        }
        List<Place> all = new ArrayList<>();
        for (ASN1Encodable each : places) {
            all.add(Place.read(each));
        }
        return new PdfPlaces(
                number(fields.getObjectAt(0)), number(fields.getObjectAt(1)), number(fields.getObjectAt(2)) == 1, all);
    }

    private static int[] numbers(ASN1Sequence fields) {
        int[] numbers = new int[fields.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(fields.getObjectAt(i));
        }
        return numbers;
    }

    /// @throws ArithmeticException when it is larger than any number that we write
    private static int number(ASN1Encodable value) {
        return ASN1Integer.getInstance(value).getValue().intValueExact();
    }
}
