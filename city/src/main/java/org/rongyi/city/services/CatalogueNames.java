package org.rongyi.city.services;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rongyi.city.ui.KnownNames;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Departments by what their officers call them, as accounts, cases and facts keep them; items by their Chinese name,
/// as cases do.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CatalogueNames implements KnownNames {
    private final Catalogue catalogue;
    private final Map<String, Words> departments;

    CatalogueNames(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.departments = catalogue.terms().departments().values().stream()
                .collect(Collectors.toMap(
                        ServiceTerms.Department::unit, ServiceTerms.Department::name, (first, _) -> first));
    }

    @Override
    public Optional<Words> find(String chinese) {
        return Optional.ofNullable(departments.get(chinese))
                .or(() -> catalogue.items().stream()
                        .map(ServiceItem::name)
                        .filter(name -> name.zh().equals(chinese))
                        .findFirst());
    }
}
