/// Help online (网上帮办): whoever asks gets one named helper, a talk with them, and may let them fill in a draft.
///
/// **Rule.** Nobody helps without a name. What was said stays as it was said, every look of a helper is on record, and
/// what a helper may do ends when the firm says so; no helper hands anything in.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "identity", "services", "applications", "ui"})
package org.rongyi.city.helping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
