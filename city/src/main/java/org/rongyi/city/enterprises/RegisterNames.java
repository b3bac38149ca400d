package org.rongyi.city.enterprises;

import java.time.LocalDate;
import java.util.Optional;
import org.rongyi.city.identity.ClosedFirms;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;

/// Tells the room of identity what the firms are called that people act for, and which of them are no more.
@Component
class RegisterNames implements FirmNames, ClosedFirms {
    private static final String STATE = "registrationState";
    private static final String CLOSED = "注销";

    private final Enterprises enterprises;
    private final Portraits portraits;

    RegisterNames(Enterprises enterprises, Portraits portraits) {
        this.enterprises = enterprises;
        this.portraits = portraits;
    }

    @Override
    public Optional<String> nameOf(CreditCode firm) {
        return enterprises.find(firm).map(Enterprise::name);
    }

    /// Also where the firm contests it: nobody gains a right by that.
    @Override
    public Optional<LocalDate> closedOn(CreditCode firm) {
        return portraits
                .current(firm)
                .flatMap(portrait -> portrait.fact(STATE))
                .filter(state -> CLOSED.equals(state.value()))
                .map(Portrait.Fact::asOf);
    }
}
