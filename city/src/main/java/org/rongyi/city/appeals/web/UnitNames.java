package org.rongyi.city.appeals.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ServiceTerms;
import org.springframework.stereotype.Component;

/// How departments are called: in Chinese as their accounts have it, in English by their English name where the city
/// gives one.
@Component
class UnitNames {
    private final Map<String, String> english;

    UnitNames(Catalogue catalogue) {
        this.english = catalogue.terms().departments().values().stream()
                .collect(Collectors.toMap(
                        ServiceTerms.Department::unit,
                        department -> department.name().en(),
                        (first, _) -> first));
    }

    String say(Page page, String unit) {
        return page.say(unit, english.getOrDefault(unit, unit));
    }
}
