package org.rongyi.city.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Accounts;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.Person;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;

/// Who is asking, and for which firm. The session holds only the choice; whether it still holds is looked up at each
/// request, once.
@Component
class ActingSource {
    /// Credit code of the firm chosen, or empty for "myself".
    private static final String CHOICE = "actingFor";
    private static final String OF_THIS_REQUEST = ActingSource.class.getName();

    private final Accounts accounts;
    private final Mandates mandates;
    private final Clock clock;
    private final CityWords city;

    ActingSource(Accounts accounts, Mandates mandates, Clock clock, CityWords city) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.clock = clock;
        this.city = city;
    }

    /// @param mandates everything the person could choose
    /// @param mustChoosePassword whether somebody else knows the present one: nothing else is open until then
    record Situation(Acting acting, List<Mandate> mandates, boolean mustChoosePassword) {
        boolean mustChoose() {
            return acting.mandate() == null && mandates.size() > 1;
        }
    }

    Optional<Situation> of(HttpServletRequest request) {
        String account = request.getRemoteUser();
        return account == null ? Optional.empty() : of(account, request);
    }

    /// Nobody while a password that somebody else knows is still to be replaced, except on the page for that.
    Optional<Situation> ready(HttpServletRequest request) {
        return of(request)
                .filter(situation -> !situation.mustChoosePassword()
                        || request.getServletPath().equals(PasswordPage.PATH));
    }

    /// Of a person who has just signed in: the request does not know it yet.
    Optional<Situation> of(String account, HttpServletRequest request) {
        if (request.getAttribute(OF_THIS_REQUEST) instanceof Situation known
                && known.acting().account().equals(account)) {
            return Optional.of(known);
        }
        Optional<Situation> found =
                accounts.find(account).filter(Accounts.Account::isOpen).map(known -> situation(known, request));
        found.ifPresent(situation -> request.setAttribute(OF_THIS_REQUEST, situation));
        return found;
    }

    /// Remembers for which firm to act; null: for none. Only a mandate in force can be chosen.
    boolean choose(HttpServletRequest request, @Nullable CreditCode firm) {
        Optional<Situation> now = of(request);
        boolean allowed = firm == null
                || now.stream()
                        .flatMap(situation -> situation.mandates().stream())
                        .anyMatch(mandate -> mandate.firm().equals(firm));
        if (allowed) {
            request.getSession().setAttribute(CHOICE, firm == null ? "" : firm.value());
            request.removeAttribute(OF_THIS_REQUEST);
        }
        return allowed;
    }

    /// Whether the person has said for whom to act since signing in.
    boolean choiceMade(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(CHOICE) != null;
    }

    LocalDate today() {
        return city.today(clock);
    }

    private Situation situation(Accounts.Account account, HttpServletRequest request) {
        Person person = account.person();
        List<Mandate> inForce = mandates.inForce(person.account(), today());
        HttpSession session = request.getSession(false);
        Object choice = session == null ? null : session.getAttribute(CHOICE);
        Mandate mandate = choice == null ? onlyOne(inForce) : chosen(inForce, choice);
        return new Situation(new Acting(person, mandate), inForce, account.givenOut());
    }

    private static @Nullable Mandate onlyOne(List<Mandate> inForce) {
        return inForce.size() == 1 ? inForce.getFirst() : null;
    }

    private static @Nullable Mandate chosen(List<Mandate> inForce, Object choice) {
        return inForce.stream()
                .filter(mandate -> mandate.firm().value().equals(choice))
                .findFirst()
                .orElse(null);
    }
}
