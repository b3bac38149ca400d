/// What each data element means: id, names, type, unit, source department, sensitivity, formula.
///
/// **Rule.** Meanings, never values.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "ui"})
package org.rongyi.city.elements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
