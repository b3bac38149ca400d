package org.rongyi.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.rongyi.seals.Verdict.Judged;
import org.rongyi.seals.ofd.Unreadable;

/// PDF files that are sealed as they should be are accepted, and what cannot be sealed is told.
class PdfFileTest {
    private static final Workshop CITY = new Workshop();
    private static final About CONTRACT = new About("c0ffee", "合同", "槐荫里小面馆（演示）", Workshop.NOW);

    @Test
    void theTwinOfALicenceIsValidAndSaysTheSameAsTheOriginal() throws IOException {
        byte[] twin = CITY.twin();
        Judged verdict = (Judged) CITY.verify(twin);
        assertThat(verdict.failed()).isEmpty();
        Set<Check> asked = EnumSet.allOf(Check.class);
        asked.remove(Check.STAMP_TRUE);
        assertThat(verdict.answers().stream().map(Verdict.Answer::check)).containsExactlyElementsOf(asked);
        Judged original = (Judged) CITY.verify(CITY.sealed());
        assertThat(verdict.documentId()).isEqualTo(original.documentId());
        assertThat(verdict.uses()).isEqualTo(original.uses());
        assertThat(twin.length).isLessThan(250_000);
        Files.write(Files.createDirectories(Path.of("target/looks")).resolve("licence.pdf"), twin);
        try (PDDocument document = Loader.loadPDF(twin)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("营业执照", "91519999MADEMO001X", "山水市槐荫里小面馆（演示）", "DEMONSTRATION, WITHOUT LEGAL FORCE");
            PDSignature signature = document.getLastSignatureDictionary();
            assertThat(signature.getSubFilter()).as("PAdES").isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getSignDate().toInstant()).isEqualTo(Workshop.NOW);
        }
    }

    @Test
    void everyPageOfTheOriginalIsThere() throws IOException {
        List<Sheet> pages = List.of(Licences.business("91519999MADEMO001X"), Licences.business("91519999MADEMO002X"));
        byte[] ofd = OfdFile.seal(
                OfdFile.write(pages, Typeface.shipped(), Workshop.about()),
                CITY.seal,
                List.of(new Stamp(1, 212, 138), new Stamp(2, 212, 138)),
                CITY.office,
                Workshop.NOW);
        byte[] twin = PdfFile.twin(ofd, Typeface.shipped(), CITY.seal, CITY.pdfOffice, Workshop.NOW);
        assertThat(((Judged) CITY.verify(twin)).failed()).isEmpty();
        Files.write(Files.createDirectories(Path.of("target/looks")).resolve("two.pdf"), twin);
        try (PDDocument document = Loader.loadPDF(twin)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void aContractOfAnybodysIsSealedAndKeepsItsBytes() throws Unreadable, IOException {
        byte[] contract = PdfForgery.letter(document -> document.getPage(0).setRotation(90));
        assertThat(PdfFile.pages(contract)).singleElement().satisfies(page -> {
            assertThat(page.width()).isBetween(296.0, 298.0);
            assertThat(page.height()).isBetween(209.0, 211.0);
        });
        byte[] sealed = PdfFile.seal(contract, CONTRACT, CITY.seal, new Stamp(1, 20, 30), CITY.pdfOffice, Workshop.NOW);
        assertThat(((Judged) CITY.verify(sealed)).failed()).isEmpty();
        assertThat(((Judged) CITY.verify(sealed)).documentId()).isEqualTo("c0ffee");
        assertThat(sealed).startsWith(contract);
        Files.write(Files.createDirectories(Path.of("target/looks")).resolve("contract.pdf"), sealed);
    }

    private static Unreadable.Why refused(byte[] pdf) {
        try {
            PdfFile.seal(pdf, CONTRACT, CITY.seal, new Stamp(1, 20, 30), CITY.pdfOffice, Workshop.NOW);
            throw new AssertionError("it was sealed");
        } catch (Unreadable unreadable) {
            return unreadable.why();
        }
    }

    /// The second seal would have to come behind the first, where nothing may come.
    @Test
    void whatIsSealedIsNotSealedAgain() {
        assertThat(refused(CITY.twin())).isEqualTo(Unreadable.Why.SEALED_ALREADY);
    }

    @Test
    void whatMayShowSomethingElseTomorrowIsNotSealed() {
        byte[] script = PdfForgery.letter(
                document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')")));
        assertThat(refused(script)).isEqualTo(Unreadable.Why.NOT_STILL);
        byte[] layers = PdfForgery.letter(document -> document.getDocumentCatalog()
                .getCOSObject()
                .setItem(COSName.getPDFName("OCProperties"), new COSDictionary()));
        assertThat(refused(layers)).isEqualTo(Unreadable.Why.NOT_STILL);
        assertThat(refused("%PDF-1.7 hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(Unreadable.Why.BROKEN_CONTAINER);
        assertThat(refused(CITY.sealed())).isEqualTo(Unreadable.Why.NOT_A_DOCUMENT);
    }

    /// Four hundred kilobytes that become four hundred megabytes.
    @Test
    void whatUnpacksToFarMoreIsNotOpened() {
        byte[] bomb = PdfForgery.letter(document -> document.getDocumentCatalog()
                .getCOSObject()
                .setItem(COSName.getPDFName("Metadata"), PdfForgery.zeros(document, 400)));
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(refused(bomb)).isEqualTo(Unreadable.Why.TOO_LARGE);
    }

    @Test
    void onlyAKeyThatReadersKnowAndTheSealAdmitsSigns() {
        assertThatThrownBy(() -> PdfFile.twin(CITY.sealed(), Typeface.shipped(), CITY.seal, CITY.office, Workshop.NOW))
                .hasMessageContaining("P-256");
        SigningKey other = CITY.pdfAuthority.key("other", "另一家（演示）", Role.SIGNER, Workshop.YEARS);
        assertThatThrownBy(() -> PdfFile.twin(CITY.sealed(), Typeface.shipped(), CITY.seal, other, Workshop.NOW))
                .hasMessageContaining("does not admit");
    }

    @Test
    void aDocumentOfAnotherWriterHasNoTwin() {
        byte[] foreign = Forgery.changeText(CITY.sealed(), "/OFD.xml", "Rongyi", "Another");
        assertThatThrownBy(() -> PdfFile.twin(foreign, Typeface.shipped(), CITY.seal, CITY.pdfOffice, Workshop.NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
