package org.rongyi.city.appeals.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Appeals that this browser sent without an account, or opened by number and code. A cookie holds both, so that no
/// code stands in an address, and nobody needs an account or a session.
@Component
class KnownAppeals implements LogoutHandler {
    private static final String COOKIE = "rongyi_appeals";
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int MOST = 8;

    private final Appeals appeals;

    KnownAppeals(Appeals appeals) {
        this.appeals = appeals;
    }

    Optional<Appeal> find(HttpServletRequest request, String number) {
        return pairs(request).stream()
                .filter(pair -> pair.startsWith(number + "."))
                .findFirst()
                .flatMap(pair -> appeals.follow(number, pair.substring(number.length() + 1)));
    }

    List<Appeal> all(HttpServletRequest request) {
        return pairs(request).stream()
                .map(pair -> pair.split("\\.", 2))
                .filter(pair -> pair.length == 2)
                .flatMap(pair -> appeals.follow(pair[0], pair[1]).stream())
                .toList();
    }

    void remember(Appeal appeal, HttpServletRequest request, HttpServletResponse response) {
        String mine = appeal.number() + "." + appeal.code();
        List<String> pairs = new ArrayList<>(List.of(mine));
        pairs(request).stream()
                .filter(pair -> !pair.equals(mine))
                .limit(MOST - 1L)
                .forEach(pairs::add);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(String.join("/", pairs), KEPT, request).toString());
    }

    private static ResponseCookie cookie(String value, Duration kept, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/appeals")
                .maxAge(kept)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
    }

    /// Whoever signs out leaves nothing behind that the next one at this browser could open.
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request).toString());
    }

    private static List<String> pairs(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return List.of();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("[0-9A-Z./-]{1,400}")) {
                return List.of(cookie.getValue().split("/"));
            }
        }
        return List.of();
    }
}
