package org.rongyi.city.identity;

import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.security.access.AccessDeniedException;

/// A signed-in person and the mandate under which the person acts now; read anew for every request, so that a mandate
/// that is revoked or has run out ends at once.
///
/// A controller takes it as a parameter and reaches a firm's data only through [#firmFor].
///
/// @param mandate null while the person acts for no firm
public record Acting(Person person, @Nullable Mandate mandate) {
    public String account() {
        return person.account();
    }

    public boolean may(Mandate.Purpose purpose) {
        return mandate != null && mandate.allows(purpose);
    }

    public boolean has(Role role) {
        return person.roles().contains(role);
    }

    /// Legal representatives and owners decide who else acts for the firm.
    public boolean isPrincipal() {
        return mandate != null && mandate.capacity() != Mandate.Capacity.AGENT;
    }

    /// The firm for which the person may do this.
    ///
    /// @throws AccessDeniedException when the person acts for no firm or the mandate does not cover the purpose:
    /// the answer is then a page with status 403
    public CreditCode firmFor(Mandate.Purpose purpose) {
        if (mandate == null) {
            throw new AccessDeniedException("(" + account() + ") acts for no firm");
        }
        if (!mandate.allows(purpose)) {
            throw new AccessDeniedException(
                    "the mandate (" + mandate.id() + ") of (" + account() + ") does not cover (" + purpose + ")");
        }
        return mandate.firm();
    }
}
