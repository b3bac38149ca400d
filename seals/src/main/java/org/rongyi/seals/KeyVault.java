package org.rongyi.seals;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where private keys live: a PKCS#12 file ([Pkcs12Vault]), a database, a security module. They never leave
/// it.
public interface KeyVault {
    Optional<SigningKey> find(String name);

    /// Makes a key pair and keeps it with the certificate that it is given.
    ///
    /// @throws IllegalArgumentException when there is a key of this name
    SigningKey create(String name, Suite suite, Certifier certifier);

    interface Certifier {
        /// @param own signs with the new private key: a root certifies itself
        X509Certificate certify(PublicKey key, UnaryOperator<byte[]> own);
    }
}
