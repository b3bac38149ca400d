package org.rongyi.seals;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.NoSuchElementException;

/// A key in the memory of this process. Security modules have their own [SigningKey].
public final class HeldKey implements SigningKey {
    private final PrivateKey key;
    private final X509Certificate certificate;

    public HeldKey(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /// @param privateKey in PKCS#8
    /// @throws IllegalArgumentException when the bytes are no key, or no certificate
    public static HeldKey read(byte[] privateKey, byte[] certificate) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance("EC", Crypto.PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            return new HeldKey(key, Crypto.certificate(certificate).orElseThrow());
        } catch (GeneralSecurityException | NoSuchElementException unreadable) {
            throw new IllegalArgumentException("these bytes are no key with its certificate", unreadable);
        }
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public byte[] sign(byte[] data) {
        return Crypto.sign(key, Certificates.suite(certificate), data);
    }
}
