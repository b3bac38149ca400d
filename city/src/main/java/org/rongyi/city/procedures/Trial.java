package org.rongyi.city.procedures;

import java.util.List;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.procedure.Procedure;

/// How a test case stands after some answers.
public sealed interface Trial {
    /// @param said what was answered, in order
    /// @param open what can be answered now
    /// @param state of the case
    /// @param paused a clock of it stands still
    record Ran(Standing standing, List<Said> said, List<Open> open, Words state, boolean paused) implements Trial {}

    record Said(Words step, Words who, Words answer) {}

    record Open(Procedure.Node step, Words who, List<Procedure.Answer> answers) {}

    /// An answer that the case did not take just then.
    record Refused(Words step, Words answer) implements Trial {}

    /// The file has faults, or the city has no officer who could have a case.
    record Impossible() implements Trial {}
}
