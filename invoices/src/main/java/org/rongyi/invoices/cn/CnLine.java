package org.rongyi.invoices.cn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.invoices.Fault.Text;
import org.rongyi.invoices.Faults;
import org.rongyi.invoices.Invoice.Line;
import org.rongyi.invoices.Numbers;
import org.rongyi.invoices.xml.Node;

/// One line of a 数电票, and what must hold within it.
final class CnLine {
    /// Between the tax of a line and its amount times the rate. Whoever states a price with tax and
    /// takes the tax out of it is off by a fen; discounts spread over lines by a few. The programs that
    /// issue allow this much (to be verified).
    static final BigDecimal TAX_TOLERANCE = new BigDecimal("0.06");
    /// A price has up to 13 places, and is itself rounded.
    private static final BigDecimal AMOUNT_TOLERANCE = new BigDecimal("0.01");

    private static final Set<String> WITHOUT_TAX = Set.of("免税", "不征税", "***");

    private final Node node;
    private final int place;
    private final Faults faults;

    private CnLine(Node node, int place, Faults faults) {
        this.node = node;
        this.place = place;
        this.faults = faults;
    }

    static Optional<Line> read(Node node, int place, CnFields fields, Faults faults, @Nullable LocalDate day) {
        CnLine line = new CnLine(node, place, faults);
        Optional<Node> item = fields.need(node, "ItemName");
        BigDecimal net = fields.amount(node, "Amount");
        Optional<Node> rate = fields.need(node, "TaxRate");
        boolean untaxed = rate.filter(each -> WITHOUT_TAX.contains(each.text())).isPresent();
        BigDecimal tax = untaxed && isBlank(node) ? BigDecimal.ZERO.setScale(2) : fields.amount(node, "ComTaxAm");
        BigDecimal quantity = fields.number(node, "Quantity");
        BigDecimal price = fields.number(node, "UnPrice");
        line.code();
        Optional<BigDecimal> share = rate.flatMap(each -> line.share(each, untaxed, day));
        if (net != null && tax != null) {
            share.ifPresent(known -> line.tax(net, known, tax));
            line.total(fields, net, tax);
        }
        if (net != null && quantity != null && price != null) {
            line.product(quantity, price, net);
        }
        return item.isEmpty() || net == null || tax == null
                ? Optional.empty()
                : Optional.of(new Line(
                        item.get().text(),
                        quantity,
                        node.one("MeaUnits").map(Node::text).orElse(""),
                        price,
                        net,
                        rate.map(Node::text).orElse(""),
                        tax));
    }

    private static boolean isBlank(Node node) {
        return node.one("ComTaxAm")
                .map(Node::text)
                .filter(text -> !text.isEmpty() && !text.equals("***"))
                .isEmpty();
    }

    /// As a share of one; 免税, 不征税 and *** (by the difference) are no number and the last gives no share.
    private Optional<BigDecimal> share(Node rate, boolean untaxed, @Nullable LocalDate day) {
        if (untaxed) {
            return rate.text().equals("***") ? Optional.empty() : Optional.of(BigDecimal.ZERO);
        }
        String text = rate.text();
        Optional<BigDecimal> number = text.endsWith("%")
                ? Numbers.of(text.substring(0, text.length() - 1)).map(each -> each.movePointLeft(2))
                : Numbers.of(text);
        boolean right = number.filter(each -> day == null ? TaxRates.isKnown(each) : TaxRates.isInForce(each, day))
                .isPresent();
        if (!right) {
            add(
                    "CN-12",
                    rate.line(),
                    "税率“" + CnFields.shown(text) + "”" + (day == null ? "不存在" : "在 " + day + " 不适用"),
                    "there is no rate (" + CnFields.shown(text) + ")" + (day == null ? "" : " on " + day));
        }
        return number;
    }

    private void tax(BigDecimal net, BigDecimal rate, BigDecimal tax) {
        BigDecimal due = net.multiply(rate).setScale(2, RoundingMode.HALF_UP);
        if (due.subtract(tax).abs().compareTo(TAX_TOLERANCE) > 0) {
            add(
                    "CN-13",
                    lineOf("ComTaxAm"),
                    "税额 " + tax + "，按金额 × 税率应为 " + due,
                    "the tax is " + tax + ", by amount and rate it would be " + due);
        }
    }

    private void product(BigDecimal quantity, BigDecimal price, BigDecimal net) {
        BigDecimal product = quantity.multiply(price).setScale(2, RoundingMode.HALF_UP);
        if (product.subtract(net).abs().compareTo(AMOUNT_TOLERANCE) > 0) {
            add(
                    "CN-14",
                    lineOf("Amount"),
                    "金额 " + net + "，数量 × 单价应为 " + product,
                    "the amount is " + net + ", quantity times price is " + product);
        }
    }

    private void total(CnFields fields, BigDecimal net, BigDecimal tax) {
        BigDecimal total = fields.number(node, "TotaltaxIncludedAmount");
        if (total != null && total.compareTo(net.add(tax)) != 0) {
            add(
                    "CN-15",
                    lineOf("TotaltaxIncludedAmount"),
                    "价税合计 " + total + "，金额 + 税额应为 " + net.add(tax),
                    "with tax it is " + total + ", amount and tax are " + net.add(tax));
        }
    }

    /// 商品和服务税收分类编码 has 19 digits.
    private void code() {
        node.one("TaxClassificationCode")
                .filter(code -> !code.text().isEmpty() && !code.text().matches("[0-9]{19}"))
                .ifPresent(code -> add(
                        "CN-21",
                        code.line(),
                        "税收分类编码“" + CnFields.shown(code.text()) + "”不是 19 位",
                        "the tax code (" + CnFields.shown(code.text()) + ") does not have 19 digits"));
    }

    private int lineOf(String path) {
        return node.one(path).map(Node::line).orElse(node.line());
    }

    private void add(String rule, int line, String zh, String en) {
        faults.add(
                rule,
                line,
                new Text("明细第 " + place + " 行：" + zh, "line " + place + " of the invoice: " + en),
                CnFields.ASK_SELLER);
    }
}
