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

    /// Whether a redirect would lose something: what was typed into a form while its session ended.
    public static boolean holdsWhatWasTyped(HttpServletRequest request) {
        return request.getMethod().equals("POST") && !ErrorPages.typed(request).isEmpty();
    }

    static boolean marked(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
