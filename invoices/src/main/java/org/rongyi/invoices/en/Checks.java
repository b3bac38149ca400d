package org.rongyi.invoices.en;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.rongyi.invoices.Fault.Text;
import org.rongyi.invoices.Faults;

/// What the checks of EN 16931 share.
final class Checks {
    private static final Text ASK = new Text("请销售方更正后重新开具", "Ask the seller to correct it and issue it anew");

    private final Faults faults;

    Checks(Faults faults) {
        this.faults = faults;
    }

    void fault(String rule, int line, String zh, String en) {
        faults.add(rule, line, new Text(zh, en), ASK);
    }

    void unless(boolean holds, String rule, int line, String zh, String en) {
        if (!holds) {
            fault(rule, line, zh, en);
        }
    }

    /// As XPath rounds: a half goes up, below zero towards zero.
    static BigDecimal cents(BigDecimal amount) {
        return amount.add(new BigDecimal("0.005")).setScale(2, RoundingMode.FLOOR);
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
