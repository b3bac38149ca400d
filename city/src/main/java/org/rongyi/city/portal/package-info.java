/// Pages that gather: the front page, the search, a firm's home, a leader's overview, what the city says of itself.
///
/// **Rule.** No tables of its own.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "elements",
            "areas",
            "calendar",
            "identity",
            "enterprises",
            "policies",
            "services",
            "cases",
            "applications",
            "filings",
            "utilities",
            "ui"
        })
package org.rongyi.city.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
