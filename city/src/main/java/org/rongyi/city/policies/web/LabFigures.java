package org.rongyi.city.policies.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.PolicyLab.Reach;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SmallCounts;

/// How exactly the lab tells its figures. An editor may try a thousand drafts and subtract; so that no two of them
/// give away what one firm is or has, counts of one or two are hidden, counts that differ by so little are rounded,
/// and money is told in two or three figures, of ten firms at least.
final class LabFigures {
    private static final long FEWEST_WITH_MONEY = 10;
    private static final long MANY = 1_000;
    private static final long LEAST_SHOWN = 3;
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    private LabFigures() {}

    /// Eligible, to be completed, nearly, not eligible; null where hidden.
    static List<@Nullable Long> shown(Reach reach, boolean rounded) {
        List<Long> counts = List.of(reach.holds(), reach.unknown(), reach.nearly(), reach.fails());
        return rounded
                ? List.<@Nullable Long>copyOf(
                        counts.stream().map(LabFigures::tens).toList())
                : SmallCounts.hide(List.of(counts), true).getFirst();
    }

    static long tens(long count) {
        return (count + 5) / 10 * 10;
    }

    static boolean few(long count) {
        return count > 0 && count < LEAST_SHOWN;
    }

    /// A sum of money that so many firms share.
    static String money(Page page, BigDecimal yuan, long firms) {
        if (firms == 0 || yuan.signum() == 0) {
            return page.wan(BigDecimal.ZERO);
        }
        return firms < FEWEST_WITH_MONEY ? page.say(SmallCounts.HIDDEN) : page.wan(rounded(yuan, firms));
    }

    /// In 万元.
    static BigDecimal rounded(BigDecimal yuan, long firms) {
        BigDecimal wan = yuan.divide(WAN, MathContext.DECIMAL64).round(new MathContext(firms < MANY ? 2 : 3));
        return new BigDecimal(wan.toPlainString());
    }
}
