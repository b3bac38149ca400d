package org.rongyi.seals.ses;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.rongyi.seals.ses.Der.Fields;

/// A seal put on data (SES_Signature, GB/T 38540-2020 clause 7). In OFD the data is `Signature.xml`.
///
/// @param signed what the signer has signed: seal, time, digest of the data and where they lie
public record SealSignatureDer(
        SealDer seal, Instant at, byte[] digest, String property, byte[] signer, byte[] signature, byte[] signed) {
    private static final int VERSION = 4;

    public static byte[] toSign(byte[] seal, Instant at, byte[] digest, String property) {
        return Der.bytes(signed(seal, at, digest, property));
    }

    public static byte[] encode(
            byte[] seal, Instant at, byte[] digest, String property, byte[] signer, byte[] signature) {
        return Der.bytes(Der.sequence(
                signed(seal, at, digest, property),
                new DEROctetString(signer),
                GMObjectIdentifiers.sm2sign_with_sm3,
                new DERBitString(signature)));
    }

    private static DERSequence signed(byte[] seal, Instant at, byte[] digest, String property) {
        return Der.sequence(
                new ASN1Integer(VERSION),
                Der.asIs(seal),
                Der.time(at),
                new DERBitString(digest),
                new DERIA5String(property));
    }

    /// @throws BadSeal when the bytes are no seal signature of version 4
    public static SealSignatureDer read(byte[] der) {
        Fields whole = Der.read(der);
        Fields toSign = whole.fields();
        byte[] signed = toSign.whole();
        if (toSign.number() != VERSION) {
            throw new BadSeal("no seal signature of version 4");
        }
        SealDer seal = SealDer.read(toSign.fields());
        Instant at = toSign.time();
        byte[] digest = toSign.bits();
        String property = toSign.ascii();
        SealDer.refuseCritical(toSign);
        toSign.end();
        byte[] signer = whole.octets();
        String scheme = whole.identifier();
        if (!scheme.equals(SealDer.SM2_SM3)) {
            throw new BadSeal("signed with (" + scheme + "), not with SM2 and SM3");
        }
        byte[] signature = whole.bits();
        if (whole.atTag()) {
            whole.skip(); // a time stamp: not judged, and nothing rests on it
        }
        whole.end();
        return new SealSignatureDer(seal, at, digest, property, signer, signature, signed);
    }
}
