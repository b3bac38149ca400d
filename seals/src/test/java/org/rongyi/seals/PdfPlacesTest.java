package org.rongyi.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.seals.Verdict.Judged;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Unreadable.Why;

/// Several seal one PDF: the first keeps the places, each later one fills the next, and nothing else may
/// come behind.
class PdfPlacesTest {
    private static final Workshop CITY = new Workshop();
    private static final About CONTRACT = new About("c0ffee", "合同", "槐荫里小面馆（演示）", Workshop.NOW);
    private static final About COUNTER = new About("decaf", "合同", "锦江粮油（演示）", Workshop.NOW);
    private static final SigningKey OTHER = CITY.pdfAuthority.key("other", "锦江粮油（演示）", Role.SIGNER, Workshop.YEARS);
    private static final Seal SEAL = Seal.make(
            new Seal.Design(
                    "51999900000009",
                    "锦江粮油（演示）",
                    Seal.Owner.ORGANISATION,
                    SealPicture.oval(Typeface.shipped(), "锦江粮油（演示）", "合同专用章", "5199990000009"),
                    List.of(OTHER.certificate()),
                    Workshop.YEARS),
            CITY.maker,
            Workshop.NOW);
    private static final List<Stamp> TWO = List.of(new Stamp(1, 20, 230), new Stamp(1, 80, 230));

    private static byte[] letter(int rotation) {
        return PdfForgery.letter(document -> document.getPage(0).setRotation(rotation));
    }

