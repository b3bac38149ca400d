package org.rongyi.seals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// An invented city with its authority, its maker of seals and an office that issues licences. Made anew
/// for every run: nothing secret is kept anywhere.
final class Workshop {
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final Period YEARS = new Period(NOW.minus(Duration.ofDays(400)), NOW.plus(Duration.ofDays(4000)));
    static final Period WEEK = new Period(NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofDays(7)));
    static final Clock CLOCK = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);
    static final String DOCUMENT = "8e6a2f0c5b1d4e739a0cbb1f2d3e4a5b";
    static final String OFFICE = "山水市市场监督管理局（演示）";

    final Pkcs12Vault vault = Pkcs12Vault.inMemory();
    final Authority authority = Authority.open(vault, Suite.SM2, "山水市电子印章根证书（演示）", YEARS);
    final SigningKey maker = authority.key("maker", "山水市制章中心（演示）", Role.SEAL_MAKER, YEARS);
    final SigningKey office = authority.key("office", OFFICE, Role.SIGNER, YEARS);
    final Authority pdfAuthority = Authority.open(vault, Suite.P256, "山水市 PDF 根证书（演示）", YEARS);
    final SigningKey pdfOffice = pdfAuthority.key("office", OFFICE, Role.SIGNER, YEARS);
    final Seal seal = seal(maker, List.of(office, pdfOffice), YEARS);

    static Seal seal(SigningKey maker, List<SigningKey> signers, Period valid) {
        return Seal.make(design(signers, valid), maker, NOW);
    }

    static Seal.Design design(List<SigningKey> signers, Period valid) {
        SealPicture picture = SealPicture.round(Typeface.shipped(), OFFICE, "", "5199990000001", 42);
        return new Seal.Design(
                "51999900000001",
                OFFICE,
                Seal.Owner.ORGANISATION,
                picture,
                signers.stream().map(SigningKey::certificate).toList(),
                valid);
    }

    static byte[] licence() {
        return OfdFile.write(Licences.business("91519999MADEMO001X"), Typeface.shipped(), about());
    }

    static About about() {
        return new About(DOCUMENT, "营业执照（演示）", OFFICE, NOW);
    }

    byte[] sealed() {
        return put(seal, office);
    }

    static byte[] put(Seal seal, SigningKey key) {
        return OfdFile.seal(licence(), seal, List.of(new Stamp(1, 212, 138)), key, NOW);
    }

    byte[] twin() {
        return PdfFile.twin(sealed(), Typeface.shipped(), seal, pdfOffice, NOW);
    }

    private final Trust nothingRevoked = trust(List.of());

    Trust trust(Revoked... revoked) {
        return revoked.length == 0 ? nothingRevoked : trust(List.of(revoked));
    }

    private Trust trust(List<Revoked> revoked) {
        return Trust.of(Seal.der(authority.root()), authority.statusList(revoked, WEEK))
                .and(Trust.of(Seal.der(pdfAuthority.root()), pdfAuthority.statusList(revoked, WEEK)));
    }

    Verdict verify(byte[] file, Revoked... revoked) {
        return new Verifier(trust(revoked), CLOCK).verify(file);
    }
}
