package org.rongyi.invoices.cn;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.invoices.Fault.Text;
import org.rongyi.invoices.Faults;
import org.rongyi.invoices.Invoice.Line;
import org.rongyi.invoices.xml.Node;

/// The totals of a 数电票. Its lines are rounded, so their sums are exact: no fen is forgiven.
final class CnSums {
    private static final String BASIC = "EInvoiceData/BasicInformation/";
    private static final String NET = BASIC + "TotalAmWithoutTax";
    private static final String TAX = BASIC + "TotalTaxAm";
    private static final String TOTAL = BASIC + "TotalTax-includedAmount";
    private static final String WORDS = BASIC + "TotalTax-includedAmountInChinese";
    /// Beyond a trillion there is more than one way to write it.
    private static final BigDecimal LARGEST_IN_WORDS = new BigDecimal("999999999999.99");

    private final Node root;
    private final CnFields fields;
    private final Faults faults;

    record Totals(BigDecimal net, BigDecimal tax, BigDecimal total) {}

    CnSums(Node root, CnFields fields, Faults faults) {
        this.root = root;
        this.fields = fields;
        this.faults = faults;
    }

    /// Null where one of them cannot be read.
    @Nullable
    Totals totals(List<Line> lines) {
        BigDecimal net = fields.amount(root, NET);
        BigDecimal tax = fields.amount(root, TAX);
        BigDecimal total = fields.amount(root, TOTAL);
        Optional<Node> words = fields.need(WORDS);
        // Where a line could not be read, every sum would be wrong too.
        if (lines.size() == root.all("EInvoiceData/IssuItemInformation").size() && !lines.isEmpty()) {
            sum("CN-16", "合计金额", "the sum without tax", NET, net, lines, Line::net);
            sum("CN-17", "合计税额", "the sum of tax", TAX, tax, lines, Line::tax);
        }
        if (total != null) {
            words.ifPresent(written -> inWords(written, total));
        }
        if (net == null || tax == null || total == null) {
            return null;
        }
        if (net.add(tax).compareTo(total) != 0) {
            wrong("CN-18", TOTAL, "价税合计", "the sum with tax", total, "金额 + 税额", "amount and tax", net.add(tax));
        }
        return new Totals(net, tax, total);
    }

    private void sum(
            String rule,
            String zh,
            String en,
            String path,
            @Nullable BigDecimal said,
            List<Line> lines,
            Function<Line, BigDecimal> part) {
        BigDecimal sum = lines.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (said != null && said.compareTo(sum) != 0) {
            wrong(rule, path, zh, en, said, "各行相加", "the lines together", sum);
        }
    }

    private void wrong(
            String rule, String path, String zh, String en, BigDecimal said, String byZh, String byEn, BigDecimal is) {
        faults.add(
                rule,
                root.one(path).map(Node::line).orElse(0),
                new Text(zh + " " + said + "，" + byZh + "是 " + is, en + " is " + said + ", " + byEn + " are " + is),
                CnFields.ASK_SELLER);
    }

    private void inWords(Node written, BigDecimal total) {
        if (total.abs().compareTo(LARGEST_IN_WORDS) > 0) {
            return;
        }
        String right = CapitalAmount.of(total);
        if (!CapitalAmount.plain(written.text()).equals(CapitalAmount.plain(right))) {
            faults.add(
                    "CN-19",
                    written.line(),
                    new Text(
                            "大写“" + CnFields.shown(written.text()) + "”和 " + total + " 不符，应为" + right,
                            "in words it says " + CnFields.shown(written.text()) + ", " + total + " is " + right),
                    CnFields.ASK_SELLER);
        }
    }
}
