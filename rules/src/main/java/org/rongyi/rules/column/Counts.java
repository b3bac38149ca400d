package org.rongyi.rules.column;

/// How many rows each rule of a set matched, by its number in [RuleSet#rules].
public final class Counts {

    private final long rows;
    private final long[] holds;
    private final long[] unknown;

    Counts(long rows, long[] holds, long[] unknown) {
        this.rows = rows;
        this.holds = holds;
        this.unknown = unknown;
    }

    /// How many rows were judged.
    public long rows() {
        return rows;
    }

    /// Rows for which the rule holds.
    public long holds(int rule) {
        return holds[rule];
    }

    /// Rows for which the rule hangs on missing elements.
    public long unknown(int rule) {
        return unknown[rule];
    }

    /// Rows for which the rule fails.
    public long fails(int rule) {
        return rows - holds[rule] - unknown[rule];
    }
}