    /// Its objects lie in streams, as most programs write them today.
    private static byte[] packed() throws IOException {
        try (PDDocument document = Loader.loadPDF(letter(0))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] first(byte[] pdf, List<Stamp> others) throws Unreadable {
        return PdfFile.seal(pdf, CONTRACT, CITY.seal, new Stamp(1, 140, 230), others, CITY.pdfOffice, Workshop.NOW);
    }

    private static byte[] next(byte[] sealed) throws Unreadable {
        return PdfFile.sealNext(sealed, COUNTER, SEAL, OTHER, Workshop.NOW.plusSeconds(30));
    }

    private static Set<Check> failed(byte[] file, Revoked... revoked) {
        return ((Judged) CITY.verify(file, revoked)).failed();
    }

    private static Why refused(byte[] sealed) {
        try {
            next(sealed);
            throw new AssertionError("it was sealed");
        } catch (Unreadable unreadable) {
            return unreadable.why();
        }
    }

    @Test
    void eachSealLeavesTheEarlierOnesValid() throws Unreadable, IOException {
        byte[] one = first(letter(0), TWO);
        assertThat(failed(one)).isEmpty();
        assertThat(PdfFile.place(one)).hasValueSatisfying(place -> {
            assertThat(place.stamp()).isEqualTo(TWO.getFirst());
            assertThat(place.pages()).isEqualTo(1);
        });
        byte[] two = next(one);
        assertThat(two).startsWith(one);
        byte[] three = next(two);
        assertThat(three).startsWith(two);
        for (byte[] sealed : List.of(two, three)) {
            assertThat(failed(sealed)).isEmpty();
        }
        assertThat(((Judged) CITY.verify(three)).uses())
                .extracting(Verdict.SealUse::signer)
                .containsExactly(Workshop.OFFICE, "锦江粮油（演示）", "锦江粮油（演示）");
        assertThat(three.length - letter(0).length)
                .as("whoever begins knows how large it becomes")
                .isLessThan(2 * PdfFile.room(SEAL) + PdfFile.room(CITY.seal));
        assertThat(refused(three)).as("no place is left").isEqualTo(Why.SEALED_ALREADY);
        Revoked stolen = new Revoked(
                Revoked.Kind.CERTIFICATE,
                Certificates.serial(OTHER.certificate()),
                Workshop.NOW.plusSeconds(40),
                Revoked.Reason.KEY_COMPROMISE);
        assertThat(failed(two, stolen)).containsExactly(Check.CERTIFICATE_NOT_REVOKED);
        readByOthers(three, 3, "contract-three");
    }

    private static void readByOthers(byte[] sealed, int seals, String name) throws IOException {
        Path looks = Files.createDirectories(Path.of("target/looks"));
        Files.write(looks.resolve(name + ".pdf"), sealed);
        try (PDDocument document = Loader.loadPDF(sealed)) {
            assertThat(document.getSignatureDictionaries()).hasSize(seals).allSatisfy(PdfPlacesTest::isPades);
            assertThat(document.getSignatureFields())
                    .hasSize(3)
                    .allSatisfy(field ->
                            assertThat(field.getWidgets().getFirst().getPage()).isNotNull());
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("ACONTRACT");
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            ImageIO.write(page, "png", looks.resolve(name + ".png").toFile());
        }
    }

    private static void isPades(PDSignature signature) {
        assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void aPageThatLiesHasItsSealsUpright(int rotation) throws Unreadable, IOException {
        byte[] sealed = next(first(letter(rotation), List.of(new Stamp(1, 20, 20), new Stamp(1, 80, 20))));
        assertThat(failed(sealed)).isEmpty();
        readByOthers(sealed, 2, "contract-" + rotation);
    }

    @Test
    void aFileOfTodaysProgramsTakesThemToo() throws Unreadable, IOException {
        byte[] sealed = next(first(packed(), TWO));
        assertThat(failed(sealed)).isEmpty();
        readByOthers(sealed, 2, "contract-packed");
    }

    @Test
    void noByteOfALaterSealIsAnotherOne() throws Unreadable {
        byte[] one = first(letter(0), TWO);
        byte[] two = next(one);
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            int at = one.length + random.nextInt(two.length - one.length);
            assertThat(failed(Forgery.flip(two, at))).as("changed at " + at).isNotEmpty();
        }
        for (int i = 0; i < 100; i++) {
            int at = random.nextInt(one.length);
            assertThat(failed(Forgery.flip(two, at))).as("changed at " + at).isNotEmpty();
        }
    }

    @Test
    void whatIsPutBetweenOrBehindIsRefused() throws Unreadable {
        byte[] one = first(letter(0), TWO);
        assertThat(failed(PdfForgery.updated(one))).containsExactly(Check.COMPLETE);
        assertThat(refused(PdfForgery.updated(one))).isEqualTo(Why.SEALED_ALREADY);
        assertThat(failed(PdfForgery.updated(next(one)))).containsExactly(Check.COMPLETE);
        byte[] longer = Arrays.copyOf(next(one), next(one).length + 1);
        longer[longer.length - 1] = '\n';
        assertThat(failed(longer)).containsExactly(Check.COMPLETE);
    }

    @Test
    void withoutAPlaceNothingComesBehind() throws Unreadable {
        byte[] alone = first(letter(0), List.of());
        assertThat(refused(alone)).isEqualTo(Why.SEALED_ALREADY);
        assertThat(refused(CITY.twin())).isEqualTo(Why.SEALED_ALREADY);
        byte[] one = first(letter(0), TWO);
        byte[] elsewhere = behind(alone, revision(alone, one, "132", "132"));
        assertThat(failed(elsewhere)).as("a place of another file").containsExactly(Check.COMPLETE);
    }

    /// Whoever has a key of their own could write more than their seal, and sign that.
    @Test
    void aSealThatBringsMoreThanItselfIsRefusedThoughItsKeyIsGenuine() throws Unreadable {
        byte[] one = first(letter(0), TWO);
        assertThat(failed(behind(one, revision(one, one, "/F 132", "/F 132")))).isEmpty();
        for (String other : List.of("/F 130", "/Q 132")) {
            assertThat(failed(behind(one, revision(one, one, "/F 132", other)))).containsExactly(Check.COMPLETE);
        }
        assertThat(failed(behind(one, revision(one, one, "/Width 1 ", "/Width 2 "))))
                .containsExactly(Check.COMPLETE);
    }

    /// The numbers that a seal will give to what it brings can be foreseen: a page that points at them would
    /// show the seal's own parts where the writer of the page wants them, once it is sealed.
    @ParameterizedTest
    @ValueSource(strings = {"0", "7"})
    void whatWaitsForAnObjectOfASealIsNotSealed(String generation) throws Unreadable {
        String there = "/Ours [3 0 R]";
        assertThat(failed(next(first(PdfForgery.pageWith(there), TWO)))).isEmpty();
        PdfPlaces places = PdfSigned.of(first(letter(0), TWO))
                .getFirst()
                .signature()
                .orElseThrow()
                .mark()
                .places();
        int ofTheFirst = places.next() - PdfFields.ROOM + 1;
        for (int number : List.of(ofTheFirst, ofTheFirst + 5, places.next(), places.next() + 1, places.next() + 6)) {
            String later = number + " " + generation + " R";
            for (String more : List.of(
                    "/Also [3 0 R " + later + "]",
                    "/Annots [<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N " + later + ">>>>]")) {
                assertThat(whyNot(PdfForgery.pageWith(more), List.of()))
                        .as(more)
                        .isEqualTo(Why.NOT_STILL);
                assertThat(whyNot(PdfForgery.pageWith(more), TWO)).as(more).isEqualTo(Why.NOT_STILL);
            }
        }
    }

    private static Why whyNot(byte[] pdf, List<Stamp> others) {
        try {
            first(pdf, others);
            throw new AssertionError("it was sealed");
        } catch (Unreadable unreadable) {
            return unreadable.why();
        }
    }

    /// Whatever a page calls its own pictures, the seal shows the one that it brings.
    @Test
    void theSealBringsWhatItShows() throws Unreadable, IOException {
        try (PDDocument document = Loader.loadPDF(next(first(letter(0), TWO)))) {
            assertThat(document.getSignatureFields())
                    .filteredOn(field -> field.getSignature() != null)
                    .hasSize(2)
                    .allSatisfy(field -> {
                        PDResources own = field.getWidgets()
                                .getFirst()
                                .getNormalAppearanceStream()
                                .getResources();
                        assertThat(own.getXObjectNames()).hasSize(1).allMatch(own::isImageXObject);
                    });
        }
    }

    /// Readers that let a further seal come behind let a field be filled in as well.
    @Test
    void aFormToBeFilledInKeepsNoPlaces() {
        byte[] form = PdfForgery.letter(document -> {
            PDAcroForm fields = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(fields);
            PDTextField amount = new PDTextField(fields);
            amount.setPartialName("amount");
            fields.getFields().add(amount);
        });
        assertThat(whyNot(form, TWO)).isEqualTo(Why.NOT_STILL);
        assertThatThrownBy(() -> PdfFile.pages(form, true)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aFileOfNothingButRangesIsAnsweredAtOnce() {
        String range = "/ByteRange[0 9 3999990 1]";
        byte[] many = ("%PDF-1.7 " + range.repeat(45_000) + " ".repeat(4_000_000 - 45_000 * range.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
        Verdict verdict = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> CITY.verify(many));
        assertThat(((Verdict.NotReadable) verdict).why()).isEqualTo(Why.TOO_MANY_SIGNATURES);
    }

    private static PdfRevision.Written revision(byte[] before, byte[] places, String from, String to) {
        try {
            PdfPlaces kept = PdfSigned.of(places)
                    .getFirst()
                    .signature()
                    .orElseThrow()
                    .mark()
                    .places();
            PdfRevision.Written written = PdfRevision.write(before, kept, 0, SEAL, OTHER.certificate(), Workshop.NOW);
            return new PdfRevision.Written(
                    PdfForgery.replace(written.bytes(), from, to), written.gapFrom(), written.gapTo());
        } catch (Unreadable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] behind(byte[] before, PdfRevision.Written written) {
        byte[] sealed = Arrays.copyOf(before, before.length + written.bytes().length);
        System.arraycopy(written.bytes(), 0, sealed, before.length, written.bytes().length);
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        covered.write(sealed, 0, written.gapFrom());
        covered.write(sealed, written.gapTo(), sealed.length - written.gapTo());
        byte[] value = PdfSignature.make(
                covered.toByteArray(), PdfMark.of(COUNTER, Workshop.NOW, SEAL, PdfPlaces.NONE), OTHER);
        byte[] digits = HexFormat.of().withUpperCase().formatHex(value).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, sealed, written.gapFrom() + 1, digits.length);
        return sealed;
    }
}
