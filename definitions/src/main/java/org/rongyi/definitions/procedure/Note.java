package org.rongyi.definitions.procedure;

import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// Something that was found while a procedure's file was read.
///
/// @param line of the file, from 1; 0: the file as a whole
public record Note(
        Kind kind, int line, Words says, @Nullable Words advice) {
    public enum Kind {
        /// The file cannot be used like this.
        FAULT,
        /// Read as something else than what stands there.
        MAPPED
    }

    static Note fault(int line, String zh, String en) {
        return new Note(Kind.FAULT, line, new Words(zh, en), null);
    }

    static Note mapped(int line, String zh, String en) {
        return new Note(Kind.MAPPED, line, new Words(zh, en), null);
    }

    Note maybe(String zh, String en) {
        return new Note(kind, line, says, new Words(zh, en));
    }

    public boolean isFault() {
        return kind == Kind.FAULT;
    }
}
