package org.rongyi.city.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/// What no keyboard writes and no database keeps goes before anybody reads it: NUL in a value, and a session cookie
/// of no session. PostgreSQL refuses both: anybody at all could fill the log with faults, and a visitor with a
/// damaged cookie would see nothing but the fault page.
@Configuration(proxyBeanMethods = false)
class WritableRequests {
    private static final String SESSION_COOKIE = "SESSION";
    private static final Pattern SESSION_ID = Pattern.compile("[0-9a-fA-F-]{36}");
    private static final String NUL = "\0";

    /// Before the session is looked for.
    @Bean
    static FilterRegistrationBean<OncePerRequestFilter> writableRequestFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Filter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    private static final class Filter extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(new Writable(request), response);
        }
    }

    private static final class Writable extends HttpServletRequestWrapper {
        Writable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return plain(super.getParameter(name));
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : plain(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> plain = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> plain.put(name, plain(values)));
            return Collections.unmodifiableMap(plain);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            Cookie[] cookies = super.getCookies();
            return cookies == null
                    ? null
                    : Arrays.stream(cookies)
                            .filter(cookie -> !cookie.getName().equals(SESSION_COOKIE) || namesASession(cookie))
                            .toArray(Cookie[]::new);
        }

        private static boolean namesASession(Cookie cookie) {
            try {
                byte[] id = Base64.getDecoder().decode(cookie.getValue());
                return SESSION_ID
                        .matcher(new String(id, StandardCharsets.ISO_8859_1))
                        .matches();
            } catch (IllegalArgumentException noBase64) {
                return false;
            }
        }

        private static String[] plain(String[] values) {
            return Arrays.stream(values).map(Writable::withoutNul).toArray(String[]::new);
        }

        private static @Nullable String plain(@Nullable String value) {
            return value == null ? null : withoutNul(value);
        }

        private static String withoutNul(String value) {
            return value.replace(NUL, "");
        }
    }
}
