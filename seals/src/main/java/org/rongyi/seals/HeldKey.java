package org.rongyi.seals;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// A key in the memory of this process. Security modules have their own [SigningKey].
public final class HeldKey implements SigningKey {
    private final PrivateKey key;
    private final X509Certificate certificate;

    public HeldKey(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
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
