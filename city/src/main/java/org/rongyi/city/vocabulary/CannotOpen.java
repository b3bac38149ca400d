package org.rongyi.city.vocabulary;

/// A room cannot open for a reason that the person at the terminal can mend: says what, then "Maybe …". The start is
/// refused, without a stack.
public class CannotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotOpen(String what, String maybe) {
        super(what + "\n" + maybe);
    }
}
