package org.rongyi.invoices.xml;

/// A file that is not read at all, and why.
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Why {
        EMPTY,
        TOO_LARGE,
        /// A document type, an entity: what makes bombs, and reads files of this machine.
        HOSTILE,
        TOO_DEEP,
        TOO_MANY,
        BROKEN
    }

    private final Why why;
    private final int line;

    Unreadable(Why why, int line, String detail) {
        super(detail);
        this.why = why;
        this.line = line;
    }

    public Why why() {
        return why;
    }

    public int line() {
        return line;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
