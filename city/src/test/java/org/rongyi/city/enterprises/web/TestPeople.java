package org.rongyi.city.enterprises.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Granting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.web.Caller;
import org.rongyi.city.vocabulary.CreditCode;

/// Invented people for tests of pages, another account for each call.
final class TestPeople {
    static final String PASSWORD = "a password of the test";

    private final People people;
    private final Mandates mandates;

    TestPeople(People people, Mandates mandates) {
        this.people = people;
        this.mandates = mandates;
    }

    private String register(String kind, String department, Set<Role> roles) {
        String account = kind + "-" + UUID.randomUUID();
        people.register(new Person(account, "某人", department, roles), PASSWORD);
        return account;
    }

    String owner(CreditCode firm) {
        String account = register("owner", "", Set.of());
        mandates.registered(firm, account, Mandate.Capacity.OWNER, "市监");
        return account;
    }

    String agent(CreditCode firm, Mandate.Purpose... purposes) {
        String owner = owner(firm);
        Mandate mandate = mandates.registered(firm, owner, Mandate.Capacity.OWNER, "市监");
        String account = register("agent", "", Set.of());
        LocalDate today = LocalDate.of(2026, 11, 23);
        Acting principal = new Acting(people.find(owner).orElseThrow(), mandate);
        assertThat(mandates.grant(
                        principal, new Mandates.Wish(account, "某人", Set.of(purposes), today.plusDays(9)), today))
                .isInstanceOf(Granting.Granted.class);
        return account;
    }

    String officer(String department) {
        return register("officer", department, Set.of(Role.OFFICER));
    }

    String with(Role role) {
        return register(role.name().toLowerCase(Locale.ROOT), "数据", Set.of(role));
    }

    static Caller calling(int port, String account) {
        return new Caller(port).signedIn(account, PASSWORD);
    }

    /// Asks for a page, meets the sign-in page and comes out where it was going.
    static Visit signedIn(Visit visit, String path, String account) {
        return visit.signedIn(account, PASSWORD).go(path);
    }

    /// Presses the filled button of the page.
    static Visit button(Visit visit) {
        visit.page()
                .locator("main button.govuk-button:not(.govuk-button--secondary)")
                .first()
                .click();
        return visit.settled();
    }
}
