package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.rongyi.city.ui.Link;
import org.springframework.web.util.UriUtils;

/// The page that somebody asked for before signing in. It travels in the address of the sign-in page and in its form,
/// so that a visitor who only knocks leaves nothing in the database.
final class AskedFor {
    static final String PARAMETER = "next";
    private static final int LONGEST = 2000;

    private AskedFor() {}

    /// The sign-in page's address that leads back to what this request asks for.
    static String signIn(HttpServletRequest request) {
        String query = request.getQueryString();
        String page = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean back = request.getMethod().equals("GET") && page.length() <= LONGEST && !page.equals("/");
        return "/sign-in" + query("?", back ? page : "");
    }

    /// As a part of an address, nothing for no page.
    static String query(String before, String page) {
        return page.isEmpty() ? "" : before + PARAMETER + "=" + UriUtils.encode(page, StandardCharsets.UTF_8);
    }

    /// A path of this site, or empty: an address that somebody else wrote must not lead elsewhere.
    static String of(HttpServletRequest request) {
        String page = request.getParameter(PARAMETER);
        boolean usable = page != null
                && !page.isBlank()
                && page.length() <= LONGEST
                && page.chars().noneMatch(c -> Character.isISOControl(c) || c == '{' || c == '}');
        return usable ? Link.onThisSite(page) : "";
    }
}
