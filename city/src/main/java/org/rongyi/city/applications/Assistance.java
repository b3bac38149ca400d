package org.rongyi.city.applications;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Drafts.Assisting.Fault;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.JourneyDefinition.Subject;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Whether a clerk may type for somebody: the person is there, is who the clerk says, and could do it alone.
@Component
class Assistance {
    private static final int LONGEST_PROOF = 200;

    private final People people;
    private final Mandates mandates;
    private final Clock clock;
    private final CityWords city;

    Assistance(People people, Mandates mandates, Clock clock, CityWords city) {
        this.people = people;
        this.mandates = mandates;
        this.clock = clock;
        this.city = city;
    }

    Set<Fault> faults(Acting clerk, JourneyDefinition journey, Drafts.Consent consent) {
        if (!clerk.has(Role.CLERK)) {
            throw new AccessDeniedException("(" + clerk.account() + ") is no window clerk");
        }
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        Optional<Person> person = people.find(consent.account())
                .filter(found -> found.department().isEmpty())
                .filter(found -> found.name().equals(consent.name().strip()));
        if (person.isEmpty()) {
            faults.add(Fault.NO_SUCH_PERSON);
        }
        if (consent.proof().isBlank() || consent.proof().length() > LONGEST_PROOF) {
            faults.add(Fault.NO_PROOF);
        }
        CreditCode firm = consent.firm();
        if (journey.subject() == Subject.FIRM) {
            if (firm == null) {
                faults.add(Fault.NO_FIRM);
            } else if (person.isPresent() && mandate(consent.account(), firm, Mandate.Purpose.APPLY) == null) {
                faults.add(Fault.MAY_NOT_APPLY);
            }
        }
        return faults;
    }

    Application.Assisted by(Acting clerk, Drafts.Consent consent) {
        return new Application.Assisted(
                clerk.account(),
                clerk.person().name(),
                consent.name().strip(),
                consent.proof().strip());
    }

    /// Whether the person whose application it is, such as one whom a clerk serves, could still do it alone.
    boolean mayStillApply(Application application) {
        return mayStill(application, Mandate.Purpose.APPLY);
    }

    boolean mayStillSee(Application application) {
        return mayStill(application, Mandate.Purpose.VIEW);
    }

    private boolean mayStill(Application application, Mandate.Purpose purpose) {
        CreditCode firm = application.firm();
        return firm == null
                || application.journey().subject() == Subject.NEW_FIRM
                || mandate(application.account(), firm, purpose) != null;
    }

    /// The person who is served, as that person looks at the firm: the clerk sees no more than that.
    Acting served(Application application, Acting clerk) {
        CreditCode firm = application.firm();
        return people.find(application.account())
                .map(person -> new Acting(
                        person, firm == null ? null : mandate(application.account(), firm, Mandate.Purpose.VIEW)))
                .orElse(clerk);
    }

    private @Nullable Mandate mandate(String account, CreditCode firm, Mandate.Purpose purpose) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), city.zone());
        return mandates.permitting(account, firm, purpose, today).orElse(null);
    }
}
