package org.rongyi.rules.plan;

import java.util.List;
import org.rongyi.rules.RuleFault;

/// What planning gives: a plan, or every fault found.
public sealed interface Planning {

    record Planned(Plan plan) implements Planning {}

    record Refused(List<RuleFault> faults) implements Planning {}
}
