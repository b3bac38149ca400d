package org.rongyi.city.enterprises.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.definitions.invented.Draw;
import org.rongyi.definitions.invented.Weighted;

/// How a demo city's entities are spread, as its `generator.yaml` says.
///
/// @param label ends every name
/// @param asOf the day that the data speak of
/// @param gaps by source: the share of entities about which it says nothing
/// @param missingValue share of single values that are missing although their source reports
/// @param history share of firms with last year's reports too
record Distributions(
        String label,
        LocalDate asOf,
        Map<String, Gap> gaps,
        double missingValue,
        double history,
        Weighted<String> types,
        Weighted<String> states,
        Weighted<Years> established,
        Weighted<AreaCode> districts,
        Marks marks,
        Names names,
        List<String> roads,
        Weighted<Trade> traderTrades,
        Weighted<Trade> firmTrades) {
    record Gap(double traders, double firms) {}

    record Years(int from, int to) {}

    record Marks(
            double abnormal,
            double serious,
            double penalised,
            double taxArrears,
            double insuranceArrears,
            double wageArrears,
            double annualReportLate,
            double disabledStaff,
            double layoffs,
            double borrows) {}

    record Names(List<String> first, List<String> second, List<String> third, List<String> traderForms) {}

    /// A line of business.
    ///
    /// @param staff median of a firm's people
    /// @param perHeadWan median revenue per head and year
    /// @param assets assets per revenue
    /// @param rd share of firms that do research
    /// @param scaleWan revenue from which the statistics office counts a firm; 0: never
    record Trade(
            String industry,
            List<String> words,
            String scope,
            double staff,
            double perHeadWan,
            double assets,
            double rd,
            double export,
            double scaleWan,
            @Nullable String field,
            List<String> permits,
            List<String> chains) {}

    boolean gap(Draw draw, String source, boolean trader) {
        Gap gap = gaps.get(source);
        return gap != null && draw.chance(trader ? gap.traders() : gap.firms());
    }
}
