package org.rongyi.city.identity;

import java.util.Optional;

/// Who is who.
public interface People {
    Optional<Person> find(String account);

    /// Adds the person or changes name, department and roles of the one with that account. A changed password ends
    /// the person's sessions.
    ///
    /// @throws IllegalArgumentException when the account is not 2 to 63 characters of `a-z 0-9 . _ -`
    void register(Person person, String password);
}
