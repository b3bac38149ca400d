package org.rongyi.city.helping;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.services.Journeys;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.springframework.stereotype.Component;

/// Who helps: by department and by how much they have.
@Component
class Naming {
    private final People people;
    private final HelpTable table;
    private final HelpPlan plan;
    private final Catalogue catalogue;
    private final Journeys journeys;

    Naming(People people, HelpTable table, HelpPlan plan, Catalogue catalogue, Journeys journeys) {
        this.people = people;
        this.table = table;
        this.plan = plan;
        this.catalogue = catalogue;
        this.journeys = journeys;
    }

    /// Whoever asks at the same moment waits, so that two do not go to the one who had least.
    ///
    /// @param but whom it cannot be: who asks
    Optional<Person> helper(Help.About about, String id, String but) {
        table.nameAlone();
        Map<String, Integer> open = table.open();
        List<Person> all = people.holding(Role.HELPER, null).stream()
                .filter(person -> !person.account().equals(but))
                .toList();
        return Stream.of(unit(about, id), plan.desk())
                .flatMap(unit -> least(
                        all.stream()
                                .filter(person -> !unit.isEmpty()
                                        && person.department().equals(unit)
                                        && open.getOrDefault(person.account(), 0) < plan.mostOpen())
                                .toList(),
                        open)
                        .stream())
                .findFirst()
                .or(() -> least(all, open));
    }

    private static Optional<Person> least(List<Person> some, Map<String, Integer> open) {
        return some.stream()
                .min(Comparator.comparingInt((Person person) -> open.getOrDefault(person.account(), 0))
                        .thenComparing(Person::account));
    }

    private String unit(Help.About about, String id) {
        return switch (about) {
            case ITEM ->
                catalogue.item(id).map(ServiceItem::department).map(this::unit).orElse("");
            case JOURNEY ->
                journeys.find(id).map(JourneyDefinition::lead).map(this::unit).orElse("");
            case OTHER -> "";
        };
    }

    private String unit(String department) {
        return catalogue
                .terms()
                .department(department)
                .map(ServiceTerms.Department::unit)
                .orElse("");
    }

    boolean stillHelps(String account) {
        return people.find(account)
                .filter(person -> person.roles().contains(Role.HELPER))
                .isPresent();
    }
}
