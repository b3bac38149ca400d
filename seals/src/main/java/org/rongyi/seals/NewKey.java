package org.rongyi.seals;

import java.security.KeyPair;
import java.security.cert.X509Certificate;

/// A key pair that was just made, for vaults that keep keys as bytes. Whoever holds it has the key itself.
///
/// @param privateKey  in PKCS#8
/// @param certificate in DER
public record NewKey(byte[] privateKey, byte[] certificate) {
    public static NewKey of(Suite suite, KeyVault.Certifier certifier) {
        KeyPair pair = Crypto.newPair(suite);
        X509Certificate certificate =
                certifier.certify(pair.getPublic(), data -> Crypto.sign(pair.getPrivate(), suite, data));
        return new NewKey(pair.getPrivate().getEncoded(), Seal.der(certificate));
    }

    /// Not in a log.
    @Override
    public String toString() {
        return "NewKey";
    }
}
