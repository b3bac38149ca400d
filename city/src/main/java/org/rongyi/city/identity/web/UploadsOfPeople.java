package org.rongyi.city.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Files are taken only from who is signed in, small ones to be verified apart. The forgery check reads the
/// whole request to find its token, so without this anybody could fill the disk with files before being
/// turned away.
final class UploadsOfPeople extends OncePerRequestFilter {
    private static final String VERIFY = "/verify";
    /// A document of four megabytes, and what the form adds.
    private static final long LARGEST_OF_ANYBODY = (4 << 20) + 10_000;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean files = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        boolean somebody = SecurityContextHolder.getContext().getAuthentication() != null;
        if (files && request.getServletPath().equals(VERIFY)) {
            boolean small = request.getContentLengthLong() >= 0 && request.getContentLengthLong() <= LARGEST_OF_ANYBODY;
            if (small) {
                chain.doFilter(request, response);
            } else {
                response.sendRedirect(request.getContextPath() + VERIFY + "?large");
            }
        } else if (files && !somebody) {
            response.sendRedirect(request.getContextPath() + "/sign-in");
        } else {
            chain.doFilter(request, response);
        }
    }
}
