package org.rongyi.definitions;

import java.util.List;

/// What was read and every fault that was found on the way, ordered by place. `value` holds the sound part: what has
/// an error is not in it.
public record Loaded<T>(T value, List<Fault> faults) {

    public Loaded {
        faults = faults.stream().sorted(Fault.BY_PLACE).toList();
    }

    /// No errors; warnings may be there.
    public boolean sound() {
        return faults.stream().noneMatch(Fault::isError);
    }

    public List<Fault> errors() {
        return faults.stream().filter(Fault::isError).toList();
    }

    public List<Fault> warnings() {
        return faults.stream().filter(fault -> !fault.isError()).toList();
    }
}
