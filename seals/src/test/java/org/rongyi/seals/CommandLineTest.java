package org.rongyi.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final Workshop CITY = new Workshop();

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    private static Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Run verify(byte[] file) throws IOException {
        Instant now = Clock.systemUTC().instant();
        Files.write(folder.resolve("root.cer"), Seal.der(CITY.authority.root()));
        Files.write(
                folder.resolve("status.crl"),
                CITY.authority.statusList(List.of(), new Period(now, now.plus(Duration.ofDays(1)))));
        Files.write(folder.resolve("pdf.cer"), Seal.der(CITY.pdfAuthority.root()));
        Files.write(
                folder.resolve("pdf.crl"),
                CITY.pdfAuthority.statusList(List.of(), new Period(now, now.plus(Duration.ofDays(1)))));
        Path document = Files.write(folder.resolve("licence.ofd"), file);
        return run("verify", document.toString(), "--trust", folder.toString());
    }

    @Test
    void saysOfAValidDocumentWhoSealedItAndEveryCheck() throws IOException {
        Run run = verify(CITY.sealed());
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("有效 VALID").contains(Workshop.OFFICE, "企业也能盖章");
        for (Check check : Check.values()) {
            assertThat(run.out()).contains(check.zh(true)).contains(check.en(true));
        }
    }

    @Test
    void saysOfALicenceThatItHasRunOutOnTheDayThatIsAskedFor() throws IOException {
        LocalDate last = LocalDate.of(2031, 11, 22);
        About about = new About(Workshop.DOCUMENT, "许可证（演示）", Workshop.OFFICE, Workshop.NOW, last);
        byte[] file = OfdFile.seal(
                OfdFile.write(Licences.business("91519999MADEMO001X"), Typeface.shipped(), about),
                CITY.seal,
                List.of(),
                CITY.office,
                Workshop.NOW);
        verify(file);
        String document = folder.resolve("licence.ofd").toString();
        assertThat(run("verify", document, "--trust", folder.toString(), "--on", "2031-11-22")
                        .code())
                .isZero();
        Run later = run("verify", document, "--trust", folder.toString(), "--on", "2031-11-23");
        assertThat(later.code()).isEqualTo(1);
        assertThat(later.out()).contains(Check.DOCUMENT_IN_TIME.zh(false), "2031-11-22");
        assertThat(run("verify", document, "--trust", folder.toString(), "--on", "tomorrow")
                        .err())
                .contains("is no date");
    }

    @Test
    void saysOfAForgeryWhatIsWrong() throws IOException {
        Run run = verify(Forgery.add(CITY.sealed(), "/Doc_0/Extra.xml", "x"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("无效 NOT VALID")
                .doesNotContain("企业也能盖章")
                .contains(Check.COMPLETE.zh(false), "/Doc_0/Extra.xml");
    }

    @Test
    void saysTheSameOfAPdf() throws IOException {
        Run valid = verify(CITY.twin());
        assertThat(valid.code()).isZero();
        assertThat(valid.out()).startsWith("有效 VALID").contains(Workshop.OFFICE);
        Run changed = verify(PdfForgery.updated(CITY.twin()));
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.out()).contains(Check.COMPLETE.zh(false));
    }

    @Test
    void saysOfAnythingElseThatItCannotBeRead() throws IOException {
        assertThat(verify("hello".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(2);
        assertThat(run("verify", folder.resolve("none.ofd").toString(), "--trust", folder.toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void believesNobodyByItself() throws IOException {
        Path document = Files.write(folder.resolve("licence.ofd"), CITY.sealed());
        assertThat(run("verify", document.toString()).err()).contains("--trust");
        assertThat(run("verify", document.toString(), "--trust", folder.toString()))
                .satisfies(run -> assertThat(run.code()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no root"));
    }

    @Test
    void measuresHowFastDocumentsAreMade() throws IOException {
        Path json = folder.resolve("figures.json");
        assertThat(run("bench", "seals", "--count", "20", "--json", json.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(json)).contains("\"documentsPerSecond\"", "\"bytesP95\"");
    }
}
