/// What a firm must file, pay or renew, and by when: from what is known of the firm and the city's
/// working days.
///
/// **Rule.** Every date has its basis. What is not known is said so: a firm whose elements are missing
/// is asked for them, and a day of a year without a table of working days is called provisional.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "calendar",
            "elements",
            "identity",
            "enterprises",
            "applications",
            "documents",
            "ui"
        })
package org.rongyi.city.filings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
