package org.rongyi.city.enterprises;

import java.util.List;
import org.rongyi.city.vocabulary.CreditCode;

/// Everything that one delivery says of one firm.
public record Filing(CreditCode firm, List<FactReport> reports) {
    public Filing {
        if (reports.isEmpty()
                || !reports.stream().allMatch(report -> report.firm().equals(firm))) {
            throw new IllegalArgumentException("a filing of " + firm + " needs reports, all of that firm");
        }
    }
}
