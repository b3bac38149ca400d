package org.rongyi.city.enterprises.generator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.invented.Draw;

/// One source's report in the making. Single values get lost on the way, as they do.
final class Report {
    static final String RECORDED_BY = "generator";

    private final Draw draw;
    private final double missingValue;
    private final String source;
    private final Set<String> lost;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    Report(Draw draw, double missingValue, String source, Set<String> lost) {
        this.draw = draw;
        this.missingValue = missingValue;
        this.source = source;
        this.lost = lost;
    }

    Report always(String element, Object value) {
        facts.put(element, value);
        return this;
    }

    private Report sometimes(String element, Object value) {
        if (draw.chance(missingValue) || lost.contains(element)) {
            lost.add(element);
            return this;
        }
        return always(element, value);
    }

    Report text(String element, String value) {
        return sometimes(element, value);
    }

    Report day(String element, LocalDate day) {
        return sometimes(element, day);
    }

    Report mark(String element, boolean value) {
        return sometimes(element, value);
    }

    Report codes(String element, List<String> codes) {
        return sometimes(element, new LinkedHashSet<>(codes));
    }

    Report count(String element, long number) {
        return sometimes(element, BigDecimal.valueOf(number));
    }

    /// An amount in 万元 or a percentage, to two decimals.
    Report amount(String element, double value) {
        return sometimes(element, rounded(value));
    }

    static BigDecimal rounded(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return BigDecimal.valueOf(hundredths / 100);
        }
        return hundredths % 10 == 0 ? BigDecimal.valueOf(hundredths / 10, 1) : BigDecimal.valueOf(hundredths, 2);
    }

    @Nullable
    FactReport asOf(CreditCode firm, LocalDate day) {
        return facts.isEmpty()
                ? null
                : new FactReport(firm, source, FactReport.Origin.GENERATED, day, facts, RECORDED_BY);
    }
}
