package org.rongyi.seals.ses;

/// Bytes that are no seal, or no seal signature, of version 4.
public final class BadSeal extends RuntimeException {
    public BadSeal(String message) {
        super(message);
    }
}
