package org.rongyi.seals;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;

/// What a certified key may do. Without the distinction every firm with a key could make a seal of its own
/// in the name of an authority: its certificate comes from the same root.
public enum Role {
    ROOT(null),
    SEAL_MAKER(Oids.ARC.branch("1")),
    SIGNER(Oids.ARC.branch("2")),
    /// Issues credentials: what a firm's key signs is none.
    ISSUER(Oids.ARC.branch("5"));

    private final @Nullable KeyPurposeId purpose;

    Role(@Nullable ASN1ObjectIdentifier purpose) {
        this.purpose = purpose == null ? null : KeyPurposeId.getInstance(purpose);
    }

    /// Stands in the certificate as its extended key usage; a root has none.
    public @Nullable KeyPurposeId purpose() {
        return purpose;
    }
}
