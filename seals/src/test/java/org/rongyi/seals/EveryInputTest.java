package org.rongyi.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.rongyi.seals.Verdict.Judged;
import org.rongyi.seals.ses.BadSeal;
import org.rongyi.seals.ses.StrictDer;

/// Whatever comes in, a verdict comes out: broken bytes are no reason to fall over. The seeds are fixed,
/// the keys are new each time, so no two runs try quite the same; what once fell over has a test of its
/// own.
class EveryInputTest {
    private static final Workshop CITY = new Workshop();
    private static final byte[] SEALED = CITY.sealed();
    private static final List<String> PARTS = List.of(
            "/OFD.xml",
            "/Doc_0/Signs/Signatures.xml",
            "/Doc_0/Signs/Sign_0/Signature.xml",
            "/Doc_0/Signs/Sign_0/Seal.esl");

    @Test
    void aSealWithAnyBytesChangedEndsInAVerdict() {
        mutate(1, 1_200, random -> {
            byte[] file =
                    Forgery.change(SEALED, "/Doc_0/Signs/Sign_0/SignedValue.dat", bytes -> changed(bytes, random));
            assertThat(CITY.verify(file)).isNotNull();
        });
    }

    @Test
    void aFileWithAnyPartChangedEndsInAVerdict() {
        mutate(2, 500, random -> {
            String part = PARTS.get(random.nextInt(PARTS.size()));
            byte[] file = Forgery.change(SEALED, part, bytes -> changed(bytes, random));
            if (CITY.verify(file) instanceof Judged judged && judged.valid()) {
                boolean same = Arrays.equals(part(file, part), part(SEALED, part));
                assertThat(same || part.endsWith("/Signatures.xml")).as(part).isTrue();
            }
        });
    }

    @Test
    void anyBytesEndInAVerdict() {
        mutate(
                3,
                800,
                random -> assertThat(CITY.verify(changed(SEALED, random))).isNotNull());
    }

    @Test
    void aCertificateWithAnyBytesChangedIsOneOrNone() {
        byte[] der = Seal.der(CITY.office.certificate());
        mutate(
                4,
                1_500,
                random -> Crypto.certificate(changed(der, random)).ifPresent(read -> {
                    Trust trust = CITY.trust();
                    assertThat(Certificates.has(read, Role.SEAL_MAKER)).isIn(true, false);
                    assertThat(trust.issuer(read).isEmpty() || read.equals(CITY.office.certificate()))
                            .isTrue();
                }));
    }

    @Test
    void aListWithAnyBytesChangedIsRefusedOrNotTheRoots() {
        Revoked seal = new Revoked(Revoked.Kind.SEAL, "1", Workshop.NOW, Revoked.Reason.CESSATION);
        byte[] der = CITY.authority.statusList(List.of(seal), Workshop.WEEK);
        mutate(5, 1_500, random -> {
            byte[] list = changed(der, random);
            try {
                boolean counts = StatusList.read(list).isFrom(CITY.authority.root());
                assertThat(counts && !Arrays.equals(list, der)).isFalse();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("no revocation list");
            }
        });
    }

    @Test
    void aPdfWithAnyBytesChangedEndsInAVerdictAndIsRefused() {
        byte[] twin = CITY.twin();
        mutate(6, 300, random -> {
            byte[] file = changed(twin, random);
            boolean valid = CITY.verify(file) instanceof Judged judged && judged.valid();
            assertThat(valid && !Arrays.equals(file, twin)).isFalse();
        });
    }

    @Test
    void theSignatureOfAPdfWithAnyBytesChangedIsReadOrRefused() {
        PdfMark mark = PdfMark.of(Workshop.about(), Workshop.NOW, CITY.seal, PdfPlaces.NONE);
        byte[] der = PdfSignature.make(new byte[] {1}, mark, CITY.pdfOffice);
        mutate(7, 3_000, random -> {
            try {
                assertThat(PdfSignature.read(changed(der, random)).signer()).isNotNull();
            } catch (BadSeal refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        });
    }

    @Test
    void nothingAtAllAndASignatureOfHalfBytesEndInAVerdict() {
        assertThat(StrictDer.is(new byte[0])).isFalse();
        assertThat(StrictDer.is(new byte[] {0, 0})).isFalse();
        byte[] der = Seal.der(CITY.office.certificate());
        // The number of unused bits of the signature, which ends the certificate.
        int at = der.length - CITY.office.certificate().getSignature().length - 1;
        assertThat(der[at]).isZero();
        der[at] = 4;
        der[der.length - 1] &= (byte) 0xf0;
        Crypto.certificate(der)
                .ifPresent(read -> assertThat(CITY.trust().issuer(read))
                        .as("signed by nobody")
                        .isEmpty());
    }

    /// Thousands of boxes in each other: the library reads by calling itself.
    @Test
    void nestingWithoutEndEndsInAVerdict() {
        byte[] deep = new byte[200_000];
        for (int at = 0; at < deep.length; at += 5) {
            int rest = deep.length - at - 5;
            deep[at] = 0x30;
            deep[at + 1] = (byte) 0x83;
            deep[at + 2] = (byte) (rest >> 16);
            deep[at + 3] = (byte) (rest >> 8);
            deep[at + 4] = (byte) rest;
        }
        byte[] file = Forgery.change(SEALED, "/Doc_0/Signs/Sign_0/SignedValue.dat", _ -> deep);
        assertThat(((Judged) CITY.verify(file)).failed()).containsExactly(Check.SIGNATURE_TRUE);
        assertThat(Crypto.certificate(deep)).isEmpty();
    }

    private static byte[] part(byte[] file, String part) {
        return Forgery.read(file).find(part).orElseThrow();
    }

    private static void mutate(int seed, int times, Consumer<Random> one) {
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            one.accept(random);
        }
    }

    /// One to three times: another byte, some left out, some put in twice, or the end cut off.
    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = bytes;
        for (int i = random.nextInt(3); i >= 0 && changed.length > 0; i--) {
            int at = random.nextInt(changed.length);
            int count = Math.min(changed.length - at, 1 + random.nextInt(8));
            changed = switch (random.nextInt(8)) {
                case 0 -> joined(Arrays.copyOf(changed, at), Arrays.copyOfRange(changed, at + count, changed.length));
                case 1 -> joined(Arrays.copyOf(changed, at + count), Arrays.copyOfRange(changed, at, changed.length));
                case 2 -> Arrays.copyOf(changed, Math.max(1, at));
                default -> {
                    byte[] other = changed.clone();
                    other[at] = (byte) random.nextInt(256);
                    yield other;
                }
            };
        }
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
