package org.rongyi.city.invoices.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.invoices.Direction;
import org.rongyi.city.invoices.InvoiceArchive.Place;
import org.rongyi.city.invoices.InvoiceArchive.Wanted;
import org.rongyi.city.invoices.KeptInvoice;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.vocabulary.Grams;
import org.rongyi.definitions.Words;
import org.rongyi.invoices.Format;
import org.rongyi.invoices.Invoice;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/// How pages speak of invoices, and what a search form means.
final class InvoiceWords {
    static final int ON_A_PAGE = 20;

    private static final List<String> FIELDS = List.of("q", "way", "from", "until", "least", "most");
    private static final int LONGEST_TEXT = 60;
    private static final int FEN = 2;
    private static final int MOST_LINES_BESIDE = 50;

    private InvoiceWords() {}

    static List<InvoiceRow> rows(Page page, List<KeptInvoice> invoices) {
        return invoices.stream()
                .map(invoice -> new InvoiceRow(
                        invoice.id(),
                        page.day(invoice.issuedOn()),
                        page.say(invoice.direction().words()),
                        invoice.party(),
                        invoice.number(),
                        money(page, invoice.total(), invoice.currency()),
                        invoice.total().signum() < 0))
                .toList();
    }

    static String money(Page page, BigDecimal amount, String currency) {
        String digits = toTheFen(amount);
        String english = currency + "\u00a0" + digits;
        return currency.equals("CNY") ? page.say(digits + "\u00a0元", english) : english;
    }

    /// Whoever compares an invoice compares all of it, however large or small it is.
    private static String toTheFen(BigDecimal amount) {
        int decimals = Math.max(FEN, amount.stripTrailingZeros().scale());
        return (amount.signum() < 0 ? "\u2212" : "") + String.format(Locale.ROOT, "%,." + decimals + "f", amount.abs());
    }

    /// What was typed; what cannot be is rejected and narrows nothing.
    static Wanted wanted(Form form) {
        String text = form.value("q");
        String plain = Grams.plain(text);
        if (!text.isEmpty() && (plain.codePointCount(0, plain.length()) < 2 || text.length() > LONGEST_TEXT)) {
            form.reject("q", "写 2 到 " + LONGEST_TEXT + " 个字或数字", "Write 2 to " + LONGEST_TEXT + " letters or digits");
            text = "";
        }
        return new Wanted(
                text,
                switch (form.value("way")) {
                    case "IN" -> Direction.IN;
                    case "OUT" -> Direction.OUT;
                    default -> null;
                },
                day(form, "from"),
                day(form, "until"),
                amount(form, "least"),
                amount(form, "most"));
    }

