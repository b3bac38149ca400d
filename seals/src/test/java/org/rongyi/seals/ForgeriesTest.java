package org.rongyi.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.rongyi.seals.Revoked.Kind;
import org.rongyi.seals.Revoked.Reason;
import org.rongyi.seals.Verdict.Judged;
import org.rongyi.seals.ofd.Container;
import org.rongyi.seals.ses.SealDer;
import org.rongyi.seals.ses.SealSignatureDer;

/// Each forgery is refused, by its own name.
class ForgeriesTest {
    private static final Workshop CITY = new Workshop();
    private static final byte[] SEALED = CITY.sealed();
    private static final String PAGE = "/Doc_0/Pages/Page_0/Content.xml";
    private static final String SIGNED_VALUE = "/Doc_0/Signs/Sign_0/SignedValue.dat";
    private static final String SIGNATURE = "/Doc_0/Signs/Sign_0/Signature.xml";

    private static Set<Check> failed(byte[] file, Revoked... revoked) {
        return ((Judged) CITY.verify(file, revoked)).failed();
    }

    @Test
    void anotherNameOnThePage() {
        assertThat(failed(Forgery.changeText(SEALED, PAGE, "赵演示", "钱演示"))).containsExactly(Check.UNCHANGED);
    }

    /// The list of signatures lies under none of them, or no second seal could be put on. Whatever is
    /// changed in it, the seals that it leads to are the same or fewer, and each is judged.
    @Test
    void oneBitInAnyPart() {
        for (String part : Forgery.read(SEALED).paths()) {
            int length = Forgery.read(SEALED).find(part).orElseThrow().length;
            int steps = part.equals(SIGNED_VALUE) ? 150 : 12;
            for (int step = 0; step < steps; step++) {
                int at = step * (length - 1) / (steps - 1);
                Verdict verdict = CITY.verify(Forgery.change(SEALED, part, bytes -> Forgery.flip(bytes, at)));
                if (verdict instanceof Judged judged && judged.valid()) {
                    assertThat(part).as("accepted, changed at " + at).endsWith("/Signatures.xml");
                    assertThat(judged.uses()).isEqualTo(((Judged) CITY.verify(SEALED)).uses());
                }
            }
        }
    }

    /// A byte of the packing may change (a time stamp, say) without any part becoming another one; nothing
    /// else may.
    @Test
    void oneBitAnywhereInTheFile() {
        Container whole = Forgery.read(SEALED);
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] changed = Forgery.flip(SEALED, random.nextInt(SEALED.length));
            Verdict verdict = CITY.verify(changed);
            if (verdict instanceof Judged judged && judged.valid()) {
                Container parts = Forgery.read(changed);
                assertThat(parts.paths()).isEqualTo(whole.paths());
                whole.paths()
                        .forEach(path -> assertThat(parts.find(path).orElseThrow())
                                .isEqualTo(whole.find(path).orElseThrow()));
            } else {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(170);
    }

    @Test
    void aDocumentThatNobodySealed() {
        assertThat(failed(Workshop.licence())).containsExactly(Check.SIGNED);
    }

    @Test
    void aPartThatNobodySealed() {
        assertThat(failed(Forgery.add(SEALED, "/Doc_0/Annots/Extra.xml", "<x/>")))
                .containsExactly(Check.COMPLETE);
    }

    @Test
    void aSealOfTheForgersOwnMaking() {
        Workshop forger = new Workshop();
        Seal own = Workshop.seal(forger.maker, List.of(CITY.office), Workshop.YEARS);
        assertThat(failed(Workshop.put(own, CITY.office))).containsExactly(Check.SEAL_GENUINE);
    }

    @Test
    void aCertificateOfTheForgersOwnMaking() {
        Workshop forger = new Workshop();
        Seal admitting = Workshop.seal(CITY.maker, List.of(forger.office), Workshop.YEARS);
        assertThat(failed(Workshop.put(admitting, forger.office))).containsExactly(Check.SIGNER_TRUSTED);
    }

    @Test
    void everythingOfTheForgersOwnMaking() {
        assertThat(failed(new Workshop().sealed())).containsExactly(Check.SIGNER_TRUSTED, Check.SEAL_GENUINE);
    }

    /// A firm has a key under the same root. It must not be able to make the office's seal with it.
    @Test
    void aSealMadeWithAKeyThatMaySignOnly() {
        SigningKey firm = CITY.authority.key("firm", "槐荫里小面馆（演示）", Role.SIGNER, Workshop.YEARS);
        Seal made = madeBy(firm, List.of(firm));
        assertThat(failed(Workshop.put(made, firm))).containsExactly(Check.SEAL_GENUINE);
    }

    /// Without asking whether the key may make seals, as a forger's program would.
    private static Seal madeBy(SigningKey key, List<SigningKey> signers) {
        Seal.Design design = Workshop.design(signers, Workshop.YEARS);
        SealDer.Info info = new SealDer.Info(
                design.id(),
                design.name(),
                1,
                signers.stream().map(each -> Seal.der(each.certificate())).toList(),
                Workshop.NOW,
                design.valid().from(),
                design.valid().to(),
                "PNG",
                design.picture().png(),
                42,
                42);
        byte[] certificate = Seal.der(key.certificate());
        return Seal.read(
                SealDer.encode(info, "FORGER", certificate, key.sign(SealDer.toSign(info, "FORGER", certificate))));
    }

