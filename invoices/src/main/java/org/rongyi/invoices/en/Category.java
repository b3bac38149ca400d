package org.rongyi.invoices.en;

import java.util.Optional;

/// A category of VAT (UNCL 5305), and what the norm asks of it.
enum Category {
    S("BR-S", Rate.ABOVE_ZERO, Identified.SELLER),
    Z("BR-Z", Rate.ZERO, Identified.SELLER),
    E("BR-E", Rate.ZERO, Identified.SELLER),
    AE("BR-AE", Rate.ZERO, Identified.SELLER_AND_BUYER),
    K("BR-IC", Rate.ZERO, Identified.BOTH_FOR_VAT),
    G("BR-G", Rate.ZERO, Identified.SELLER_FOR_VAT),
    O("BR-O", Rate.NONE, Identified.NOBODY),
    L("BR-AF", Rate.ANY, Identified.SELLER),
    M("BR-AG", Rate.ANY, Identified.SELLER);

    enum Rate {
        ABOVE_ZERO,
        ZERO,
        ANY,
        NONE
    }

    /// Who must, or must not, have an identifier for VAT.
    enum Identified {
        SELLER,
        SELLER_FOR_VAT,
        SELLER_AND_BUYER,
        BOTH_FOR_VAT,
        NOBODY
    }

    private final String rules;
    private final Rate rate;
    private final Identified identified;

    Category(String rules, Rate rate, Identified identified) {
        this.rules = rules;
        this.rate = rate;
        this.identified = identified;
    }

    static Optional<Category> of(String code) {
        for (Category category : values()) {
            if (category.name().equals(code)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    String rule(int number) {
        return "%s-%02d".formatted(rules, number);
    }

    Rate rate() {
        return rate;
    }

    Identified identified() {
        return identified;
    }

    /// Taxed by a rate: a part of the breakdown for each rate, and no reason why there is no tax.
    boolean isTaxed() {
        return switch (this) {
            case S, L, M -> true;
            case Z, E, AE, K, G, O -> false;
        };
    }

    boolean needsReason() {
        return !isTaxed() && this != Z;
    }
}
