package org.rongyi.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.invoices.Invoice.Party;
import org.rongyi.invoices.cn.InventedInvoice;
import org.rongyi.invoices.cn.InventedInvoice.Item;

/// A 数电票 is read, and whatever is wrong with it told at once, each with its line.
class DigitalInvoiceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String NUMBER = "26512000000000000042";
    private static final Party SELLER = new Party("某面粉厂（虚构）", "91350100M000100Y43");
    private static final Party BUYER = new Party("某面馆（虚构）", "Y2510104YDEMA0013K");

    static String good() {
        return new String(
                InventedInvoice.write(
                        NUMBER,
                        LocalDate.of(2026, 11, 2),
                        SELLER,
                        BUYER,
                        List.of(item("*谷物加工品*面粉", "3", "100", "0.09"), item("*餐饮器具*面碗", "12", "8.125", "0.13"))),
                StandardCharsets.UTF_8);
    }

    private static Item item(String name, String quantity, String price, String rate) {
        return new Item(name, new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(rate));
    }

    private static Reading read(String xml) {
        return InvoiceReader.read(xml.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    @Test
    void aGoodOneIsReadToTheFen() {
        Reading reading = read(good());
        assertThat(reading.faults()).isEmpty();
        Invoice invoice = Objects.requireNonNull(reading.invoice());
        assertThat(invoice.number()).isEqualTo(NUMBER);
        assertThat(invoice.seller()).isEqualTo(SELLER);
        assertThat(invoice.buyer()).isEqualTo(BUYER);
        assertThat(invoice.net()).isEqualTo("397.50");
        assertThat(invoice.tax()).isEqualTo("39.68");
        assertThat(invoice.total()).isEqualTo("437.18");
        assertThat(invoice.lines()).hasSize(2);
        assertThat(invoice.takesBack()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CN-01, <SellerName>某面粉厂（虚构）</SellerName>, <Nothing/>",
        "CN-03, <InvoiceNumber>26512000000000000042, <InvoiceNumber>042",
        "CN-04, <EIid>26512000000000000042, <EIid>26512000000000000043",
        "CN-05, <IssueTime>2026-11-02, <IssueTime>2025-11-02",
        "CN-06, <IssueTime>2026-11-02, <IssueTime>2026-02-30",
        "CN-07, <IssueTime>2026-11-02, <IssueTime>2026-12-02",
        "CN-08, <TotalTaxAm>39.68, <TotalTaxAm>39.680001",
        "CN-09, <LabelCode>01, <LabelCode>03",
        "CN-10, <BuyerIdNum>Y2510104YDEMA0013K, <BuyerIdNum>",
        "CN-11, <SellerIdNum>91350100M000100Y43, <SellerIdNum>91350100M000100Y44",
        "CN-12, <TaxRate>0.13, <TaxRate>0.12",
        "CN-13, <ComTaxAm>12.68, <ComTaxAm>21.68",
        "CN-14, <UnPrice>8.125, <UnPrice>8.5",
        "CN-15, <ComTaxAm>12.68</ComTaxAm>,"
                + " <ComTaxAm>12.68</ComTaxAm><TotaltaxIncludedAmount>1</TotaltaxIncludedAmount>",
        "CN-16, <TotalAmWithoutTax>397.50, <TotalAmWithoutTax>397.51",
        "CN-17, <TotalTaxAm>39.68, <TotalTaxAm>39.67",
        "CN-18, <TotalTax-includedAmount>437.18, <TotalTax-includedAmount>437.19",
        "CN-19, 肆佰叁拾柒圆壹角捌分, 肆佰叁拾柒圆壹角玖分",
        "CN-20, TaxBureauSignature, SomethingElse",
        "CN-21, <ComTaxAm>12.68</ComTaxAm>, <ComTaxAm>12.68</ComTaxAm><TaxClassificationCode>12</TaxClassificationCode>"
    })
    void eachFaultIsNamedByItsRuleAndItsLine(String rule, String from, String to) {
        String good = good();
        assertThat(good).contains(from);
        String bad = good.replace(from, to);
        Reading reading = read(bad);
        assertThat(reading.isGood()).isFalse();
        assertThat(reading.faults()).extracting(Fault::rule).contains(rule);
        Fault fault = reading.faults().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow();
        assertThat(fault.line()).isPositive();
        assertThat(fault.what().zh()).isNotBlank();
        assertThat(fault.todo().en()).isNotBlank();
    }

    @Test
    void aWrongSumOfALineIsToldWithTheLineOfTheFile() {
        String bad = good().replace("<ComTaxAm>12.68", "<ComTaxAm>21.68");
        int line =
                (int) bad.substring(0, bad.indexOf("<ComTaxAm>21.68")).lines().count();
        assertThat(read(bad).faults())
                .filteredOn(fault -> fault.rule().equals("CN-13"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.what().zh()).isEqualTo("明细第 2 行：税额 21.68，按金额 × 税率应为 12.68");
                });
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String bad = good().replace("<InvoiceNumber>26", "<InvoiceNumber>AB")
                .replace("<TaxRate>0.13", "<TaxRate>13")
                .replace("<TotalAmWithoutTax>397.50", "<TotalAmWithoutTax>1")
                .replace("M000100Y43", "M000100Y42");
        assertThat(read(bad).faults())
                .extracting(Fault::rule)
                .contains("CN-03", "CN-04", "CN-11", "CN-12", "CN-16", "CN-18")
                .as("in the order of the file")
                .isNotEmpty();
        assertThat(read(bad).faults()).extracting(Fault::line).isSorted();
    }

    @Test
    void aFenFromTakingTheTaxOutOfAPriceIsForgivenASumIsNot() {
        String off = good().replace("<ComTaxAm>12.68", "<ComTaxAm>12.67")
                .replace("<TotalTaxAm>39.68", "<TotalTaxAm>39.67")
                .replace("<TotalTax-includedAmount>437.18", "<TotalTax-includedAmount>437.17")
                .replace("壹角捌分", "壹角柒分");
        assertThat(read(off).faults()).isEmpty();
    }

    @Test
    void whatIsExemptHasNoTax() {
        String exempt = good().replace("<TaxRate>0.13", "<TaxRate>免税")
                .replace("<ComTaxAm>12.68", "<ComTaxAm>0.00")
                .replace("<TotalTaxAm>39.68", "<TotalTaxAm>27.00")
                .replace("437.18", "424.50")
                .replace("肆佰叁拾柒圆壹角捌分", "肆佰贰拾肆元伍角");
        assertThat(read(exempt).faults()).as("元 without 整 is the same amount").isEmpty();
        assertThat(read(exempt.replace("<ComTaxAm>0.00", "<ComTaxAm>5.00")).faults())
                .extracting(Fault::rule)
                .contains("CN-13");
    }

    @Test
    void aRateCountsOnlyWhileItIsInForce() {
        String one = good().replace("<TaxRate>0.13", "<TaxRate>1%");
        assertThat(read(one).faults())
                .extracting(Fault::rule)
                .doesNotContain("CN-12")
                .contains("CN-13");
        String later = one.replace("2026-11-02", "2028-01-03").replace("26512", "28512");
        assertThat(InvoiceReader.read(later.getBytes(StandardCharsets.UTF_8), LocalDate.of(2028, 2, 1))
                        .faults())
                .extracting(Fault::rule)
                .contains("CN-12");
    }

    @Test
    void whoBuysForThemselvesNeedsNoNumber() {
        String person = good().replace("<LabelCode>01", "<LabelCode>02").replace("Y2510104YDEMA0013K", "");
        assertThat(read(person).faults()).isEmpty();
    }

    @Test
    void itMayBeWrittenInTheOldEncodingToo() {
        String old = good().replace("UTF-8", "GBK");
        assertThat(InvoiceReader.read(old.getBytes(Charset.forName("GBK")), TODAY)
                        .faults())
                .isEmpty();
        assertThat(InvoiceReader.read(old.replace("GBK", "UTF-8").getBytes(Charset.forName("GBK")), TODAY)
                        .faults())
                .extracting(Fault::rule)
                .containsExactly("XML-1");
    }

    @Test
    void whatIsNoInvoiceIsSaidToBeNone() {
        Reading reading = read("<a/>");
        assertThat(reading.format()).isNull();
        assertThat(reading.faults()).singleElement().extracting(Fault::rule).isEqualTo("XML-2");
    }
}
