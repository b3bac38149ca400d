package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// Leads to the page that was asked for, otherwise to where the person's work is.
@Component
class AfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {
    private final ActingSource source;

    AfterSignIn(ActingSource source) {
        this.source = source;
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        return source.of(request).map(AfterSignIn::start).orElse("/");
    }

    private static String start(ActingSource.Situation situation) {
        Acting acting = situation.acting();
        if (situation.mustChoose()) {
            return SwitchPage.PATH;
        }
        return acting.mandate() != null ? "/home" : staffStart(acting);
    }

    /// One role, one place to begin; who has several begins with the one that serves firms.
    static String staffStart(Acting acting) {
        if (acting.has(Role.OFFICER)) {
            return "/officer";
        }
        if (acting.has(Role.POLICY_EDITOR)) {
            return "/editor";
        }
        if (acting.has(Role.LEADER)) {
            return "/leader";
        }
        return acting.has(Role.ADMINISTRATOR) ? "/admin" : "/";
    }
}
