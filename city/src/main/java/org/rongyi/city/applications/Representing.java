package org.rongyi.city.applications;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;

/// Who may act for a firm once a grant has changed it: whoever represented it until then no longer does, and
/// for a firm that is closed everybody only finishes what was begun.
@Component
class Representing {
    static final String LEGAL_REPRESENTATIVE = "legalRepName";
    static final String STATE = "registrationState";
    static final String CLOSED = "注销";
    static final String TYPE = "entityType";
    private static final String SOLE_TRADER = "个体工商户";

    private final Mandates mandates;

    Representing(Mandates mandates) {
        this.mandates = mandates;
    }

    /// A sole trader has a proprietor, every other firm a legal representative.
    static Mandate.Capacity capacity(@Nullable Object type) {
        return SOLE_TRADER.equals(type) ? Mandate.Capacity.OWNER : Mandate.Capacity.LEGAL_REPRESENTATIVE;
    }

    /// Within the transaction of the grant.
    ///
    /// @param type of the firm; null where nobody knows it
    void follow(CreditCode firm, @Nullable Object type, Map<String, Object> facts, LocalDate today, String department) {
        if (facts.get(LEGAL_REPRESENTATIVE) instanceof String name) {
            mandates.represented(firm, name, capacity(type), department);
        }
        if (CLOSED.equals(facts.get(STATE))) {
            mandates.dissolved(firm, today.plusDays(Mandates.DAYS_TO_FINISH));
        }
    }
}
