package org.rongyi.city.applications;

import java.util.List;

/// How right the rules before handing in were, held against what departments then asked to correct.
public interface ReviewRecord {
    /// What a rule found and the applicant handed in all the same, by item and rule; most findings first.
    List<Found> found();

    /// What had to be corrected, by item; most corrections first.
    List<Corrected> corrected();

    /// @param rule short name of the rule
    /// @param findings in items on which the department has since said something
    /// @param confirmed of them, those where what was found was corrected afterwards
    record Found(String item, String rule, int findings, int confirmed) {}

    /// @param corrections entries and papers that were corrected because a department asked
    /// @param foreseen of them, those that a rule had found before
    record Corrected(String item, int corrections, int foreseen) {}
}
