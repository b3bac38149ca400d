package org.rongyi.seals;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rongyi.seals.ses.SealDer;

/// An electronic seal (GB/T 38540-2020): a picture, who may use it and until when, signed by the maker.
public final class Seal {
    private static final String VENDOR = "RONGYI";

    private final SealDer content;

    private Seal(SealDer content) {
        this.content = content;
    }

    /// What a seal shall say.
    ///
    /// @param id      unique within the maker, Latin letters and digits
    /// @param signers whose keys may use it
    public record Design(
            String id, String name, Owner owner, SealPicture picture, List<X509Certificate> signers, Period valid) {
        public Design {
            signers = List.copyOf(signers);
            if (!id.matches("[0-9A-Za-z-]{1,64}")) {
                throw new IllegalArgumentException("(" + id + ") is no identifier of a seal");
            }
        }
    }

    public enum Owner {
        ORGANISATION(1),
        PERSON(2);

        private final int code;

        Owner(int code) {
            this.code = code;
        }
    }

    /// @throws IllegalArgumentException when the key is not one of a seal maker, or is of another suite
    public static Seal make(Design design, SigningKey maker, Instant now) {
        requireSm2(maker.certificate());
        if (!Certificates.has(maker.certificate(), Role.SEAL_MAKER)) {
            throw new IllegalArgumentException("(" + Certificates.name(maker.certificate()) + ") is no maker of seals");
        }
        List<byte[]> signers = new ArrayList<>();
        design.signers().forEach(each -> signers.add(der(each)));
        SealDer.Info info = new SealDer.Info(
                design.id(),
                design.name(),
                design.owner().code,
                signers,
                now,
                design.valid().from(),
                design.valid().to(),
                "PNG",
                design.picture().png(),
                design.picture().widthMillimetres(),
                design.picture().heightMillimetres());
        byte[] certificate = der(maker.certificate());
        byte[] signature = maker.sign(SealDer.toSign(info, VENDOR, certificate));
        return read(SealDer.encode(info, VENDOR, certificate, signature));
    }

    /// Whether it is genuine is the verifier's question.
    ///
    /// @throws org.rongyi.seals.ses.BadSeal when the bytes are no seal of version 4
    public static Seal read(byte[] der) {
        return new Seal(SealDer.read(der));
    }

    static void requireSm2(X509Certificate certificate) {
        if (Certificates.suite(certificate) != Suite.SM2) {
            throw new IllegalArgumentException("seals of GB/T 38540 are signed with SM2");
        }
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate has no encoding", impossible);
        }
    }

    public byte[] der() {
        return content.der().clone();
    }

    byte[] makerDer() {
        return content.maker();
    }

    byte[] signed() {
        return content.signed();
    }

    byte[] signature() {
        return content.signature();
    }

    public String id() {
        return content.info().id();
    }

    public String name() {
        return content.info().name();
    }

    /// A seal that ends before it begins is valid at no time.
    public boolean isValidAt(Instant moment) {
        return !moment.isBefore(content.info().from())
                && !moment.isAfter(content.info().to());
    }

    public SealPicture picture() {
        return new SealPicture(
                content.info().picture(), content.info().width(), content.info().height());
    }

    /// Whether the key of this certificate may use the seal.
    public boolean admits(X509Certificate signer) {
        return content.info().signers().stream().anyMatch(each -> Arrays.equals(each, der(signer)));
    }
}
