package org.rongyi.city.documents;

import java.util.List;
import org.rongyi.city.identity.Acting;

/// The keys with which offices seal: an administrator gives them up, and new ones are made when they are
/// needed next.
public interface OfficeKeys {
    /// @param renewed how often
    record Office(String code, String name, int renewed) {}

    List<Office> offices();

    enum Why {
        /// In good order: what was sealed before stays valid.
        PLANNED,
        /// Nothing that the key has sealed is valid any more, whatever its time: all is to be issued anew.
        STOLEN
    }

    /// @return whether there is such an office that has keys
    /// @throws org.springframework.security.access.AccessDeniedException when `by` is no administrator
    boolean renew(Acting by, String office, Why why);

    /// Says of keys that were given up in good order that they were stolen: it may come to light later.
    ///
    /// @param renewed how often the office had renewed its keys when it used these
    /// @return whether it had given up such keys, and nobody had said so
    /// @throws org.springframework.security.access.AccessDeniedException as [#renew]
    boolean stolen(Acting by, String office, int renewed);
}
