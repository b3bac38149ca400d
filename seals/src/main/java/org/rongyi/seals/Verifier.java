package org.rongyi.seals;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.seals.ofd.Container;
import org.rongyi.seals.ofd.Unreadable;

/// Judges files against a trust. Keeps nothing and may be used by many threads at once.
public final class Verifier {
    /// Clocks differ.
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    /// In which days begin where documents say until when they count.
    private static final ZoneOffset THERE = ZoneOffset.ofHours(8);

    private final Trust trust;
    private final Clock clock;
    private final @Nullable LocalDate day;

    public Verifier(Trust trust, Clock clock) {
        this(trust, clock, null);
    }

    /// @param day on which the document shall count; null: today
    public Verifier(Trust trust, Clock clock, @Nullable LocalDate day) {
        this.trust = trust;
        this.clock = clock;
        this.day = day;
    }

    public Verdict verify(byte[] file) {
        try {
            if (startsWith(file, CredentialJudge.MAGIC)) {
                return new CredentialJudge(this).judge(file);
            }
            return startsWith(file, "%PDF-") ? new PdfJudge(file, this).judge() : judgeOfd(file);
        } catch (Unreadable unreadable) {
            return new Verdict.NotReadable(unreadable.why(), unreadable.detail());
        }
    }

    private Verdict judgeOfd(byte[] file) throws Unreadable {
        if (!startsWith(file, "PK")) {
            throw new Unreadable(Unreadable.Why.NOT_A_DOCUMENT, "neither a zip file nor a PDF");
        }
        return new OfdJudge(Container.read(file), this).judge();
    }

    private static boolean startsWith(byte[] file, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
        return file.length >= wanted.length && Arrays.equals(file, 0, wanted.length, wanted, 0, wanted.length);
    }

    /// Whether a certificate comes from a root of the trust, for this role.
    boolean isTrusted(X509Certificate certificate, Role role) {
        return Certificates.has(certificate, role) && trust.issuer(certificate).isPresent();
    }

    /// Whether a maker of the trust has made the seal.
    boolean isGenuine(Seal seal, X509Certificate maker) {
        return Certificates.suite(maker) == Suite.SM2
                && isTrusted(maker, Role.SEAL_MAKER)
                && Crypto.isSignedBy(maker.getPublicKey(), Suite.SM2, seal.signed(), seal.signature());
    }

    /// @param until last day on which the document counts; empty where it says none
    void judgeValidity(Findings findings, Optional<String> until) {
        LocalDate asked = day == null ? LocalDate.ofInstant(clock.instant(), THERE) : day;
        boolean counts;
        try {
            counts = until.isEmpty() || !asked.isAfter(LocalDate.parse(until.get()));
        } catch (DateTimeParseException unclear) {
            counts = false;
        }
        findings.expect(Check.DOCUMENT_IN_TIME, counts, until.orElse(""));
    }

    void judgeTime(Findings findings, Instant signed) {
        findings.expect(Check.TIME_PLAUSIBLE, !signed.isAfter(clock.instant().plus(TOLERATED)), signed.toString());
    }

    /// Whether it and its root were valid then, and whether it was revoked.
    void judgeCertificate(Findings findings, X509Certificate certificate, Instant signed) {
        Optional<X509Certificate> root = trust.issuer(certificate);
        boolean inTime = Certificates.isValidAt(certificate, signed)
                && root.map(issuer -> Certificates.isValidAt(issuer, signed)).orElse(true);
        findings.expect(Check.CERTIFICATE_IN_TIME, inTime, Certificates.name(certificate));
        root.ifPresent(issuer -> {
            Optional<StatusList> list = list(findings, issuer);
            findings.expect(
                    Check.CERTIFICATE_NOT_REVOKED,
                    !revoked(list, Revoked.Kind.CERTIFICATE, Certificates.serial(certificate), signed),
                    Certificates.name(certificate));
        });
    }

    void judgeSeal(Findings findings, X509Certificate maker, Seal seal, Instant signed) {
        findings.expect(Check.SEAL_IN_TIME, seal.isValidAt(signed), seal.name());
        trust.issuer(maker)
                .ifPresent(issuer -> findings.expect(
                        Check.SEAL_NOT_REVOKED,
                        !revoked(list(findings, issuer), Revoked.Kind.SEAL, seal.id(), signed),
                        seal.name()));
    }

    void judgeDocument(Findings findings, X509Certificate signer, String id, Instant signed) {
        trust.issuer(signer)
                .ifPresent(issuer -> findings.expect(
                        Check.DOCUMENT_NOT_REVOKED,
                        id.isEmpty() || !revoked(list(findings, issuer), Revoked.Kind.DOCUMENT, id, signed),
                        id));
    }

    private Optional<StatusList> list(Findings findings, X509Certificate root) {
        Optional<StatusList> list = trust.list(root);
        boolean current =
                list.filter(found -> found.isCurrentAt(clock.instant())).isPresent();
        findings.expect(
                Check.STATUS_KNOWN,
                current,
                list.map(found -> found.currentUntil().toString()).orElse(Certificates.name(root)));
        return list;
    }

    private static boolean revoked(Optional<StatusList> list, Revoked.Kind kind, String id, Instant signed) {
        return list.flatMap(known -> known.find(kind, id))
                .filter(found -> found.reaches(signed))
                .isPresent();
    }
}
