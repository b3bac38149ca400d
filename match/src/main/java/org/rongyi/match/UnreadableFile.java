package org.rongyi.match;

import java.io.IOException;

/// An input file that cannot be read at all, or not to its end; the message says which and where.
final class UnreadableFile extends IOException {
    UnreadableFile(String message) {
        super(message);
    }
}
