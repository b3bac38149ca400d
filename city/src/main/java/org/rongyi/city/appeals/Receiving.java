package org.rongyi.city.appeals;

/// What became of something that was brought up.
public sealed interface Receiving {
    /// It has a number: it is there whatever happens next.
    ///
    /// @param again it was sent before; this is its receipt
    record Accepted(Appeal appeal, boolean again) implements Receiving {}

    /// The law sends it elsewhere. Whoever says that it is something else sends it again and insists.
    record Elsewhere(AppealCatalogue.LegalRoute route) implements Receiving {}
}
