package org.rongyi.seals.ses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.rongyi.seals.ses.Der.Fields;

/// An electronic seal (SESeal, GB/T 38540-2020 clause 6).
///
/// @param info      what the maker has signed, see [#signed]
/// @param maker     certificate of the maker
/// @param signature of the maker
public record SealDer(Info info, byte[] maker, byte[] signature, byte[] der, byte[] signed) {
    /// SM2 with SM3.
    public static final String SM2_SM3 = GMObjectIdentifiers.sm2sign_with_sm3.getId();

    private static final ASN1ObjectIdentifier SCHEME = GMObjectIdentifiers.sm2sign_with_sm3;
    private static final String HEADER = "ES";
    private static final int VERSION = 4;
    private static final int CERTIFICATES = 1;

    /// @param signers certificates whose keys may use the seal
    /// @param type    of the seal: 1 of an organisation, 2 of a person
    /// @param width   in millimetres
    public record Info(
            String id,
            String name,
            int type,
            List<byte[]> signers,
            Instant madeAt,
            Instant from,
            Instant to,
            String format,
            byte[] picture,
            int width,
            int height) {}

    /// What the maker signs: the information, its certificate and the scheme.
    public static byte[] toSign(Info info, String vendor, byte[] maker) {
        return Der.bytes(Der.sequence(encode(info, vendor), new DEROctetString(maker), SCHEME));
    }

    public static byte[] encode(Info info, String vendor, byte[] maker, byte[] signature) {
        return Der.bytes(
                Der.sequence(encode(info, vendor), new DEROctetString(maker), SCHEME, new DERBitString(signature)));
    }

    private static DERSequence encode(Info info, String vendor) {
        ASN1EncodableVector signers = new ASN1EncodableVector();
        info.signers().forEach(each -> signers.add(new DEROctetString(each)));
        return Der.sequence(
                Der.sequence(new DERIA5String(HEADER), new ASN1Integer(VERSION), new DERIA5String(vendor)),
                new DERIA5String(info.id()),
                Der.sequence(
                        new ASN1Integer(info.type()),
                        new DERUTF8String(info.name()),
                        new ASN1Integer(CERTIFICATES),
                        new DERSequence(signers),
                        Der.time(info.madeAt()),
                        Der.time(info.from()),
                        Der.time(info.to())),
                Der.sequence(
                        new DERIA5String(info.format()),
                        new DEROctetString(info.picture()),
                        new ASN1Integer(info.width()),
                        new ASN1Integer(info.height())));
    }

    /// @throws BadSeal when the bytes are no seal of version 4 with a list of certificates
    public static SealDer read(byte[] der) {
        return read(Der.read(der));
    }

    static SealDer read(Fields seal) {
        byte[] whole = seal.whole();
        Fields info = seal.fields();
        byte[] infoDer = info.whole();
        byte[] maker = seal.octets();
        String scheme = seal.identifier();
        if (!scheme.equals(SM2_SM3)) {
            throw new BadSeal("the seal is signed with (" + scheme + "), not with SM2 and SM3");
        }
        byte[] signature = seal.bits();
        seal.end();
        byte[] signed =
                Der.bytes(Der.sequence(Der.asIs(infoDer), new DEROctetString(maker), new ASN1ObjectIdentifier(scheme)));
        return new SealDer(readInfo(info), maker, signature, whole, signed);
    }

    private static Info readInfo(Fields info) {
        Fields header = info.fields();
        if (!header.ascii().equals(HEADER) || header.number() != VERSION) {
            throw new BadSeal("no seal of version 4");
        }
        header.ascii();
        header.end();
        String id = info.ascii();
        Fields property = info.fields();
        int type = property.number();
        String name = property.text();
        if (property.number() != CERTIFICATES) {
            throw new BadSeal("the list of signers is no list of certificates");
        }
        List<byte[]> signers = new ArrayList<>();
        for (Fields list = property.fields(); !list.atEnd(); ) {
            signers.add(list.octets());
        }
        Instant madeAt = property.time();
        Instant from = property.time();
        Instant to = property.time();
        property.end();
        Fields picture = info.fields();
        String format = picture.ascii();
        byte[] data = picture.octets();
        int width = picture.number();
        int height = picture.number();
        picture.end();
        refuseCritical(info);
        info.end();
        return new Info(id, name, type, signers, madeAt, from, to, format, data, width, height);
    }

    /// What calls itself critical changes the meaning; we know none.
    static void refuseCritical(Fields holder) {
        if (!holder.atTag()) {
            return;
        }
        for (Fields all = holder.tagged(0); !all.atEnd(); ) {
            Fields one = all.fields();
            String id = one.identifier();
            if (one.isTrue()) {
                throw new BadSeal("unknown critical extension (" + id + ")");
            }
        }
    }
}
