/// Where people work on cases: the work list, the page of a case with what may be done now, progress for leaders.
///
/// **Rule.** No tables of its own; what a person may do is decided behind the door of the room `cases`, never on a
/// page.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "elements",
            "calendar",
            "identity",
            "enterprises",
            "policies",
            "cases",
            "applications",
            "appeals",
            "services",
            "procedures",
            "ui"
        })
package org.rongyi.city.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
