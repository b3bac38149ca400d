package org.rongyi.city.invoices;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.Grams;

/// The pairs of signs of an invoice, each mixed with its firm and month: the index of a whole city then answers for
/// one firm and one month, however often other firms write of flour. Two that fall together cost a look, and no wrong
/// answer.
final class MonthGrams {
    private MonthGrams() {}

    static int[] of(CreditCode firm, YearMonth month, String text) {
        int mark = mark(firm, month);
        return Arrays.stream(Grams.of(text)).map(gram -> gram ^ mark).toArray();
    }

    /// `V4__by_day.sql` makes the same of what was there before.
    private static int mark(CreditCode firm, YearMonth month) {
        String both = firm.value() + "%04d%02d".formatted(month.getYear(), month.getMonthValue());
        return ByteBuffer.wrap(Export.sha256(both.getBytes(StandardCharsets.UTF_8)))
                .getInt();
    }
}
