package org.rongyi.city.policies.web;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;

/// How exactly figures of a draft are told. An editor may try a thousand drafts and compare; so that no two
/// of them give away what one firm is or has, counts are rounded to tens, those below ten all look alike,
/// nought too, and money is told in two or three figures, of ten firms at least.
public final class LabFigures {
    /// What stands in the place of a count below ten, nought included.
    public static final Words FEW = new Words("不到 10", "fewer than 10");

    private static final long TEN = 10;
    private static final long MANY = 1_000;
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    private LabFigures() {}

    /// A count as it may be told; null below ten.
    static @Nullable Long told(long count) {
        return count < TEN ? null : Long.valueOf((count + TEN / 2) / TEN * TEN);
    }

    /// The same in words.
    public static String words(Page page, @Nullable Long told) {
        return told == null ? page.say(FEW) : page.number(told);
    }

    static String firms(Page page, long count) {
        Long told = told(count);
        return told == null ? page.say("不到 10 户", "fewer than 10 entities") : page.quantity(told, "户", "entities");
    }

    /// A sum of money that so many firms share.
    static String money(Page page, BigDecimal yuan, long firms) {
        return firms < TEN ? page.say("不到 10 户，不公布", "fewer than 10 entities: hidden") : page.wan(rounded(yuan, firms));
    }

    /// In 万元.
    static BigDecimal rounded(BigDecimal yuan, long firms) {
        BigDecimal wan = yuan.divide(WAN, MathContext.DECIMAL64).round(new MathContext(firms < MANY ? 2 : 3));
        return new BigDecimal(wan.toPlainString());
    }
}
