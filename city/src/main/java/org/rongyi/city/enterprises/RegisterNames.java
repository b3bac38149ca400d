package org.rongyi.city.enterprises;

import java.util.Optional;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;

/// Tells the room of identity what the firms are called that people act for.
@Component
class RegisterNames implements FirmNames {
    private final Enterprises enterprises;

    RegisterNames(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    @Override
    public Optional<String> nameOf(CreditCode firm) {
        return enterprises.find(firm).map(Enterprise::name);
    }
}
