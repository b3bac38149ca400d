package org.rongyi.seals;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.rongyi.seals.ses.BadSeal;

/// What a signature of a PDF says besides, as a signed attribute of our own: which document it is, until
/// when it counts, when it was sealed, and the seal itself. So whoever verifies needs nothing of what the
/// file says.
///
/// @param until last day in ISO form; empty: without end
/// @param places where others may put their seals behind this one
record PdfMark(String document, String until, Instant at, Seal seal, PdfPlaces places) {
    private static final int FIELDS = 4;

    static PdfMark of(About about, Instant at, Seal seal, PdfPlaces places) {
        return new PdfMark(
                about.id(), about.validUntil() == null ? "" : about.validUntil().toString(), at, seal, places);
    }

    ASN1Encodable encode() {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new DERUTF8String(document));
        fields.add(new DERUTF8String(until));
        fields.add(new ASN1GeneralizedTime(Date.from(at)));
        fields.add(new DEROctetString(seal.der()));
        if (!places.all().isEmpty()) {
            fields.add(places.encode());
        }
        return new DERSequence(fields);
    }

    /// @throws BadSeal when it is no such mark
    static PdfMark read(ASN1Encodable value) {
        try {
            ASN1Sequence fields = ASN1Sequence.getInstance(value);
            if (fields.size() != FIELDS && fields.size() != FIELDS + 1) {
                throw new BadSeal("a mark of " + fields.size() + " fields");
            }
            return new PdfMark(
                    ASN1UTF8String.getInstance(fields.getObjectAt(0)).getString(),
                    ASN1UTF8String.getInstance(fields.getObjectAt(1)).getString(),
                    ASN1GeneralizedTime.getInstance(fields.getObjectAt(2))
                            .getDate()
                            .toInstant(),
                    Seal.read(ASN1OctetString.getInstance(fields.getObjectAt(3)).getOctets()),
                    fields.size() == FIELDS ? PdfPlaces.NONE : PdfPlaces.read(fields.getObjectAt(FIELDS)));
        } catch (ParseException | IllegalArgumentException | ArithmeticException unreadable) {
            throw new BadSeal("a mark that cannot be read");
        }
    }
}
