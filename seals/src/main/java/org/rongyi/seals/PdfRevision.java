package org.rongyi.seals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongyi.seals.PdfPlaces.Place;
import org.rongyi.seals.ses.BadSeal;

/// What a further seal adds behind a PDF (ISO 32000-1, 7.5.6), byte for byte the same for the same seal,
/// place and time. So whoever verifies writes it once more and compares, and need not understand what
/// stands there: it fills one field that the first signature keeps, with new objects, and touches no other.
final class PdfRevision {
    /// Objects of one seal: signature, form, colour, shape, and the table where that is a stream.
    private static final int OBJECTS = 5;
    private static final int FLAGS_PRINT_AND_LOCKED = 132;
    private static final int LONGEST_TAIL = 64;
    /// Where the last table of the file stands, as its last lines say it.
    private static final Pattern TAIL = Pattern.compile("startxref\\s+(\\d{1,9})\\s+%%EOF\\s*$");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String FIELD = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (%s) /F %d /P %d 0 R"
            + " /Rect [%s %s %s %s] /V %d 0 R /AP << /N %d 0 R >> >>";
    private static final String FORM = "/Type /XObject /Subtype /Form /BBox [0 0 %s %s] /Matrix [%s]"
            + " /Resources << /XObject << /Seal %d 0 R >> >>";
    private static final String DRAWN = "q %s 0 0 %s %s %s cm /Seal Do Q\n";
    private static final String COLOUR = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB"
            + " /BitsPerComponent 8 /SMask %d 0 R";
    private static final String SHAPE = "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
            + " /BitsPerComponent 4 /Filter /FlateDecode"
            + " /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 4 /Columns %d >>";
    private static final String GAP_RANGE = "[0 %9d %9d %9d]";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int start;
    private final int[] offsets = new int[OBJECTS + 1];
    private int rangeAt;
    private int gapAt;
    private int gapEnd;

    private PdfRevision(int start) {
        this.start = start;
    }

    /// @param bytes with zeros in the place of the signature
    /// @param gapFrom where the signature's string begins in the whole file
    /// @param gapTo behind it
    record Written(byte[] bytes, int gapFrom, int gapTo) {}

    /// @param before the file as it is
    /// @param index of the place, from 0
    /// @throws BadSeal when the file does not end as one does, or the picture of the seal is none of ours
    static Written write(byte[] before, PdfPlaces places, int index, Seal seal, X509Certificate signer, Instant at) {
        return new PdfRevision(before.length).written(before, places, index, seal, signer, at);
    }

    private Written written(byte[] before, PdfPlaces places, int index, Seal seal, X509Certificate signer, Instant at) {
        Place place = places.all().get(index);
        int first = places.next() + index * OBJECTS;
        int room = seal.der().length + PdfSealing.ROOM;
        SealShape shape = SealShape.of(seal.picture());
        add("\n");
        object(0, place.widget());
        add(text(
                FIELD,
                name(index),
                FLAGS_PRINT_AND_LOCKED,
                place.object(),
                points(place.left()),
                points(place.bottom()),
                points(place.right()),
                points(place.top()),
                first,
                first + 1));
        add("\nendobj\n");
        object(1, first);
        signature(signer, at, room);
        object(2, first + 1);
        form(place, seal.picture(), first + 2);
        object(3, first + 2);
        stream(text(COLOUR, first + 3), shape.colour());
        object(4, first + 3);
        stream(text(SHAPE, shape.width(), shape.height(), shape.width()), shape.packed());
        table(places, place.widget(), first, previous(before));
        return finished();
    }

    /// Of the field at a place; the first seal's own has another.
    static String name(int index) {
        return "RongyiSeal" + (index + 2);
    }

    private void object(int place, int number) {
        offsets[place] = start + bytes.size();
        add(number + " 0 obj\n");
    }

    private void signature(X509Certificate signer, Instant at, int room) {
        add("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name <FEFF"
                + HexFormat.of()
                        .withUpperCase()
                        .formatHex(Certificates.name(signer).getBytes(StandardCharsets.UTF_16BE))
                + "> /M (" + TIME.format(at) + ") " + PdfJudge.NAME + " ");
        rangeAt = bytes.size();
        add(text(GAP_RANGE, 0, 0, 0) + " /Contents ");
        gapAt = bytes.size();
        add("<" + "0".repeat(2 * room) + ">");
        gapEnd = bytes.size();
        add(" >>\nendobj\n");
    }

    /// The picture in the middle of the place, upright as the page is shown.
    private void form(Place place, SealPicture picture, int image) {
        double width = PdfWriting.points(picture.widthMillimetres());
        double height = PdfWriting.points(picture.heightMillimetres());
        double side = PdfWriting.points(PdfPlaces.SIDE);
        if (width > side || height > side) {
            throw new BadSeal("a seal that is larger than its place");
        }
        String matrix = switch (place.rotation()) {
            case 1 -> "0 1 -1 0 0 0";
            case 2 -> "-1 0 0 -1 0 0";
            case 3 -> "0 -1 1 0 0 0";
            default -> "1 0 0 1 0 0";
        };
        stream(
                text(FORM, plain(side), plain(side), matrix, image),
                text(DRAWN, plain(width), plain(height), plain((side - width) / 2), plain((side - height) / 2))
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private void stream(String dictionary, byte[] content) {
        add("<< " + dictionary + " /Length " + content.length + " >>\nstream\n");
        bytes.writeBytes(content);
        add("\nendstream\nendobj\n");
    }

    private void table(PdfPlaces places, int widget, int first, int previous) {
        String shared = text("/Size %d /Root %d 0 R /Prev %d", first + OBJECTS, places.root(), previous);
        int at = start + bytes.size();
        if (places.streamed()) {
            object(OBJECTS, first + OBJECTS - 1);
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            for (int offset : offsets) {
                rows.writeBytes(new byte[] {
                    1, (byte) (offset >> 24), (byte) (offset >> 16), (byte) (offset >> 8), (byte) offset, 0, 0
                });
            }
            stream(
                    text("/Type /XRef /W [1 4 2] /Index [%d 1 %d %d] %s", widget, first, OBJECTS, shared),
                    rows.toByteArray());
        } else {
            add(text("xref\n%d 1\n%010d 00000 n \n%d %d\n", widget, offsets[0], first, OBJECTS - 1));
            for (int i = 1; i < OBJECTS; i++) {
                add(text("%010d 00000 n \n", offsets[i]));
            }
            add("trailer\n<< " + shared + " >>\n");
        }
        add("startxref\n" + at + "\n%%EOF\n");
    }

    private static int previous(byte[] before) {
        int from = Math.max(0, before.length - LONGEST_TAIL);
        Matcher tail = TAIL.matcher(new String(before, from, before.length - from, StandardCharsets.ISO_8859_1));
        if (!tail.find()) {
            throw new BadSeal("a file that does not end as one does");
        }
        return Integer.parseInt(tail.group(1));
    }

    private Written finished() {
        byte[] all = bytes.toByteArray();
        int end = start + all.length;
        byte[] range = text(GAP_RANGE, start + gapAt, start + gapEnd, end - start - gapEnd)
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(range, 0, all, rangeAt, range.length);
        return new Written(all, start + gapAt, start + gapEnd);
    }

    private void add(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String points(int hundredths) {
        return plain(hundredths / 100.0);
    }

    private static String plain(double number) {
        return text("%.2f", number);
    }

    /// The same wherever the program runs.
    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
