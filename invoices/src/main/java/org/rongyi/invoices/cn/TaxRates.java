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

/// Which rates VAT has had since there is a 数电票: a table with the basis of each.
final class TaxRates {
    private static final List<Row> ROWS = rows();

    private TaxRates() {}

    private record Row(BigDecimal rate, LocalDate from, LocalDate until) {}

    static boolean isInForce(BigDecimal rate, LocalDate on) {
        return ROWS.stream()
                .anyMatch(
                        row -> row.rate().compareTo(rate) == 0 && !on.isBefore(row.from()) && !on.isAfter(row.until()));
    }

    static boolean isKnown(BigDecimal rate) {
        return ROWS.stream().anyMatch(row -> row.rate().compareTo(rate) == 0);
    }

    private static List<Row> rows() {
        try (InputStream file = Objects.requireNonNull(TaxRates.class.getResourceAsStream("rates.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(TaxRates::row)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the table of rates cannot be read", broken);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        return new Row(
                new BigDecimal(cells[0]),
                LocalDate.parse(cells[1]),
                cells[2].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[2]));
    }
}
