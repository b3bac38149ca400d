package org.rongyi.seals.ses;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSequence;

/// DER as the standard writes it. Reading is strict: what would not be written the same way again is
/// refused, so that two readers cannot see two things in the same bytes.
final class Der {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    static byte[] bytes(ASN1Encodable part) {
        try {
            return part.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new IllegalStateException("no DER of (" + part + ")", impossible);
        }
    }

    static ASN1Encodable asIs(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException impossible) {
            throw new IllegalStateException("DER that was read cannot be read", impossible);
        }
    }

    static DERGeneralizedTime time(Instant moment) {
        return new DERGeneralizedTime(TIME.format(moment.truncatedTo(ChronoUnit.SECONDS)));
    }

    /// @throws BadSeal when it is no sequence, or not written as DER
    static Fields read(byte[] der) {
        if (!StrictDer.is(der)) {
            throw new BadSeal("not written as DER");
        }
        try {
            return new Fields(ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der)));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadSeal("no DER sequence");
        }
    }

    /// The fields of a sequence, one after the other.
    static final class Fields {
        private final ASN1Sequence sequence;
        private int next;

        private Fields(ASN1Sequence sequence) {
            this.sequence = sequence;
        }

        byte[] whole() {
            return bytes(sequence);
        }

        boolean atEnd() {
            return next == sequence.size();
        }

        boolean atTag() {
            return !atEnd() && sequence.getObjectAt(next) instanceof ASN1TaggedObject;
        }

        private <T> T take(Class<T> type) {
            if (atEnd()) {
                throw new BadSeal("a field is missing");
            }
            ASN1Encodable field = sequence.getObjectAt(next++);
            if (!type.isInstance(field)) {
                throw new BadSeal("field " + next + " is no " + type.getSimpleName());
            }
            return type.cast(field);
        }

        int number() {
            try {
                return take(ASN1Integer.class).intValueExact();
            } catch (ArithmeticException tooLarge) {
                throw new BadSeal("a number is too large");
            }
        }

        String ascii() {
            return take(ASN1IA5String.class).getString();
        }

        String text() {
            try {
                return take(ASN1UTF8String.class).getString();
            } catch (IllegalArgumentException wrong) {
                throw new BadSeal("a text is no UTF-8");
            }
        }

        byte[] octets() {
            return take(ASN1OctetString.class).getOctets();
        }

        byte[] bits() {
            ASN1BitString bits = take(ASN1BitString.class);
            if (bits.getPadBits() != 0) {
                throw new BadSeal("a bit string is no row of bytes");
            }
            return bits.getOctets();
        }

        String identifier() {
            return take(ASN1ObjectIdentifier.class).getId();
        }

        Instant time() {
            try {
                return take(ASN1GeneralizedTime.class).getDate().toInstant();
            } catch (ParseException | IllegalArgumentException wrong) {
                throw new BadSeal("a time cannot be read");
            }
        }

        Fields fields() {
            return new Fields(take(ASN1Sequence.class));
        }

        Fields tagged(int tag) {
            ASN1TaggedObject tagged = take(ASN1TaggedObject.class);
            if (tagged.getTagNo() != tag || !tagged.isExplicit()) {
                throw new BadSeal("field " + next + " has another tag");
            }
            if (!(tagged.getExplicitBaseObject() instanceof ASN1Sequence inside)) {
                throw new BadSeal("field " + next + " is no sequence");
            }
            return new Fields(inside);
        }

        /// An optional truth value that is false where none stands.
        boolean isTrue() {
            return !atEnd()
                    && sequence.getObjectAt(next) instanceof ASN1Boolean
                    && take(ASN1Boolean.class).isTrue();
        }

        void skip() {
            take(ASN1Encodable.class);
        }

        void end() {
            if (!atEnd()) {
                throw new BadSeal("something stands behind the last field");
            }
        }
    }
}
