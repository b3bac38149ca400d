package org.rongyi.city.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.vocabulary.CreditCode;

/// Who may act for which firm, until when, for what.
public interface Mandates {
    /// Mandates of a person in force on the day, legal representative and owner first.
    List<Mandate> inForce(String account, LocalDate on);

    /// The mandate in force that lets the person do this for the firm; empty means: refuse.
    Optional<Mandate> permitting(String account, CreditCode firm, Mandate.Purpose purpose, LocalDate on);

    /// Everyone who may act for the firm on the day.
    List<Mandate> forFirm(CreditCode firm, LocalDate on);

    Mandate grant(Mandate mandate);

    void revoke(long mandateId, String byAccount);
}
