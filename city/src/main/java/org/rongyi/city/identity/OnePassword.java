package org.rongyi.city.identity;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// A password that several accounts share: hashed once, and each stored hash compared once. Dozens of demo accounts
/// would otherwise hold up every start by seconds.
final class OnePassword {
    private final String password;
    private final PasswordEncoder passwords;
    private final Set<String> opened = new HashSet<>();
    private @Nullable String hash;

    OnePassword(String password, PasswordEncoder passwords) {
        this.password = password;
        this.passwords = passwords;
    }

    boolean opens(String stored) {
        if (opened.contains(stored)) {
            return true;
        }
        boolean right = passwords.matches(password, stored);
        if (right) {
            opened.add(stored);
        }
        return right;
    }

    String hash() {
        String made = hash;
        if (made == null) {
            made = passwords.encode(password);
            hash = made;
            opened.add(made);
        }
        return made;
    }
}
