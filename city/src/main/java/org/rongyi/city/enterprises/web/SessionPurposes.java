package org.rongyi.city.enterprises.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.rongyi.city.enterprises.Look;
import org.rongyi.city.enterprises.Purposes;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;

@Component
class SessionPurposes implements Purposes {
    @Override
    public Optional<String> toCheckPolicies(HttpServletRequest request, Acting acting, CreditCode firm) {
        return StatedPurposes.of(request, acting, firm)
                .filter(stated -> stated.purpose() == LookPurpose.POLICY)
                .map(StatedPurposes.Stated::words);
    }

    @Override
    public String toCheckDraft() {
        return LookPurpose.DRAFT.onRecord("");
    }

    @Override
    public Optional<String> stated(HttpServletRequest request, Acting acting, CreditCode firm) {
        return StatedPurposes.of(request, acting, firm).map(StatedPurposes.Stated::words);
    }

    @Override
    public String say(Page page, Look look) {
        return LookPurpose.say(page, look.purpose());
    }

    @Override
    public Optional<String> toSeeSecrets(HttpServletRequest request, Acting acting, CreditCode firm) {
        return StatedPurposes.of(request, acting, firm)
                .filter(stated -> stated.purpose().secrets())
                .map(StatedPurposes.Stated::words);
    }
}
