package org.rongyi.city.ui;

import jakarta.servlet.http.HttpServletRequest;

/// A form that was sent after its page had stayed open too long arrives as "access denied". Marked so, the visitor
/// reads that, and finds again what was typed.
public final class StaleForm {
    private static final String ATTRIBUTE = StaleForm.class.getName();

    private StaleForm() {}

    public static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    static boolean marked(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
