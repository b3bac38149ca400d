package org.rongyi.seals;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
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
record PdfMark(String document, String until, Instant at, Seal seal) {
    static PdfMark of(About about, Instant at, Seal seal) {
        return new PdfMark(
                about.id(), about.validUntil() == null ? "" : about.validUntil().toString(), at, seal);
    }

    ASN1Encodable encode() {
        return new DERSequence(new ASN1Encodable[] {
            new DERUTF8String(document),
            new DERUTF8String(until),
            new ASN1GeneralizedTime(Date.from(at)),
            new DEROctetString(seal.der())
        });
    }

    /// @throws BadSeal when it is no such mark
    static PdfMark read(ASN1Encodable value) {
        try {
            ASN1Sequence fields = ASN1Sequence.getInstance(value);
            if (fields.size() != 4) {
                throw new BadSeal("a mark of " + fields.size() + " fields");
            }
            return new PdfMark(
                    ASN1UTF8String.getInstance(fields.getObjectAt(0)).getString(),
                    ASN1UTF8String.getInstance(fields.getObjectAt(1)).getString(),
                    ASN1GeneralizedTime.getInstance(fields.getObjectAt(2))
                            .getDate()
                            .toInstant(),
                    Seal.read(ASN1OctetString.getInstance(fields.getObjectAt(3)).getOctets()));
        } catch (ParseException | IllegalArgumentException unreadable) {
            throw new BadSeal("a mark that cannot be read");
        }
    }
}
