package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.rules.Row;

/// Which firm fits which policy, with reasons.
public interface Matches {
    /// Every policy in force on the day, judged for the firm's data.
    List<Match> judge(Row firm, LocalDate asOf);

    /// How many entities of the city each policy in force reaches.
    List<Reach> reach();

    record Reach(String policyId, long eligible, long undetermined, long notEligible) {}
}
