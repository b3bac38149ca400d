package org.rongyi.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rongyi.seals.Revoked.Kind;
import org.rongyi.seals.Revoked.Reason;
import org.rongyi.seals.Verdict.Judged;

/// Each forgery of a PDF is refused, by its own name.
class PdfForgeriesTest {
    private static final Workshop CITY = new Workshop();
    private static final byte[] SEALED = CITY.twin();
    private static final Pattern RANGE = Pattern.compile("/ByteRange \\[0 (\\d+) (\\d+) (\\d+)");

    private static Set<Check> failed(byte[] file, Revoked... revoked) {
        return ((Judged) CITY.verify(file, revoked)).failed();
    }

    private static byte[] twin(Seal seal, SigningKey key) {
        return PdfFile.twin(CITY.sealed(), Typeface.shipped(), seal, key, Workshop.NOW);
    }

    private static int gap(int group) {
        Matcher range = RANGE.matcher(new String(SEALED, StandardCharsets.ISO_8859_1));
        assertThat(range.find()).isTrue();
        return Integer.parseInt(range.group(group));
    }

    @Test
    void anotherTitleInTheFile() {
        assertThat(failed(PdfForgery.replace(SEALED, "/Creator", "/Created"))).containsExactly(Check.UNCHANGED);
    }

