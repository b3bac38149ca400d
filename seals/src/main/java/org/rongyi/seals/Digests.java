package org.rongyi.seals;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.jcajce.provider.digest.SM3;

/// SM3 (GB/T 32905), and SHA-256 where readers do not know it.
final class Digests {
    static final String SM3 = GMObjectIdentifiers.sm3.getId();

    private Digests() {}

    static byte[] sm3(byte[] data) {
        MessageDigest digest = new SM3.Digest();
        return digest.digest(data);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    /// Files name it by its identifier or by its name.
    static boolean isSm3(String name) {
        String stripped = name.strip();
        return stripped.equals(SM3) || stripped.toUpperCase(Locale.ROOT).equals("SM3");
    }
}
