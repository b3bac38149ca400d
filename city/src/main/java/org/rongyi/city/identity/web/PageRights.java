package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;

/// Which page is open to whom. What is not listed here does not exist for anybody.
@Component
class PageRights {
    /// Set on a request for an address that is not listed.
    static final String UNLISTED = PageRights.class.getName() + ".unlisted";

    static final List<String> PUBLIC_TO_READ = List.of(
            "/",
            "/search",
            "/policies/**",
            "/items/**",
            "/elements/**",
            "/meetings/**",
            "/helpers",
            "/private/**",
            "/feeds/**",
            "/about/**",
            "/sign-in",
            "/robots.txt");
    static final List<String> PUBLIC_FILES = List.of("/css/**", "/js/**", "/images/**", "/favicon.ico");
    static final List<String> PUBLIC = List.of(
            "/check/**", "/journeys/**", "/appeals/**", "/open311/**", "/api/appeals/**", "/verify/**", "/error");
    /// Whoever can answer for a case; which one, is asked behind the door of the cases.
    static final List<String> STAFF = List.of("/tasks/**", "/cases/**");
    static final List<String> WITH_MANDATE = List.of("/home/**", "/my/**");

    static boolean isStaff(Acting person) {
        return person.has(Role.OFFICER)
                || person.has(Role.LEADER)
                || person.has(Role.ADMINISTRATOR)
                || person.has(Role.ARBITER);
    }

    private final ActingSource source;

    PageRights(ActingSource source) {
        this.source = source;
    }

    void open(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors) {
        doors.requestMatchers(HttpMethod.GET, array(PUBLIC_TO_READ)).permitAll();
        doors.requestMatchers(HttpMethod.HEAD, array(PUBLIC_TO_READ)).permitAll();
        doors.requestMatchers(HttpMethod.GET, array(PUBLIC_FILES)).permitAll();
        doors.requestMatchers(HttpMethod.HEAD, array(PUBLIC_FILES)).permitAll();
        doors.requestMatchers(array(PUBLIC)).permitAll();
        doors.requestMatchers("/identity/**", "/ratings/**", "/applications/**", "/help/**")
                .access(acting(anyone -> true));
        doors.requestMatchers(array(WITH_MANDATE)).access(acting(person -> person.mandate() != null));
        doors.requestMatchers(array(STAFF)).access(acting(PageRights::isStaff));
        doors.requestMatchers("/seat/**").access(role(Role.SEAT));
        doors.requestMatchers("/officer/**").access(role(Role.OFFICER));
        doors.requestMatchers("/window/**").access(role(Role.CLERK));
        doors.requestMatchers("/helper/**").access(role(Role.HELPER));
        doors.requestMatchers("/editor/**").access(role(Role.POLICY_EDITOR));
        doors.requestMatchers("/leader/**").access(role(Role.LEADER));
        doors.requestMatchers("/admin/**").access(role(Role.ADMINISTRATOR));
        doors.anyRequest().access((authentication, context) -> {
            context.getRequest().setAttribute(UNLISTED, true);
            return new AuthorizationDecision(false);
        });
    }

    /// Whether choosing a firm would help: pages of roles stay closed whatever firm a person acts for.
    static boolean needsMandate(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getServletPath());
        return WITH_MANDATE.stream()
                .anyMatch(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(path));
    }

    private AuthorizationManager<RequestAuthorizationContext> role(Role role) {
        return acting(person -> person.has(role));
    }

    private AuthorizationManager<RequestAuthorizationContext> acting(Predicate<Acting> allowed) {
        return (authentication, context) -> new AuthorizationDecision(source.ready(context.getRequest())
                .map(ActingSource.Situation::acting)
                .filter(allowed)
                .isPresent());
    }

    private static String[] array(List<String> patterns) {
        return patterns.toArray(String[]::new);
    }
}
