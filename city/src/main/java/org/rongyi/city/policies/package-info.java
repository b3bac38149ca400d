/// Support policies, and which firm they fit, with reasons.
///
/// **Rule.** Published versions are immutable; each match carries rule version, data and reasons.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "elements", "areas", "identity", "enterprises", "ui"})
package org.rongyi.city.policies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