    private static @Nullable LocalDate day(Form form, String field) {
        String typed = form.value(field);
        if (typed.isEmpty()) {
            return null;
        }
        // A year of nine digits is one for Java, and none for the database.
        if (typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                return LocalDate.parse(typed);
            } catch (DateTimeException noDay) {
                // Said below.
            }
        }
        form.reject(field, "填日期，例如 2026-11-23", "Enter a date, for example 2026-11-23");
        return null;
    }

    static @Nullable BigDecimal amount(Form form, String field) {
        String typed = form.value(field).replace(",", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("-?[0-9]{1,15}(\\.[0-9]{1,2})?")) {
            form.reject(field, "填金额（元），例如 1200.50", "Enter an amount in yuan, for example 1200.50");
            return null;
        }
        return new BigDecimal(typed);
    }

    static boolean asked(Form form) {
        return FIELDS.stream().anyMatch(field -> !form.value(field).isEmpty());
    }

    /// The form as the end of an address.
    static String query(Form form) {
        return FIELDS.stream()
                .filter(field -> !form.value(field).isEmpty())
                .map(field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String after(KeptInvoice last) {
        return "after=" + last.issuedOn() + "_" + last.id();
    }

    /// Anything that is no place is the beginning.
    static @Nullable Place place(String typed) {
        if (!typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{1,18}")) {
            return null;
        }
        try {
            return new Place(LocalDate.parse(typed.substring(0, 10)), Long.parseLong(typed.substring(11)));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /// What an invoice says; beside it, where there are two, what the other one says.
    static InvoiceSheet sheet(Page page, Invoice invoice, @Nullable Invoice other) {
        List<InvoiceSheet.Row> rows = new ArrayList<>();
        Optional<Invoice> beside = Optional.ofNullable(other);
        Stream.of(
                        new Fact("发票号码", "Number", Invoice::number),
                        new Fact("票种", "Kind", each -> kind(page, each)),
                        new Fact("开票日期", "Issued", each -> page.date(each.issuedOn())),
                        new Fact("销售方", "Seller", each -> party(each.seller())),
                        new Fact("购买方", "Buyer", each -> party(each.buyer())),
                        new Fact("金额（不含税）", "Without tax", each -> money(page, each.net(), each.currency())),
                        new Fact("税额", "Tax", each -> money(page, each.tax(), each.currency())),
                        new Fact("价税合计", "With tax", each -> money(page, each.total(), each.currency())),
                        new Fact("明细", "Lines", each -> items(page, each)))
                .forEach(fact -> {
                    String value = fact.value().apply(invoice);
                    String second = beside.map(fact.value()).orElse("");
                    boolean differs = other != null && !second.equals(value);
                    rows.add(new InvoiceSheet.Row(page.say(fact.zh(), fact.en()), value, second, differs));
                });
        if (other != null) {
            rows.addAll(linesThatDiffer(page, invoice, other));
        }
        return new InvoiceSheet(
                rows,
                invoice.lines().stream().map(line -> line(page, invoice, line)).toList());
    }

    /// Line by line, so that nobody has to look for the one among hundreds.
    private static List<InvoiceSheet.Row> linesThatDiffer(Page page, Invoice invoice, Invoice other) {
        List<InvoiceSheet.Row> rows = new ArrayList<>();
        int more = 0;
        for (int i = 0; i < Math.max(invoice.lines().size(), other.lines().size()); i++) {
            String value = whole(page, invoice, i);
            String beside = whole(page, other, i);
            if (value.equals(beside)) {
                continue;
            }
            if (rows.size() == MOST_LINES_BESIDE) {
                more++;
            } else {
                String key = page.say("明细第 " + (i + 1) + " 行", "Line " + (i + 1));
                rows.add(new InvoiceSheet.Row(key, value, beside, true));
            }
        }
        if (more > 0) {
            String others = page.quantity(more, "行", more == 1 ? "line" : "lines");
            rows.add(new InvoiceSheet.Row(page.say("别的明细", "Other lines"), others, others, true));
        }
        return rows;
    }

    /// All that a line says, nothing of it rounded.
    private static String whole(Page page, Invoice invoice, int place) {
        if (place >= invoice.lines().size()) {
            return page.say("没有这一行", "no such line");
        }
        Invoice.Line line = invoice.lines().get(place);
        Stream<String> parts = Stream.of(
                line.item(),
                page.say("数量 ", "quantity ") + (plain(line.quantity()) + " " + line.unit()).strip(),
                page.say("单价 ", "price ") + plain(line.price()),
                page.say("金额 ", "amount ") + toTheFen(line.net()),
                page.say("税率 ", "rate ") + rate(line.rate()),
                invoice.format() == Format.CN ? page.say("税额 ", "tax ") + toTheFen(line.tax()) : "");
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(page.say("，", ", ")));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "–" : number.stripTrailingZeros().toPlainString();
    }

    private record Fact(String zh, String en, Function<Invoice, String> value) {}

    private static String kind(Page page, Invoice invoice) {
        String kind = switch (invoice.format()) {
            case CN ->
                invoice.kind().equals("01")
                        ? page.say("数电票（专用发票）", "digital invoice (special)")
                        : page.say("数电票（普通发票）", "digital invoice (ordinary)");
            case UBL, CII -> page.say(invoice.format().zh(), invoice.format().en()) + " " + invoice.kind();
        };
        return invoice.takesBack() ? kind + page.say("，红字", ", takes back") : kind;
    }

    private static String party(Invoice.Party party) {
        return party.taxId().isEmpty() ? party.name() : party.name() + "　" + party.taxId();
    }

    private static String items(Page page, Invoice invoice) {
        return page.quantity(invoice.lines().size(), "行", invoice.lines().size() == 1 ? "line" : "lines")
                + invoice.lines().stream()
                        .limit(3)
                        .map(Invoice.Line::item)
                        .collect(Collectors.joining(page.say("、", ", "), page.say("：", ": "), ""));
    }

    private static InvoiceSheet.Line line(Page page, Invoice invoice, Invoice.Line line) {
        BigDecimal quantity = line.quantity();
        BigDecimal price = line.price();
        boolean chinese = invoice.format() == Format.CN;
        return new InvoiceSheet.Line(
                line.item(),
                quantity == null ? "–" : (page.number(quantity) + " " + line.unit()).strip(),
                price == null ? "–" : page.number(price),
                toTheFen(line.net()),
                rate(line.rate()),
                chinese ? toTheFen(line.tax()) : "–");
    }

    /// 0.13 and 13% are the same.
    private static String rate(String written) {
        return written.matches("0(\\.[0-9]{1,4})?")
                ? new BigDecimal(written).movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                : written;
    }

    static String missing(HttpServletResponse response, Model model, String back) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("没有这张发票或这次上传。", "There is no such invoice or upload."),
                        new Words("从发票列表里点开。", "Open it from the list of invoices."),
                        Link.of("发票", "Invoices", back)));
        return "jte:ui/error";
    }
}
