package org.rongyi.city.enterprises.generator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;

/// One invented entity as it "really" is; what departments report of it may have gaps.
///
/// @param number 0-based, the same for every run
/// @param works whether it still trades
/// @param books null when there is no complete year to account for
record InventedEntity(
        long number,
        CreditCode code,
        String name,
        String type,
        String state,
        LocalDate established,
        Distributions.Trade trade,
        AreaCode area,
        String address,
        @Nullable Integer capitalWan,
        int staff,
        @Nullable Books books) {
    static final String TRADER = "个体工商户";
    static final String BRANCH = "分支机构";
    static final String CO_OPERATIVE = "农民专业合作社";

    boolean trader() {
        return type.equals(TRADER);
    }

    boolean works() {
        return state.equals("存续");
    }

    /// Annual figures, in 万元, of up to three years, the latest first; consistent with each other.
    record Books(Year last, @Nullable Year prior, @Nullable Year secondPrior) {}

    /// @param staff mean of the year's quarters
    /// @param assets at the end of the year
    /// @param averageAssets mean of the year's quarters
    record Year(
            double revenue,
            double mainRevenue,
            double rd,
            double income,
            double assets,
            double averageAssets,
            double liabilities,
            int staff) {}
}
