package org.rongyi.invoices.en;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongyi.invoices.Faults;
import org.rongyi.invoices.Format;
import org.rongyi.invoices.Invoice;
import org.rongyi.invoices.Invoice.Line;
import org.rongyi.invoices.Invoice.Party;
import org.rongyi.invoices.Reading;
import org.rongyi.invoices.xml.Node;

/// Reads an invoice of EN 16931 and holds it against the rules of the norm that the README lists.
public final class EnReader {
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CII = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";

    private EnReader() {}

    /// Empty for what is neither UBL nor CII.
    public static Optional<Reading> read(Node root, LocalDate today) {
        if (root.space().equals(CII) && root.name().equals("CrossIndustryInvoice")) {
            return Optional.of(judged(Format.CII, Mapping.CII.read(root), today));
        }
        boolean ubl = Stream.of("Invoice", "CreditNote")
                .anyMatch(name -> root.name().equals(name) && root.space().equals(UBL + name + "-2"));
        return ubl ? Optional.of(judged(Format.UBL, Mapping.UBL.read(root), today)) : Optional.empty();
    }

    private static Reading judged(Format format, Group invoice, LocalDate today) {
        Faults faults = new Faults();
        Checks checks = new Checks(faults);
        new RequiredTerms(checks).check(invoice);
        new TermChecks(checks).check(invoice, today);
        new SumChecks(checks, format == Format.CII).check(invoice);
        VatChecks.check(invoice, checks);
        return new Reading(format, invoice(format, invoice).orElse(null), faults.all());
    }

    /// What it says, if it says enough to be known again, right or wrong.
    private static Optional<Invoice> invoice(Format format, Group group) {
        Optional<LocalDate> day = day(group.text("BT-2"));
        Optional<Group> totals = group.group("BG-22");
        Optional<BigDecimal> net = totals.flatMap(each -> each.number("BT-109"));
        Optional<BigDecimal> total = totals.flatMap(each -> each.number("BT-112"));
        if (!group.has("BT-1") || day.isEmpty() || net.isEmpty() || total.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Invoice(
                format,
                group.text("BT-1"),
                group.text("BT-3"),
                day.get(),
                party(group.group("BG-4").orElse(group), "BT-27", List.of("BT-31", "BT-30", "BT-29", "BT-32")),
                party(group.group("BG-7").orElse(group), "BT-44", List.of("BT-48", "BT-47")),
                group.text("BT-5"),
                net.get(),
                total.get().subtract(net.get()),
                total.get(),
                group.groups("BG-25").stream().map(EnReader::line).toList()));
    }

    private static Party party(Group group, String name, List<String> ids) {
        return new Party(
                group.text(name),
                ids.stream()
                        .map(group::text)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /// The norm knows no tax of a line.
    private static Line line(Group line) {
        return new Line(
                line.text("BT-153"),
                line.number("BT-129").orElse(null),
                line.text("BT-130"),
                line.number("BT-146").orElse(null),
                line.orZero("BT-131"),
                line.text("BT-152"),
                BigDecimal.ZERO);
    }

    static Optional<LocalDate> day(String text) {
        try {
            return text.matches("[0-9]{8}")
                    ? Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
