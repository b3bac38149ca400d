/// What officials and a firm have to do with each other (政企互动): visits, calls, meetings, surveys, checks.
///
/// **Rule.** Appended, never changed; the firm sees each. Whoever plans another visit is told first when it would be
/// too often, and says why all the same.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "identity",
            "enterprises",
            "cases",
            "applications",
            "appeals",
            "meetings",
            "ui"
        })
package org.rongyi.city.interactions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
