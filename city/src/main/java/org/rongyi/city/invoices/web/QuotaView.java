package org.rongyi.city.invoices.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.TextStyle;
import java.util.Locale;
import org.rongyi.city.invoices.InvoiceArchive.Quota;
import org.rongyi.city.ui.Page;

/// How much of the month's quota is used.
///
/// @param share in hundredths, at most 100 for the bar
public record QuotaView(String month, String amount, String used, int share, String percent, boolean near) {
    private static final int NEAR = 80;

    static QuotaView of(Page page, Quota quota) {
        BigDecimal amount = quota.amount();
        String month = page.say(
                quota.month().getMonthValue() + " 月",
                quota.month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        if (amount == null || amount.signum() == 0) {
            return new QuotaView(month, "", page.yuan(quota.used()), 0, "", false);
        }
        BigDecimal ratio = quota.used().divide(amount, 4, RoundingMode.HALF_UP);
        int share = Math.clamp(ratio.movePointRight(2).intValue(), 0, 100);
        return new QuotaView(
                month, page.yuan(amount), page.yuan(quota.used()), share, page.percent(ratio), share >= NEAR);
    }
}
