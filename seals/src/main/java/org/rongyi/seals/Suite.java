package org.rongyi.seals;

/// A signature scheme with its curve.
public enum Suite {
    /// GB/T 32918 with GB/T 32905: what seals of GB/T 38540 are made with.
    SM2("SM3withSM2", "sm2p256v1"),
    /// What PDF readers outside China understand.
    P256("SHA256withECDSA", "secp256r1");

    private final String scheme;
    private final String curve;

    Suite(String scheme, String curve) {
        this.scheme = scheme;
        this.curve = curve;
    }

    /// As Java's security providers call it.
    public String scheme() {
        return scheme;
    }

    public String curve() {
        return curve;
    }
}
