package org.rongyi.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.invoices.cn.CnReader;
import org.xml.sax.SAXException;

/// What strangers send costs no more than its size, and never brings the reader down.
class HostileFilesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Duration SOON = Duration.ofSeconds(10);

    private static Reading read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return assertTimeoutPreemptively(SOON, () -> InvoiceReader.read(bytes, TODAY));
    }

    @Test
    void aBombOfEntitiesIsRefusedUnread() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE EInvoice [<!ENTITY a0 \"boom\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1, i - 1));
        }
        Reading reading = read(bomb + "]><EInvoice>&a29;</EInvoice>");
        assertThat(reading.invoice()).isNull();
        assertThat(reading.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("XML-1");
            assertThat(fault.what().zh()).contains("实体");
        });
    }

    @Test
    void noFileOfThisMachineIsShown(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        Reading reading = read("<!DOCTYPE EInvoice [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><EInvoice><Header><EIid>&x;</EIid></Header></EInvoice>");
        assertThat(reading.faults().toString()).doesNotContain("the secret");
        assertThat(reading.faults()).extracting(Fault::rule).containsExactly("XML-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<EInvoice>",
                "<EInvoice/>",
                "<!DOCTYPE EInvoice SYSTEM \"http://localhost:1/x.dtd\"><EInvoice/>",
                "<EInvoice>&undeclared;</EInvoice>",
                "%PDF-1.7",
                "\u0000\u0001\u0002",
                "<EInvoice xmlns:a='a' a:b='1' a:b='2'/>"
            })
    void whatIsNoInvoiceIsToldAndNothingElseHappens(String text) {
        Reading reading = read(text);
        assertThat(reading.isGood()).isFalse();
        assertThat(reading.faults()).isNotEmpty();
    }

    @Test
    void whatIsTooDeepTooManyOrTooLargeIsNoInvoice() {
        assertThat(read("<a>".repeat(100_000)).faults().toString()).contains("XML-1");
        assertThat(read("<a>" + "<b/>".repeat(200_000) + "</a>").faults().toString())
                .contains("XML-1");
        assertThat(read("<a>" + " ".repeat(InvoiceReader.LARGEST) + "</a>")
                        .faults()
                        .toString())
                .contains("4 MB");
    }

    @Test
    void aNumberWithABillionDigitsIsNoNumber() {
        Reading reading = read(DigitalInvoiceTest.good().replace("<Quantity>12", "<Quantity>1e999999999"));
        assertThat(reading.faults()).extracting(Fault::rule).containsExactly("CN-08");
        Reading long18 = read(DigitalInvoiceTest.good().replace("<Quantity>12", "<Quantity>" + "9".repeat(100_000)));
        assertThat(long18.faults()).extracting(Fault::rule).containsExactly("CN-08");
    }

    @Test
    void thousandsOfFaultsAreNotAllTold() {
        String line = "<IssuItemInformation/>".repeat(20_000);
        assertThat(read(DigitalInvoiceTest.good().replace("<IssuItemInformation>", line + "<IssuItemInformation>"))
                        .faults())
                .hasSize(Faults.MOST);
    }

    /// Whatever is done to the bytes of a good one: an answer, no exception, and good only if it reads
    /// as before.
    @Test
    void bytesThatWereChangedAtRandomNeverBringTheReaderDown() {
        Random random = new Random(20261123);
        byte[][] sources = {
            DigitalInvoiceTest.good().getBytes(StandardCharsets.UTF_8),
            EuropeanInvoiceTest.ubl().getBytes(StandardCharsets.UTF_8),
            EuropeanInvoiceTest.cii().getBytes(StandardCharsets.UTF_8)
        };
        for (int round = 0; round < 6_000; round++) {
            byte[] bytes = sources[round % sources.length].clone();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                int at = random.nextInt(bytes.length);
                switch (random.nextInt(3)) {
                    case 0 -> bytes[at] = (byte) random.nextInt(256);
                    case 1 -> bytes[at] = (byte) ('0' + random.nextInt(10));
                    default -> System.arraycopy(bytes, 0, bytes, at, Math.min(20, bytes.length - at));
                }
            }
            Reading reading = InvoiceReader.read(bytes, TODAY);
            assertThat(reading.isGood() || !reading.faults().isEmpty())
                    .as("round %s", round)
                    .isTrue();
        }
    }

    /// The schema is a paper; this keeps it true.
    @Test
    void whatTheReconstructedSchemaRefusesTheReaderRefusesToo() throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Schema schema =
                factory.newSchema(Objects.requireNonNull(CnReader.class.getResource("einvoice-reconstructed.xsd")));
        assertThat(fits(schema, DigitalInvoiceTest.good())).isTrue();
        String[] lines = DigitalInvoiceTest.good().split("\n");
        int refused = 0;
        for (int i = 1; i < lines.length; i++) {
            boolean whole = lines[i].strip().matches("<[^/].*</.*>");
            if (whole) {
                String without = good(lines, i, "");
                String wrong = good(lines, i, lines[i].replaceAll(">[^<]*<", ">?<"));
                for (String changed : new String[] {without, wrong}) {
                    if (!fits(schema, changed)) {
                        refused++;
                        assertThat(read(changed).isGood()).as(changed).isFalse();
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(20);
    }

    private static String good(String[] lines, int at, String instead) {
        String[] changed = lines.clone();
        changed[at] = instead;
        return String.join("\n", changed);
    }

    private static boolean fits(Schema schema, String xml) {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
            return true;
        } catch (SAXException refused) {
            return false;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
