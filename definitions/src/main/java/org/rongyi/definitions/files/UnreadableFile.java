package org.rongyi.definitions.files;

import java.io.IOException;

/// An input file that cannot be read at all, or not to its end; the message says which and where.
public final class UnreadableFile extends IOException {
    public UnreadableFile(String message) {
        super(message);
    }
}
