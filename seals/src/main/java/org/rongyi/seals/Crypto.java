package org.rongyi.seals;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.rongyi.seals.ses.StrictDer;

/// The few operations that we need, always with our own provider: the providers of the JVM are left as they
/// are.
final class Crypto {
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private Crypto() {}

    static KeyPair newPair(Suite suite) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec(suite.curve()), new SecureRandom());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("no key pair of (" + suite + ") can be made", missing);
        }
    }

    static byte[] sign(PrivateKey key, Suite suite, byte[] data) {
        try {
            Signature signature = Signature.getInstance(suite.scheme(), PROVIDER);
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("the key of suite (" + suite + ") does not sign", refused);
        }
    }

    /// A signature that cannot be read is a wrong one.
    static boolean isSignedBy(PublicKey key, Suite suite, byte[] data, byte[] value) {
        try {
            Signature signature = Signature.getInstance(suite.scheme(), PROVIDER);
            signature.initVerify(key);
            signature.update(data);
            return signature.verify(value);
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    /// Empty when the bytes are no certificate, or a damaged one: its fields are read late, so all are
    /// asked for here.
    static Optional<X509Certificate> certificate(byte[] der) {
        if (!StrictDer.is(der)) {
            return Optional.empty();
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509", PROVIDER);
            if (!(factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate read)) {
                return Optional.empty();
            }
            if (read.getPublicKey() == null) {
                return Optional.empty();
            }
            boolean whole = read.getSubjectX500Principal() != null
                    && read.getNotAfter().after(read.getNotBefore())
                    && read.getBasicConstraints() >= -1;
            read.getExtendedKeyUsage();
            Certificates.name(read);
            Certificates.suite(read);
            return whole ? Optional.of(read) : Optional.empty();
        } catch (CertificateException | IllegalStateException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /// A signature that is no whole number of bytes is a wrong one.
    static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey(), PROVIDER);
            return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException | IllegalStateException refused) {
            return false;
        }
    }
}
