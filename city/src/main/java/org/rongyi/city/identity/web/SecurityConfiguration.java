package org.rongyi.city.identity.web;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Sign-in, forgery protection and headers of every page.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {
    /// No script or style inside a page, nothing from elsewhere, no frame around it.
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; "
            + "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    static final String PERMISSIONS_POLICY =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain houseRules(
            HttpSecurity http,
            PageRights rights,
            AfterSignIn after,
            Refusals refusals,
            ObjectProvider<LogoutHandler> leaving) {
        return http.authorizeHttpRequests(registry -> {
                    // What a request comes to inside the house; who may send it was asked when it came.
                    registry.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    rights.open(registry);
                })
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("account")
                        .passwordParameter("password")
                        .successHandler(after)
                        .failureHandler((request, response, why) -> {
                            request.setAttribute(SignInPage.WHY, why);
                            request.getRequestDispatcher(SignInPage.AGAIN).forward(request, response);
                        }))
                .logout(logout -> {
                    logout.logoutUrl("/sign-out").logoutSuccessUrl("/");
                    // What other rooms left in the browser.
                    leaving.forEach(logout::addLogoutHandler);
                })
                // The page asked for travels in the sign-in address: nobody who is not signed in gets a session.
                .requestCache(RequestCacheConfigurer::disable)
                // In a cookie: a visitor who only reads forms needs no session, and a form left open over night is
                // answered by what it held, or by the sign-in page, instead of a refusal that nobody understands.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        // Programs send here with a key of their own and no cookie.
                        .ignoringRequestMatchers("/open311/**", "/api/**"))
                .addFilterBefore(new UploadsOfPeople(), CsrfFilter.class)
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieCustomizer(builder -> builder.sameSite("Strict"));
        return cookie;
    }
}
