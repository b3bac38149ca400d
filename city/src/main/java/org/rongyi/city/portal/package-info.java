/// Pages that gather: the front page, a firm's home, a leader's overview.
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
            "ui"
        })
package org.rongyi.city.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
