/// Applications: a plan carried out. From a draft that is kept, over one handing in, to the last decision.
///
/// **Rule.** What was handed in never changes: a correction is a further submission. Each item is a case of its own;
/// one
/// that needs the result of another is opened when that is granted, and no refusal voids what was granted before.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "areas",
            "elements",
            "calendar",
            "identity",
            "enterprises",
            "cases",
            "services",
            "names",
            "procedures",
            "ui"
        })
package org.rongyi.city.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
