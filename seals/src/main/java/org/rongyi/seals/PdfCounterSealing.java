package org.rongyi.seals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.rongyi.seals.PdfPlaces.Place;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Unreadable.Why;
import org.rongyi.seals.ses.BadSeal;

/// A further seal being put on a PDF that is sealed already, in the next place that its first seal keeps.
final class PdfCounterSealing {
    private static final double HUNDRED = 100;

    private final byte[] file;
    private final PdfPlaces places;
    private final int index;

    private PdfCounterSealing(byte[] file, PdfPlaces places, int index) {
        this.file = file;
        this.places = places;
        this.index = index;
    }

    /// @throws Unreadable when no place is left, or something else stands behind the seals
    static PdfCounterSealing of(byte[] file) throws Unreadable {
        List<PdfSigned.One> all = PdfSigned.of(file);
        boolean whole = !all.isEmpty() && all.getLast().end() == file.length;
        for (int i = 1; i < all.size(); i++) {
            whole &= PdfSigned.follows(file, all, i);
        }
        PdfPlaces places = whole
                ? all.getFirst()
                        .signature()
                        .map(signature -> signature.mark().places())
                        .orElse(PdfPlaces.NONE)
                : PdfPlaces.NONE;
        int index = all.size() - 1;
        if (index >= places.all().size()) {
            throw new Unreadable(Why.SEALED_ALREADY, "PDF");
        }
        return new PdfCounterSealing(file, places, index);
    }

    PdfPlace place() {
        Place place = places.all().get(index);
        return new PdfPlace(
                place.page(),
                place.pages(),
                new PageSize(place.width() / HUNDRED, place.height() / HUNDRED),
                new Stamp(place.page(), place.x() / HUNDRED, place.y() / HUNDRED),
                PdfPlaces.SIDE);
    }

    byte[] seal(About about, Seal seal, SigningKey key, Instant at) throws Unreadable {
        if (!seal.admits(key.certificate()) || Certificates.suite(key.certificate()) != Suite.P256) {
            throw new IllegalArgumentException("the seal (" + seal.name() + ") does not admit this key");
        }
        PdfRevision.Written written;
        try {
            written = PdfRevision.write(file, places, index, seal, key.certificate(), at);
        } catch (BadSeal anotherKind) {
            throw new Unreadable(Why.NOT_SUPPORTED, String.valueOf(anotherKind.getMessage()));
        }
        byte[] sealed = Arrays.copyOf(file, file.length + written.bytes().length);
        System.arraycopy(written.bytes(), 0, sealed, file.length, written.bytes().length);
        byte[] covered = Arrays.copyOf(sealed, sealed.length - (written.gapTo() - written.gapFrom()));
        System.arraycopy(sealed, written.gapTo(), covered, written.gapFrom(), sealed.length - written.gapTo());
        byte[] value = PdfSignature.make(covered, PdfMark.of(about, at, seal, PdfPlaces.NONE), key);
        byte[] digits = HexFormat.of().withUpperCase().formatHex(value).getBytes(StandardCharsets.US_ASCII);
        if (digits.length > written.gapTo() - written.gapFrom() - 2) {
            throw new IllegalStateException("a signature of " + value.length + " bytes has no room");
        }
        System.arraycopy(digits, 0, sealed, written.gapFrom() + 1, digits.length);
        return sealed;
    }
}
