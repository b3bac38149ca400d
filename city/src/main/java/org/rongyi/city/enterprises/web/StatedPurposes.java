package org.rongyi.city.enterprises.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;

/// For what an officer looks at a firm: stated once a session for each firm, so that nobody is asked at every click.
final class StatedPurposes {
    /// Longest purpose on record.
    static final int LONGEST = 200;

    private static final String KEY = "purpose/";
    private static final String BETWEEN = "\n";

    private StatedPurposes() {}

    /// @param words as the firm reads them
    record Stated(LookPurpose purpose, String words) {}

    /// The account is part of the key: who signs in next in the same browser has stated nothing.
    private static String key(Acting acting, CreditCode firm) {
        return KEY + acting.account() + "/" + firm;
    }

    static void state(HttpServletRequest request, Acting acting, CreditCode firm, Stated stated) {
        request.getSession().setAttribute(key(acting, firm), stated.purpose().name() + BETWEEN + stated.words());
    }

    static Optional<Stated> of(HttpServletRequest request, Acting acting, CreditCode firm) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(key(acting, firm)) instanceof String text)) {
            return Optional.empty();
        }
        int end = text.indexOf(BETWEEN);
        return LookPurpose.of(text.substring(0, end)).map(purpose -> new Stated(purpose, text.substring(end + 1)));
    }
}
