package org.rongyi.city.enterprises.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;

/// Which values somebody needs to see, by how sensitive they are. What is not needed never reaches a page.
@FunctionalInterface
interface Sight {
    boolean covers(ElementDefinition element);

    static Sight ofFirm(Acting acting) {
        return element -> Portraits.shows(acting, element);
    }

    /// Sensitive personal information is in no portrait that an officer opens: no task of these pages needs it.
    /// Commercial secrets open with a purpose that rests on the firm's own wish, and to the department that reports
    /// them. A value of which the dictionary says nothing counts as a secret.
    static Sight ofOfficer(String department, LookPurpose purpose) {
        return element -> switch (element.sensitivity()) {
            case P, I -> true;
            case S -> false;
            case C -> purpose.secrets() || isSource(department, element.source());
            case null -> purpose.secrets() || isSource(department, element.source());
        };
    }

    private static boolean isSource(String department, @Nullable Words source) {
        return source != null && source.zh().equals(department);
    }
}
