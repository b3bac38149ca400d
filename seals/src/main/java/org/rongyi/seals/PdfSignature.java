package org.rongyi.seals;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;
import org.rongyi.seals.ses.BadSeal;
import org.rongyi.seals.ses.StrictDer;

/// The signature in a PDF: CMS in the profile of PAdES baseline B-B (ETSI EN 319 142-1, clause 6): content
/// type, digest, the signer's certificate by its digest, no time in the CMS (it stands in the dictionary
/// and in our [PdfMark]).
///
/// @param digest SHA-256 of what was signed
/// @param signed the attributes that the signature is over, as DER
/// @param names whether the signed attributes name this certificate, by its digest
record PdfSignature(X509Certificate signer, byte[] digest, byte[] signed, byte[] value, boolean names, PdfMark mark) {

    static byte[] make(byte[] content, PdfMark mark, SigningKey key) {
        try {
            X509CertificateHolder certificate = new JcaX509CertificateHolder(key.certificate());
            BcDigestCalculatorProvider digests = new BcDigestCalculatorProvider();
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(digests)
                    .setSignedAttributeGenerator(attributes(key.certificate(), mark))
                    .build(new VaultSigner(Suite.P256, key::sign), certificate));
            generator.addCertificate(certificate);
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | IOException | CertificateEncodingException refused) {
            throw new IllegalStateException("no signature for (" + mark.document() + ")", refused);
        }
    }

    private static CMSAttributeTableGenerator attributes(X509Certificate signer, PdfMark mark) {
        return given -> {
            byte[] digest = (byte[]) given.get(CMSAttributeTableGenerator.DIGEST);
            Hashtable<ASN1ObjectIdentifier, Attribute> all = new Hashtable<>();
            put(all, CMSAttributes.contentType, CMSObjectIdentifiers.data);
            put(all, CMSAttributes.messageDigest, new DEROctetString(digest));
            put(
                    all,
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new SigningCertificateV2(new ESSCertIDv2(Digests.sha256(Seal.der(signer)))));
            put(all, Oids.PDF_MARK, mark.encode());
            return new AttributeTable(all);
        };
    }

    private static void put(Map<ASN1ObjectIdentifier, Attribute> all, ASN1ObjectIdentifier name, ASN1Encodable value) {
        all.put(name, new Attribute(name, new DERSet(value)));
    }

    /// @throws BadSeal when the bytes are no signature of this profile
    static PdfSignature read(byte[] der) {
        if (!StrictDer.is(der)) {
            throw new BadSeal("no DER");
        }
        try {
            CMSSignedData cms = new CMSSignedData(der);
            Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1 || cms.getSignedContent() != null) {
                throw new BadSeal(signers.size() + " signers, or a content of its own");
            }
            PdfSignature read = read(cms, signers.iterator().next());
            if (!Arrays.equals(read.encode(), der)) {
                throw new BadSeal("something that the signature does not cover");
            }
            return read;
        } catch (CMSException
                | IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException unreadable) {
            throw new BadSeal("no signature of this profile");
        }
    }

    /// As this profile writes it: what is not under the signature can have no other bytes.
    private byte[] encode() throws IOException {
        Certificate certificate = Certificate.getInstance(Seal.der(signer));
        AlgorithmIdentifier scheme = new DefaultSignatureAlgorithmIdentifierFinder().find(Suite.P256.scheme());
        AlgorithmIdentifier digesting = new DefaultDigestAlgorithmIdentifierFinder().find(scheme);
        SignerInfo info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(certificate)),
                digesting,
                ASN1Set.getInstance(signed),
                scheme,
                new DEROctetString(value),
                null);
        SignedData data = new SignedData(
                new DERSet(digesting),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(certificate),
                null,
                new DERSet(info));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
    }

    private static PdfSignature read(CMSSignedData cms, SignerInformation signer) throws IOException {
        if (!signer.getDigestAlgorithmID().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)) {
            throw new BadSeal("a digest that is not SHA-256");
        }
        List<X509CertificateHolder> own = cms.getCertificates().getMatches(null).stream()
                .filter(each -> signer.getSID().match(each))
                .toList();
        Optional<X509Certificate> certificate =
                own.size() == 1 ? Crypto.certificate(own.getFirst().getEncoded()) : Optional.empty();
        AttributeTable attributes = signer.getSignedAttributes();
        if (certificate.isEmpty() || attributes == null) {
            throw new BadSeal("no certificate of the signer, or no signed attributes");
        }
        if (!CMSObjectIdentifiers.data.equals(only(attributes, CMSAttributes.contentType))) {
            throw new BadSeal("a content that is no document");
        }
        SigningCertificateV2 named = read(
                SigningCertificateV2.getInstance(only(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2)));
        byte[] expected = Digests.sha256(Seal.der(certificate.get()));
        boolean names = named.getCerts().length > 0
                && named.getCerts()[0].getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                && Arrays.equals(named.getCerts()[0].getCertHash(), expected);
        return new PdfSignature(
                certificate.get(),
                read(ASN1OctetString.getInstance(only(attributes, CMSAttributes.messageDigest)))
                        .getOctets(),
                signer.getEncodedSignedAttributes(),
                signer.getSignature(),
                names,
                PdfMark.read(only(attributes, Oids.PDF_MARK)));
    }

    /// What the library read; of some bytes it makes nothing at all.
    private static <T> T read(@Nullable T value) {
        if (value == null) {
            throw new BadSeal("an attribute without a value");
        }
        return value;
    }

    /// The one value of an attribute. Two would let two readers take different ones.
    private static ASN1Encodable only(AttributeTable attributes, ASN1ObjectIdentifier name) {
        if (attributes.getAll(name).size() != 1
                || attributes.get(name).getAttrValues().size() != 1) {
            throw new BadSeal("not one value of (" + name + ")");
        }
        return attributes.get(name).getAttrValues().getObjectAt(0);
    }
}
