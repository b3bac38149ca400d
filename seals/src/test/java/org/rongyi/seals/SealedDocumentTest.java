package org.rongyi.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.seals.Verdict.Judged;

/// What is sealed as it should be is accepted.
class SealedDocumentTest {
    private static final Workshop CITY = new Workshop();

    @Test
    void aSealedLicenceIsValidAndSaysWhoSealedItAndWhen() {
        Judged verdict = (Judged) CITY.verify(CITY.sealed());
        assertThat(verdict.failed()).isEmpty();
        assertThat(verdict.answers()).hasSize(Check.values().length);
        assertThat(verdict.documentId()).isEqualTo(Workshop.DOCUMENT);
        assertThat(verdict.uses()).singleElement().satisfies(use -> {
            assertThat(use.sealName()).isEqualTo(Workshop.OFFICE);
            assertThat(use.signer()).isEqualTo(Workshop.OFFICE);
            assertThat(use.at()).isEqualTo(Workshop.NOW);
        });
    }

    @Test
    void aSecondSealLeavesTheFirstOneValid() {
        SigningKey firm = CITY.authority.key("firm", "槐荫里小面馆（演示）", Role.SIGNER, Workshop.YEARS);
        Seal own = Workshop.seal(CITY.maker, List.of(firm), Workshop.YEARS);
        byte[] twice = OfdFile.seal(CITY.sealed(), own, List.of(new Stamp(1, 20, 20)), firm, Workshop.NOW);
        Judged verdict = (Judged) CITY.verify(twice);
        assertThat(verdict.failed()).isEmpty();
        assertThat(verdict.uses()).hasSize(2);
        assertThat(((Judged) CITY.verify(Forgery.changeText(twice, "/Doc_0/Pages/Page_0/Content.xml", "赵演示", "钱演示")))
                        .failed())
                .containsExactly(Check.UNCHANGED);
    }

    @Test
    void everyPageIsUnderTheSeal() {
        List<Sheet> pages = List.of(Licences.business("91519999MADEMO001X"), Licences.business("91519999MADEMO002X"));
        byte[] sealed = OfdFile.seal(
                OfdFile.write(pages, Typeface.shipped(), Workshop.about()),
                CITY.seal,
                List.of(new Stamp(1, 212, 138), new Stamp(2, 212, 138)),
                CITY.office,
                Workshop.NOW);
        assertThat(((Judged) CITY.verify(sealed)).failed()).isEmpty();
        assertThat(((Judged) CITY.verify(Forgery.changeText(sealed, "/Doc_0/Pages/Page_1/Content.xml", "赵演示", "钱演示")))
                        .failed())
                .containsExactly(Check.UNCHANGED);
    }

    @Test
    void noLineLeavesItsColumn() {
        Typeface letters = Typeface.shipped();
        String text = "餐饮，，，，，，，，，，，，，，，，，，，，服务" + "A".repeat(200) + " 2B 外卖";
        List<String> lines = letters.wrap(text, 5, 60);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        assertThat(lines).allSatisfy(line -> assertThat(letters.width(line, 5)).isLessThanOrEqualTo(65));
    }

    @Test
    void aDocumentStaysSmallSinceItCarriesOnlyItsOwnLetters() {
        assertThat(CITY.sealed().length).isLessThan(250_000);
    }

    @Test
    void theSameSheetIsWrittenAsTheSameBytes() {
        assertThat(Workshop.licence()).isEqualTo(Workshop.licence());
    }

    @Test
    void aCharacterThatTheFontLacksIsToldInsteadOfLeavingAHole() {
        Sheet.Pen pen = new Sheet.Pen(Typeface.shipped(), 210, 297).words(20, 20, 5, "店名𱁬", Sheet.Ink.BLACK);
        assertThatThrownBy(pen::done).hasMessageContaining("𱁬");
    }

    @Test
    void aKeyThatTheSealDoesNotAdmitCannotEvenTry() {
        SigningKey other = CITY.authority.key("other", "另一家（演示）", Role.SIGNER, Workshop.YEARS);
        assertThatThrownBy(() -> Workshop.put(CITY.seal, other)).hasMessageContaining("does not admit");
    }

