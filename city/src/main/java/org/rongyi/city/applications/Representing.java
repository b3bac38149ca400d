package org.rongyi.city.applications;

import java.time.LocalDate;
import java.util.Map;
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

    private final Mandates mandates;

    Representing(Mandates mandates) {
        this.mandates = mandates;
    }

    /// Within the transaction of the grant.
    void follow(CreditCode firm, Map<String, Object> facts, LocalDate today, String department) {
        if (facts.get(LEGAL_REPRESENTATIVE) instanceof String name) {
            mandates.represented(firm, name, department);
        }
        if (CLOSED.equals(facts.get(STATE))) {
            mandates.dissolved(firm, today.plusDays(Mandates.DAYS_TO_FINISH));
        }
    }
}
