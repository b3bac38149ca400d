package org.rongyi.city.identity;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// How passwords are kept: hashed, each with the name of its hash before it, so that the hash can be changed one day
/// while old passwords still work.
@Configuration(proxyBeanMethods = false)
class Passwords {
    private static final String BCRYPT = "bcrypt";

    /// @param rounds logarithm of the rounds; tests sign hundreds of people in and take few
    @Bean
    PasswordEncoder passwordEncoder(@Value("${rongyi.password-rounds:10}") int rounds) {
        return new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, new BCryptPasswordEncoder(rounds)));
    }
}
