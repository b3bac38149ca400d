/// Working days.
///
/// **Rule.** The only place where working days become dates; a year without a table is an error.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary"})
package org.rongyi.city.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
