package org.rongyi.city.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is who.
public interface People {
    /// Whoever can sign in under this account.
    Optional<Person> find(String account);

    /// Also of an account that was closed: to name who did something.
    Optional<Person> known(String account);

    /// Who can sign in and holds a role, in one department or, with null, anywhere; by account.
    List<Person> holding(Role role, @Nullable String department);

    /// Adds the person or changes name, department and roles of the one with that account. A changed password ends
    /// the person's sessions. One that was closed is open again.
    ///
    /// @throws IllegalArgumentException when the account is not 2 to 63 characters of `a-z 0-9 . _ -`
    void register(Person person, String password);
}
