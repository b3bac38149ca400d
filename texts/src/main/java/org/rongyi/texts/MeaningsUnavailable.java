package org.rongyi.texts;

import org.jspecify.annotations.Nullable;

/// The model of meanings cannot be opened on this machine, say because the folder for temporary files is full
/// or may not hold programs. Whoever asked goes on without suggestions.
public final class MeaningsUnavailable extends RuntimeException {
    MeaningsUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
