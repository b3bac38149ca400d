package org.rongyi.rules.row;

/// The answer to “is it true?” or “is it false?”.
public enum Verdict {
    YES,
    NO,
    /// Hangs on a missing element.
    UNKNOWN
}
