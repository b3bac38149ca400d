package org.rongyi.city.desk.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// How departments and people are called on the pages.
@Component
class UnitWords {
    private final Map<String, Words> units;
    private final Map<String, Words> titles;
    private final People people;

    UnitWords(Catalogue catalogue, People people) {
        this.units = catalogue.terms().departments().values().stream()
                .collect(Collectors.toMap(
                        ServiceTerms.Department::unit, ServiceTerms.Department::name, (first, _) -> first));
        this.titles = catalogue.items().stream()
                .collect(Collectors.toMap(item -> item.name().zh(), ServiceItem::name, (first, _) -> first));
        this.people = people;
    }

    /// A case is opened under the Chinese name of its item.
    String title(Page page, String title) {
        return page.say(titles.getOrDefault(title, Words.same(title)));
    }

    String unit(Page page, String unit) {
        return page.say(units.getOrDefault(unit, Words.same(unit)));
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
                        : unit(page, person.department()) + " " + person.name())
                .orElse(account);
    }
}
