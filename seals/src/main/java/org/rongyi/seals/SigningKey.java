package org.rongyi.seals;

import java.security.cert.X509Certificate;

/// A private key that can be used and never be read, with its certificate.
public interface SigningKey {
    X509Certificate certificate();

    /// @return the signature in the scheme of the key's suite, as DER
    byte[] sign(byte[] data);
}