    @Test
    void aSignerWhomTheSealDoesNotAdmit() {
        SigningKey other = CITY.authority.key("other", "另一家（演示）", Role.SIGNER, Workshop.YEARS);
        assertThat(failed(signedAgain(SEALED, other, UnaryOperator.identity()))).containsExactly(Check.SIGNER_ENTITLED);
    }

    @Test
    void aSealFileThatIsNotTheOneThatSigned() {
        Seal other = Workshop.seal(CITY.maker, List.of(CITY.office), Workshop.YEARS);
        byte[] swapped = Forgery.change(SEALED, "/Doc_0/Signs/Sign_0/Seal.esl", _ -> other.der());
        assertThat(failed(swapped)).containsExactly(Check.SEAL_GENUINE);
    }

    @Test
    void aSignatureTakenFromAnotherDocument() {
        byte[] other = OfdFile.seal(
                OfdFile.write(Licences.business("91519999MADEMO002X"), Typeface.shipped(), Workshop.about()),
                CITY.seal,
                List.of(new Stamp(1, 212, 138)),
                CITY.office,
                Workshop.NOW);
        byte[] value = Forgery.read(other).find(SIGNED_VALUE).orElseThrow();
        assertThat(failed(Forgery.change(SEALED, SIGNED_VALUE, _ -> value))).containsExactly(Check.UNCHANGED);
    }

    /// The seal's picture is drawn over the page: as large as the page it would hide what stands there.
    @Test
    void aPictureAsLargeAsThePage() {
        byte[] large = Forgery.changeText(SEALED, SIGNATURE, "212 138 42 42", "0 0 297 210");
        assertThat(failed(signedAgain(large, CITY.office, UnaryOperator.identity())))
                .containsExactly(Check.STAMP_TRUE);
    }

    @Test
    void digestsOfAWeakerKind() {
        byte[] weak = Forgery.changeText(SEALED, SIGNATURE, Digests.SM3, "MD5");
        assertThat(failed(signedAgain(weak, CITY.office, UnaryOperator.identity())))
                .containsExactly(Check.UNCHANGED);
    }

    @Test
    void aSignatureWithSomethingBehindIt() {
        byte[] longer = Forgery.change(SEALED, SIGNED_VALUE, bytes -> Arrays.copyOf(bytes, bytes.length + 1));
        assertThat(failed(longer)).containsExactly(Check.SIGNATURE_TRUE);
    }

    @Test
    void anExpiredCertificate() {
        Period past = new Period(Workshop.NOW.minus(Duration.ofDays(90)), Workshop.NOW.minus(Duration.ofDays(1)));
        SigningKey expired = CITY.authority.key("expired", Workshop.OFFICE, Role.SIGNER, past);
        Seal seal = Workshop.seal(CITY.maker, List.of(expired), Workshop.YEARS);
        assertThat(failed(Workshop.put(seal, expired))).containsExactly(Check.CERTIFICATE_IN_TIME);
    }

    @Test
    void anExpiredSeal() {
        Period past = new Period(Workshop.NOW.minus(Duration.ofDays(90)), Workshop.NOW.minus(Duration.ofDays(1)));
        Seal seal = Workshop.seal(CITY.maker, List.of(CITY.office), past);
        assertThat(failed(Workshop.put(seal, CITY.office))).containsExactly(Check.SEAL_IN_TIME);
    }

    @Test
    void aSealThatEndsBeforeItBegins() {
        byte[] value = Forgery.read(SEALED).find(SIGNED_VALUE).orElseThrow();
        SealDer.Info info = SealSignatureDer.read(value).seal().info();
        SealDer.Info turned = new SealDer.Info(
                info.id(),
                info.name(),
                info.type(),
                info.signers(),
                info.madeAt(),
                info.to(),
                info.from(),
                info.format(),
                info.picture(),
                info.width(),
                info.height());
        byte[] certificate = Seal.der(CITY.maker.certificate());
        byte[] signature = CITY.maker.sign(SealDer.toSign(turned, "X", certificate));
        Seal seal = Seal.read(SealDer.encode(turned, "X", certificate, signature));
        assertThat(failed(Workshop.put(seal, CITY.office))).containsExactly(Check.SEAL_IN_TIME);
    }

    @Test
    void aLicenceThatHasRunOut() {
        LocalDate last = LocalDate.ofInstant(Workshop.NOW, ZoneOffset.ofHours(8));
        assertThat(failed(validUntil(last))).isEmpty();
        assertThat(failed(validUntil(last.minusDays(1)))).containsExactly(Check.DOCUMENT_IN_TIME);
        Verifier later = new Verifier(CITY.trust(), Workshop.CLOCK, last.plusDays(1));
        assertThat(((Judged) later.verify(validUntil(last))).failed()).containsExactly(Check.DOCUMENT_IN_TIME);
    }