    /// No byte of the file may be another one, wherever it lies.
    @Test
    void oneBitAnywhereInTheFile() {
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(SEALED.length);
            assertThat(valid(Forgery.flip(SEALED, at))).as("changed at " + at).isFalse();
        }
        for (int at = gap(1); at < gap(1) + 400; at++) {
            assertThat(valid(Forgery.flip(SEALED, at))).as("changed at " + at).isFalse();
        }
        for (int at = gap(2) - 40; at < gap(2) + 40; at++) {
            assertThat(valid(Forgery.flip(SEALED, at))).as("changed at " + at).isFalse();
        }
    }

    private static boolean valid(byte[] file) {
        return CITY.verify(file) instanceof Judged judged && judged.valid();
    }

    @Test
    void somethingBehindTheSignature() {
        byte[] longer = Arrays.copyOf(SEALED, SEALED.length + 1);
        longer[SEALED.length] = '\n';
        assertThat(failed(longer)).containsExactly(Check.COMPLETE);
    }

    /// The format allows it, and readers show the new page.
    @Test
    void aPageChangedBehindTheSignature() {
        assertThat(failed(PdfForgery.updated(SEALED))).containsExactly(Check.COMPLETE);
    }

    /// The signature is taken along and covers what it covered; a second one covers the whole file.
    @Test
    void aSecondSignatureOverAChangedPage() {
        String update = "\n/ByteRange [0 1 2 " + (SEALED.length + 100) + "]";
        byte[] more = Arrays.copyOf(SEALED, SEALED.length + update.length());
        System.arraycopy(update.getBytes(StandardCharsets.US_ASCII), 0, more, SEALED.length, update.length());
        assertThat(failed(more)).contains(Check.COMPLETE);
    }

    @Test
    void aSignatureThatLeavesSomethingOut() {
        Matcher range = RANGE.matcher(new String(SEALED, StandardCharsets.ISO_8859_1));
        assertThat(range.find()).isTrue();
        String shorter = "/ByteRange [1 " + (gap(1) - 1) + " " + gap(2) + " " + gap(3);
        String padded = shorter + " ".repeat(Math.max(0, range.group().length() - shorter.length()));
        assertThat(failed(PdfForgery.replace(SEALED, range.group(), padded))).contains(Check.COMPLETE, Check.UNCHANGED);
    }

    @Test
    void aGapThatHidesMoreThanTheSignature() {
        byte[] hides = SEALED.clone();
        hides[gap(2) - 10] = ')';
        assertThat(failed(hides)).containsExactly(Check.SIGNATURE_TRUE);
    }

    @Test
    void aDocumentThatNobodySigned() {
        assertThat(failed(PdfForgery.letter(_ -> {}))).containsExactly(Check.SIGNED);
    }

    @Test
    void everythingOfTheForgersOwnMaking() {
        assertThat(failed(new Workshop().twin())).containsExactly(Check.SIGNER_TRUSTED, Check.SEAL_GENUINE);
    }

    @Test
    void aCertificateOfTheForgersOwnMaking() {
        Workshop forger = new Workshop();
        Seal admitting = Workshop.seal(CITY.maker, List.of(forger.pdfOffice), Workshop.YEARS);
        assertThat(failed(twin(admitting, forger.pdfOffice))).containsExactly(Check.SIGNER_TRUSTED);
    }

    @Test
    void aSealOfTheForgersOwnMaking() {
        Seal own = Workshop.seal(new Workshop().maker, List.of(CITY.pdfOffice), Workshop.YEARS);
        assertThat(failed(twin(own, CITY.pdfOffice))).containsExactly(Check.SEAL_GENUINE);
    }

    @Test
    void aSignatureTakenFromAnotherDocument() {
        byte[] other = PdfFile.twin(
                OfdFile.seal(
                        OfdFile.write(Licences.business("91519999MADEMO002X"), Typeface.shipped(), Workshop.about()),
                        CITY.seal,
                        List.of(new Stamp(1, 212, 138)),
                        CITY.office,
                        Workshop.NOW),
                Typeface.shipped(),
                CITY.seal,
                CITY.pdfOffice,
                Workshop.NOW);
        Matcher range = RANGE.matcher(new String(other, StandardCharsets.ISO_8859_1));
        assertThat(range.find()).isTrue();
        byte[] taken = SEALED.clone();
        int from = Integer.parseInt(range.group(1));
        System.arraycopy(other, from, taken, gap(1), gap(2) - gap(1));
        assertThat(failed(taken)).containsExactly(Check.UNCHANGED);
    }

    @Test
    void anExpiredCertificate() {
        Period past = new Period(Workshop.NOW.minus(Duration.ofDays(90)), Workshop.NOW.minus(Duration.ofDays(1)));
        SigningKey expired = CITY.pdfAuthority.key("expired", Workshop.OFFICE, Role.SIGNER, past);
        Seal seal = Workshop.seal(CITY.maker, List.of(expired), Workshop.YEARS);
        assertThat(failed(twin(seal, expired))).containsExactly(Check.CERTIFICATE_IN_TIME);
    }

    @Test
    void aRevokedCertificate() {
        String serial = Certificates.serial(CITY.pdfOffice.certificate());
        Revoked stolen = new Revoked(Kind.CERTIFICATE, serial, Workshop.NOW.plusSeconds(30), Reason.KEY_COMPROMISE);
        assertThat(failed(SEALED, stolen)).containsExactly(Check.CERTIFICATE_NOT_REVOKED);
    }

    @Test
    void aRevokedSeal() {
        Revoked lost = new Revoked(Kind.SEAL, CITY.seal.id(), Workshop.NOW, Reason.UNSPECIFIED);
        assertThat(failed(SEALED, lost)).containsExactly(Check.SEAL_NOT_REVOKED);
    }

    @Test
    void aCancelledLicence() {
        Revoked document = new Revoked(Kind.DOCUMENT, Workshop.DOCUMENT, Workshop.NOW.plusSeconds(9), Reason.WITHDRAWN);
        assertThat(failed(SEALED, document)).containsExactly(Check.DOCUMENT_NOT_REVOKED);
    }

    @Test
    void aLicenceThatHasRunOut() {
        LocalDate last = LocalDate.of(2026, 11, 23);
        About about = new About(Workshop.DOCUMENT, "食品经营许可证（演示）", Workshop.OFFICE, Workshop.NOW, last);
        byte[] ofd = OfdFile.write(Licences.business("91519999MADEMO001X"), Typeface.shipped(), about);
        byte[] pdf = PdfFile.twin(ofd, Typeface.shipped(), CITY.seal, CITY.pdfOffice, Workshop.NOW);
        assertThat(failed(pdf)).isEmpty();
        Verifier later = new Verifier(CITY.trust(), Workshop.CLOCK, last.plusDays(1));
        assertThat(((Judged) later.verify(pdf)).failed()).containsExactly(Check.DOCUMENT_IN_TIME);
    }

    @Test
    void aTimeThatHasNotComeYet() {
        byte[] later = PdfFile.twin(
                CITY.sealed(), Typeface.shipped(), CITY.seal, CITY.pdfOffice, Workshop.NOW.plus(Duration.ofDays(30)));
        assertThat(failed(later)).containsExactly(Check.TIME_PLAUSIBLE);
    }
}
