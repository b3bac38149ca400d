package org.rongyi.seals;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/// Names of our own, under the arc of a random UUID, which nobody has to hand out.
final class Oids {
    static final ASN1ObjectIdentifier ARC = new ASN1ObjectIdentifier("2.25.26368510813670712839237097974044596556");

    /// In a revocation list: seals and documents that are revoked.
    static final ASN1ObjectIdentifier REVOKED = ARC.branch("3");

    /// In a signature of a PDF: what the document is, and the seal.
    static final ASN1ObjectIdentifier PDF_MARK = ARC.branch("4");

    private Oids() {}
}