    @Test
    void onlyAMakerOfSealsMakesSeals() {
        assertThatThrownBy(() -> Workshop.seal(CITY.office, List.of(CITY.office), Workshop.YEARS))
                .hasMessageContaining("no maker of seals");
    }

    @Test
    void keysAndAuthorityAreTheSameAfterAnotherStart(@TempDir Path folder) {
        char[] password = "only for this test".toCharArray();
        Path file = folder.resolve("keys.p12");
        Authority first = Authority.open(Pkcs12Vault.at(file, password), Suite.SM2, "根（演示）", Workshop.YEARS);
        SigningKey key = first.key("maker", "制章（演示）", Role.SEAL_MAKER, Workshop.YEARS);
        Authority second = Authority.open(Pkcs12Vault.at(file, password), Suite.SM2, "根（演示）", Workshop.YEARS);
        assertThat(second.root()).isEqualTo(first.root());
        assertThat(second.key("maker", "x", Role.SEAL_MAKER, Workshop.YEARS).certificate())
                .isEqualTo(key.certificate());
        assertThatThrownBy(() -> Pkcs12Vault.at(file, "wrong".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoBringsNoRootBelievesNothing(@TempDir Path folder) throws IOException {
        assertThat(((Judged) new Verifier(Trust.read(folder), Workshop.CLOCK).verify(CITY.sealed())).failed())
                .contains(Check.SIGNER_TRUSTED, Check.SEAL_GENUINE);
        Files.write(folder.resolve("root.cer"), Seal.der(CITY.authority.root()));
        Files.write(folder.resolve("status.crl"), CITY.authority.statusList(List.of(), Workshop.WEEK));
        assertThat(((Judged) new Verifier(Trust.read(folder), Workshop.CLOCK).verify(CITY.sealed())).failed())
                .isEmpty();
    }

    @Test
    void aRootIsSucceededByAnotherThatStandsBesideItUntilAllIsIssuedAnew() {
        Workshop successor = new Workshop();
        byte[] before = CITY.sealed();
        byte[] anew = successor.sealed();
        assertThat(failed(anew, CITY.trust()))
                .as("who was not told of the new root")
                .containsExactly(Check.SIGNER_TRUSTED, Check.SEAL_GENUINE);
        Trust both = CITY.trust().and(successor.trust());
        assertThat(failed(before, both)).isEmpty();
        assertThat(failed(anew, both)).isEmpty();
        assertThat(failed(anew, successor.trust())).isEmpty();
        assertThat(failed(before, successor.trust()))
                .as("who has given up the old root")
                .contains(Check.SIGNER_TRUSTED, Check.SEAL_GENUINE);
    }

    private static Iterable<Check> failed(byte[] file, Trust trust) {
        return ((Judged) new Verifier(trust, Workshop.CLOCK).verify(file)).failed();
    }

    /// For whoever wants to look at it: `target/looks`.
    @Test
    void whatWasMadeLiesThereToBeLookedAt() throws IOException {
        Path looks = Files.createDirectories(Path.of("target/looks"));
        Files.write(looks.resolve("licence.ofd"), CITY.sealed());
        Typeface letters = Typeface.shipped();
        Files.write(looks.resolve("round.png"), CITY.seal.picture().png());
        Files.write(
                looks.resolve("finance.png"),
                SealPicture.round(letters, "山水市槐荫里餐饮管理有限公司（演示）", "财务专用章", "5199990000002", 38)
                        .png());
        Files.write(
                looks.resolve("oval.png"),
                SealPicture.oval(letters, "山水市槐荫里餐饮管理有限公司（演示）", "发票专用章", "91519999MADEMO001X")
                        .png());
        Files.write(
                looks.resolve("square.png"), SealPicture.square(letters, "赵演示").png());
        assertThat(looks).isDirectoryContaining(path -> path.endsWith("licence.ofd"));
    }
}
