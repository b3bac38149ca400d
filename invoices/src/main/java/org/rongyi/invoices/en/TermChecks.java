package org.rongyi.invoices.en;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.invoices.Numbers;

/// What single terms may say, and what two say together.
final class TermChecks {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    /// Northern Ireland has one for VAT only, and Greece another than for all else.
    private static final Set<String> MORE_VAT_PREFIXES = Set.of("EL", "XI", "1A", "XK", "AN");
    /// Credit transfer, and the same within the euro area.
    private static final Set<String> TRANSFERS = Set.of("30", "58");

    private static final List<String> AMOUNTS = List.of(
            "BG-20 BT-92",
            "BG-20 BT-93",
            "BG-21 BT-99",
            "BG-21 BT-100",
            "BG-22 BT-106",
            "BG-22 BT-107",
            "BG-22 BT-108",
            "BG-22 BT-109",
            "BG-22 BT-112",
            "BG-22 BT-113",
            "BG-22 BT-114",
            "BG-22 BT-115",
            "BG-23 BT-116",
            "BG-23 BT-117",
            "BG-25 BT-131",
            "BG-25/BG-27 BT-136",
            "BG-25/BG-28 BT-141");

    /// By these an invoice is kept and found again.
    private static final List<String> NAMES = List.of(
            " BT-1",
            " BT-3",
            " BT-5",
            "BG-4 BT-27",
            "BG-4 BT-29",
            "BG-4 BT-30",
            "BG-4 BT-31",
            "BG-4 BT-32",
            "BG-7 BT-44",
            "BG-7 BT-47",
            "BG-7 BT-48");

    private static final int LONGEST_NAME = 300;

    /// Before any format of these: a mistyped year.
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    private final Checks checks;

    TermChecks(Checks checks) {
        this.checks = checks;
    }

    void check(Group invoice, LocalDate today) {
        days(invoice, today);
        amounts(invoice);
        lengths(invoice);
        codes(invoice);
        parties(invoice);
        for (Group line : invoice.groups("BG-25")) {
            price(line, "BR-27", "BT-146", "净单价", "net price");
            price(line, "BR-28", "BT-148", "毛单价", "gross price");
        }
        period(invoice, "BG-14", "BR-29", "BT-73", "BT-74");
        period(invoice, "BG-25/BG-26", "BR-30", "BT-134", "BT-135");
        payment(invoice);
        if (invoice.has("BT-7")
                && (invoice.has("BT-8") || invoice.groups("BG-14").stream().anyMatch(g -> g.has("BT-8")))) {
            checks.fault(
                    "BR-CO-03",
                    invoice.lineOf("BT-7"),
                    "纳税时点日期和代码只能有一个",
                    "tax point date and its code exclude each other");
        }
    }

    private void days(Group invoice, LocalDate today) {
        for (Term term : invoice.terms("BT-2")) {
            Optional<LocalDate> day = EnReader.day(term.text());
            if (!term.text().isEmpty() && day.isEmpty()) {
                checks.fault(
                        "EN-DATE",
                        term.line(),
                        "开票日期“" + Checks.shown(term.text()) + "”读不出来",
                        "the issue date (" + Checks.shown(term.text()) + ") cannot be read");
            }
            day.filter(each -> each.isAfter(today))
                    .ifPresent(each -> checks.fault(
                            "EN-FUTURE",
                            term.line(),
                            "开票日期 " + each + " 还没到",
                            "the issue date, " + each + ", is still to come"));
            day.filter(each -> each.isBefore(FIRST))
                    .ifPresent(each -> checks.fault(
                            "EN-PAST",
                            term.line(),
                            "开票日期 " + each + " 早于 1990 年，看看年份",
                            "the issue date, " + each + ", is before 1990; look at its year"));
        }
    }

    private void lengths(Group invoice) {
        for (String place : NAMES) {
            String[] words = place.split(" ");
            invoice.groups(words[0]).stream()
                    .flatMap(group -> group.terms(words[1]).stream())
                    .filter(term -> term.text().length() > LONGEST_NAME)
                    .forEach(term -> checks.fault(
                            "EN-LONG",
                            term.line(),
                            Tables.name(words[1]).zh() + "超过 " + LONGEST_NAME + " 字",
                            Tables.name(words[1]).en() + " is longer than " + LONGEST_NAME));
        }
    }

    private void amounts(Group invoice) {
        for (String place : AMOUNTS) {
            String[] words = place.split(" ");
            for (Group group : invoice.groups(words[0])) {
                group.terms(words[1]).forEach(term -> amount(words[1], term));
            }
        }
        invoice.terms("BT-110").forEach(term -> amount("BT-110", term));
    }

    private void amount(String id, Term term) {
        if (term.text().isEmpty()) {
            return;
        }
        String zh = Tables.name(id).zh() + "“" + Checks.shown(term.text()) + "”";
        String en = Tables.name(id).en() + " (" + Checks.shown(term.text()) + ")";
        term.number()
                .ifPresentOrElse(
                        number -> checks.unless(
                                Numbers.decimals(number) <= 2,
                                "BR-DEC",
                                term.line(),
                                zh + "超过两位小数",
                                en + " has more than two decimals"),
                        () -> checks.fault("EN-NUMBER", term.line(), zh + "不是数", en + " is no number"));
    }

