package org.rongyi.city.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;

/// Who may act for which firm, until when, for what.
public interface Mandates {
    /// An agent's mandate lasts at most so long; it can be granted again.
    int LONGEST_YEARS = 3;

    /// So long those of a firm that is no more can still finish what they began for it.
    int DAYS_TO_FINISH = 60;

    /// Mandates of a person in force on the day, legal representative and owner first.
    List<Mandate> inForce(String account, LocalDate on);

    /// The mandate in force that lets the person do this for the firm; empty means: refuse.
    Optional<Mandate> permitting(String account, CreditCode firm, Mandate.Purpose purpose, LocalDate on);

    /// Everyone who may act for the firm on the day, legal representative and owner first.
    List<Mandate> forFirm(CreditCode firm, LocalDate on);

    /// Records who represents or owns a firm, as the registration authority says. Saying it twice changes nothing.
    /// Of a firm that is no more ([ClosedFirms]) it ends with the days to finish.
    Mandate registered(CreditCode firm, String account, Mandate.Capacity capacity, String authority);

    /// The register has a legal representative of this name: whoever else was registered represents the firm
    /// no longer, from now on. Whoever acts for it under this name takes over; when nobody does, or two do,
    /// nobody represents it until [#registered] says who. Agents stay: the firm let them act, not the person.
    ///
    /// @param capacity what whoever represents such a firm is
    void represented(CreditCode firm, String name, Mandate.Capacity capacity, String authority);

    /// The firm is no more: nobody acts for it longer than until this day, inclusive.
    void dissolved(CreditCode firm, LocalDate last);

    /// A legal representative or owner lets someone act for the firm.
    ///
    /// @throws org.springframework.security.access.AccessDeniedException when `by` is no principal of a firm
    Granting grant(Acting by, Wish wish, LocalDate today);

    /// What [#grant] would find wrong now; empty: nothing.
    Set<Granting.Fault> faults(Acting by, Wish wish, LocalDate today);

    /// Ends an agent's mandate at once; empty when the firm has no such mandate (any longer).
    ///
    /// @throws org.springframework.security.access.AccessDeniedException when `by` is no principal of a firm
    Optional<Mandate> revoke(Acting by, long mandateId);

    /// Whom to let act, for what, until when. The name is asked so that a slip in the account lets in nobody else.
    ///
    /// @param until last day, inclusive
    record Wish(
            String account,
            String name,
            Set<Mandate.Purpose> purposes,
            @Nullable LocalDate until) {}
}
