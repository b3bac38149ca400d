package org.rongyi.city.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/// `?lang=en` or `?lang=zh` on any address: remembers the language and leads back to the same address.
///
/// Runs before sign-in is asked for, so that the switch works on pages that need it. `Accept-Language` is not read:
/// the same address shows everybody the same page until they choose.
final class LanguageFilter extends OncePerRequestFilter {
    static final String PARAMETER = "lang";
    static final String COOKIE = "rongyi_language";
    private static final Duration KEPT = Duration.ofDays(365);

    static Language of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue().equals(Language.EN.code()) ? Language.EN : Language.ZH;
                }
            }
        }
        return Language.ZH;
    }

    static String withoutLanguage(@Nullable String query) {
        if (query == null) {
            return "";
        }
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(PARAMETER + "="))
                .collect(Collectors.joining("&"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String wanted = request.getMethod().equals("GET") ? chosen(request.getQueryString()) : null;
        if (wanted == null) {
            chain.doFilter(request, response);
            return;
        }
        ResponseCookie cookie = ResponseCookie.from(COOKIE, wanted)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, here(request));
    }

    private static @Nullable String chosen(@Nullable String query) {
        if (query == null) {
            return null;
        }
        for (Language language : Language.values()) {
            if (Arrays.asList(query.split("&")).contains(PARAMETER + "=" + language.code())) {
                return language.code();
            }
        }
        return null;
    }

    private static String here(HttpServletRequest request) {
        String path = Link.onThisSite(request.getRequestURI());
        String query = withoutLanguage(request.getQueryString());
        return query.isEmpty() ? path : path + "?" + query;
    }
}
