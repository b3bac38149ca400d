package org.rongyi.city.policies.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.Match;
import org.rongyi.city.ui.Gauge;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.OutcomeWord;
import org.rongyi.city.ui.SummaryRow;

/// A match as pages show it, for a firm, for a visitor and for a line of the past, in the language of the page.
///
/// @param says the verdict in a sentence
/// @param notes what it excludes, and what of it is contested
/// @param failing the conditions that fail, where the verdict is "not met"
/// @param figure what may be expected, with its label; null when it cannot be computed
/// @param rows deadline and the like, beside the figure
/// @param sum how the amount comes about; null when there is no formula or nothing to compute for
public record VerdictView(
        Match match,
        OutcomeWord word,
        String says,
        List<String> notes,
        List<Clause> failing,
        @Nullable String figureLabel,
        @Nullable String figure,
        List<SummaryRow> rows,
        List<Clause> clauses,
        List<Missing> missing,
        @Nullable Sum sum) {

    /// One condition.
    ///
    /// @param where the clause of the document, such as 第三条
    /// @param quote words of the document
    public record Clause(
            int number,
            OutcomeWord word,
            String text,
            @Nullable String where,
            @Nullable String quote,
            String rule,
            List<String> verify,
            List<Measure> measures,
            List<Value> values) {
        public String anchor() {
            return "c" + number;
        }
    }

    /// A drawn comparison.
    ///
    /// @param name what is compared; null when there is only one
    public record Measure(@Nullable String name, Gauge gauge) {}

    /// A value that a condition reads.
    ///
    /// @param value null when a gauge shows it
    /// @param from where it comes from, or why there is none
    /// @param correct where the reader corrects it
    /// @param under the stored values that a derived one stands on
    public record Value(
            String name,
            @Nullable String value,
            String from,
            @Nullable Link correct,
            List<Value> under) {}

    /// What could still change the verdict, and who can supply it.
    ///
    /// @param supply where the reader can supply it
    public record Missing(
            String id, String name, String who, @Nullable Link supply) {}

    /// How an amount comes about.
    ///
    /// @param formula null for a fixed amount
    /// @param lacking elements without which it cannot be computed; then there is no total
    /// @param contested whether one of them is lacking because the firm contests it
    public record Sum(
            List<Value> values,
            @Nullable String formula,
            @Nullable String note,
            @Nullable String cap,
            @Nullable String total,
            List<Missing> lacking,
            boolean contested) {}

    /// Ids of everything that would bring the verdict or its amount further.
    public Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>();
        missing.forEach(one -> wanted.add(one.id()));
        if (sum != null) {
            sum.lacking().forEach(one -> wanted.add(one.id()));
        }
        return wanted;
    }

    public long met() {
        return clauses.stream()
                .filter(clause -> clause.word() == OutcomeWord.MET)
                .count();
    }
}
