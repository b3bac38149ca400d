package org.rongyi.invoices.en;

import java.math.BigDecimal;
import java.util.List;
import org.rongyi.invoices.Fault.Text;

/// How the totals hang together (BR-CO-10 to BR-CO-17), rounded as the published rules of the norm do.
final class SumChecks {
    private final Checks checks;
    private final boolean mayBeLeftOut;

    /// @param mayBeLeftOut whether an invoice without tax may have no sum of it
    SumChecks(Checks checks, boolean mayBeLeftOut) {
        this.checks = checks;
        this.mayBeLeftOut = mayBeLeftOut;
    }

    void check(Group invoice) {
        for (Group totals : invoice.groups("BG-22")) {
            totals(invoice, totals);
        }
        List<Term> ofTheCurrency = invoice.terms("BT-110").stream()
                .filter(term -> term.attribute("currencyID").isEmpty()
                        || !invoice.has("BT-5")
                        || term.attribute("currencyID").equals(invoice.text("BT-5")))
                .toList();
        vat(invoice, ofTheCurrency);
        for (Group part : invoice.groups("BG-23")) {
            tax(part);
        }
    }

    private void totals(Group invoice, Group totals) {
        is("BR-CO-10", totals, "BT-106", sum(invoice, "BG-25", "BT-131"), "各行净额之和", "the lines' net amounts");
        part("BR-CO-11", invoice, totals, "BT-107", "BG-20", "BT-92", "各项折扣之和", "the allowances");
        part("BR-CO-12", invoice, totals, "BT-108", "BG-21", "BT-99", "各项附加费之和", "the charges");
        if (totals.number("BT-106").isPresent()) {
            is(
                    "BR-CO-13",
                    totals,
                    "BT-109",
                    totals.orZero("BT-106").subtract(totals.orZero("BT-107")).add(totals.orZero("BT-108")),
                    "净额 − 折扣 + 附加费",
                    "net less allowances plus charges");
        }
        if (totals.number("BT-112").isPresent()) {
            is(
                    "BR-CO-16",
                    totals,
                    "BT-115",
                    totals.orZero("BT-112").subtract(totals.orZero("BT-113")).add(totals.orZero("BT-114")),
                    "含税总额 − 已付 + 尾数调整",
                    "the total less what was paid, and rounding");
        }
    }

    private void vat(Group invoice, List<Term> taxes) {
        for (Group totals : invoice.groups("BG-22")) {
            if (totals.number("BT-112").isEmpty() || totals.number("BT-109").isEmpty()) {
                continue;
            }
            // CII leaves the sum out where there is no tax.
            if (taxes.size() > 1 || taxes.isEmpty() && !mayBeLeftOut) {
                checks.fault(
                        "BR-CO-15",
                        invoice.line(),
                        "以发票币种表示的税额有 " + taxes.size() + " 个，应有一个",
                        "there are " + taxes.size() + " sums of tax in the currency of the invoice, not one");
            } else {
                BigDecimal tax =
                        taxes.stream().findFirst().flatMap(Term::number).orElse(BigDecimal.ZERO);
                is("BR-CO-15", totals, "BT-112", totals.orZero("BT-109").add(tax), "不含税总额 + 税额", "net and tax");
            }
        }
        if (taxes.size() == 1 && !invoice.groups("BG-23").isEmpty()) {
            BigDecimal sum = Checks.cents(sum(invoice, "BG-23", "BT-117"));
            taxes.getFirst()
                    .number()
                    .filter(tax -> !Checks.same(tax, sum))
                    .ifPresent(tax -> differs(
                            "BR-CO-14",
                            taxes.getFirst().line(),
                            new Text("税额", "the tax"),
                            tax,
                            sum,
                            "各类税额之和",
                            "the tax of all categories"));
        }
    }

    /// The published rule lets the tax of a category be off by less than one unit of the currency.
    private void tax(Group part) {
        if (part.number("BT-116").isEmpty()
                || part.number("BT-117").isEmpty()
                || part.number("BT-119").isEmpty()) {
            return;
        }
        BigDecimal tax = part.orZero("BT-117");
        BigDecimal due = Checks.cents(
                part.orZero("BT-116").abs().multiply(part.orZero("BT-119")).movePointLeft(2));
        boolean near = tax.abs().subtract(due).abs().compareTo(BigDecimal.ONE) < 0;
        if (!near) {
            differs(
                    "BR-CO-17",
                    part.lineOf("BT-117"),
                    Tables.name("BT-117"),
                    tax,
                    due,
                    "计税金额 × 税率",
                    "amount times rate");
        }
    }

    /// Where there is none, the total may be left out.
    private void part(
            String rule, Group invoice, Group totals, String total, String group, String id, String zh, String en) {
        if (totals.has(total) || !invoice.groups(group).isEmpty()) {
            BigDecimal sum = Checks.cents(sum(invoice, group, id));
            if (!totals.has(total)) {
                checks.fault(
                        rule,
                        totals.line(),
                        "缺少" + Tables.name(total).zh(),
                        "there is no " + Tables.name(total).en());
            } else {
                is(rule, totals, total, sum, zh, en);
            }
        }
    }

    private void is(String rule, Group totals, String id, BigDecimal exact, String zh, String en) {
        BigDecimal right = Checks.cents(exact);
        totals.number(id)
                .filter(said -> !Checks.same(said, right))
                .ifPresent(said -> differs(rule, totals.lineOf(id), Tables.name(id), said, right, zh, en));
    }

    private void differs(String rule, int line, Text name, BigDecimal said, BigDecimal right, String zh, String en) {
        checks.fault(
                rule,
                line,
                name.zh() + " " + Checks.plain(said) + "，" + zh + "是 " + Checks.plain(right),
                name.en() + " is " + Checks.plain(said) + ", " + en + " give " + Checks.plain(right));
    }

    static BigDecimal sum(Group invoice, String group, String id) {
        return invoice.groups(group).stream().map(each -> each.orZero(id)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
