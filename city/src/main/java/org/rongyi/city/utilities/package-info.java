/// Water, power, gas and telecoms (水电气讯联合报装): one application, one survey, then each operator on its own.
///
/// **Rule.** All operators asked come at one time, and no crew is promised twice; what was measured there stands in one
/// record that all who were present sign; one that fails or refuses holds up no other. Each connection is a case of its
/// operator, each permit for its works one of its authority. Every look at a site is on record.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "elements",
            "areas",
            "calendar",
            "identity",
            "enterprises",
            "cases",
            "applications",
            "ui"
        })
package org.rongyi.city.utilities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