    @Test
    void anEndThatIsNoDate() {
        byte[] unclear = OfdFile.seal(
                Forgery.changeText(unsealed(LocalDate.of(2031, 11, 22)), "/OFD.xml", "2031-11-22", "永远"),
                CITY.seal,
                List.of(),
                CITY.office,
                Workshop.NOW);
        assertThat(failed(unclear)).containsExactly(Check.DOCUMENT_IN_TIME);
    }

    private static byte[] validUntil(LocalDate last) {
        return OfdFile.seal(unsealed(last), CITY.seal, List.of(), CITY.office, Workshop.NOW);
    }

    private static byte[] unsealed(LocalDate last) {
        About about = new About(Workshop.DOCUMENT, "食品经营许可证（演示）", Workshop.OFFICE, Workshop.NOW, last);
        return OfdFile.write(Licences.business("91519999MADEMO001X"), Typeface.shipped(), about);
    }

    @Test
    void aTimeThatHasNotComeYet() {
        byte[] later = OfdFile.seal(
                Workshop.licence(), CITY.seal, List.of(), CITY.office, Workshop.NOW.plus(Duration.ofDays(30)));
        assertThat(failed(later)).containsExactly(Check.TIME_PLAUSIBLE);
    }

    @Test
    void aRevokedCertificate() {
        String serial = Certificates.serial(CITY.office.certificate());
        Revoked stolen = new Revoked(Kind.CERTIFICATE, serial, Workshop.NOW.plusSeconds(30), Reason.KEY_COMPROMISE);
        assertThat(failed(SEALED, stolen)).containsExactly(Check.CERTIFICATE_NOT_REVOKED);
    }

    @Test
    void theRevokedCertificateOfTheMaker() {
        String serial = Certificates.serial(CITY.maker.certificate());
        Revoked stolen = new Revoked(Kind.CERTIFICATE, serial, Workshop.NOW, Reason.KEY_COMPROMISE);
        assertThat(failed(SEALED, stolen)).containsExactly(Check.CERTIFICATE_NOT_REVOKED);
    }

    @Test
    void aRevokedSeal() {
        Revoked lost = new Revoked(Kind.SEAL, CITY.seal.id(), Workshop.NOW, Reason.UNSPECIFIED);
        assertThat(failed(SEALED, lost)).containsExactly(Check.SEAL_NOT_REVOKED);
    }

    @Test
    void aRevokedDocument() {
        Revoked document = new Revoked(Kind.DOCUMENT, Workshop.DOCUMENT, Workshop.NOW.plusSeconds(9), Reason.WITHDRAWN);
        assertThat(failed(SEALED, document)).containsExactly(Check.DOCUMENT_NOT_REVOKED);
    }

    /// A firm that was closed sealed its contracts in good order before.
    @Test
    void aSealThatWasGivenUpLaterHadCountedBefore() {
        Revoked closed = new Revoked(Kind.SEAL, CITY.seal.id(), Workshop.NOW.plusSeconds(30), Reason.CESSATION);
        assertThat(failed(SEALED, closed)).isEmpty();
        Revoked before = new Revoked(Kind.SEAL, CITY.seal.id(), Workshop.NOW.minusSeconds(30), Reason.CESSATION);
        assertThat(failed(SEALED, before)).containsExactly(Check.SEAL_NOT_REVOKED);
    }

    @Test
    void aListThatIsTooOldTellsNothing() {
        Clock later = Clock.fixed(Workshop.NOW.plus(Duration.ofDays(30)), ZoneOffset.UTC);
        assertThat(((Judged) new Verifier(CITY.trust(), later).verify(SEALED)).failed())
                .containsExactly(Check.STATUS_KNOWN);
    }

    @Test
    void aListThatTheForgerWroteIsNone() {
        Trust mixed =
                new Trust(List.of(CITY.authority.root()), new Workshop().trust().lists());
        assertThat(((Judged) new Verifier(mixed, Workshop.CLOCK).verify(SEALED)).failed())
                .containsExactly(Check.STATUS_KNOWN);
    }

    /// Signs a changed `Signature.xml` with any key, over the seal that was there.
    private static byte[] signedAgain(byte[] file, SigningKey key, UnaryOperator<Seal> seal) {
        Container parts = Forgery.read(file);
        SealSignatureDer old = SealSignatureDer.read(parts.find(SIGNED_VALUE).orElseThrow());
        byte[] der = seal.apply(Seal.read(old.seal().der())).der();
        byte[] digest = Digests.sm3(parts.find(SIGNATURE).orElseThrow());
        byte[] toSign = SealSignatureDer.toSign(der, old.at(), digest, SIGNATURE);
        parts.put(
                SIGNED_VALUE,
                SealSignatureDer.encode(
                        der, old.at(), digest, SIGNATURE, Seal.der(key.certificate()), key.sign(toSign)));
        return parts.write();
    }
}
