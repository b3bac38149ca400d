package org.rongyi.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// EN 16931 behind the same door: one meaning, two ways of writing, the rules of the norm.
class EuropeanInvoiceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static String ubl() {
        return file("invented-ubl.xml");
    }

    static String cii() {
        return file("invented-cii.xml");
    }

    private static String file(String name) {
        try (InputStream file = Objects.requireNonNull(EuropeanInvoiceTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Reading read(String xml) {
        return InvoiceReader.read(xml.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    @Test
    void bothWaysOfWritingSayTheSame() {
        Reading ubl = read(ubl());
        Reading cii = read(cii());
        assertThat(ubl.faults()).isEmpty();
        assertThat(cii.faults()).isEmpty();
        Invoice one = Objects.requireNonNull(ubl.invoice());
        Invoice other = Objects.requireNonNull(cii.invoice());
        assertThat(other).usingRecursiveComparison().ignoringFields("format").isEqualTo(one);
        assertThat(one.seller().taxId()).isEqualTo("ATU00000000");
        assertThat(one.tax()).isEqualTo("58.00");
    }

    @ParameterizedTest
    @CsvSource({
        "BR-02, <cbc:ID>2026-0042</cbc:ID>, ''",
        "BR-06, <cbc:RegistrationName>Invented Seller</cbc:RegistrationName>, ''",
        "BR-11, <cbc:IdentificationCode>CN</cbc:IdentificationCode>, ''",
        "BR-23, ' unitCode=\"C62\"', ''",
        "BR-27, <cbc:PriceAmount currencyID=\"EUR\">100, <cbc:PriceAmount currencyID=\"EUR\">-100",
        "BR-33, <cbc:AllowanceChargeReason>Discount</cbc:AllowanceChargeReason>, ''",
        "BR-61, <cbc:ID>AT000000000000000000</cbc:ID>, ''",
        "BR-CL-04, <cbc:DocumentCurrencyCode>EUR, <cbc:DocumentCurrencyCode>EUX",
        "BR-CL-14, <cbc:IdentificationCode>CN, <cbc:IdentificationCode>QQ",
        "BR-CO-09, ATU00000000, 00U00000000",
        "BR-CO-10, <cbc:LineExtensionAmount currencyID=\"EUR\">300.00</cbc:LineExtensionAmount><cbc:Tax,"
                + " <cbc:LineExtensionAmount currencyID=\"EUR\">301.00</cbc:LineExtensionAmount><cbc:Tax",
        "BR-CO-11, <cbc:AllowanceTotalAmount currencyID=\"EUR\">10.00,"
                + " <cbc:AllowanceTotalAmount currencyID=\"EUR\">9.00",
        "BR-CO-13, <cbc:TaxExclusiveAmount currencyID=\"EUR\">290.00,"
                + " <cbc:TaxExclusiveAmount currencyID=\"EUR\">290.01",
        "BR-CO-14, <cbc:TaxAmount currencyID=\"EUR\">58.00</cbc:TaxAmount><cac:TaxSub,"
                + " <cbc:TaxAmount currencyID=\"EUR\">58.01</cbc:TaxAmount><cac:TaxSub",
        "BR-CO-15, <cbc:TaxInclusiveAmount currencyID=\"EUR\">348, <cbc:TaxInclusiveAmount currencyID=\"EUR\">349",
        "BR-CO-16, <cbc:PayableAmount currencyID=\"EUR\">348, <cbc:PayableAmount currencyID=\"EUR\">340",
        "BR-CO-17, <cbc:TaxableAmount currencyID=\"EUR\">290, <cbc:TaxableAmount currencyID=\"EUR\">200",
        "BR-S-08, <cbc:TaxableAmount currencyID=\"EUR\">290, <cbc:TaxableAmount currencyID=\"EUR\">200",
        "BR-S-05, <cbc:Percent>20, <cbc:Percent>0",
        "BR-E-10, <cbc:ID>S</cbc:ID>, <cbc:ID>E</cbc:ID>",
        "BR-DEC, <cbc:PayableAmount currencyID=\"EUR\">348.00, <cbc:PayableAmount currencyID=\"EUR\">348.001",
        "EN-FUTURE, <cbc:IssueDate>2026-11-02, <cbc:IssueDate>2026-11-24",
        "EN-PAST, <cbc:IssueDate>2026-11-02, <cbc:IssueDate>0026-11-02"
    })
    void aRuleOfTheNormThatIsBrokenIsNamed(String rule, String from, String to) {
        String good = ubl().replaceAll(">\\s+<", "><");
        assertThat(good).contains(from);
        assertThat(read(good.replace(from, to)).faults())
                .extracting(Fault::rule)
                .contains(rule);
    }

    @Test
    void aCreditNoteTakesBack() {
        String note = ubl().replace("<Invoice ", "<CreditNote ")
                .replace("</Invoice>", "</CreditNote>")
                .replace("xsd:Invoice-2", "xsd:CreditNote-2")
                .replace("InvoiceTypeCode", "CreditNoteTypeCode")
                .replace(">380<", ">381<")
                .replace("InvoiceLine", "CreditNoteLine")
                .replace("InvoicedQuantity", "CreditedQuantity");
        Reading reading = read(note);
        assertThat(reading.faults()).isEmpty();
        assertThat(Objects.requireNonNull(reading.invoice()).takesBack()).isTrue();
    }

    @Test
    void aFaultIsToldWithItsLine() {
        String bad =
                ubl().replace("<cbc:PayableAmount currencyID=\"EUR\">348", "<cbc:PayableAmount currencyID=\"EUR\">340");
        int line = (int)
                bad.substring(0, bad.indexOf("<cbc:PayableAmount")).lines().count();
        assertThat(read(bad).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("BR-CO-16");
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.what().en())
                    .isEqualTo("amount due (BT-115) is 340, the total less what was paid, and rounding give 348");
        });
    }
}
