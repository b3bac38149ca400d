package org.rongyi.invoices.cn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rongyi.invoices.Invoice.Party;

/// Invented invoices, to test and to measure on. Each says so in its remark, and where the authority
/// would sign.
public final class InventedInvoice {
    private static final String INVENTED = "合成样例，不是发票 INVENTED, NO INVOICE";

    private static final String TEXT = """
        <?xml version="1.0" encoding="UTF-8"?>
        <EInvoice>
          <Header>
            <EIid>%s</EIid>
            <InherentLabel>
              <GeneralOrSpecialVAT>
                <LabelCode>%s</LabelCode>
              </GeneralOrSpecialVAT>
            </InherentLabel>
          </Header>
          <EInvoiceData>
            <SellerInformation>
              <SellerIdNum>%s</SellerIdNum>
              <SellerName>%s</SellerName>
            </SellerInformation>
            <BuyerInformation>
              <BuyerIdNum>%s</BuyerIdNum>
              <BuyerName>%s</BuyerName>
            </BuyerInformation>
            <BasicInformation>
              <TotalAmWithoutTax>%s</TotalAmWithoutTax>
              <TotalTaxAm>%s</TotalTaxAm>
              <TotalTax-includedAmount>%s</TotalTax-includedAmount>
              <TotalTax-includedAmountInChinese>%s</TotalTax-includedAmountInChinese>
              <RequestTime>%s 09:00:00</RequestTime>
            </BasicInformation>
        %s    <AdditionalInformation>
              <Remark>%s</Remark>
            </AdditionalInformation>
          </EInvoiceData>
          <TaxSupervisionInfo>
            <InvoiceNumber>%s</InvoiceNumber>
            <IssueTime>%s</IssueTime>
            <TaxBureauCode>15100000000</TaxBureauCode>
          </TaxSupervisionInfo>
          <TaxBureauSignature>%s</TaxBureauSignature>
        </EInvoice>
        """;

    private InventedInvoice() {}

    /// @param quantity at a price, without tax
    /// @param rate as a share, such as 0.13
    public record Item(String name, BigDecimal quantity, BigDecimal price, BigDecimal rate) {}

    /// One that is right in every respect but that nobody issued it.
    public static byte[] write(String number, LocalDate day, Party seller, Party buyer, List<Item> items) {
        BigDecimal net = items.stream().map(InventedInvoice::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tax = items.stream().map(InventedInvoice::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
        String lines = IntStream.range(0, items.size())
                .mapToObj(place -> line(items.get(place)))
                .collect(Collectors.joining());
        return TEXT.formatted(
                        number,
                        buyer.taxId().isEmpty() ? "02" : "01",
                        seller.taxId(),
                        escaped(seller.name()),
                        buyer.taxId(),
                        escaped(buyer.name()),
                        net,
                        tax,
                        net.add(tax),
                        CapitalAmount.of(net.add(tax)),
                        day,
                        lines,
                        INVENTED,
                        number,
                        day,
                        INVENTED)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Item item) {
        return """
                    <IssuItemInformation>
                      <ItemName>%s</ItemName>
                      <MeaUnits>件</MeaUnits>
                      <Quantity>%s</Quantity>
                      <UnPrice>%s</UnPrice>
                      <Amount>%s</Amount>
                      <TaxRate>%s</TaxRate>
                      <ComTaxAm>%s</ComTaxAm>
                    </IssuItemInformation>
                """.formatted(escaped(item.name()), item.quantity(), item.price(), net(item), item.rate(), tax(item));
    }

    private static BigDecimal net(Item item) {
        return item.quantity().multiply(item.price()).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal tax(Item item) {
        return net(item).multiply(item.rate()).setScale(2, RoundingMode.HALF_UP);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
