package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// Leads to the page that was asked for, otherwise to where the person's work is.
@Component
class AfterSignIn extends SimpleUrlAuthenticationSuccessHandler {
    private final ActingSource source;

    AfterSignIn(ActingSource source) {
        this.source = source;
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        Optional<ActingSource.Situation> now =
                Optional.ofNullable(authentication).flatMap(signedIn -> source.of(signedIn.getName(), request));
        if (now.filter(ActingSource.Situation::mustChoosePassword).isPresent()) {
            return PasswordPage.PATH;
        }
        String askedFor = AskedFor.of(request);
        if (!askedFor.isEmpty()) {
            return askedFor;
        }
        return now.map(situation -> situation.mustChoose() ? SwitchPage.PATH : start(situation.acting()))
                .orElse("/");
    }

    /// Who acts for a firm begins there. Who has several roles begins with the one that serves firms.
    static String start(Acting acting) {
        if (acting.mandate() != null) {
            return "/home";
        }
        if (acting.has(Role.OFFICER)) {
            return "/officer";
        }
        if (acting.has(Role.POLICY_EDITOR)) {
            return "/editor";
        }
        if (acting.has(Role.LEADER)) {
            return "/leader";
        }
        if (acting.has(Role.CLERK)) {
            return "/window";
        }
        if (acting.has(Role.HELPER)) {
            return "/helper";
        }
        if (acting.has(Role.SEAT)) {
            return "/seat";
        }
        if (acting.has(Role.ADMINISTRATOR)) {
            return "/admin";
        }
        return PageRights.isStaff(acting) ? "/tasks" : "/";
    }
}