    private void codes(Group invoice) {
        for (String id : List.of("BT-5", "BT-6")) {
            invoice.terms(id).stream()
                    .filter(term -> !term.text().isEmpty() && !CURRENCIES.contains(term.text()))
                    .forEach(term -> unknown(id.equals("BT-5") ? "BR-CL-04" : "BR-CL-05", term, "币种", "currency"));
        }
        List<String> countries = List.of("BG-4/BG-5 BT-40", "BG-7/BG-8 BT-55", "BG-11/BG-12 BT-69", "BG-15 BT-80");
        for (String place : countries) {
            String[] words = place.split(" ");
            invoice.groups(words[0]).stream()
                    .flatMap(group -> group.terms(words[1]).stream())
                    .filter(term -> !term.text().isEmpty() && !isCountry(term.text()))
                    .forEach(term -> unknown("BR-CL-14", term, "国家", "country"));
        }
        scheme(invoice, "BR-62", "BG-4", "BT-34", "schemeID", "销售方电子地址", "seller's electronic address");
        scheme(invoice, "BR-63", "BG-7", "BT-49", "schemeID", "购买方电子地址", "buyer's electronic address");
        scheme(invoice, "BR-64", "BG-25", "BT-157", "schemeID", "商品标准标识", "item's standard identifier");
        scheme(invoice, "BR-65", "BG-25", "BT-158", "listID", "商品分类", "item's classification");
        invoice.term("BT-6")
                .ifPresent(currency -> checks.unless(
                        invoice.terms("BT-110").stream()
                                .anyMatch(sum -> sum.attribute("currencyID").equals(currency.text())),
                        "BR-53",
                        currency.line(),
                        "没有以记税币种 " + Checks.shown(currency.text()) + " 表示的税额",
                        "there is no tax in the accounting currency " + Checks.shown(currency.text())));
    }

    private static boolean isCountry(String code) {
        return COUNTRIES.contains(code) || code.equals("1A") || code.equals("XI") || code.equals("XK");
    }

    private void unknown(String rule, Term term, String zh, String en) {
        checks.fault(
                rule,
                term.line(),
                "没有这个" + zh + "代码：" + Checks.shown(term.text()),
                "there is no " + en + " (" + Checks.shown(term.text()) + ")");
    }

    private void scheme(Group invoice, String rule, String path, String id, String attribute, String zh, String en) {
        invoice.groups(path).stream()
                .flatMap(group -> group.terms(id).stream())
                .filter(term -> term.attribute(attribute).isEmpty())
                .forEach(term -> checks.fault(
                        rule, term.line(), zh + "没有写明代码表（" + attribute + "）", "the " + en + " names no " + attribute));
    }

    private void parties(Group invoice) {
        for (String place : List.of("BG-4 BT-31", "BG-7 BT-48", "BG-11 BT-63")) {
            String[] words = place.split(" ");
            invoice.groups(words[0]).stream()
                    .flatMap(group -> group.terms(words[1]).stream())
                    .filter(term -> !hasPrefix(term.text()))
                    .forEach(term -> checks.fault(
                            "BR-CO-09",
                            term.line(),
                            "增值税号“" + Checks.shown(term.text()) + "”不以国家代码开头",
                            "the VAT identifier (" + Checks.shown(term.text()) + ") does not begin with a country"));
        }
        for (Group seller : invoice.groups("BG-4")) {
            checks.unless(
                    seller.has("BT-29") || seller.has("BT-30") || seller.has("BT-31"),
                    "BR-CO-26",
                    seller.line(),
                    "销售方没有任何标识（编号、登记号或增值税号）",
                    "the seller has no identifier: of its own, of its registration or for VAT");
        }
    }

    private static boolean hasPrefix(String number) {
        if (number.length() < 2) {
            return false;
        }
        String prefix = number.substring(0, 2);
        return COUNTRIES.contains(prefix) || MORE_VAT_PREFIXES.contains(prefix);
    }

    private void price(Group line, String rule, String id, String zh, String en) {
        line.number(id)
                .filter(number -> number.signum() < 0)
                .ifPresent(number -> checks.fault(
                        rule,
                        line.lineOf(id),
                        zh + "是负数：" + Checks.plain(number),
                        "the " + en + " is below zero: " + Checks.plain(number)));
    }

    private void period(Group invoice, String path, String rule, String from, String to) {
        for (Group period : invoice.groups(path)) {
            Optional<LocalDate> start = EnReader.day(period.text(from));
            Optional<LocalDate> end = EnReader.day(period.text(to));
            if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
                checks.fault(
                        rule,
                        period.line(),
                        "期间的结束 " + end.get() + " 早于开始 " + start.get(),
                        "the period ends on " + end.get() + ", before it starts on " + start.get());
            }
        }
    }

    private void payment(Group invoice) {
        invoice.groups("BG-16").stream()
                .filter(means -> TRANSFERS.contains(means.text("BT-81")))
                .filter(means -> means.groups("BG-17").stream().noneMatch(account -> account.has("BT-84")))
                .forEach(means ->
                        checks.fault("BR-61", means.line(), "转账付款却没有收款账号", "payment by transfer without an account"));
    }
}
