package org.rongyi.seals;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/// What we ask of a certificate.
final class Certificates {
    private static final int SERIAL_BITS = 126;

    private Certificates() {}

    static BigInteger newSerial() {
        return new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS);
    }

    static Suite suite(X509Certificate certificate) {
        SubjectPublicKeyInfo key =
                SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded());
        return GMObjectIdentifiers.sm2p256v1.equals(key.getAlgorithm().getParameters()) ? Suite.SM2 : Suite.P256;
    }

    static boolean has(X509Certificate certificate, Role role) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return role.purpose() != null
                    && usages != null
                    && certificate.getBasicConstraints() < 0
                    && usages.contains(role.purpose().getId());
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    static boolean isValidAt(X509Certificate certificate, Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && !moment.isAfter(certificate.getNotAfter().toInstant());
    }

    /// The common name, or the whole subject where there is none.
    static String name(X509Certificate certificate) {
        try {
            X500Name subject = new JcaX509CertificateHolder(certificate).getSubject();
            return Optional.of(subject.getRDNs(BCStyle.CN))
                    .filter(names -> names.length > 0)
                    .map(names -> IETFUtils.valueToString(names[0].getFirst().getValue()))
                    .orElseGet(subject::toString);
        } catch (CertificateEncodingException unreadable) {
            return certificate.getSubjectX500Principal().getName();
        }
    }

    /// As revocation lists and people name it.
    static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }
}
