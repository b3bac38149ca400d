package org.rongyi.city.identity;

import java.util.Optional;

/// Who is who.
public interface People {
    Optional<Person> find(String account);

    /// Adds the person or changes name, department, roles and password of the one with that account.
    void register(Person person, String password);
}
