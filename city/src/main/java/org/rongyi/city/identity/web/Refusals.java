package org.rongyi.city.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rongyi.city.ui.StaleForm;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// What a person meets at a closed door: an address that does not exist, the sign-in page, the choice of a
/// password or for whom to act, or a page that says what is missing.
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ActingSource source;

    Refusals(ActingSource source) {
        this.source = source;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (isUnlisted(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (source.of(request)
                .filter(ActingSource.Situation::mustChoosePassword)
                .isPresent()) {
            response.sendRedirect(request.getContextPath() + PasswordPage.PATH);
        } else if (StaleForm.holdsWhatWasTyped(request)) {
            StaleForm.mark(request);
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            response.sendRedirect(request.getContextPath() + AskedFor.signIn(request));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (why instanceof CsrfException) {
            StaleForm.mark(request);
        }
        boolean mustChoosePassword = source.of(request)
                .map(ActingSource.Situation::mustChoosePassword)
                .orElse(false);
        boolean mustChoose = PageRights.needsMandate(request)
                && source.of(request).map(ActingSource.Situation::mustChoose).orElse(false);
        if (isUnlisted(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (mustChoosePassword && !(why instanceof CsrfException)) {
            response.sendRedirect(request.getContextPath() + PasswordPage.PATH);
        } else if (mustChoose && request.getMethod().equals("GET")) {
            response.sendRedirect(request.getContextPath() + SwitchPage.PATH);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static boolean isUnlisted(HttpServletRequest request) {
        return request.getAttribute(PageRights.UNLISTED) != null;
    }
}
