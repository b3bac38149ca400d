package org.rongyi.rules.syntax;

import java.util.List;
import org.rongyi.rules.RuleFault;

/// What parsing gives: a tree, or every fault found.
public sealed interface Parsed {

    record Read(Tree tree) implements Parsed {}

    record Refused(List<RuleFault> faults) implements Parsed {}
}
