/// Layout, form controls, charts, language.
///
/// **Rule.** No business noun.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary"})
package org.rongyi.city.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
