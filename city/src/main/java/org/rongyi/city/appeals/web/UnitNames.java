package org.rongyi.city.appeals.web;

import org.rongyi.city.services.Catalogue;
import org.rongyi.city.services.ServiceWords;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// How departments are called on the pages of appeals.
@Component
class UnitNames {
    private final Catalogue catalogue;

    UnitNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String say(Page page, String unit) {
        return page.say(ServiceWords.unit(catalogue, unit));
    }
}
