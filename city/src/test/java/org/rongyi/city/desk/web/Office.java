package org.rongyi.city.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.rongyi.city.TestClock;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Opening;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.web.Caller;

/// A department of its own for each test, with an officer, a colleague and a head who can sign in.
final class Office {
    static final String PASSWORD = "a password of the test";

    final String unit = "测试局-" + UUID.randomUUID().toString().substring(0, 6);
    final String officer;
    final String colleague;
    final String head;

    private final People people;
    private final Cases cases;

    Office(People people, Cases cases) {
        this.people = people;
        this.cases = cases;
        officer = register("王办事", unit, Role.OFFICER);
        colleague = register("李办事", unit, Role.OFFICER);
        head = register("赵负责", unit, Role.LEADER);
    }

    String register(String name, String department, Role... roles) {
        String account = "desk-" + UUID.randomUUID();
        people.register(new Person(account, name + "（测试）", department, Set.of(roles)), PASSWORD);
        return account;
    }

    Acting acting(String account) {
        return new Acting(people.find(account).orElseThrow(), null);
    }

    NewCase application() {
        return NewCase.of("application", "食品经营许可", "江畔小馆（测试）", unit).promising("decision", 5);
    }

    Case open(NewCase what) {
        return switch (cases.open(what, Actor.house("test"))) {
            case Opening.Opened(Case opened, int year) -> opened;
            case Opening other -> throw new AssertionError(other.toString());
        };
    }

    static String address(Case file) {
        return "/cases/" + file.number(TestClock.SHANGHAI);
    }

    static Caller calling(int port, String account) {
        return new Caller(port).signedIn(account, PASSWORD);
    }

    /// Asks for a page, meets the sign-in page and comes out where it was going.
    static Visit signedIn(Visit visit, String path, String account) {
        visit.signedIn(account, PASSWORD).go(path);
        assertThat(visit.at()).isEqualTo(path);
        return visit;
    }

    /// Presses the filled button of the page.
    static Visit press(Visit visit) {
        visit.page()
                .locator("main button.govuk-button:not(.govuk-button--secondary)")
                .first()
                .click();
        return visit.settled();
    }

    /// Follows the filled button, which is a link.
    static Visit follow(Visit visit) {
        visit.page()
                .locator("main a.govuk-button:not(.govuk-button--secondary)")
                .first()
                .click();
        return visit.settled();
    }
}
