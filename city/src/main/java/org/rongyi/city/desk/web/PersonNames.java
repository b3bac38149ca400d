package org.rongyi.city.desk.web;

import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// How people are called on the pages.
@Component
class PersonNames {
    private final People people;

    PersonNames(People people) {
        this.people = people;
    }

    /// The name of an account, or what it is called where nobody has it.
    String person(String account) {
        return people.known(account).map(Person::name).orElse(account);
    }

    /// With the department, for everybody who is elsewhere.
    String personOf(Page page, String account) {
        return people.known(account)
                .map(person -> person.department().isEmpty()
                        ? person.name()
                        : page.named(person.department()) + " " + person.name())
                .orElse(account);
    }
}
