package org.rongyi.seals;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.rongyi.seals.ses.StrictDer;

/// What an authority has revoked: a certificate revocation list (RFC 5280), with seals and documents in an
/// extension of it. One file with one signature, so that nobody can show the one without the other.
public final class StatusList {
    private final X509CRLHolder list;
    private final Map<String, Revoked> revoked = new LinkedHashMap<>();
    /// Whose it was found to be: every document asks several times.
    private volatile @Nullable X509Certificate signedBy;

    private StatusList(X509CRLHolder list) {
        this.list = list;
    }

    /// @throws IllegalArgumentException when the bytes are no such list
    public static StatusList read(byte[] der) {
        if (!StrictDer.is(der)) {
            throw new IllegalArgumentException("these bytes are no revocation list");
        }
        try {
            StatusList read = new StatusList(new X509CRLHolder(der));
            read.readCertificates();
            read.readOthers();
            return read;
        } catch (IOException
                | ParseException
                | IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | IndexOutOfBoundsException
                | ClassCastException unreadable) {
            throw new IllegalArgumentException("these bytes are no revocation list", unreadable);
        }
    }

    private void readCertificates() {
        for (Object each : list.getRevokedCertificates()) {
            X509CRLEntryHolder entry = (X509CRLEntryHolder) each;
            Extension reason = entry.getExtension(Extension.reasonCode);
            int code = reason == null
                    ? 0
                    : ASN1Enumerated.getInstance(reason.getParsedValue()).intValueExact();
            add(new Revoked(
                    Revoked.Kind.CERTIFICATE,
                    entry.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
                    entry.getRevocationDate().toInstant(),
                    Revoked.Reason.of(code)));
        }
    }

    private void readOthers() throws ParseException {
        Extension others = list.getExtension(Oids.REVOKED);
        if (others == null) {
            return;
        }
        for (var each : ASN1Sequence.getInstance(others.getParsedValue())) {
            ASN1Sequence entry = ASN1Sequence.getInstance(each);
            add(new Revoked(
                    Revoked.Kind.values()[
                            ASN1Enumerated.getInstance(entry.getObjectAt(0)).intValueExact()],
                    ASN1UTF8String.getInstance(entry.getObjectAt(1)).getString(),
                    ASN1GeneralizedTime.getInstance(entry.getObjectAt(2))
                            .getDate()
                            .toInstant(),
                    Revoked.Reason.of(
                            ASN1Enumerated.getInstance(entry.getObjectAt(3)).intValueExact())));
        }
    }

    private void add(Revoked each) {
        revoked.put(each.kind() + " " + each.id(), each);
    }

    Optional<Revoked> find(Revoked.Kind kind, String id) {
        return Optional.ofNullable(revoked.get(kind + " " + id));
    }

    boolean isFrom(X509Certificate root) {
        if (root.equals(signedBy)) {
            return true;
        }
        boolean from = isSignedBy(root);
        if (from) {
            signedBy = root;
        }
        return from;
    }

    private boolean isSignedBy(X509Certificate root) {
        try {
            return list.getIssuer()
                            .equals(X500Name.getInstance(
                                    root.getSubjectX500Principal().getEncoded()))
                    && list.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(Crypto.PROVIDER)
                            .build(root.getPublicKey()));
        } catch (CertException | OperatorCreationException | RuntimeOperatorException | IllegalStateException refused) {
            return false;
        }
    }

    public Instant writtenAt() {
        return list.getThisUpdate().toInstant();
    }

    /// Until then it is current; a list without an end never is.
    public Instant currentUntil() {
        Date next = list.getNextUpdate();
        return next == null ? writtenAt() : next.toInstant();
    }

    boolean isCurrentAt(Instant now) {
        return !now.isAfter(currentUntil());
    }

    public List<Revoked> all() {
        return new ArrayList<>(revoked.values());
    }

    /// The extension that holds what is no certificate.
    static DERSequence others(List<Revoked> revoked) {
        ASN1EncodableVector entries = new ASN1EncodableVector();
        for (Revoked each : revoked) {
            if (each.kind() != Revoked.Kind.CERTIFICATE) {
                ASN1EncodableVector entry = new ASN1EncodableVector();
                entry.add(new ASN1Enumerated(each.kind().ordinal()));
                entry.add(new DERUTF8String(each.id()));
                entry.add(new ASN1GeneralizedTime(Date.from(each.at())));
                entry.add(new ASN1Enumerated(each.reason().code()));
                entries.add(new DERSequence(entry));
            }
        }
        return new DERSequence(entries);
    }
}
