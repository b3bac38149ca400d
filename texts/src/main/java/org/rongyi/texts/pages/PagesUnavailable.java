package org.rongyi.texts.pages;

/// Pictures cannot be read on this machine, say because the folder for temporary files may not hold programs.
public final class PagesUnavailable extends RuntimeException {
    PagesUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
