package org.rongyi.city.identity;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Checks account and password. The session keeps the account and nothing else: what the person may do is read at
/// each request.
@Component
class SignIn implements AuthenticationProvider {
    private static final int LONGEST = 256;

    private final JdbcPeople people;
    private final SignInAttempts attempts;
    private final PasswordEncoder passwords;
    private final boolean demo;
    /// Compared with when there is no such account, so that the answer takes as long.
    private final String decoy;

    SignIn(
            JdbcPeople people,
            SignInAttempts attempts,
            PasswordEncoder passwords,
            @Value("${rongyi.demo.size:0}") long demoSize) {
        this.people = people;
        this.attempts = attempts;
        this.passwords = passwords;
        this.demo = demoSize > 0;
        this.decoy = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication given) throws AuthenticationException {
        String account = given.getName();
        String password = given.getCredentials() instanceof String text ? text : "";
        if (account.isBlank() || password.isEmpty()) {
            throw new BadCredentialsException("account or password is empty");
        }
        SignInAttempts.Attempt attempt = attempts.open(account, address(given));
        if (attempt.tooMany()) {
            attempts.close(attempt, SignInAttempts.Outcome.TURNED_AWAY);
            throw new LockedException("too many attempts to sign in");
        }
        JdbcPeople.Credentials known = people.credentials(account)
                .filter(person -> demo || !person.demo())
                .orElseGet(() -> new JdbcPeople.Credentials("", decoy, false));
        boolean right = password.length() <= LONGEST
                && passwords.matches(password, known.passwordHash())
                && !known.account().isEmpty();
        attempts.close(attempt, right ? SignInAttempts.Outcome.SIGNED_IN : SignInAttempts.Outcome.FAILED);
        if (!right) {
            throw new BadCredentialsException("no such account and password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(known.account(), null, Set.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? web.getRemoteAddress()
                : "unknown";
    }
}
