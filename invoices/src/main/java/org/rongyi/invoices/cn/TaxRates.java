package org.rongyi.invoices.cn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.invoices.Fault;

/// Which rates VAT has had since there is a 数电票: a table with the basis of each.
public final class TaxRates {
    private static final List<Rate> ALL = read();

    private TaxRates() {}

    /// @param rate as a share of one
    /// @param until inclusive; null: it has no end
    /// @param verify what nobody has verified yet; empty: nothing
    public record Rate(
            BigDecimal rate, LocalDate from, @Nullable LocalDate until, String basis, Fault.Text verify) {
        boolean isInForce(LocalDate on) {
            return !on.isBefore(from) && (until == null || !on.isAfter(until));
        }
    }

    public static List<Rate> all() {
        return ALL;
    }

    static boolean isInForce(BigDecimal rate, LocalDate on) {
        return ALL.stream().anyMatch(each -> each.rate().compareTo(rate) == 0 && each.isInForce(on));
    }

    static boolean isKnown(BigDecimal rate) {
        return ALL.stream().anyMatch(each -> each.rate().compareTo(rate) == 0);
    }

    private static List<Rate> read() {
        try (InputStream file = Objects.requireNonNull(TaxRates.class.getResourceAsStream("rates.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> rate(line.split(",", -1)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the table of rates cannot be read", broken);
        }
    }

    private static Rate rate(String[] cells) {
        return new Rate(
                new BigDecimal(cells[0]),
                LocalDate.parse(cells[1]),
                cells[2].isEmpty() ? null : LocalDate.parse(cells[2]),
                cells[3],
                new Fault.Text(cells[4], cells[5]));
    }
}
